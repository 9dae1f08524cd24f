import {hasClass, hasText, headingLevel, isBlock, makeElement, makeText, type MarkupNode} from './markup.js';

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
  /** Number of columns of the table that the node is in. */
  readonly columns?: number;
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
  if (hasClass(node, 'number') || hasClass(node, 'marks')) return [];
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
    case 'p': {
      const [text] = children;
      if (text && hasClass(text, 'text')) return convertText(text, options);
      if (hasClass(node, 'names')) return makeParagraph(joinPlaces(node, options));
      return makeParagraph(hasClass(node, 'who') ? joinParts(children, options) : convertAll(children, options));
    }
    case 'dt':
      return [makeElement('dt', [makeElement('b', convertAll(children, options))])];
    case 'table': {
      const columns = countColumns(node);
      return columns > MAX_COLUMNS ? stackCells(node, options) : [copy(node, {...options, columns})];
    }
    case 'thead':
      return [makeTableHead(node, options)];
    case 'tbody':
      return [makeElement('tbody', convertAll(children, options), {valign: 'top'})];
    case 'tr':
      return splitRow(node, options);
    case 'li':
      return hasClass(node, 'place') ? [makeElement('li', joinParts(children, options))] : [copy(node, options)];
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

/** Converts the line that opens details: what precedes the marks, which each claim has itself, or a heading. */
function convertSummary({children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  const text = children.find((child) => hasClass(child, 'text'));
  if (text) return convertText(text, options);
  const [only, ...others] = children.filter((child) => hasText(child));
  if (only && headingLevel(only) && others.length === 0) return convert(only, options);
  return [convertHeading(makeElement(`h${String(Math.min(6, options.level + 1))}`, children), options)];
}

/** Converts the speaker, the label and the notes of a statement, each to a paragraph. */
function convertText({children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  const isPart = (child: MarkupNode): boolean => ['who', 'label', 'note'].some((name) => hasClass(child, name));
  const lead = children.filter((child) => !isPart(child));
  return [
    ...makeParagraph(convertAll(lead, options)),
    ...children.filter(isPart).flatMap((part) => {
      const content = part.children.filter((child) => !hasClass(child, 'colon'));
      return makeParagraph(convertAll(content, options));
    }),
  ];
}

function headerCells({children}: MarkupNode): readonly MarkupNode[] {
  return children.flatMap((row) => row.children.filter((cell) => hasClass(cell, 'side')));
}

function countColumns({children}: MarkupNode): number {
  return children.flatMap((part) => (part.name === 'thead' ? headerCells(part) : [])).length;
}

/** Puts the cells of a table below each other. Each cell names its side, so the header isn't needed. */
function stackCells({children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  const rows = children.flatMap((part) => (part.name === 'tbody' ? part.children : []));
  return rows.flatMap((row) => row.children.flatMap((cell) => convertCell(cell, options)));
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

/** Splits a row: a narrow table has columns for the sides only. The topic and others have all of its width. */
function splitRow({children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  const colspan = String(options.columns ?? 1);
  const sides = children.filter((cell) => hasClass(cell, 'side'));
  const sideRow = makeElement(
    'tr',
    sides.map((cell) => makeElement('td', convertCell(cell, options))),
  );
  const rows = children.flatMap((cell) => {
    if (cell === sides[0]) return hasText(sideRow) ? [sideRow] : [];
    const content = sides.includes(cell) ? [] : convertCell(cell, options);
    if (cell.name !== 'th') return content.length > 0 ? [wideRow('td', content, {colspan})] : [];
    const [heading, ...others] = content;
    if (!heading) return [];
    const line = heading.name === 'p' ? heading.children : [heading];
    return [
      wideRow('th', line, {scope: 'rowgroup', colspan}),
      ...(others.length > 0 ? [wideRow('td', others, {colspan})] : []),
    ];
  });
  return rows;
}

function wideRow(name: 'td' | 'th', content: readonly MarkupNode[], attributes: MarkupNode['attributes']): MarkupNode {
  return makeElement('tr', [makeElement(name, content, attributes)]);
}

/** Converts the content of a cell. In the header of a row the heading comes first, then the claims about the topic. */
function convertCell({name, children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  if (name !== 'th') return convertAll(children, options);
  const parts = children.flatMap((child) => (child.name === 'details' ? child.children : [child]));
  const claims = parts.filter((part) => part.name === 'ul').flatMap(({children}) => children);
  const headings = parts
    .filter((part) => part.name !== 'ul')
    .flatMap((part) => (part.name === 'summary' ? part.children : [part]))
    .filter(hasText);
  const [heading, ...notes] = headings;
  const note = notes.flatMap((part) => [DOT, ...convert(part, options)]);
  const line = heading && makeElement(heading.name, [...heading.children, ...note], heading.attributes);
  return [
    ...(line ? convert(line, options) : []),
    ...claims.flatMap((claim) => (claim.name === 'li' ? makeParagraph(convertAll(claim.children, options)) : [])),
  ];
}

/** Joins the names of places that share their statements. */
function joinPlaces({children}: MarkupNode, options: PlainOptions): readonly MarkupNode[] {
  return children
    .filter((child) => hasClass(child, 'place'))
    .flatMap((place, i) => [...(i > 0 ? [makeText(', ')] : []), ...joinParts(place.children, options)]);
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
