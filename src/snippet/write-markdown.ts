import {collapseSpace, headingLevel, isBlock, type MarkupNode} from './markup.js';

/**
 * Writes a plain layer as Markdown without HTML, for systems that remove HTML: headings, lists, GitHub tables and
 * links. No text in it can start or end a block.
 */
export function writeMarkdown(nodes: readonly MarkupNode[]): string {
  return `${writeBlocks(nodes).join('\n\n')}\n`;
}

/** Returns blocks without the empty lines between them. */
function writeBlocks(nodes: readonly MarkupNode[]): string[] {
  const blocks: string[] = [];
  let line = '';
  const flush = (): void => {
    const text = collapseSpace(line);
    line = '';
    if (text) blocks.push(guardStart(text));
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      line += inline(node);
      continue;
    }
    flush();
    blocks.push(...writeBlock(node));
  }
  flush();
  return blocks;
}

function writeBlock(node: MarkupNode): string[] {
  const {name, children} = node;
  const level = headingLevel(node);
  if (level) return [`${'#'.repeat(level)} ${collapseSpace(children.map(inline).join(''))}`];
  switch (name) {
    case 'ul':
    case 'ol':
      return [writeList(children, name === 'ol')];
    case 'table':
      return writeTable(children);
    case 'dt':
      return [`**${collapseSpace(children.map(inline).join('')).replace(/^\*\*|\*\*$/g, '')}**`];
    default:
      return writeBlocks(children);
  }
}

function writeList(children: readonly MarkupNode[], isOrdered: boolean): string {
  const items = children.filter(({name}) => name === 'li').map((item) => writeBlocks(item.children));
  // A loose list only if an item has more than one block.
  const gap = items.some((blocks) => blocks.length > 1) ? '\n\n' : '\n';
  return items
    .map((blocks, i) => {
      const mark = isOrdered ? `${String(i + 1)}. ` : '- ';
      return mark + blocks.join('\n\n').replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    })
    .join(gap);
}

/** Writes each complete row as a table with the header. A cell across all columns comes between these tables. */
function writeTable(parts: readonly MarkupNode[]): string[] {
  const rowsOf = ({children}: MarkupNode): MarkupNode[] => children.filter(({name}) => name === 'tr');
  const head =
    parts
      .filter(({name}) => name === 'thead')
      .flatMap(rowsOf)[0]
      ?.children.filter(isCell) ?? [];
  const rule = `| ${head.map(() => '---').join(' | ')} |`;
  return parts
    .filter(({name}) => name === 'tbody')
    .flatMap(rowsOf)
    .flatMap((row) => {
      const cells = row.children.filter(isCell);
      const [first] = cells;
      if (first && cells.length < head.length) {
        return first.name === 'th' && first.children.every((child) => !isBlock(child))
          ? writeBlock({...first, name: 'dt'})
          : writeBlocks(first.children);
      }
      return [[writeRow(head), rule, writeRow(cells)].join('\n')];
    });
}

function isCell({name}: MarkupNode): boolean {
  return name === 'th' || name === 'td';
}

/** Writes a row. A cell has one line, so list items are separated by bullets. */
function writeRow(cells: readonly MarkupNode[]): string {
  const flatten = (node: MarkupNode): string => {
    if (!isBlock(node)) return inline(node);
    return ` ${node.name === 'li' ? '• ' : ''}${node.children.map(flatten).join('')} `;
  };
  return `| ${cells.map((cell) => collapseSpace(flatten(cell))).join(' | ')} |`;
}

function inline(node: MarkupNode): string {
  const {name, text, children, attributes} = node;
  const {href} = attributes;
  if (!name) return escape(text);
  const content = children.map(inline).join('');
  if (!content.trim()) return content;
  if (name === 'b') return content.replace(/^(\s*)(.*?)(\s*)$/s, '$1**$2**$3');
  return href
    ? `[${content}](${href
        .replaceAll(/[\s()<>\\]/g, encodeURIComponent)
        .replaceAll('(', '%28')
        .replaceAll(')', '%29')})`
    : content;
}

/** Escapes characters that Markdown engines, MDX or shortcodes interpret. */
function escape(text: string): string {
  // Braces become character references: Liquid, Hugo and Nunjucks interpret them before Markdown does and ignore
  // backslashes.
  return text
    .replaceAll(/[\\`*_[\]<>|~$&]/g, '\\$&')
    .replaceAll(/[{}]/g, (brace) => `&#${String(brace.charCodeAt(0))};`);
}

/** Escapes the start of a line that would become a heading, a list, a rule, a container or an MDX statement. */
function guardStart(text: string): string {
  const [word] = /^(?:import|export)(?=\s)/.exec(text) ?? [];
  if (word) return `&#${String(word.charCodeAt(0))};${text.slice(1)}`;
  return text.replace(/^([#+=:-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
