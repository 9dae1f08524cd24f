import {render} from 'lit';
import {escapeMarkdown} from '../src/snippet/escape-markdown.js';
import {writeMarkdown, type MarkupNode} from '../src/snippet/write-markdown.js';

/**
 * Renders a template as HTML in the same way as the prerenderer: without Lit's comment markers and with adjacent text
 * nodes merged.
 */
export function renderHtml(template: unknown): string {
  return escapeMarkdown(write(renderTree(template)));
}

/** Renders a template as HTML without classes, which the page doesn't define or defines differently. */
export function renderPlainHtml(template: unknown): string {
  const root = renderTree(template);
  for (const element of root.querySelectorAll('[class]')) element.removeAttribute('class');
  return escapeMarkdown(write(root));
}

/** Renders a template as Markdown. */
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

/** Sorted by name, because Lit doesn't set attributes in template order. */
function sortAttributes(element: Element): void {
  const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const {name} of attributes) element.removeAttribute(name);
  for (const {name, value} of attributes) element.setAttribute(name, value);
}

/**
 * Escapes line breaks: an empty line would end the HTML in a Markdown file. HTML parsers treat a carriage return as a
 * line break.
 */
function write(root: Element): string {
  return root.getHTML().replaceAll(/\r\n?|\n/g, '&#10;');
}
