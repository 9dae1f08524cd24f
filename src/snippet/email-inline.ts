import {tokenSwatches} from '../element/token-values.js';
import {hasClass, hasText, makeElement, makeText, type MarkupNode} from './markup.js';

// The content of a line in mail. Mail programs don't support `dir="auto"`, `bdi` and inherited colours.

const {ink = '', muted = '', paper = ''} = tokenSwatches();

const FONT = "Georgia,'Times New Roman',serif";

/** Type of mail as inline styles. */
export const typeStyles = {
  title: `font:bold 24px/29px ${FONT};color:${ink}`,
  heading: `font:bold 17px/24px ${FONT};color:${ink}`,
  /** A main aim. */
  aim: `font:bold 19px/25px ${FONT};color:${ink}`,
  text: `font:16px/23px ${FONT};color:${ink}`,
  small: `font:13px/19px ${FONT};color:${ink}`,
  smallMuted: `font:13px/19px ${FONT};color:${muted}`,
  /** For a small part of a line. */
  aside: `font-size:13px;font-weight:normal;color:${muted}`,
  background: `background-color:${paper}`,
} as const;

export interface InlineOptions {
  /** URL that relative links belong to. Without it they become text. */
  readonly baseUrl: string | undefined;
  readonly dir: string;
}

/** Signs of the boxes as letters, because mail has no shapes without images. The certainty is beside them in words. */
const MARKS: Readonly<Record<string, string>> = {stated: '●', reported: '◐', analysis: '○', speculation: '◌'};

/** Converts the content of a line. `colour` is that of its text, for links. */
export function convertInline(
  nodes: readonly MarkupNode[],
  options: InlineOptions,
  colour = ink,
): readonly MarkupNode[] {
  return nodes.flatMap((node) => {
    const {name, attributes, children} = node;
    if (!name) return [makeText(node.text.replaceAll('\u2002', ' '))];
    if (name === 'svg' || hasClass(node, 'count') || hasClass(node, 'number')) return [];
    const isAside = hasClass(node, 'muted') || hasClass(node, 'small') || hasClass(node, 'stance');
    const content = convertInline(children, options, isAside ? muted : colour);
    if (!content.some(hasText)) return content;
    const {lang, href} = attributes;
    if (name === 'b' || name === 's') return [makeElement(name, content)];
    if (name === 'a') {
      const url = toUrl(href ?? '', options.baseUrl);
      return url ? [makeLink(url, content, colour)] : content;
    }
    const marked = hasClass(node, 'mark') ? [makeText(`${markOf(node, options)}\u00a0`), ...content] : content;
    const language = lang || name === 'bdi' ? {...(lang && {lang}), dir: directionOf(content)} : undefined;
    if (!language && !isAside) return marked;
    return [makeElement('span', marked, {...language, ...(isAside && {style: typeStyles.aside})})];
  });
}

export function makeLink(href: string, content: readonly MarkupNode[], colour = ink): MarkupNode {
  return makeElement('a', content, {href, style: `color:${colour}`});
}

/** Returns the sign of a certainty. The half that is filled is where a line starts. */
function markOf(node: MarkupNode, {dir}: InlineOptions): string {
  const certainty = Object.keys(MARKS).find((known) => hasClass(node, known)) ?? '';
  return dir === 'rtl' && certainty === 'reported' ? '◑' : (MARKS[certainty] ?? '');
}

/** Returns an absolute http(s) URL. Undefined for other links and for those that belong to an unknown page. */
function toUrl(href: string, baseUrl: string | undefined): string | undefined {
  if (href.startsWith('#') || !URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Returns the direction of the first letter. */
function directionOf(nodes: readonly MarkupNode[]): 'ltr' | 'rtl' {
  const [letter = ''] = /\p{L}/u.exec(textOf(nodes)) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter) ? 'rtl' : 'ltr';
}

function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map(({text, children}) => text + textOf(children)).join('');
}
