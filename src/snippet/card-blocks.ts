import type {CardMark} from './card-content.js';
import {breakLines, type CardFont, type MeasureText, type Run} from './card-text.js';
import {makeElement, makeText, type MarkupNode} from './markup.js';

/** Where a part of a card is drawn: pixels from its start edge (left, or right in right-to-left text) and top. */
interface Place {
  readonly startPx: number;
  readonly topPx: number;
}

/** A part of a card that knows its height, and how to draw itself. */
export interface Block {
  readonly heightPx: number;
  readonly draw: (place: Place) => readonly MarkupNode[];
}

/** What all parts of a card share. */
export interface Canvas {
  readonly widthPx: number;
  readonly isRtl: boolean;
  /** Factor of all line heights: some scripts need more. */
  readonly leading: number;
  readonly measure: MeasureText;
  readonly mayBreakWords: boolean;
}

export interface TextStyle {
  readonly sizePx: number;
  readonly colour: string;
  readonly lineHeight: number;
  readonly isBalanced?: boolean;
}

/** Diameter of a certainty mark and the space after it, in em. */
const MARK_EM = 0.8;
const MARK_GAP_EM = 0.36;
/** Space between two marks on a line, in em. */
const MARKS_GAP_EM = 0.9;

/** No part. */
export const empty: Block = {heightPx: 0, draw: () => []};

/** Returns the x coordinate of a distance from the start edge. */
function toX({widthPx, isRtl}: Canvas, startPx: number): number {
  return round(isRtl ? widthPx - startPx : startPx);
}

/** Makes a text with line breaks. Undefined if a word is too wide. */
export function textBlock(
  canvas: Canvas,
  runs: readonly Run[],
  widthPx: number,
  {sizePx, colour, lineHeight, isBalanced = false}: TextStyle,
): Block | undefined {
  const {measure, mayBreakWords, leading} = canvas;
  const lines = breakLines(runs, {sizePx, widthPx, measure, isBalanced, mayBreakWords});
  if (!lines) return undefined;
  const linePx = sizePx * lineHeight * leading;
  return {
    heightPx: linePx * lines.length,
    draw: ({startPx, topPx}) =>
      lines.map((line, i) =>
        drawLine(canvas, line, {startPx, topPx: topPx + baseline(linePx, sizePx) + i * linePx}, {sizePx, colour}),
      ),
  };
}

/** Makes a line of certainty marks with their speakers. Marks that don't fit on it are on the next one. */
export function marksBlock(
  canvas: Canvas,
  marks: readonly CardMark[],
  widthPx: number,
  {sizePx, colour, lineHeight}: TextStyle,
): Block | undefined {
  const {measure, mayBreakWords, leading} = canvas;
  const indentPx = (MARK_EM + MARK_GAP_EM) * sizePx;
  const linePx = sizePx * lineHeight * leading;
  const drawings: ((place: Place) => readonly MarkupNode[])[] = [];
  let usedPx = 0;
  let line = -1;
  for (const {certainty, text} of marks) {
    const leadPx = certainty ? indentPx : 0;
    const lines = breakLines([{text, weight: certainty ? 400 : 700}], {
      sizePx,
      widthPx: widthPx - leadPx,
      measure,
      mayBreakWords,
    });
    if (!lines) return undefined;
    const ownPx = leadPx + measure(text, {sizePx, weight: certainty ? 400 : 700});
    if (line < 0 || lines.length > 1 || usedPx + ownPx > widthPx) {
      line += 1;
      usedPx = 0;
    }
    const [fromPx, first] = [usedPx, line];
    drawings.push(({startPx, topPx}) => {
      const base = topPx + first * linePx + baseline(linePx, sizePx);
      return [
        ...(certainty ? drawMark(canvas, certainty, {startPx: startPx + fromPx, topPx: base}, {sizePx, colour}) : []),
        ...lines.map((runs, i) =>
          drawLine(canvas, runs, {startPx: startPx + fromPx + leadPx, topPx: base + i * linePx}, {sizePx, colour}),
        ),
      ];
    });
    line += lines.length - 1;
    usedPx = lines.length > 1 ? Infinity : usedPx + ownPx + MARKS_GAP_EM * sizePx;
  }
  return {heightPx: (line + 1) * linePx, draw: (place) => drawings.flatMap((draw) => draw(place))};
}

/** Puts parts below each other, with spaces between those that aren't empty. Undefined if a part is. */
export function stack(gapPx: number, parts: readonly (Block | undefined)[]): Block | undefined {
  const blocks: Block[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    if (part.heightPx > 0) blocks.push(part);
  }
  return {
    heightPx: sum(blocks.map(({heightPx}) => heightPx)) + gapPx * Math.max(0, blocks.length - 1),
    draw({startPx, topPx}) {
      let nextPx = topPx;
      return blocks.flatMap(({heightPx, draw}) => {
        const at = nextPx;
        nextPx += heightPx + gapPx;
        return draw({startPx, topPx: at});
      });
    },
  };
}

/** Draws a vertical or horizontal line. */
export function drawRule(
  canvas: Canvas,
  {startPx, topPx}: Place,
  {widthPx, heightPx}: {readonly widthPx: number; readonly heightPx: number},
  colour: string,
): MarkupNode {
  return makeElement('rect', [], {
    x: String(round(canvas.isRtl ? canvas.widthPx - startPx - widthPx : startPx)),
    y: String(round(topPx)),
    width: String(round(widthPx)),
    height: String(round(heightPx)),
    fill: colour,
  });
}

interface Ink {
  readonly sizePx: number;
  readonly colour: string;
  /** Default: 400. */
  readonly weight?: CardFont['weight'];
}

/** Draws a short text that ends at a place. `topPx` is the baseline. */
export function drawEnd(
  canvas: Canvas,
  text: string,
  {startPx, topPx}: Place,
  {sizePx, colour, weight = 400}: Ink,
): MarkupNode {
  return makeElement('text', [makeText(text)], {
    x: String(toX(canvas, startPx)),
    y: String(round(topPx)),
    'font-size': String(round(sizePx)),
    ...(weight !== 400 && {'font-weight': String(weight)}),
    'text-anchor': 'end',
    fill: colour,
  });
}

/** `topPx` is the baseline. */
function drawLine(canvas: Canvas, runs: readonly Run[], {startPx, topPx}: Place, {sizePx, colour}: Ink): MarkupNode {
  const [first] = runs;
  const weight = (value: CardFont['weight']): MarkupNode['attributes'] =>
    value === 400 ? {} : {'font-weight': String(value)};
  const isPlain = runs.length === 1;
  return makeElement(
    'text',
    runs.map((run) => (isPlain ? makeText(run.text) : makeElement('tspan', [makeText(run.text)], weight(run.weight)))),
    {
      x: String(toX(canvas, startPx)),
      y: String(round(topPx)),
      'font-size': String(round(sizePx)),
      ...(isPlain && first ? weight(first.weight) : {}),
      fill: colour,
      // Spaces between parts of a line are significant.
      'xml:space': 'preserve',
    },
  );
}

/** Draws a certainty mark as the boxes do: filled, half filled at its start, a ring, a dotted ring. */
function drawMark(
  canvas: Canvas,
  certainty: NonNullable<CardMark['certainty']>,
  {startPx, topPx}: Place,
  {sizePx, colour}: Ink,
): readonly MarkupNode[] {
  const strokePx = 0.12 * sizePx;
  const outerPx = (MARK_EM / 2) * sizePx;
  const radiusPx = outerPx - strokePx / 2;
  const [cx, cy] = [toX(canvas, startPx + outerPx), round(topPx - 0.34 * sizePx)];
  const circle = {cx: String(cx), cy: String(cy)};
  const ring = {
    ...circle,
    r: String(round(radiusPx)),
    fill: 'none',
    stroke: colour,
    'stroke-width': String(round(strokePx)),
  };
  switch (certainty) {
    case 'stated':
      return [makeElement('circle', [], {...circle, r: String(round(outerPx)), fill: colour})];
    case 'reported': {
      const r = round(radiusPx);
      const d = `M${String(cx)} ${String(round(cy - r))}a${String(r)} ${String(r)} 0 0 ${canvas.isRtl ? '1' : '0'} 0 ${String(round(2 * r))}z`;
      return [makeElement('circle', [], ring), makeElement('path', [], {d, fill: colour})];
    }
    case 'analysis':
      return [makeElement('circle', [], ring)];
    case 'speculation': {
      const dots = 8;
      const step = (2 * Math.PI * radiusPx) / dots;
      return [
        makeElement('circle', [], {
          ...ring,
          'stroke-width': String(round(0.15 * sizePx)),
          'stroke-linecap': 'round',
          'stroke-dasharray': `0 ${String(Math.round(step * 1000) / 1000)}`,
        }),
      ];
    }
  }
}

/** Returns the distance of the baseline from the top of a line. */
export function baseline(linePx: number, sizePx: number): number {
  return (linePx - sizePx) / 2 + 0.8 * sizePx;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
