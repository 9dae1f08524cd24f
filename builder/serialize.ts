import {render} from 'lit';
import {escapeMarkdown} from '../src/snippet/escape-markdown.js';
import {writeMarkdown, type MarkupNode} from '../src/snippet/write-markdown.js';

/**
 * A template as HTML, the way the prerenderer writes it: without Lit's markers, which are comments, and with neighbouring
 * texts as one.
 */
export function renderHtml(template: unknown): string {
  return escapeMarkdown(write(renderTree(template)));
}

/** The same without classes, which would mean nothing in a page, or something else. */
export function renderPlainHtml(template: unknown): string {
  const root = renderTree(template);
  for (const element of root.querySelectorAll('[class]')) element.removeAttribute('class');
  return escapeMarkdown(write(root));
}

/** A template as Markdown. */
export function renderMarkdown(template: unknown): string {
  return writeMarkdown(toMarkup(renderTree(template)));
}

function toMarkup({childNodes}: Node): MarkupNode[] {
  return [...childNodes].map((node) => ({
    name: node instanceof Element ? node.localName : '',
    text: node instanceof Text ? node.data : '',
    children: toMarkup(node),
    href: node instanceof Element ? (node.getAttribute('href') ?? undefined) : undefined,
  }));
}

function renderTree(template: unknown): HTMLElement {
  const root = document.createElement('div');
  render(template, root);
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  root.normalize();
  for (const element of root.querySelectorAll('*')) sortAttributes(element);
  return root;
}

/** By name: the order in which Lit sets them is not that of the template. */
function sortAttributes(element: Element): void {
  const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const {name} of attributes) element.removeAttribute(name);
  for (const {name, value} of attributes) element.setAttribute(name, value);
}

/**
 * An empty line in a text would end the HTML in a Markdown file; as a reference it is still the same text. A return is a line
 * break for whoever reads HTML.
 */
function write(root: Element): string {
  return root.getHTML().replaceAll(/\r\n?|\n/g, '&#10;');
}
