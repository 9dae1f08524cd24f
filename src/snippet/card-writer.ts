import {
  baseline,
  drawEnd,
  drawRule,
  empty,
  marksBlock,
  stack,
  textBlock,
  type Block,
  type Canvas,
} from './card-blocks.js';
import type {CardContent, CardSide, CardStatement} from './card-content.js';
import type {Run} from './card-text.js';

const RULE_PX = 3;
const HAIRLINE_PX = 2;
/** Least space between two texts on a line. */
const GAP_PX = 40;

/** Colours of a card. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
}

/** Sizes of the type. Small text shrinks less than large text. */
export function sizesFor(
  scale: number,
): Readonly<Record<'title' | 'name' | 'aim' | 'clash' | 'small' | 'foot', number>> {
  return {
    title: 30 * scale ** 0.4,
    name: 28 * scale ** 0.7,
    aim: 41 * scale,
    clash: 27 * scale ** 0.8,
    small: 21.5 * scale ** 0.55,
    foot: 20 * scale ** 0.35,
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
export class CardWriter {
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

  /** The title and the status: at the end of the same line if both fit there, which leaves more for the aims. */
  head({title, status}: CardContent, widthPx: number): Block | undefined {
    const {title: titlePx, foot} = this.#sizes;
    const {muted: colour} = this.#colours;
    const canvas = this.#canvas;
    const heading = {sizePx: titlePx, colour, weight: 600 as const, lineHeight: 1.24};
    const statusPx = canvas.measure(status, {sizePx: foot, weight: 400});
    const isBeside = canvas.measure(title, heading) + GAP_PX + statusPx <= widthPx;
    if (!isBeside || !status) {
      return stack(5, [
        this.text(title, widthPx, {...heading, isBalanced: true}),
        this.text(status, widthPx, {sizePx: foot, colour}),
      ]);
    }
    const line = this.text(title, widthPx, heading);
    if (!line) return undefined;
    const {heightPx} = line;
    return {
      heightPx,
      draw: ({startPx, topPx}) => [
        ...line.draw({startPx, topPx}),
        drawEnd(
          canvas,
          status,
          {startPx: startPx + widthPx, topPx: topPx + baseline(heightPx, titlePx)},
          {sizePx: foot, colour},
        ),
      ],
    };
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
    const sourcePx = isBeside && paper ? widthPx - paperPx - GAP_PX : widthPx;
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
        drawEnd(
          canvas,
          paper,
          {startPx: startPx + widthPx, topPx: topPx + heightPx - linePx + baseline(linePx, sizePx)},
          {...name, colour: ink},
        ),
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
