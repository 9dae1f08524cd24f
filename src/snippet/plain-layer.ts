import {hasText, headingLevel, isBlock, makeElement, makeText, type MarkupNode} from './markup.js';

// The plain layer is readable without styles and attributes, since a host may strip both. Everything that live boxes
// collapse is visible, and each claim has its speaker, certainty and place in brackets after it. Two legacy table
// attributes replace styles, as in mail: columns of sides have the same width, and their cells align at the top.

/**
 * Headings of a plain layer. `all`: all of them, for text output. `one`: only the box's heading, and bold lines inside,
 * so that the box adds one entry to a page's outline. `role`: the same, but the heading is a paragraph with that role:
 * inside an element the plain layer is hidden, and table-of-contents scripts would list every `h3`.
 */
export type PlainHeadings = 'all' | 'one' | 'role';

/** Attributes of the shadow layer that keep their meaning without its styles. */
const KEPT_ATTRIBUTES = ['lang', 'dir', 'href'];

/** More columns are wider than a phone or an article, where our styles can't stack them. */
const MAX_COLUMNS = 3;

const DOT = makeText('\u00a0· ');

interface PlainOptions {
  readonly headings: PlainHeadings;
  /** Level of the box's heading. */
  readonly level: number;
}

/**
 * Makes the plain layer from the shadow layer, so that everything the shadow layer says is in both. Recognizes the parts
 * of a box by the elements and class names of our templates.
 *
 * @param shadow Content of the shadow root, rendered with `isPlain`.
 */
export function makePlainLayer(shadow: readonly MarkupNode[], headings: PlainHeadings): readonly MarkupNode[] {
  const levels = shadow.flatMap(({children}) => children.flatMap((child) => headingLevel(child) ?? []));
  return convertAll(shadow, {headings, level: levels[0] ?? 3});
}

function convertAll(nodes: readonly MarkupNode[], options: PlainOptions): readonly MarkupNode[] {
  const plain = nodes.flatMap((node, i) => {
    // An en space before a mark becomes a space: it is for the style of marks.
    const next = nodes[i + 1];
    const isBeforeMark = node.text.endsWith('\u2002') && next && hasClass(next, 'mark');
    return isBeforeMark ? makeText(`${node.text.slice(0, -1)} `) : convert(node, options);
  });
  return plain.some(isBlock) ? joinLists(plain.filter((node) => isBlock(node) || hasText(node))) : plain;
}

function convert(node: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  const {name, children} = node;
  if (hasClass(node, 'number')) return [];
  if (hasClass(node, 'mark') && name === 'span')
    return [makeElement('small', [makeText('('), ...convertAll(children, options), makeText(')')])];
  switch (name) {
    case '':
      return [node];
    case 'figure':
    case 'slot':
    case 'svg':
      return [];
    case 'div':
    case 'footer':
    case 'details': {
      const content = convertAll(children, options);
      return content.some(isBlock) ? content : makeParagraph(content);
    }
    case 'summary':
      return convertSummary(node, options);
    case 'p':
      return makeParagraph(
        hasClass(node, 'who') || hasClass(node, 'place') ? joinParts(children, options) : convertAll(children, options),
      );
    case 'dt':
      return [makeElement('dt', [makeElement('b', convertAll(children, options))])];
    case 'table':
      return countColumns(node) > MAX_COLUMNS ? stackCells(node, options) : [copy(node, options)];
    case 'thead':
      return [makeTableHead(node, options)];
    case 'tbody':
      return [makeElement('tbody', convertAll(children, options), {valign: 'top'})];
    case 'td':
    case 'th':
      return [convertCell(node, options)];
    case 'span':
      return node.attributes['lang'] ? [copy(node, options)] : convertAll(children, options);
    case 'dl':
    case 'ol':
    case 'ul':
      return hasText(node) ? [copy(node, options)] : [];
    default:
      return headingLevel(node) ? [convertHeading(node, options)] : [copy(node, options)];
  }
}

/** Converts the box's heading, or makes a heading of a part of it. */
function convertHeading(node: MarkupNode, options: PlainOptions): MarkupNode {
  const {headings, level} = options;
  const content = convertAll(node.children, options);
  const isOfBox = hasClass(node, 'heading');
  if (headings === 'all' || (headings === 'one' && isOfBox)) return makeElement(node.name, content);
  return makeElement('p', [makeElement('b', content)], isOfBox ? {role: 'heading', 'aria-level': String(level)} : {});
}

/**
 * Converts the line that opens details. Above claims, that is what precedes the marks, which each claim has itself.
 * Otherwise it is a heading.
 */
function convertSummary({children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  if (!children.some((child) => hasClass(child, 'mark'))) {
    return [convertHeading(makeElement(`h${String(Math.min(6, options.level + 1))}`, children), options)];
  }
  const lead = children.filter((child) => !hasClass(child, 'mark') && !hasClass(child, 'count'));
  return makeParagraph(joinParts(lead, options));
}

function headerCells({children}: MarkupNode): readonly MarkupNode[] {
  return children.flatMap((row) => row.children.filter(({name}) => name === 'th'));
}

function countColumns({children}: MarkupNode): number {
  return children.flatMap((part) => (part.name === 'thead' ? headerCells(part) : [])).length;
}

/** Puts the cells of a table below each other. Each cell names its side, so the header isn't needed. */
function stackCells({children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  const rows = children.flatMap((part) => (part.name === 'tbody' ? part.children : []));
  return rows.flatMap((row) => row.children.flatMap((cell) => convertAll(cell.children, options)));
}

function makeTableHead(head: MarkupNode, options: PlainOptions): MarkupNode {
  const columns = headerCells(head);
  const width = `${String(Math.floor(100 / columns.length))}%`;
  const cells = columns.map(({children}) =>
    makeElement(
      'th',
      // Header cells are bold.
      joinParts(
        children.map((part) => makeElement('span', part.children)),
        options,
      ),
      {scope: 'col', width},
    ),
  );
  // A space keeps the names apart where a converter drops tables.
  const row = cells.flatMap((cell, i) => (i > 0 ? [makeText(' '), cell] : [cell]));
  return makeElement('thead', [makeElement('tr', row)]);
}

function convertCell({name, attributes, children}: MarkupNode, options: PlainOptions): MarkupNode {
  const colspan = attributes['aria-colspan'];
  const content = convertAll(children, options);
  const [only, ...others] = content;
  const isLine = name === 'th' && only?.name === 'p' && others.length === 0;
  return makeElement(name, isLine ? only.children : content, {
    ...(name === 'th' && {scope: 'rowgroup'}),
    ...(colspan && {colspan}),
  });
}

/** Joins the parts of a line, which only styles separate in the shadow layer. */
function joinParts(parts: readonly MarkupNode[], options: PlainOptions): readonly MarkupNode[] {
  return parts
    .flatMap((part) => {
      const content = convert(part, options);
      return content.some(hasText) ? [content] : [];
    })
    .flatMap((content, i) => (i > 0 ? [DOT, ...content] : content));
}

/** Joins adjacent numbered lists: the groups of one list that is rendered in groups. */
function joinLists(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const groups = nodes.filter(({name}) => name === 'ol');
  if (groups.length < 2) return nodes;
  const list = makeElement(
    'ol',
    groups.flatMap(({children}) => children),
  );
  return nodes.flatMap((node) => (node === groups[0] ? list : node.name === 'ol' ? [] : node));
}

/** Makes a paragraph, or nothing if it would be empty. */
function makeParagraph(content: readonly MarkupNode[]): readonly MarkupNode[] {
  const last = content.at(-1);
  const trimmed = last?.text ? [...content.slice(0, -1), makeText(last.text.trimEnd())] : content;
  return content.some(hasText) ? [makeElement('p', trimmed)] : [];
}

function copy({name, attributes, children}: MarkupNode, options: PlainOptions): MarkupNode {
  const kept = KEPT_ATTRIBUTES.flatMap((attribute) => {
    const value = attributes[attribute];
    return value === undefined ? [] : [[attribute, value] as const];
  });
  return makeElement(name, convertAll(children, options), Object.fromEntries(kept));
}

function hasClass({attributes}: MarkupNode, className: string): boolean {
  return attributes['class']?.split(' ').includes(className) ?? false;
}
