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
    return splitLetters(word).map(toPiece);
  });
}

/** Splits a text where a line may end. Spaces stay at the end of the part before them. */
function splitWords(text: string): readonly string[] {
  return text
    .split(/(?<= )(?=[^ ])|(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u)
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

const graphemes = new Intl.Segmenter();

function splitLetters(word: string): readonly string[] {
  return Array.from(graphemes.segment(word), ({segment}) => segment);
}

/**
 * Widths of characters in em, at least those of Georgia, Times New Roman and Noto Serif, the widest of the fonts that
 * a card may get. The first match applies.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[ \u00a0]/, 0.27],
  [/[.,:;'’‘!|·il]/, 0.34],
  [/[jIftrst()[\]\-“”"„«»/]/, 0.5],
  [/[mwMW—…%@&]/, 1.06],
  [/[жшщюмфыЖШЩЮМФЫ]/, 1],
  [/(?=\p{Lu})\p{Script=Cyrillic}/u, 0.84],
  [/\p{Script=Cyrillic}/u, 0.67],
  [/\p{Lu}/u, 0.8],
  [/\p{Script=Arabic}/u, 0.58],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\u3000-\u30ff\uff00-\uffef]/u, 1.02],
  [/[\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}]/u, 0.8],
];
const OTHER_WIDTH = 0.61;
const WEIGHT_FACTORS = {400: 1, 600: 1.09, 700: 1.09};

const widths = new Map<string, number>();

/**
 * Estimates the width of a text where no font can be measured. The estimate is at least the width in the usual serif
 * fonts, so that nothing overflows.
 */
export function estimateWidth(text: string, {sizePx, weight}: CardFont): number {
  let em = 0;
  for (const character of text) {
    let width = widths.get(character);
    if (width === undefined) {
      width = WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? OTHER_WIDTH;
      widths.set(character, width);
    }
    em += width;
  }
  return em * sizePx * WEIGHT_FACTORS[weight];
}
