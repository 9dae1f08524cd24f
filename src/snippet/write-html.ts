import type {MarkupNode} from './markup.js';

/**
 * Writes nodes as HTML on one line, as a browser serializes them. Attributes are sorted, because Lit sets them in
 * another order in a browser. In texts, characters that Markdown engines, MDX, template engines or shortcodes would
 * interpret become references: they look for expressions, emphasis and links between tags. Line breaks become
 * references everywhere: an empty line would end the HTML in a Markdown file. A browser shows the same text.
 */
export function writeHtml(nodes: readonly MarkupNode[]): string {
  return writeNodes(nodes).replaceAll(/\r\n?|\n/g, '&#10;');
}

function writeNodes(nodes: readonly MarkupNode[]): string {
  let html = '';
  for (const {name, text, attributes, children} of nodes) {
    if (name) html += `<${name}${writeAttributes(attributes)}>${writeNodes(children)}</${name}>`;
    else html += text.replaceAll(/[&\u00a0<>{}*_`[\]\\~$]/g, escape);
  }
  return html;
}

function writeAttributes(attributes: MarkupNode['attributes']): string {
  let written = '';
  for (const name of Object.keys(attributes).sort()) {
    written += ` ${name}="${(attributes[name] ?? '').replaceAll(/[&\u00a0<>"]/g, escape)}"`;
  }
  return written;
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\u00a0': '&nbsp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(char: string): string {
  return NAMED[char] ?? `&#${String(char.charCodeAt(0))};`;
}
