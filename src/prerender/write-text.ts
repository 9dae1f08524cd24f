import type {DefaultTreeAdapterTypes as Tree} from 'parse5';

/** Block elements, whose content is on separate lines. */
const BLOCKS = new Set([
  'section',
  'p',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
]);

/**
 * Writes a plain layer as plain text, for newsletters and feeds: underlined headings, lists with dashes or numbers, and
 * the URL of a link in brackets after it. Lines aren't wrapped; mail programs and feed readers do that.
 */
export function writeText(tree: Tree.DocumentFragment): string {
  const lines: string[] = [];
  writeBlocks(tree, '', '', lines);
  // At most one blank line.
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/**
 * Writes the content of a node.
 *
 * @param lead Start of its first line, such as a dash.
 * @param indent Start of its other lines.
 */
function writeBlocks(node: Tree.ParentNode, lead: string, indent: string, lines: string[]): void {
  let next = lead;
  let run = '';
  const put = (text: string): void => {
    lines.push(`${next}${text}`);
    next = indent;
  };
  const flush = (): void => {
    const text = even(run);
    run = '';
    if (text) put(text);
  };
  let number = 0;
  for (const child of node.childNodes) {
    const name = child.nodeName;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level && 'childNodes' in child) {
      flush();
      const text = even(inline(child));
      if (!next.trim()) lines.push('');
      const isFirst = !lines.some(Boolean);
      put(text);
      put((isFirst ? '=' : '-').repeat(text.length));
      lines.push('');
    } else if (BLOCKS.has(name) && 'childNodes' in child) {
      flush();
      if (name === 'li') {
        number += 1;
        const mark = node.nodeName === 'ol' ? `${String(number)}. ` : '- ';
        writeBlocks(child, `${next}${mark}`, indent + ' '.repeat(mark.length), lines);
        next = indent;
      } else if (name === 'dd') {
        writeBlocks(child, `${indent}  `, `${indent}  `, lines);
      } else {
        if (name === 'dt' || (name === 'tr' && node.nodeName === 'tbody') || name === 'thead') lines.push('');
        writeBlocks(child, next, indent, lines);
        if (lines.length > 0) next = indent;
        if (node.nodeName === 'section' || name === 'td') lines.push('');
      }
    } else {
      run += inlineOf(child);
    }
  }
  flush();
}

/** Collapses white space as a browser does. */
function even(text: string): string {
  return text.replace(/[^\S\u00a0\u2002]+/g, ' ').trim();
}

function inline(node: Tree.ParentNode): string {
  return node.childNodes.map(inlineOf).join('');
}

function inlineOf(node: Tree.ChildNode): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (!('childNodes' in node)) return '';
  const text = inline(node);
  const href = 'attrs' in node ? node.attrs.find(({name}) => name === 'href')?.value : undefined;
  return href && href !== text ? `${text} (${href})` : text;
}
