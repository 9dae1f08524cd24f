/** A node of a plain layer, of whatever tree: that of a parser or that of a browser. */
export interface MarkupNode {
  /** Name of the element in small letters; empty for a text. */
  readonly name: string;
  /** The text of a text; empty for an element. */
  readonly text: string;
  readonly children: readonly MarkupNode[];
  readonly href?: string | undefined;
}

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
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/**
 * A plain layer as Markdown, for systems that drop HTML: headings, lists, tables (as GitHub and most others read them) and
 * links, no HTML. No line begins or ends a block that it should not, whatever the texts hold.
 */
export function writeMarkdown(nodes: readonly MarkupNode[]): string {
  return `${writeBlocks(nodes).join('\n\n')}\n`;
}

/** Blocks without the empty lines between them. */
function writeBlocks(nodes: readonly MarkupNode[]): string[] {
  const blocks: string[] = [];
  let line = '';
  const flush = (): void => {
    const text = tidy(line);
    line = '';
    if (text) blocks.push(guardStart(text));
  };
  for (const node of nodes) {
    if (!BLOCKS.has(node.name)) {
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
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return [`${'#'.repeat(Number(level))} ${tidy(children.map(inline).join(''))}`];
  switch (name) {
    case 'ul':
    case 'ol':
      return [writeList(children, name === 'ol')];
    case 'table':
      return writeTable(children);
    case 'dt':
      return [`**${tidy(children.map(inline).join('')).replace(/^\*\*|\*\*$/g, '')}**`];
    default:
      return writeBlocks(children);
  }
}

function writeList(children: readonly MarkupNode[], isOrdered: boolean): string {
  const items = children.filter(({name}) => name === 'li').map((item) => writeBlocks(item.children));
  // Loose only where an item has more than a line.
  const gap = items.some((blocks) => blocks.length > 1) ? '\n\n' : '\n';
  return items
    .map((blocks, i) => {
      const mark = isOrdered ? `${String(i + 1)}. ` : '- ';
      return mark + blocks.join('\n\n').replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    })
    .join(gap);
}

/** A row of as many cells as the head is a table with that head; a cell across all columns stands between such tables. */
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
        return first.name === 'th' && first.children.every(({name}) => !BLOCKS.has(name))
          ? writeBlock({...first, name: 'dt'})
          : writeBlocks(first.children);
      }
      return [[writeRow(head), rule, writeRow(cells)].join('\n')];
    });
}

function isCell({name}: MarkupNode): boolean {
  return name === 'th' || name === 'td';
}

/** A cell holds one line: items of its lists follow each other with a bullet. */
function writeRow(cells: readonly MarkupNode[]): string {
  const flatten = (node: MarkupNode): string => {
    if (!BLOCKS.has(node.name)) return inline(node);
    return ` ${node.name === 'li' ? '• ' : ''}${node.children.map(flatten).join('')} `;
  };
  return `| ${cells.map((cell) => tidy(flatten(cell))).join(' | ')} |`;
}

function inline(node: MarkupNode): string {
  const {name, text, children, href} = node;
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

/** A text without anything that a Markdown engine, MDX or a shortcode reads as more than text. */
function escape(text: string): string {
  // Braces as references: Liquid, Hugo and Nunjucks read them before Markdown does, and know no backslash.
  return text
    .replaceAll(/[\\`*_[\]<>|~$&]/g, '\\$&')
    .replaceAll(/[{}]/g, (brace) => `&#${String(brace.charCodeAt(0))};`);
}

/** What would make a heading, a list, a rule, a container or a statement of MDX of a line that begins with it. */
function guardStart(text: string): string {
  const [word] = /^(?:import|export)(?=\s)/.exec(text) ?? [];
  if (word) return `&#${String(word.charCodeAt(0))};${text.slice(1)}`;
  return text.replace(/^([#+=:-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** With blanks as a browser shows them, on one line. */
function tidy(text: string): string {
  return text.replaceAll(/[^\S\u00a0\u2002]+/g, ' ').trim();
}
