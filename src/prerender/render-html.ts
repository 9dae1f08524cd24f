import {ElementRenderer} from '@lit-labs/ssr/lib/element-renderer.js';
import {render} from '@lit-labs/ssr/lib/render.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {parseFragment, serialize, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import {escapeMarkdown} from '../snippet/escape-markdown.js';
import type {MarkupNode} from '../snippet/write-markdown.js';

/** Stands for the element around a template, which Lit asks for at every slot. */
class Host extends ElementRenderer {}

const host = new Host('summit-element');

/**
 * A template as HTML, written as a browser writes a DOM. Lit's markers are left out: they are for hydration, which our
 * elements do without, and would be a quarter of a snippet.
 */
export function renderHtml(template: unknown): string {
  return escapeMarkdown(write(renderTree(template)));
}

/** The same without classes, which would mean nothing in a page, or something else. */
export function renderPlainHtml(template: unknown): string {
  const tree = renderTree(template);
  dropClasses(tree);
  return escapeMarkdown(write(tree));
}

/** A tree for `writeMarkdown`. */
export function toMarkup({childNodes}: Tree.ParentNode): readonly MarkupNode[] {
  return childNodes.map((node) => ({
    name: node.nodeName.startsWith('#') ? '' : node.nodeName,
    text: node.nodeName === '#text' ? (node as Tree.TextNode).value : '',
    children: 'childNodes' in node ? toMarkup(node) : [],
    href: 'attrs' in node ? node.attrs.find(({name}) => name === 'href')?.value : undefined,
  }));
}

/** An empty line in a text would end the HTML in a Markdown file; as a reference it is still the same text. */
function write(tree: Tree.DocumentFragment): string {
  return serialize(tree).replaceAll('\n', '&#10;');
}

/** The same as a tree, with no comment in it, and with attributes in the order of their names. */
export function renderTree(template: unknown): Tree.DocumentFragment {
  const tree = parseFragment(collectResultSync(render(template, {customElementHostStack: [host]})));
  tidy(tree);
  return tree;
}

function tidy(node: Tree.ParentNode): void {
  node.childNodes = dropIndentation(node.childNodes.filter((child) => child.nodeName !== '#comment'));
  for (const child of node.childNodes) {
    // Lit writes them in another order in a browser.
    if ('attrs' in child) child.attrs.sort((one, other) => (one.name < other.name ? -1 : 1));
    if ('childNodes' in child) tidy(child);
  }
}

/** Elements in a line of text, where a line break of the template is a blank. */
const INLINE = new Set(['#text', 'a', 'b', 'bdi', 's', 'small', 'span']);

/** Line breaks of templates are layout: a blank within a line of text, nothing between blocks. The build removes most of them before. */
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
