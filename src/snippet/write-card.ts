import {tokenDarkSwatches, tokenSwatches} from '../element/token-values.js';
import {stack, sum, type Canvas} from './card-blocks.js';
import {CardError, describeCard, type CardContent, type CardSide} from './card-content.js';
import {cardSizes, type CardLook, type CardSize} from './card-options.js';
import type {MeasureText} from './card-text.js';
import {CardWriter, sizesFor, type Palette} from './card-writer.js';
import {makeElement, makeText, type MarkupNode} from './markup.js';
import {writeXml} from './write-xml.js';

// A picture can't scroll or reflow: the text is set as large as it fits. Each arrangement is tried at each scale, and
// the largest wins. All sides have the same width and size.

/** Georgia where it is installed; the others have similar widths. A card loads no font. */
const FONTS = "Georgia, 'Source Serif 4', 'Noto Serif', 'Times New Roman', serif";

const BAR_PX = 12;
const MARGIN_PX = 60;
const TOP_PX = 40;
const BOTTOM_PX = 38;

/** Largest factor of the type sizes. */
const MAX_SCALES: Readonly<Record<CardSize, number>> = {landscape: 1.3, square: 1.45, portrait: 1.6};
const STEP = 0.965;

/** How the parts are arranged. */
interface Arrangement {
  /** Sides beside each other, or below each other with the name beside the aim. */
  readonly sides: 'columns' | 'rows';
  /** Clash and answer beside each other. */
  readonly isAnswerBeside: boolean;
}

/** What is given up if the text doesn't fit: first words are broken, then offices left out, at last the answer. */
interface Attempt {
  readonly minScale: number;
  readonly mayBreakWords?: boolean;
  readonly hasNoRoles?: boolean;
  readonly hasNoAnswer?: boolean;
}

const ATTEMPTS: readonly Attempt[] = [
  {minScale: 0.6},
  {minScale: 0.5, mayBreakWords: true},
  {minScale: 0.5, mayBreakWords: true, hasNoRoles: true},
  {minScale: 0.5, mayBreakWords: true, hasNoRoles: true, hasNoAnswer: true},
  {minScale: 0.25, mayBreakWords: true, hasNoRoles: true, hasNoAnswer: true},
];

/** Scripts that need more space between lines. */
const TALL = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}]/u;

/** A share card as a picture. */
export interface Card {
  /** A standalone SVG document: no script, style, font or other file. */
  readonly svg: string;
  /** Text alternative: everything that the card says, as one paragraph. */
  readonly alt: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Writes a share card.
 *
 * @param measure Returns the width of a text in the card's typeface.
 * @throws {CardError} The texts are too long for a picture of this size.
 */
export function writeCard(content: CardContent, look: CardLook, measure: MeasureText): Card {
  const {size = 'landscape', paper = ''} = look;
  const {widthPx, heightPx} = cardSizes[size];
  const alt = describeCard(content, paper);
  const nodes = layOut(content, look, cachedMeasure(measure));
  const {lang, dir, title} = content;
  const root = makeElement(
    'svg',
    [makeElement('title', [makeText(title)]), makeElement('desc', [makeText(alt)]), ...nodes],
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: String(widthPx),
      height: String(heightPx),
      viewBox: `0 0 ${String(widthPx)} ${String(heightPx)}`,
      role: 'img',
      lang,
      'xml:lang': lang,
      direction: dir,
      'font-family': FONTS,
    },
  );
  return {svg: `${writeXml(root)}\n`, alt, widthPx, heightPx};
}

/** Returns the fonts of a card as a CSS list, for measuring. */
export function cardFontFamily(): string {
  return FONTS;
}

function paletteOf({scheme = 'light', accent}: CardLook): Palette {
  const light = tokenSwatches();
  const dark = tokenDarkSwatches();
  const {paper = '', ink = '', muted = '', line = '', accent: usual = ''} = scheme === 'dark' ? dark : light;
  return {paper, ink, muted, line, accent: accent ?? usual};
}

/** Measures each text once: widths are proportional to the size. */
function cachedMeasure(measure: MeasureText): MeasureText {
  const UNIT_PX = 100;
  const widths = new Map<string, number>();
  return (text, {sizePx, weight}) => {
    const key = `${String(weight)}${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = measure(text, {sizePx: UNIT_PX, weight}) / UNIT_PX;
      widths.set(key, width);
    }
    return width * sizePx;
  };
}

function layOut(content: CardContent, look: CardLook, measure: MeasureText): readonly MarkupNode[] {
  const {size = 'landscape'} = look;
  const {widthPx, heightPx} = cardSizes[size];
  for (const {minScale, mayBreakWords = false, hasNoRoles, hasNoAnswer} of ATTEMPTS) {
    const reduced: CardContent = {
      ...content,
      ...(hasNoRoles && {sides: content.sides.map((side) => ({...side, role: ''}))}),
      ...(hasNoAnswer && {answer: undefined}),
    };
    const canvas: Canvas = {
      widthPx,
      isRtl: content.dir === 'rtl',
      leading: TALL.test(content.title) ? 1.14 : 1,
      measure,
      mayBreakWords,
    };
    const fit = findFit(reduced, look, canvas, {heightPx, minScale});
    if (fit) return fit.draw();
  }
  const longest = content.sides.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  throw new CardError(`The texts are too long for a share card; the longest are those of “${longest?.name ?? ''}”.`);
}

function lengthOf({name, role, statements}: CardSide): number {
  return name.length + role.length + sum(statements.map(({text}) => text.length));
}

interface Fit {
  readonly scale: number;
  readonly draw: () => readonly MarkupNode[];
}

/** Finds the arrangement with the largest text. An earlier arrangement wins unless a later one is much larger. */
function findFit(
  content: CardContent,
  look: CardLook,
  canvas: Canvas,
  {heightPx, minScale}: {readonly heightPx: number; readonly minScale: number},
): Fit | undefined {
  const {size = 'landscape'} = look;
  let best: Fit | undefined;
  for (const arrangement of arrangementsFor(size, content)) {
    const least = Math.max(minScale, best ? best.scale * 1.1 : 0);
    // The largest step that fits: text that is smaller fits too.
    let [from, to] = [0, Math.floor(Math.log(least / MAX_SCALES[size]) / Math.log(STEP))];
    while (from <= to) {
      const step = Math.floor((from + to) / 2);
      const scale = MAX_SCALES[size] * STEP ** step;
      const draw = arrange(content, look, canvas, {heightPx, scale, arrangement});
      if (draw) [best, to] = [{scale, draw}, step - 1];
      else from = step + 1;
    }
  }
  return best;
}

function arrangementsFor(size: CardSize, {sides, answer, clash}: CardContent): readonly Arrangement[] {
  const isWide = size === 'landscape';
  const beside = clash && answer ? [isWide, !isWide] : [false];
  const order = isWide ? (['columns', 'rows'] as const) : (['rows', 'columns'] as const);
  const rows = sides.length > 1 ? order : (['columns'] as const);
  return rows.flatMap((sides) => beside.map((isAnswerBeside) => ({sides, isAnswerBeside})));
}

interface Setting {
  readonly heightPx: number;
  readonly scale: number;
  readonly arrangement: Arrangement;
}

/** Arranges the parts at one scale. Undefined if they don't fit. */
function arrange(
  content: CardContent,
  look: CardLook,
  canvas: Canvas,
  {heightPx, scale, arrangement}: Setting,
): Fit['draw'] | undefined {
  const colours = paletteOf(look);
  const sizes = sizesFor(scale);
  const innerPx = canvas.widthPx - 2 * MARGIN_PX;
  const writer = new CardWriter(canvas, colours, sizes);
  const head = writer.head(content, innerPx);
  const sides =
    arrangement.sides === 'columns' ? writer.columns(content.sides, innerPx) : writer.rows(content.sides, innerPx);
  const more = writer.text(content.more, innerPx, {sizePx: sizes.small, colour: colours.muted});
  const dispute = writer.dispute(content, innerPx, arrangement.isAnswerBeside);
  const foot = writer.foot(content.source, look.paper ?? '', innerPx);
  const middle = stack(sizes.small * 0.7, [sides, more]);
  if (!head || !middle || !dispute || !foot) return undefined;

  const gapPx = 22 * Math.min(1, scale) ** 0.5;
  const blocks = [head, middle, dispute, foot].filter((block) => block.heightPx > 0);
  const usedPx = BAR_PX + TOP_PX + BOTTOM_PX + sum(blocks.map((block) => block.heightPx)) + gapPx * (blocks.length - 1);
  const freePx = heightPx - usedPx;
  if (freePx < 0) return undefined;
  // Free space: a little under the title, most of it around the clash, the foot at the bottom.
  const shares = dispute.heightPx > 0 ? [0.22, 0.4, 0.38] : [0.3, 0.7];
  return () => {
    let topPx = BAR_PX + TOP_PX;
    const drawn = blocks.flatMap((block, i) => {
      const at = topPx;
      topPx += block.heightPx + gapPx + freePx * (shares[i] ?? 0);
      return block.draw({startPx: MARGIN_PX, topPx: at});
    });
    return [
      makeElement('rect', [], {width: String(canvas.widthPx), height: String(heightPx), fill: colours.paper}),
      makeElement('rect', [], {width: String(canvas.widthPx), height: String(BAR_PX), fill: colours.accent}),
      ...drawn,
    ];
  };
}
