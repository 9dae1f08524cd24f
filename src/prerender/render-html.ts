import {ElementRenderer} from '@lit-labs/ssr/lib/element-renderer.js';
import {render} from '@lit-labs/ssr/lib/render.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {parseFragment, serialize, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import {escapeMarkdown} from '../snippet/escape-markdown.js';
import type {MarkupNode} from '../snippet/write-markdown.js';

/** Represents the element around a template, which Lit needs for every slot. */
class Host extends ElementRenderer {}

const host = new Host('summit-element');

/**
 * Renders a template as HTML, serialized as in a browser. Lit's markers are omitted: they are for hydration, which our
 * elements don't use, and would make up a quarter of a snippet.
 */
export function renderHtml(template: unknown): string {
  return escapeMarkdown(write(renderTree(template)));
}

/** Renders a template as HTML without classes, which have no meaning, or another one, in a page. */
export function renderPlainHtml(template: unknown): string {
  const tree = renderTree(template);
  dropClasses(tree);
  return escapeMarkdown(write(tree));
}

/** Converts a tree for `writeMarkdown`. */
export function toMarkup({childNodes}: Tree.ParentNode): readonly MarkupNode[] {
  return childNodes.map((node) => ({
    name: node.nodeName.startsWith('#') ? '' : node.nodeName,
    text: node.nodeName === '#text' ? (node as Tree.TextNode).value : '',
    children: 'childNodes' in node ? toMarkup(node) : [],
    href: 'attrs' in node ? node.attrs.find(({name}) => name === 'href')?.value : undefined,
  }));
}

/**
 * Serializes a tree. Line breaks become character references, since an empty line would end the HTML in a Markdown
 * file.
 */
function write(tree: Tree.DocumentFragment): string {
  return serialize(tree).replaceAll('\n', '&#10;');
}

/** Renders a template as a tree without comments, with sorted attributes. */
export function renderTree(template: unknown): Tree.DocumentFragment {
  const tree = parseFragment(collectResultSync(render(template, {customElementHostStack: [host]})));
  tidy(tree);
  return tree;
}

function tidy(node: Tree.ParentNode): void {
  node.childNodes = dropIndentation(node.childNodes.filter((child) => child.nodeName !== '#comment'));
  for (const child of node.childNodes) {
    // In a browser Lit writes them in another order.
    if ('attrs' in child) child.attrs.sort((one, other) => (one.name < other.name ? -1 : 1));
    if ('childNodes' in child) tidy(child);
  }
}

/** Inline nodes, between which a line break of the template is a space. */
const INLINE = new Set(['#text', 'a', 'b', 'bdi', 's', 'small', 'span']);

/**
 * Replaces line breaks of templates with a space between inline nodes, and removes them between blocks. The build has
 * already removed most of them.
 */
function dropIndentation(nodes: readonly Tree.ChildNode[]): Tree.ChildNode[] {
  const kept: Tree.ChildNode[] = [];
  let indentation: Tree.ChildNode | undefined;
  for (const node of nodes) {
    if ('value' in node && /^[ \n]*\n[ \n]*$/.test(node.value)) {
      indentation ??= {...node, value: ' '};
      continue;
    }
    if (indentation && INLINE.has(kept.at(-1)?.nodeName ?? '') && INLINE.has(node.nodeName)) kept.push(indentation);
    indentation = undefined;
    kept.push(node);
  }
  return kept;
}

function dropClasses(node: Tree.ParentNode): void {
  for (const child of node.childNodes) {
    if ('attrs' in child) child.attrs = child.attrs.filter(({name}) => name !== 'class');
    if ('childNodes' in child) dropClasses(child);
  }
}
