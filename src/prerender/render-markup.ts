import {noChange, nothing, type TemplateResult} from 'lit';
import {isTemplateResult, TemplateResultType} from 'lit/directive-helpers.js';
import {parseFragment, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import {makeElement, makeText, type MarkupNode} from '../snippet/markup.js';

// Lit's own server renderer writes HTML with markers, which would have to be parsed again to get nodes. That takes five
// times as long.

/**
 * Renders a template without a browser, to the nodes that Lit renders in one. Supports what the templates of boxes use:
 * values in content and in attributes, and `?name`. Not directives, properties and listeners, which have no markup.
 *
 * @throws {TypeError} The template contains something else.
 */
export function renderMarkup(template: unknown): readonly MarkupNode[] {
  const nodes: MarkupNode[] = [];
  addValue(template, nodes);
  return dropIndentation(nodes);
}

/** Each text is a node of its own, as in a browser, where Lit's markers separate them. */
function addValue(value: unknown, nodes: MarkupNode[]): void {
  if (value === undefined || value === null || value === '' || value === nothing || value === noChange) return;
  if (isTemplateResult(value)) {
    const {values} = value;
    for (const add of partsOf(value as TemplateResult)) add(values, nodes);
  } else if (typeof value === 'object' && Symbol.iterator in value) {
    for (const item of value as Iterable<unknown>) addValue(item, nodes);
  } else {
    nodes.push(makeText(toText(value)));
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('Only templates, texts and lists of them can be prerendered.');
}

/** Adds the nodes of a part of a template to `nodes`. */
type Part = (values: readonly unknown[], nodes: MarkupNode[]) => void;

/** Returns the value of an attribute. Undefined: it is omitted. */
type AttributeValue = (values: readonly unknown[]) => string | undefined;

/** Counts the values of a template, in the order of its text. */
interface Counter {
  count: number;
}

/** By the strings of a template, which are the same object each time that the template is evaluated. */
const cache = new WeakMap<TemplateStringsArray, readonly Part[]>();

function partsOf(template: TemplateResult): readonly Part[] {
  const known = cache.get(template.strings) ?? compile(template);
  cache.set(template.strings, known);
  return known;
}

/** Stands for a value between tags. Other comments aren't empty. */
const CONTENT = '<!---->';
/** Stands for a value in a tag. */
const IN_TAG = '${}';

function compile(template: TemplateResult): readonly Part[] {
  const strings: readonly string[] = template.strings;
  const html = strings.reduce((start, end) => {
    const isInTag = start.lastIndexOf('<') > start.lastIndexOf('>');
    return `${start}${isInTag ? IN_TAG : CONTENT}${end}`;
  });
  const isSvg = isTemplateResult(template, TemplateResultType.SVG);
  const {childNodes} = parseFragment(isSvg ? `<svg>${html}</svg>` : html);
  const [svg] = childNodes;
  const counter = {count: 0};
  const parts = compileNodes(isSvg && svg && 'childNodes' in svg ? svg.childNodes : childNodes, counter);
  if (counter.count === strings.length - 1) return parts;
  throw new TypeError(`This template has a value where it can't be prerendered: ${strings.join(IN_TAG)}`);
}

function compileNodes(nodes: readonly Tree.ChildNode[], counter: Counter): readonly Part[] {
  return nodes.flatMap((node) => {
    if ('value' in node) return addAlways(makeText(node.value));
    if ('attrs' in node) return compileElement(node, counter);
    return 'data' in node && node.data === '' ? compileContent(counter) : [];
  });
}

function addAlways(node: MarkupNode): Part {
  return (_, nodes) => {
    nodes.push(node);
  };
}

function compileContent(counter: Counter): Part {
  const i = counter.count++;
  return (values, nodes) => {
    addValue(values[i], nodes);
  };
}

function compileElement({nodeName, attrs, childNodes}: Tree.Element, counter: Counter): Part {
  const before = counter.count;
  const makeAttributes = compileAttributes(attrs, counter);
  const parts = compileNodes(childNodes, counter);
  const make = (values: readonly unknown[]): MarkupNode => {
    const children: MarkupNode[] = [];
    for (const add of parts) add(values, children);
    return makeElement(nodeName, dropIndentation(children), makeAttributes(values));
  };
  if (counter.count === before) return addAlways(make([]));
  return (values, nodes) => {
    nodes.push(make(values));
  };
}

function compileAttributes(
  attributes: Tree.Element['attrs'],
  counter: Counter,
): (values: readonly unknown[]) => MarkupNode['attributes'] {
  const before = counter.count;
  const compiled = attributes.map(({name, value}) => compileAttribute(name, value, counter));
  const make = (values: readonly unknown[]): MarkupNode['attributes'] => {
    const made: Record<string, string> = {};
    for (const [name, valueOf] of compiled) {
      const value = valueOf(values);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
  if (counter.count > before) return make;
  const always = make([]);
  return () => always;
}

function compileAttribute(name: string, value: string, counter: Counter): readonly [string, AttributeValue] {
  const [start = '', ...ends] = value.split(IN_TAG);
  const first = counter.count;
  counter.count += ends.length;
  if (/^[.@]|\$\{\}/.test(name)) throw new TypeError(`“${name}” can't be prerendered.`);
  if (name.startsWith('?'))
    return [name.slice(1), (values) => (isGiven(values[first]) && values[first] ? '' : undefined)];
  return [
    name,
    (values) => {
      let text = start;
      for (const [i, end] of ends.entries()) {
        const part = values[first + i];
        if (!isGiven(part)) return undefined;
        text += toText(part ?? '') + end;
      }
      return text;
    },
  ];
}

function isGiven(value: unknown): boolean {
  return value !== nothing && value !== noChange;
}

/** Inline nodes, between which a line break of the template is a space. */
const INLINE = new Set(['', 'a', 'b', 'bdi', 's', 'small', 'span']);

/**
 * Replaces line breaks of templates with a space between inline nodes, and removes them between blocks. The build has
 * already removed most of them.
 */
function dropIndentation(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  if (!nodes.some(isIndentation)) return nodes;
  const kept: MarkupNode[] = [];
  let isIndented = false;
  for (const node of nodes) {
    if (isIndentation(node)) {
      isIndented = true;
      continue;
    }
    const last = kept.at(-1);
    if (isIndented && last && INLINE.has(last.name) && INLINE.has(node.name)) kept.push(makeText(' '));
    isIndented = false;
    kept.push(node);
  }
  return kept;
}

function isIndentation({text}: MarkupNode): boolean {
  return text.includes('\n') && /^[ \n]+$/.test(text);
}
