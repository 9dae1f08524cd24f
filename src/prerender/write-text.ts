import type {DefaultTreeAdapterTypes as Tree} from 'parse5';

/** Elements whose content stands on lines of its own. */
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
 * Plain text of a plain layer, for newsletters and feeds: headings underlined, lists with a dash or their number, a
 * link's address after it in brackets. Lines are not wrapped; a mail program or a reader does that.
 */
export function writeText(tree: Tree.DocumentFragment): string {
  const lines: string[] = [];
  writeBlocks(tree, '', '', lines);
  // One blank line at most.
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/**
 * Writes what stands in a node.
 *
 * @param lead What its first line begins with, such as a dash.
 * @param indent What its other lines begin with.
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

/** With blanks as a browser shows them. */
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
