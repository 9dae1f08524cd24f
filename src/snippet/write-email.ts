import {tokenDefaults, tokenSwatches} from '../element/token-values.js';
import {hasText, headingLevel, isBlock, makeElement, makeText, type MarkupNode} from './markup.js';
import {writeHtml} from './write-html.js';

// Only here are inline styles allowed: mail programs drop style sheets, and pages never get this output.
//
// Word lays out mail in Outlook for Windows: padding works only in table cells, lists have indents of their own, and a
// table doesn't inherit the style of text. So each part of the box is a cell with its whole style, and each list is a
// table with the marks in a column: Gmail has no negative indents, which marks in front of a paragraph would need. Cells
// have both colours, because mail programs with a dark theme invert either both or neither.

/** Link to the page with the live box. */
export interface PageLink {
  /** Absolute http(s) URL. */
  readonly url: string;
  readonly text: string;
}

/** A heading, paragraph or list. */
interface Block {
  readonly node: MarkupNode;
  /** Whether the text is small: lines under the box's heading, the date line and the sources. */
  readonly isSmall: boolean;
}

interface EmailOptions {
  /** Level of the box's heading. */
  readonly level: number;
  /** URL that relative links belong to. Without it they become text. */
  readonly baseUrl: string | undefined;
}

const {accent = '', ink = '', line = '', muted = '', paper = '', rule = ''} = tokenSwatches();
const {'accent-width': accentWidth = '0'} = tokenDefaults();

const WIDTH_PX = 600;
const FONT = "Georgia,'Times New Roman',serif";
const TEXT_STYLE = `font:16px/23px ${FONT};color:${ink}`;
const SMALL_STYLE = `font:13px/19px ${FONT};color:${muted}`;
/** For a small part of a line. */
const ASIDE_STYLE = `font-size:13px;color:${muted}`;
const CELL_STYLE = `${TEXT_STYLE};background-color:${paper}`;
const TITLE_STYLE = `margin:0 0 6px;font:bold 24px/29px ${FONT};color:${ink}`;
const HEADING_STYLE = `margin:0 0 6px;font:bold 18px/24px ${FONT};color:${ink}`;

/**
 * Writes a plain layer as one table for newsletters, with inline styles only: no script, class, style sheet, image or
 * other file. The columns of a comparison are stacked, so that nothing overflows on a phone.
 *
 * @param nodes Plain layer with all headings.
 * @param link Link at the end. Relative links in the box belong to its page.
 */
export function writeEmail(nodes: readonly MarkupNode[], link?: PageLink): string {
  const [box] = nodes;
  const {lang = '', dir = 'ltr'} = box?.attributes ?? {};
  const language = {lang, dir};
  const level = box?.children.map(headingLevel).find(Boolean) ?? 3;
  const options: EmailOptions = {level, baseUrl: link?.url};
  const parts = splitIntoParts(box?.children ?? [], level).map((part) => writeBlocks(part, options));
  const rows = parts.map((part, i) =>
    makeRow(part, {style: i === 0 ? `${CELL_STYLE};padding:0 0 10px` : ruledStyle(rule)}),
  );
  if (link)
    rows.push(makeRow([makeLink(link.url, [makeElement('b', [makeText(link.text)])], ink)], {style: ruledStyle(line)}));
  const inset = makeRow([makeTable(rows, {width: '100%'})], {
    ...language,
    align: dir === 'rtl' ? 'right' : 'left',
    style: `${CELL_STYLE};border-top:${accentWidth} solid ${accent};padding:16px 20px 8px`,
  });
  const column = makeTable([inset], {
    ...language,
    width: String(WIDTH_PX),
    style: `width:100%;max-width:${String(WIDTH_PX)}px`,
  });
  const around = makeRow([column], {align: 'center', style: CELL_STYLE});
  return writeHtml([makeTable([around], {...language, width: '100%'})]);
}

function ruledStyle(colour: string): string {
  return `${CELL_STYLE};border-top:1px solid ${colour};padding:12px 0 10px`;
}

/** Splits a box at its headings and before its date line. */
function splitIntoParts(nodes: readonly MarkupNode[], level: number): readonly (readonly Block[])[] {
  const introEnd = nodes.findIndex((node) => node.name !== 'p' && headingLevel(node) !== level);
  // The date line is the paragraph before the last heading, which is that of the sources. The number of statements comes
  // before it, if there are any: each has a speaker in small text.
  const dateLine = nodes.findLastIndex((node) => headingLevel(node)) - 1;
  const notes = nodes.slice(0, dateLine).some(hasAttribution) ? dateLine - 1 : dateLine;
  const parts: Block[][] = [[]];
  nodes.forEach((node, i) => {
    if (i === notes) parts.push([]);
    for (const block of dissolveTables([node], level, i < introEnd || i >= notes)) {
      if (headingLevel(block.node) && parts.at(-1)?.length) parts.push([]);
      parts.at(-1)?.push(block);
    }
  });
  return parts.filter((part) => part.length > 0);
}

function hasAttribution({name, children}: MarkupNode): boolean {
  return name === 'small' || children.some(hasAttribution);
}

/** Dissolves tables and lists of terms into headings and what follows each. */
function dissolveTables(nodes: readonly MarkupNode[], level: number, isSmall: boolean): readonly Block[] {
  return nodes.flatMap((node) => {
    const {name, children} = node;
    switch (name) {
      case 'thead':
        // The names of the sides, which are also above the statements of each.
        return cellsOf(children).map((cell) => {
          const [side, ...others] = cell.children;
          const content = side ? [makeElement('b', [side]), ...others] : [];
          return {node: makeElement('p', content), isSmall: true};
        });
      case 'tbody':
        return dissolveTables(cellsOf(children), level, isSmall);
      case 'th':
      case 'dt':
        if (children.some(isBlock)) return dissolveTables(children, level, isSmall);
        return [{node: makeElement(`h${String(Math.min(6, level + 1))}`, children), isSmall}];
      case 'table':
      case 'td':
      case 'dl':
      case 'dd':
        if (children.some(isBlock)) return dissolveTables(children, level, isSmall);
        return [{node: makeElement('p', children), isSmall}];
      default:
        return [{node, isSmall}];
    }
  });
}

function writeBlocks(blocks: readonly Block[], options: EmailOptions): readonly MarkupNode[] {
  return blocks.map(({node, isSmall}, i) => {
    const {name, children} = node;
    if (name === 'ul' || name === 'ol') return writeList(node, isSmall, options);
    const content = inline(children, options, isSmall ? muted : ink);
    const level = headingLevel(node);
    if (level) return makeElement(name, content, {style: level === options.level ? TITLE_STYLE : HEADING_STYLE});
    const next = blocks[i + 1];
    if (isSmall) {
      return makeElement('p', content, {
        style: `margin:0 0 ${next?.isSmall === false ? '10px' : '4px'};${SMALL_STYLE}`,
      });
    }
    const [first, ...others] = children;
    if (first?.name === 'b') {
      // A line with a speaker.
      const aside = makeElement('span', inline(others, options, muted), {style: ASIDE_STYLE});
      return makeElement('p', [...inline([first], options, ink), ...(hasText(aside) ? [aside] : [])], {
        style: `margin:${i === 0 ? '0' : '10px'} 0 0`,
      });
    }
    const isLabel = next?.node.name === 'ul';
    return makeElement('p', content, {style: isLabel ? 'margin:0 0 6px;font-weight:bold' : 'margin:0 0 8px'});
  });
}

function writeList({name, children}: MarkupNode, isSmall: boolean, options: EmailOptions): MarkupNode {
  const items = children.map((item, i) => {
    const content = item.children.some(isBlock)
      ? writeBlocks(dissolveTables(item.children, options.level, isSmall), options)
      : inline(item.children, options, isSmall ? muted : ink);
    const mark = name === 'ol' ? `${String(i + 1)}.` : '•';
    return makeElement(
      'tr',
      [
        makeElement('td', [makeText(mark)], {width: name === 'ol' ? '26' : '16'}),
        makeElement('td', content, {style: `padding:0 0 ${isSmall ? '4px' : '7px'}`}),
      ],
      {valign: 'top'},
    );
  });
  return makeTable(items, {style: isSmall ? SMALL_STYLE : TEXT_STYLE});
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

function makeLink(href: string, content: readonly MarkupNode[], colour: string): MarkupNode {
  return makeElement('a', content, {href, style: `color:${colour}`});
}

/** Converts the content of a line. `colour` is that of its text: Outlook doesn't support `inherit`. */
function inline(nodes: readonly MarkupNode[], options: EmailOptions, colour: string): readonly MarkupNode[] {
  return nodes.flatMap((node) => {
    const {name, attributes} = node;
    if (!name) return [node];
    const content = inline(node.children, options, name === 'small' ? muted : colour);
    if (!content.some(hasText)) return content;
    const {lang, href} = attributes;
    switch (name) {
      case 'b':
      case 's':
        return [makeElement(name, content)];
      case 'small':
        return [makeElement('span', content, {style: ASIDE_STYLE})];
      case 'a': {
        const url = toUrl(href ?? '', options.baseUrl);
        return url ? [makeLink(url, content, colour)] : content;
      }
      default:
        if (name !== 'bdi' && !lang) return content;
        return [makeElement('span', content, {...(lang && {lang}), dir: directionOf(content)})];
    }
  });
}

/** Returns an absolute http(s) URL. Undefined for other links and for those that belong to an unknown page. */
function toUrl(href: string, baseUrl: string | undefined): string | undefined {
  if (href.startsWith('#') || !URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Returns the direction of the first letter, because mail programs don't support `dir="auto"` and `bdi`. */
function directionOf(nodes: readonly MarkupNode[]): 'ltr' | 'rtl' {
  const [letter = ''] = /\p{L}/u.exec(textOf(nodes)) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter) ? 'rtl' : 'ltr';
}

function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map(({text, children}) => text + textOf(children)).join('');
}

function cellsOf(rows: readonly MarkupNode[]): readonly MarkupNode[] {
  return rows.flatMap(({children}) => children.filter(({name}) => name === 'td' || name === 'th'));
}
