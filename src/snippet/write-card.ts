import {tokenDarkSwatches, tokenSwatches} from '../element/token-values.js';
import {drawRule, empty, marksBlock, stack, sum, textBlock, toX, type Block, type Canvas} from './card-blocks.js';
import {CardError, describeCard, type CardContent, type CardSide, type CardStatement} from './card-content.js';
import {cardSizes, type CardLook, type CardSize} from './card-options.js';
import type {MeasureText, Run} from './card-text.js';
import {makeElement, makeText, type MarkupNode} from './markup.js';
import {writeXml} from './write-xml.js';

// A picture can't scroll or reflow: the text is set as large as it fits. Each arrangement is tried at each scale, and
// the largest wins. All sides have the same width and size.

/** Georgia where it is installed; the others have similar widths. A card loads no font. */
const FONTS = "Georgia, 'Source Serif 4', 'Noto Serif', 'Times New Roman', serif";

const BAR_PX = 12;
const MARGIN_PX = 60;
const TOP_PX = 44;
const BOTTOM_PX = 40;
const RULE_PX = 3;
const HAIRLINE_PX = 2;

/** Largest factor of the type sizes. */
const MAX_SCALES: Readonly<Record<CardSize, number>> = {landscape: 1.3, square: 1.45, portrait: 1.6};
const STEP = 0.965;

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
}

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

/** Sizes of the type. Small text shrinks less than large text. */
function sizesFor(scale: number): Readonly<Record<'title' | 'name' | 'aim' | 'clash' | 'small' | 'foot', number>> {
  return {
    title: 30 * scale ** 0.4,
    name: 28 * scale ** 0.7,
    aim: 41 * scale,
    clash: 27 * scale ** 0.8,
    small: 21.5 * scale ** 0.55,
    foot: 20 * scale ** 0.35,
  };
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
  const head = stack(5, [
    writer.text(content.title, innerPx, {sizePx: sizes.title, colour: colours.muted, weight: 600, isBalanced: true}),
    writer.text(content.status, innerPx, {sizePx: sizes.foot, colour: colours.muted}),
  ]);
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

interface WriterText {
  readonly sizePx: number;
  readonly colour: string;
  readonly weight?: Run['weight'];
  readonly lineHeight?: number;
  readonly isBalanced?: boolean;
}

/** Makes the parts of a card at one scale. */
class CardWriter {
  readonly #canvas: Canvas;
  readonly #colours: Palette;
  readonly #sizes: ReturnType<typeof sizesFor>;

  constructor(canvas: Canvas, colours: Palette, sizes: ReturnType<typeof sizesFor>) {
    this.#canvas = canvas;
    this.#colours = colours;
    this.#sizes = sizes;
  }

  text(text: string, widthPx: number, {weight = 400, lineHeight = 1.24, ...style}: WriterText): Block | undefined {
    return text ? textBlock(this.#canvas, [{text, weight}], widthPx, {...style, lineHeight}) : empty;
  }

  /** The sides beside each other, with hairlines between them. The aims start on one line. */
  columns(sides: readonly CardSide[], widthPx: number): Block | undefined {
    const gapPx = columnGap(sides.length);
    const columnPx = (widthPx - gapPx * (sides.length - 1)) / sides.length;
    const heads = sides.map((side) => this.#head(side, columnPx));
    const topics = sides.map((side) => this.#topic(side, columnPx));
    const bodies = sides.map((side) => this.#aims(side, columnPx));
    const headPx = Math.max(
      ...sides.map((_, i) => {
        const topicPx = topics[i]?.heightPx ?? 0;
        return (heads[i]?.heightPx ?? 0) + (topicPx && topicPx + this.#sizes.small * 0.4);
      }),
    );
    const [nameGapPx, canvas, {line}] = [this.#sizes.small * 0.4, this.#canvas, this.#colours];
    const columns = sides.map((_, i) => {
      const [head, topic] = [heads[i], topics[i]];
      if (!head || !topic) return undefined;
      // The topic is just above the statement.
      const draw: Block['draw'] = ({startPx, topPx}) => [
        ...head.draw({startPx, topPx}),
        ...topic.draw({startPx, topPx: topPx + headPx - topic.heightPx}),
      ];
      return stack(nameGapPx, [{heightPx: headPx, draw}, bodies[i]]);
    });
    if (!columns.every((column) => column !== undefined)) return undefined;
    const heightPx = Math.max(...columns.map((column) => column.heightPx));
    return {
      heightPx,
      draw: ({startPx, topPx}) =>
        columns.flatMap((column, i) => {
          const at = startPx + i * (columnPx + gapPx);
          const rule = {startPx: at - gapPx / 2 - HAIRLINE_PX / 2, topPx};
          return [
            ...(i > 0 ? [drawRule(canvas, rule, {widthPx: HAIRLINE_PX, heightPx}, line)] : []),
            ...column.draw({startPx: at, topPx}),
          ];
        }),
    };
  }

  /** The sides below each other, with hairlines between them and the name beside the aim. */
  rows(sides: readonly CardSide[], widthPx: number): Block | undefined {
    const gapPx = 32;
    const namePx = widthPx * 0.29;
    const aimPx = widthPx - namePx - gapPx;
    const padPx = this.#sizes.small * 0.6;
    const [canvas, {line}] = [this.#canvas, this.#colours];
    const rows = sides.map((side) => {
      const head = this.#head(side, namePx);
      const aims = stack(this.#sizes.small * 0.25, [this.#topic(side, aimPx), this.#aims(side, aimPx)]);
      if (!head || !aims) return undefined;
      // The name is on the first line of the aim.
      const dropPx = Math.max(0, (this.#sizes.aim * 1.14 - this.#sizes.name * 1.2) * 0.8);
      return {
        heightPx: Math.max(head.heightPx + dropPx, aims.heightPx),
        draw: ({startPx, topPx}: Parameters<Block['draw']>[0]) => [
          ...head.draw({startPx, topPx: topPx + dropPx}),
          ...aims.draw({startPx: startPx + namePx + gapPx, topPx}),
        ],
      };
    });
    if (!rows.every((row) => row !== undefined)) return undefined;
    const ruled = rows.map((row, i): Block => {
      const leadPx = i > 0 ? HAIRLINE_PX + padPx : 0;
      return {
        heightPx: row.heightPx + leadPx,
        draw: ({startPx, topPx}) => [
          ...(i > 0 ? [drawRule(canvas, {startPx, topPx}, {widthPx, heightPx: HAIRLINE_PX}, line)] : []),
          ...row.draw({startPx, topPx: topPx + leadPx}),
        ],
      };
    });
    return stack(padPx, ruled);
  }

  /** The clash and the answer under a rule. */
  dispute({clash, answer, colon}: CardContent, widthPx: number, isBeside: boolean): Block | undefined {
    const parts = [
      ...(clash ? [{runs: [{text: clash.text, weight: 400 as const}], statement: clash}] : []),
      ...(answer
        ? [
            {
              runs: [
                {text: `${answer.name}${colon}`, weight: 600 as const},
                {text: answer.text, weight: 400 as const},
              ],
              statement: answer,
            },
          ]
        : []),
    ];
    if (parts.length === 0) return empty;
    const gapPx = columnGap(parts.length);
    const partPx = isBeside ? (widthPx - gapPx) / 2 : widthPx;
    const {clash: sizePx, small} = this.#sizes;
    const blocks = parts.map(({runs, statement}) =>
      stack(small * 0.3, [
        textBlock(this.#canvas, runs, partPx, {sizePx, colour: this.#colours.ink, lineHeight: 1.24, isBalanced: true}),
        ...this.#attribution(statement, partPx),
      ]),
    );
    const content = isBeside ? beside(blocks, partPx + gapPx) : stack(small * 0.8, blocks);
    if (!content) return undefined;
    const padPx = small * 0.75;
    const [canvas, {accent}] = [this.#canvas, this.#colours];
    return {
      heightPx: RULE_PX + padPx + content.heightPx,
      draw: ({startPx, topPx}) => [
        drawRule(canvas, {startPx, topPx}, {widthPx, heightPx: RULE_PX}, accent),
        ...content.draw({startPx, topPx: topPx + RULE_PX + padPx}),
      ],
    };
  }

  /** The source and the date, and the paper's name at the end of the line. */
  foot(source: readonly string[], paper: string, widthPx: number): Block | undefined {
    const {foot: sizePx} = this.#sizes;
    const {muted, ink} = this.#colours;
    const canvas = this.#canvas;
    const name = {sizePx: sizePx * 1.1, weight: 600 as const};
    const paperPx = paper ? canvas.measure(paper, name) : 0;
    const isBeside = paperPx <= widthPx * 0.4;
    const sourcePx = isBeside && paper ? widthPx - paperPx - 40 : widthPx;
    const lines = stack(
      0,
      source.map((text) => this.text(text, sourcePx, {sizePx, colour: muted, lineHeight: 1.3, isBalanced: true})),
    );
    if (!isBeside) return stack(6, [lines, this.text(paper, widthPx, {...name, colour: ink})]);
    if (!lines || !paper) return lines;
    const linePx = sizePx * 1.3 * canvas.leading;
    const heightPx = Math.max(lines.heightPx, linePx);
    return {
      heightPx,
      draw: ({startPx, topPx}) => [
        ...lines.draw({startPx, topPx}),
        makeElement('text', [makeText(paper)], {
          x: String(toX(canvas, startPx + widthPx)),
          y: String(Math.round((topPx + heightPx - linePx + (linePx - sizePx) / 2 + 0.8 * sizePx) * 100) / 100),
          'font-size': String(Math.round(name.sizePx * 100) / 100),
          'font-weight': '600',
          'text-anchor': 'end',
          fill: ink,
        }),
      ],
    };
  }

  #head({name, role}: CardSide, widthPx: number): Block | undefined {
    const {name: sizePx, small} = this.#sizes;
    return stack(1, [
      this.text(name, widthPx, {sizePx, colour: this.#colours.ink, weight: 700, lineHeight: 1.2}),
      this.text(role, widthPx, {sizePx: small, colour: this.#colours.muted, lineHeight: 1.22}),
    ]);
  }

  /** The topic of a statement that isn't a main aim. */
  #topic({statements}: CardSide, widthPx: number): Block | undefined {
    const {small: sizePx} = this.#sizes;
    return this.text(statements[0]?.about ?? '', widthPx, {sizePx, colour: this.#colours.muted, lineHeight: 1.22});
  }

  #aims({statements, gap}: CardSide, widthPx: number): Block | undefined {
    const {aim, small} = this.#sizes;
    const {ink, muted} = this.#colours;
    if (statements.length === 0) return this.text(gap, widthPx, {sizePx: small, colour: muted});
    const parts = statements.map((statement) =>
      stack(small * 0.25, [
        this.text(statement.text, widthPx, {sizePx: aim, colour: ink, weight: 600, lineHeight: 1.14, isBalanced: true}),
        ...this.#attribution(statement, widthPx),
      ]),
    );
    return stack(small * 0.6, parts);
  }

  /** Conditions and remarks, then the certainties with their speakers. */
  #attribution({notes, marks}: CardStatement, widthPx: number): readonly (Block | undefined)[] {
    const {small: sizePx} = this.#sizes;
    const {ink, muted: colour} = this.#colours;
    return [
      ...notes.map((note) => this.text(note, widthPx, {sizePx, colour: ink})),
      marks.length > 0 ? marksBlock(this.#canvas, marks, widthPx, {sizePx, colour, lineHeight: 1.36}) : empty,
    ];
  }
}

function beside(parts: readonly (Block | undefined)[], stepPx: number): Block | undefined {
  if (!parts.every((part) => part !== undefined)) return undefined;
  return {
    heightPx: Math.max(...parts.map(({heightPx}) => heightPx)),
    draw: ({startPx, topPx}) => parts.flatMap((part, i) => part.draw({startPx: startPx + i * stepPx, topPx})),
  };
}

/** Returns the space between columns; a hairline is in its middle. */
function columnGap(columns: number): number {
  return columns <= 2 ? 64 : columns === 3 ? 48 : 36;
}
