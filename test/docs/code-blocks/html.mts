/** Snippets as somebody pastes them: sound HTML, elements with attributes and slots that they have, files that are there. */
import type {DefaultTreeAdapterTypes} from 'parse5';
import {defaultTreeAdapter as adapter, html as known, parseFragment} from 'parse5';
import {checkCss} from './css.mjs';
import {customProperties, elements, embedFiles, integrityOf, packageName, summit, version} from './manifest.mjs';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Attributes = Readonly<Record<string, string>>;

/** Attributes that every element of HTML has, as far as a snippet needs them. */
const global = new Set(['id', 'class', 'slot', 'hidden', 'dir', 'lang', 'style', 'tabindex']);
const tags = new Set<string>([...Object.values(known.TAG_NAMES), 'article', 'time', 'figure']);
const voids = new Set(['link', 'meta', 'img', 'br', 'hr', 'input', 'source']);
const questions = ['who', 'what', 'where', 'when', 'why-here', 'why', 'expect', 'follows'];
/** Ids that an attribute may name where the box shows the bundled summit. */
const ids = new Map([
  ['actors', summit.actors.map(({id}) => id)],
  ['topics', [...summit.topics.map(({id}) => id), 'constraints']],
  ['facts', [...summit.facts.map(({id}) => id), ...questions]],
]);

/** @returns What is wrong, and the scripts that stand in it. */
export function checkHtml(code: string): {issues: string[]; scripts: string[]} {
  const issues: string[] = [];
  const scripts: string[] = [];
  const tree = parseFragment(code, {
    sourceCodeLocationInfo: true,
    onParseError: ({code: name, startLine}) => issues.push(`line ${String(startLine)}: ${name}`),
  });
  const look = (node: Node, parent?: Element): void => {
    const element = adapter.isElementNode(node) ? node : undefined;
    if (element) {
      const attributes = Object.fromEntries(element.attrs.map(({name, value}) => [name, value]));
      issues.push(...checkTag(element.tagName, attributes, parent?.tagName));
      for (const name of ['src', 'href']) issues.push(...checkAddress(attributes[name] ?? '', attributes));
      const {style} = attributes as {style?: string};
      if (style) issues.push(...checkCss(style, 'declarationList'));
      const text = element.childNodes.map((child) => (adapter.isTextNode(child) ? child.value : '')).join('');
      if (element.tagName === 'style') issues.push(...checkCss(text));
      if (element.tagName === 'script' && text.trim()) scripts.push(text);
      // parse5 closes by itself what the snippet has left open.
      if (!element.sourceCodeLocation?.endTag && !voids.has(element.tagName))
        issues.push(`<${element.tagName}> is not closed`);
    }
    if ('childNodes' in node) for (const child of node.childNodes) look(child, element);
  };
  look(tree);
  return {issues, scripts};
}

function checkTag(tagName: string, attributes: Attributes, parent = ''): string[] {
  const issues: string[] = [];
  const {slot, refresh, src, scheme, 'heading-level': level} = attributes as Record<string, string | undefined>;
  if (slot !== undefined && !elements.get(parent)?.slots.has(slot)) issues.push(`<${parent}> has no slot ${slot}`);
  const element = elements.get(tagName);
  if (!element) return tags.has(tagName) ? issues : [...issues, `there is no element ${tagName}`];

  for (const [name, value] of Object.entries(attributes)) {
    if (!element.attributes.has(name) && !global.has(name)) issues.push(`${tagName} has no attribute ${name}`);
    const knownIds = src === undefined ? ids.get(name) : undefined;
    if (knownIds)
      for (const id of value.split(/\s+/)) if (!knownIds.includes(id)) issues.push(`${name}: nothing has the id ${id}`);
  }
  if (refresh !== undefined && !(Number(refresh) >= 15 && src)) issues.push('refresh is at least 15, and needs src');
  if (scheme !== undefined && !['auto', 'light', 'dark'].includes(scheme)) issues.push(`there is no scheme ${scheme}`);
  if (level !== undefined && !/^[1-6]$/.test(level)) issues.push(`there is no heading level ${level}`);
  return issues;
}

/** An address of one of our files has to be that of a file of this version; `…` in it stands for what changes. */
function checkAddress(address: string, attributes: Attributes): string[] {
  const [, at = '(none)', file, query] =
    new RegExp(`^/assets/${packageName}/(?:([^/]+)/)?([^?]+)(?:\\?(.*))?$`).exec(address) ?? [];
  if (file === undefined) return [];
  const issues: string[] = [];
  if (at !== version) issues.push(`${address} is of version ${at}, not ${version}`);
  const parts = file.split('…').map((part) => part.replaceAll('.', String.raw`\.`));
  const pattern = new RegExp(`^${parts.join(String.raw`[\w-]+`)}$`);
  if (!embedFiles.some((name) => pattern.test(name))) issues.push(`dist/embed has no ${file}`);
  const {integrity, crossorigin} = attributes as {integrity?: string; crossorigin?: string};
  if (integrity !== undefined) {
    if (integrity !== 'sha384-…' && integrity !== integrityOf(file)) issues.push(`${file} has another integrity`);
    if (crossorigin === undefined) issues.push('integrity without crossorigin is of no use from another host');
  }
  return file === 'frame.html' ? [...issues, ...checkFrame(new URLSearchParams(query))] : issues;
}

function checkFrame(query: URLSearchParams): string[] {
  const name = query.get('element') ?? '';
  const element = elements.get(`summit-${name}`);
  if (!element) return [`there is no element ${name}`];
  return [...query.keys()]
    .filter(
      (key) =>
        !['element', 'id'].includes(key) && !element.attributes.has(key) && !customProperties.has(`--summit-${key}`),
    )
    .map((key) => `the frame knows no ${key}`);
}
