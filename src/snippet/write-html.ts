import {escapeMarkdown} from './escape-markdown.js';
import type {MarkupNode} from './markup.js';

/**
 * Writes nodes as HTML on one line, as a browser serializes them. Attributes are sorted, because Lit sets them in
 * another order in a browser. Characters that Markdown or template engines interpret become references, and so do line
 * breaks: an empty line would end the HTML in a Markdown file.
 */
export function writeHtml(nodes: readonly MarkupNode[]): string {
  return escapeMarkdown(nodes.map(writeNode).join('')).replaceAll(/\r\n?|\n/g, '&#10;');
}

function writeNode({name, text, attributes, children}: MarkupNode): string {
  if (!name) return escape(text);
  const written = Object.entries(attributes)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([attribute, value]) => ` ${attribute}="${escape(value).replaceAll('"', '&quot;')}"`);
  return `<${name}${written.join('')}>${children.map(writeNode).join('')}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
