import {collapseSpace, headingLevel, isBlock, type MarkupNode} from './markup.js';

/**
 * Writes a plain layer as plain text, for newsletters and feeds: underlined headings, lists with dashes or numbers, and
 * the URL of a link in brackets after it. Lines aren't wrapped; mail programs and feed readers do that.
 */
export function writeText(nodes: readonly MarkupNode[]): string {
  const lines: string[] = [];
  writeBlocks({name: '', children: nodes}, '', '', lines);
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
function writeBlocks(
  parent: Pick<MarkupNode, 'name' | 'children'>,
  lead: string,
  indent: string,
  lines: string[],
): void {
  let next = lead;
  let run = '';
  const put = (text: string): void => {
    lines.push(`${next}${text}`);
    next = indent;
  };
  const flush = (): void => {
    const text = collapseSpace(run);
    run = '';
    if (text) put(text);
  };
  let number = 0;
  let previous = '';
  for (const child of parent.children) {
    const {name} = child;
    if (headingLevel(child)) {
      flush();
      const text = collapseSpace(inline(child));
      if (!next.trim()) lines.push('');
      const isFirst = !lines.some(Boolean);
      put(text);
      put((isFirst ? '=' : '-').repeat(text.length));
      lines.push('');
    } else if (isBlock(child)) {
      flush();
      if (name === 'li') {
        number += 1;
        const mark = parent.name === 'ol' ? `${String(number)}. ` : '- ';
        writeBlocks(child, `${next}${mark}`, indent + ' '.repeat(mark.length), lines);
        next = indent;
      } else if (name === 'dd') {
        writeBlocks(child, `${indent}  `, `${indent}  `, lines);
      } else {
        // A cell may have several statements, each with a list of claims.
        const isNextStatement = name === 'p' && parent.name === 'td' && previous === 'ul';
        if (isNextStatement || name === 'dt' || (name === 'tr' && parent.name === 'tbody') || name === 'thead')
          lines.push('');
        writeBlocks(child, next, indent, lines);
        if (lines.length > 0) next = indent;
        if (parent.name === 'section' || name === 'td') lines.push('');
      }
    } else {
      run += inline(child);
    }
    previous = name;
  }
  flush();
}

function inline({name, text, attributes, children}: MarkupNode): string {
  if (!name) return text;
  const content = children.map(inline).join('');
  // The list of sources has the URLs of the links in brackets after the claims.
  if (name === 'small') return children.map(textOf).join('');
  const {href} = attributes;
  return href && href !== content ? `${content} (${href})` : content;
}

function textOf({text, children}: MarkupNode): string {
  return text + children.map(textOf).join('');
}
