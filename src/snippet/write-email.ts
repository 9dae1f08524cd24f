import {tokenDefaults, tokenSwatches} from '../element/token-values.js';
import {convertInline, makeLink, typeStyles, type InlineOptions} from './email-inline.js';
import {hasClass, hasText, headingLevel, isBlock, makeElement, makeText, type MarkupNode} from './markup.js';
import {writeHtml} from './write-html.js';

// Only here are inline styles allowed: mail programs drop style sheets, and pages never get this output.
//
// Word lays out mail in Outlook for Windows: padding works only in table cells, and a table doesn't inherit the style of
// text. So each part of the box is a cell with its whole style. Cells have both colours, because mail programs with a
// dark theme invert either both or neither.

/** Link to the page with the live box. */
export interface PageLink {
  /** Absolute http(s) URL. */
  readonly url: string;
  readonly text: string;
}

interface EmailOptions extends InlineOptions {
  /** Level of the box's heading. */
  readonly level: number;
  readonly start: 'left' | 'right';
}

const {accent = '', line = '', muted = '', rule = ''} = tokenSwatches();
const {'accent-width': accentWidth = '0'} = tokenDefaults();

const WIDTH_PX = 600;
const PADDING_PX = 20;
/** Two columns are narrower than the mail: Outlook adds to their width, and they must not wrap there. */
const COLUMN_PX = 275;
const TEXT_CELL = `${typeStyles.text};${typeStyles.background}`;
const SIGNS: Readonly<Record<string, string>> = {seeks: '»', primary: '»', rejects: '×', supports: '+', unclear: '?'};

const DOT = makeText('\u00a0· ');

/**
 * Writes the first level of a box as one table for newsletters, with inline styles only: no script, class, style sheet,
 * image or other file. Two sides are in columns, which go below each other where they don't fit; more sides always are.
 *
 * @param shadow Content of the shadow root, with the speakers of every statement in words.
 * @param link Link at the end. Relative links in the box belong to its page.
 */
export function writeEmail(shadow: readonly MarkupNode[], link?: PageLink): string {
  const box = shadow.find(({name}) => name === 'section');
  const {lang = '', dir = 'ltr'} = box?.attributes ?? {};
  const language = {lang, dir};
  const start = dir === 'rtl' ? 'right' : 'left';
  const level = box?.children.map(headingLevel).find(Boolean) ?? 3;
  const options: EmailOptions = {level, dir, start, baseUrl: link?.url};
  const parts = splitIntoParts(box?.children ?? []).map((part) => part.flatMap((node) => convert(node, options)));
  const rows = parts
    .filter((part) => part.some(hasText))
    .map((part, i) => makeRow(part, {style: i === 0 ? `${TEXT_CELL};padding:0 0 10px` : ruledStyle(rule)}));
  if (link) {
    const content = makeLink(link.url, [makeElement('b', [makeText(link.text)])]);
    rows.push(makeRow([content], {style: ruledStyle(line)}));
  }
  const inset = makeRow([makeTable(rows, {width: '100%'})], {
    ...language,
    align: start,
    style: `${TEXT_CELL};border-top:${accentWidth} solid ${accent};padding:16px ${String(PADDING_PX)}px 8px`,
  });
  const column = makeTable([inset], {
    ...language,
    width: String(WIDTH_PX),
    style: `width:100%;max-width:${String(WIDTH_PX)}px`,
  });
  const around = makeRow([column], {align: 'center', style: TEXT_CELL});
  return writeHtml([makeTable([around], {...language, width: '100%'})]);
}

function ruledStyle(colour: string): string {
  return `${TEXT_CELL};border-top:1px solid ${colour};padding:10px 0 6px`;
}

/** Splits a box where it has rules: between its head, topics, places, facts and its footer. */
function splitIntoParts(nodes: readonly MarkupNode[]): readonly (readonly MarkupNode[])[] {
  const parts: MarkupNode[][] = [];
  let isOpen = false;
  const add = (node: MarkupNode): void => {
    const {name, children} = node;
    if (name === 'tbody' || name === 'footer' || ['common', 'group', 'spoken'].some((part) => hasClass(node, part))) {
      parts.push([node]);
      isOpen = false;
    } else if (name === 'table') {
      // The main aims have the full names, if there are any.
      const hasAims = children.some((part) => hasClass(part, 'aims'));
      children.filter((part) => part.name !== 'thead' || !hasAims).forEach(add);
    } else if (name === 'dl' || name === 'ol' || hasClass(node, 'places') || node.attributes['part'] === 'regions') {
      isOpen = false;
      children.forEach(add);
    } else {
      if (!isOpen) parts.push([]);
      isOpen = true;
      parts.at(-1)?.push(node);
    }
  };
  nodes.forEach(add);
  return parts;
}

function convert(node: MarkupNode, options: EmailOptions): readonly MarkupNode[] {
  const {name, children} = node;
  if (name === 'figure' || name === 'slot' || name === 'svg' || !hasText(node)) return [];
  if (hasClass(node, 'say')) return convertStatement(node, options);
  if (hasClass(node, 'clash')) return [makeInset(convertInline(children, options), accent, options)];
  if (hasClass(node, 'earlier')) {
    return [
      makeInset(
        children.flatMap((child) => convert(child, options)),
        line,
        options,
      ),
    ];
  }
  if (hasClass(node, 'place')) return [makeParagraph(joinParts(children, options), 'text', 2)];
  if (hasClass(node, 'names')) {
    const places = children.filter((child) => hasClass(child, 'place'));
    const content = places.flatMap((place, i) => [
      ...(i > 0 ? [makeText(', ')] : []),
      ...joinParts(place.children, options),
    ]);
    return [makeParagraph(content, 'text', 4)];
  }
  switch (name) {
    case 'tbody':
      return children.flatMap((row) => convertRow(row, options));
    case 'thead':
      return children
        .flatMap((row) => row.children.filter((cell) => hasClass(cell, 'side')))
        .map((cell) => makeParagraph(joinParts(cell.children, options), 'text', 4));
    case 'th':
      return [makeTopic(children, options)];
    case 'dt':
      return [makeHeading(convertInline(children, options), options)];
    case 'p':
      if (hasClass(node, 'who')) return [makeParagraph(joinParts(children, options), 'text', 2)];
      return [makeParagraph(convertInline(children, options, toneOf(node).colour), toneOf(node).type, 4)];
    case 'summary':
      return [makeParagraph([makeElement('b', convertInline(unwrap(children), options))], 'smallMuted', 4)];
    case 'li':
      if (!children.some(isBlock))
        return [makeParagraph(convertInline([{...node, name: 'span'}], options, muted), 'smallMuted', 2)];
      break;
    default:
      if (headingLevel(node) === options.level) {
        return [makeElement(name, convertInline(children, options), {style: `margin:0 0 4px;${typeStyles.title}`})];
      }
      if (headingLevel(node)) return [makeHeading(convertInline(children, options), options)];
  }
  if (children.some(isBlock)) return children.flatMap((child) => convert(child, options));
  return [makeParagraph(convertInline(children, options), 'text', 4)];
}

/** Small muted text keeps its tone. Corrections, updates and withdrawals are small and in ink. */
function toneOf(node: MarkupNode): {type: 'smallMuted' | 'small' | 'text'; colour?: string} {
  if (hasClass(node, 'muted') || hasClass(node, 'gap')) return {type: 'smallMuted', colour: muted};
  return {type: hasClass(node, 'small') ? 'small' : 'text'};
}

/** Converts a row of the comparison: its topic, the sides, others and what concerns all of them. */
function convertRow({children}: MarkupNode, options: EmailOptions): readonly MarkupNode[] {
  const isAims = !children.some((cell) => cell.name === 'th' && headingOf(cell));
  const sides = children.filter((cell) => hasClass(cell, 'side'));
  const columns = sides.map((cell) => convert(cell, options));
  const areBeside = sides.length === 2 && columns.every((column) => column.length > 0);
  return children.flatMap((cell) => {
    if (cell.name === 'th') return isAims ? [] : convert(cell, options);
    if (!areBeside) return convert(cell, options);
    // In a row of their own, so that nothing flows beside them.
    if (cell === sides[0]) {
      return [
        makeTable(
          [
            makeRow(
              columns.map((column) => makeColumn(column, options)),
              {},
            ),
          ],
          {width: '100%'},
        ),
      ];
    }
    return sides.includes(cell) ? [] : convert(cell, options);
  });
}

function headingOf({children}: MarkupNode): MarkupNode | undefined {
  const parts = children.flatMap((part) => (part.name === 'details' ? part.children : [part]));
  return parts.flatMap((part) => (part.name === 'summary' ? part.children : [part])).find((part) => headingLevel(part));
}

/** Makes the heading of a topic, without its claims. */
function makeTopic(parts: readonly MarkupNode[], options: EmailOptions): MarkupNode {
  const heading = headingOf(makeElement('th', parts));
  const notes = parts.filter((part) => part.name === 'span').flatMap((part) => convertInline([part], options));
  return makeHeading([...convertInline(heading?.children ?? [], options), ...notes], options);
}

/** Converts a statement: who and what, notes, certainties with their speakers. Its claims are the second level. */
function convertStatement(node: MarkupNode, options: EmailOptions): readonly MarkupNode[] {
  const summary = node.children.find(({name}) => name === 'summary') ?? node;
  const isShort = (part: MarkupNode): boolean => hasClass(part, 'short');
  const [text, marks] = ['text', 'marks'].map((name) =>
    summary.children.find((part) => hasClass(part, name) && !isShort(part)),
  );
  const isNote = (part: MarkupNode): boolean => hasClass(part, 'note');
  const parts = text?.children.filter((part) => !isShort(part)) ?? [];
  const notes = parts.filter(isNote).map((note) => makeParagraph(convertInline(note.children, options), 'small', 0));
  const certainties = marks ? joinMarks(marks.children, options) : [];
  return [
    ...makeStatement(
      node,
      parts.filter((part) => !isNote(part)),
      options,
    ),
    ...notes,
    ...(certainties.some(hasText) ? [makeParagraph(certainties, 'smallMuted', 10)] : []),
  ];
}

function makeStatement(node: MarkupNode, parts: readonly MarkupNode[], options: EmailOptions): readonly MarkupNode[] {
  const [who, label] = ['who', 'label'].map((name) => parts.find((part) => hasClass(part, name)));
  const code = Object.keys(SIGNS).find((known) => hasClass(node, known));
  const sign = code && hasClass(node, 'signed') ? [makeElement('b', [makeText(`${SIGNS[code] ?? ''} `)])] : [];
  const content = (shown: readonly MarkupNode[]): readonly MarkupNode[] => [...sign, ...convertInline(shown, options)];
  if (who && label && hasClass(node, 'primary')) {
    const names = who.children.filter((part) => !hasClass(part, 'colon'));
    return [makeParagraph(content(names), 'text', 0), makeParagraph(convertInline(label.children, options), 'aim', 2)];
  }
  return parts.some(hasText) ? [makeParagraph(content(parts), 'text', 0)] : [];
}

function joinMarks(marks: readonly MarkupNode[], options: EmailOptions): readonly MarkupNode[] {
  return marks
    .map((mark) =>
      convertInline(hasClass(mark, 'muted') ? [{...mark, attributes: toMark(mark)}] : [mark], options, muted),
    )
    .filter((mark) => mark.some(hasText))
    .flatMap((mark, i) => (i > 0 ? [makeText('\u00a0\u00a0 '), ...mark] : mark));
}

/** The line is muted already. */
function toMark({attributes}: MarkupNode): MarkupNode['attributes'] {
  return {class: (attributes['class'] ?? '').replace(/\bmuted\b/, '')};
}

/** Makes a part beside a line: the sentence about the clash, or an earlier position. */
function makeInset(content: readonly MarkupNode[], colour: string, {start}: EmailOptions): MarkupNode {
  const row = makeRow(content, {style: `${TEXT_CELL};border-${start}:3px solid ${colour};padding:0 10px`});
  const gap = makeRow([makeText('\u00a0')], {
    style: `font:8px/8px serif;color:${muted};${typeStyles.background}`,
  });
  return makeTable([row, gap], {width: '100%'});
}

function makeColumn(content: readonly MarkupNode[], {start}: EmailOptions): MarkupNode {
  const padding = start === 'right' ? 'padding:0 0 0 15px' : 'padding:0 15px 0 0';
  return makeTable([makeRow(content, {style: `${TEXT_CELL};${padding}`})], {
    align: start,
    width: String(COLUMN_PX),
    style: `width:100%;max-width:${String(COLUMN_PX)}px`,
  });
}

function makeHeading(content: readonly MarkupNode[], {level}: EmailOptions): MarkupNode {
  const style = `margin:0 0 4px;${typeStyles.heading}`;
  return makeElement(`h${String(Math.min(6, level + 1))}`, content, {style});
}

function makeParagraph(content: readonly MarkupNode[], type: keyof typeof typeStyles, afterPx: number): MarkupNode {
  return makeElement('p', content, {
    style: `margin:0 0 ${String(afterPx)}${afterPx > 0 ? 'px' : ''};${typeStyles[type]}`,
  });
}

/** Joins the parts of a line that only styles separate in the box. */
function joinParts(parts: readonly MarkupNode[], options: EmailOptions): readonly MarkupNode[] {
  return parts
    .map((part) => convertInline([part], options))
    .filter((part) => part.some(hasText))
    .flatMap((part, i) => (i > 0 ? [DOT, ...part] : part));
}

/** The text of a link that opens details, without its tone. */
function unwrap(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.flatMap((node) => (node.name === 'span' ? node.children : [node]));
}

function makeTable(rows: readonly MarkupNode[], attributes: MarkupNode['attributes']): MarkupNode {
  return makeElement('table', [makeElement('tbody', rows)], {
    role: 'presentation',
    cellpadding: '0',
    cellspacing: '0',
    ...attributes,
  });
}

function makeRow(content: readonly MarkupNode[], attributes: MarkupNode['attributes']): MarkupNode {
  return makeElement('tr', [makeElement('td', content, attributes)]);
}
