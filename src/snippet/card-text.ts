/** Font of a text on a share card. All texts have the card's typeface. */
export interface CardFont {
  readonly sizePx: number;
  readonly weight: 400 | 600 | 700;
}

/** Returns the width of a text in pixels. */
export type MeasureText = (text: string, font: CardFont) => number;

/** A part of a text with one weight. */
export interface Run {
  readonly text: string;
  readonly weight: CardFont['weight'];
}

export interface LineOptions {
  readonly sizePx: number;
  readonly widthPx: number;
  readonly measure: MeasureText;
  /** Makes the lines equally long, for headlines. */
  readonly isBalanced?: boolean;
  /** Whether words may be broken between any two letters if they are wider than a line. */
  readonly mayBreakWords: boolean;
}

/** A piece of a run after which a line may end. */
interface Piece extends Run {
  readonly widthPx: number;
  /** Width without the space at its end. */
  readonly inkWidthPx: number;
}

// No line starts with a closing mark or ends with an opening one.
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ー々]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/**
 * Breaks a text into lines: at spaces, after dashes, and between characters of scripts without spaces. Returns undefined
 * if a word is wider than a line and may not be broken.
 */
export function breakLines(runs: readonly Run[], options: LineOptions): readonly (readonly Run[])[] | undefined {
  const pieces = runs.flatMap((run) => splitRun(run, options));
  const lines = fill(pieces, options.widthPx);
  if (!lines || !options.isBalanced || lines.length === 1) return lines?.map(joinPieces);
  // The narrowest width that needs no more lines.
  let [narrow, wide] = [options.widthPx / 2, options.widthPx];
  let balanced = lines;
  while (wide - narrow > options.sizePx / 4) {
    const middle = (narrow + wide) / 2;
    const tried = fill(pieces, middle);
    if (tried && tried.length <= lines.length) [wide, balanced] = [middle, tried];
    else narrow = middle;
  }
  return balanced.map(joinPieces);
}

function fill(pieces: readonly Piece[], widthPx: number): readonly (readonly Piece[])[] | undefined {
  const lines: Piece[][] = [];
  let usedPx = Infinity;
  for (const piece of pieces) {
    if (piece.inkWidthPx > widthPx) return undefined;
    if (usedPx + piece.inkWidthPx > widthPx) {
      lines.push([]);
      usedPx = 0;
    }
    lines.at(-1)?.push(piece);
    usedPx += piece.widthPx;
  }
  return lines;
}

/** Joins the pieces of a line to one run for each weight. */
function joinPieces(pieces: readonly Piece[]): readonly Run[] {
  const runs: Run[] = [];
  for (const {text, weight} of pieces) {
    const last = runs.at(-1);
    if (last?.weight === weight) runs[runs.length - 1] = {text: last.text + text, weight};
    else runs.push({text, weight});
  }
  const last = runs.at(-1);
  return last ? [...runs.slice(0, -1), {...last, text: last.text.trimEnd()}] : runs;
}

function splitRun({text, weight}: Run, {sizePx, widthPx, measure, mayBreakWords}: LineOptions): readonly Piece[] {
  const toPiece = (text: string): Piece => {
    const font = {sizePx, weight};
    return {text, weight, widthPx: measure(text, font), inkWidthPx: measure(text.replace(/ +$/, ''), font)};
  };
  return splitWords(text).flatMap((word) => {
    const piece = toPiece(word);
    if (!mayBreakWords || piece.inkWidthPx <= widthPx) return [piece];
    const parts = word.split(/(?<=-)/).map(toPiece);
    return parts.every((part) => part.inkWidthPx <= widthPx) ? parts : splitLetters(word).map(toPiece);
  });
}

/** Splits a text where a line may end. Spaces stay at the end of the part before them. */
function splitWords(text: string): readonly string[] {
  return text
    .split(/(?<= )(?=[^ ])|(?<=[\p{L}\p{N}][–—/])(?=[\p{L}\p{N}])/u)
    .flatMap((word) => (CJK.test(word) ? splitCjk(word) : [word]))
    .filter(Boolean);
}

function splitCjk(word: string): readonly string[] {
  const parts: string[] = [];
  for (const letter of splitLetters(word)) {
    const last = parts.at(-1);
    const isJoined =
      last !== undefined && (CLOSING.test(letter) || OPENING.test(last) || !(CJK.test(letter) || CJK.test(last)));
    if (isJoined) parts[parts.length - 1] = last + letter;
    else parts.push(letter);
  }
  return parts;
}

// Letters are the same in every language.
const graphemes = new Intl.Segmenter('en');

function splitLetters(word: string): readonly string[] {
  return Array.from(graphemes.segment(word), ({segment}) => segment);
}

/**
 * Widths of characters in em: those of Noto Serif and Times New Roman, the widest and the narrowest of the fonts that a
 * card may get; Georgia is between them. Of two the larger.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [0.26, ' \u00a0.,·'],
  [0.3, "j:;/|'"],
  [0.33, 'ilіїı!’‘'],
  [0.36, '-łt()[]'],
  [0.4, 'fIІЇJ"'],
  [0.48, 's“”„гґrз?'],
  [0.51, 'c–сэєz«»'],
  [0.55, 'egе'],
  [0.57, 'S0123456789$€тяҐ'],
  [0.59, 'aovxyабоухøðkFвдь'],
  [0.62, 'bdpqPTZкрБЗРТЬđþ'],
  [0.65, 'huELлчЕŁnß'],
  [0.69, 'BCRпцВСЭЯЄийнДК'],
  [0.74, 'фъЛУЪADGKUVXYАХ'],
  [0.78, 'OQОЧØN&ПЦ'],
  [0.82, 'HмНФИЙы'],
  [0.88, 'юæwж%'],
  [0.96, 'ЫœM@МmшщÆŒЖ'],
  [1.06, '—…№ЮW'],
  [1.1, 'ШЩ'],
];
/** Arabic letters that aren't at the end of a word. */
const ARABIC_WIDTHS: readonly (readonly [number, string])[] = [
  [0.31, 'ابتثنيلئٱ'],
  [0.5, 'ردذزوءفق'],
  [0.61, 'كمعغه'],
  [0.68, 'حخج'],
  [0.93, 'سشصضطظ'],
];
/** Arabic letters at the end of a word. */
const ARABIC_END_WIDTHS: readonly (readonly [number, string])[] = [
  [0.31, 'اٱ'],
  [0.5, 'ردذزوء'],
  [0.62, 'مهةعغ'],
  [0.68, 'حخج'],
  [0.82, 'قينلكى'],
  [0.98, 'بتثفطظ'],
  [1.24, 'سشصض'],
];
/** For scripts without a table. The first match applies. */
const SCRIPT_WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u30ff\uff00-\uffef]/u, 1.02],
  [/\p{Script=Arabic}/u, 0.8],
  [/[\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}]/u, 0.85],
  [/\p{Lu}/u, 0.8],
];
const OTHER_WIDTH = 0.65;
/** Bold letters are wider, punctuation more than letters. */
const BOLD_FACTOR = 1.09;

const toMap = (table: typeof WIDTHS): Map<string, number> =>
  new Map(table.flatMap(([em, characters]) => Array.from(characters, (one) => [one, em] as const)));
const [widths, arabicWidths, arabicEndWidths] = [WIDTHS, ARABIC_WIDTHS, ARABIC_END_WIDTHS].map(toMap) as [
  Map<string, number>,
  Map<string, number>,
  Map<string, number>,
];

/**
 * Estimates the width of a text where no font can be measured. The estimate is at least the width in the usual serif
 * fonts, so that nothing overflows.
 */
export function estimateWidth(text: string, {sizePx, weight}: CardFont): number {
  let em = 0;
  // From the end, because the last letter of an Arabic word has another shape. Letters with accents have the width of
  // their base letters.
  let isEnd = true;
  for (const character of Array.from(text.normalize('NFD')).reverse()) {
    const width = (isEnd ? arabicEndWidths : arabicWidths).get(character) ?? widths.get(character);
    em += width ?? widthByScript(character);
    if (!/\p{M}/u.test(character)) isEnd = !/\p{Script=Arabic}/u.test(character);
  }
  return em * sizePx * (weight === 400 ? 1 : BOLD_FACTOR);
}

function widthByScript(character: string): number {
  const width = SCRIPT_WIDTHS.find(([script]) => script.test(character))?.[1] ?? OTHER_WIDTH;
  widths.set(character, width);
  return width;
}
