/** Finds places for names, the locator and the scale bar in a cropped drawing. */
import {NAME_SIZE, widthOfName} from '../data/fits-on-map.js';
import {isInside, labelInArea, type Rings} from './place-labels.js';
import {areaOf, type Point} from './project-geometry.js';

/** Left, top, width and height. */
export type Box = readonly [number, number, number, number];

/** The place of a region's label. */
export interface RegionLabel {
  readonly label: Point;
  /** Width that is free for the name. Omitted if there is only space for the number. */
  readonly room?: number;
}

/** Half of the height that a name must have within an area: that of its small letters, with some space. */
const HALF_BAND = NAME_SIZE * 0.4;

/** A name may be so much wider than the area around it, half of it on each side. */
const OVERHANG = 1.35;

/** Width that names get, relative to what they need: names differ between languages. More than that isn't better. */
const SPARE = 1.4;

/** The most width that a name is offered beside a dot, where nothing bounds it. */
const BESIDE_DOT = 220;

/** The narrowest space that is offered to a name: three characters. */
const LEAST_ROOM = widthOfName('abc');

/** Height of a line with a name, in units. */
export const LINE_HEIGHT = NAME_SIZE * 1.15;

/** Distance of names from the edge of the drawing. */
const EDGE = 6;

/** Space of a name that has the middle `at`. */
export function boxAround([x, y]: Point, width: number, height = LINE_HEIGHT): Box {
  return [x - width / 2, y - height / 2, width, height];
}

function overlap(one: Box, other: Box): boolean {
  return [0, 1].every((i) => {
    const [start, otherStart] = [one[i] ?? 0, other[i] ?? 0];
    return start < otherStart + (other[i + 2] ?? 0) && otherStart < start + (one[i + 2] ?? 0);
  });
}

/**
 * Returns where an area has space for a line of text, as close to its middle as possible.
 *
 * @param name A name that is about as long as that of the region, such as its id.
 */
export function labelRegion(name: string, shape: readonly Rings[], [width]: Point): RegionLabel {
  const enough = widthOfName(name) * SPARE;
  const middle = labelInArea(shape, []);
  const largest = shape.reduce((best, rings) => (sizeOf(rings) > sizeOf(best) ? rings : best));
  const rows = (largest[0] ?? []).map(([, y]) => y);
  const [top, bottom] = rows.reduce(
    ([least, most], y) => [Math.min(least, y), Math.max(most, y)],
    [Infinity, -Infinity],
  );
  let best: {readonly at: Point; readonly room: number; readonly score: number} | undefined;
  for (let y = Math.ceil(top + HALF_BAND); y <= bottom - HALF_BAND; y += 2) {
    const spans = [-HALF_BAND, -HALF_BAND / 2, 0, HALF_BAND / 2, HALF_BAND]
      .map((offset) => spansAt(largest, y + offset))
      .reduce(intersect);
    for (const [from, to] of spans) {
      const x = Math.round((from + to) / 2);
      const room = Math.floor(Math.min((to - from) * OVERHANG, 2 * (x - EDGE), 2 * (width - EDGE - x)));
      const score = Math.min(room, enough) - Math.hypot(x - middle[0], y - middle[1]) / 2;
      if (!best || score > best.score) best = {at: [x, y], room, score};
    }
  }
  return best && best.room >= LEAST_ROOM && isInside(best.at, largest)
    ? {label: best.at, room: best.room}
    : {label: middle};
}

/** Returns the place for the name of a dot: above it, at the upper edge of the drawing below it. */
export function labelDot([x, y]: Point, [width]: Point): RegionLabel {
  const above = y - LINE_HEIGHT;
  const room = Math.floor(Math.min(BESIDE_DOT, 2 * (x - EDGE), 2 * (width - EDGE - x)));
  return {label: [x, Math.round(above > LINE_HEIGHT / 2 + EDGE ? above : y + LINE_HEIGHT)], room};
}

/** Shares the space between names that would touch. Takes and returns them in the same order. */
export function shareRoom(labels: readonly RegionLabel[], obstacles: readonly Box[]): RegionLabel[] {
  const rooms = labels.map(({room = 0}) => room);
  const order = labels.map((_, i) => i).sort((i, j) => (labels[i]?.label[1] ?? 0) - (labels[j]?.label[1] ?? 0));
  order.forEach((i, position) => {
    const {
      label: [x, y],
    } = labels[i] ?? {label: [0, 0]};
    for (const j of order.slice(position + 1)) {
      const {
        label: [otherX, otherY],
      } = labels[j] ?? {label: [0, 0]};
      if (otherY - y >= LINE_HEIGHT) break;
      const [room, otherRoom] = [rooms[i] ?? 0, rooms[j] ?? 0];
      const excess = (room + otherRoom) / 2 - Math.abs(x - otherX);
      if (excess <= 0) continue;
      // A number needs its circle.
      const [least, otherLeast] = [room, otherRoom].map((width) => Math.min(width, LINE_HEIGHT * 1.6));
      const total = room + otherRoom - (least ?? 0) - (otherLeast ?? 0);
      const share = total > 0 ? Math.min(1, (2 * excess) / total) : 0;
      rooms[i] = room - (room - (least ?? 0)) * share;
      rooms[j] = otherRoom - (otherRoom - (otherLeast ?? 0)) * share;
    }
  });
  return labels.map(({label}, i) => {
    const free = obstacles.reduce((width, [left, top, obstacleWidth, height]) => {
      const isBeside = label[1] + LINE_HEIGHT / 2 <= top || label[1] - LINE_HEIGHT / 2 >= top + height;
      const distance = Math.max(left - label[0], label[0] - left - obstacleWidth);
      return isBeside ? width : Math.min(width, 2 * distance);
    }, rooms[i] ?? 0);
    return free >= LEAST_ROOM ? {label, room: Math.floor(free)} : {label};
  });
}

/** What is already in the drawing when a name is placed. */
export interface Surroundings {
  readonly size: Point;
  /** Names, the locator and the scale bar, which a name must not touch. */
  readonly taken: readonly Box[];
  /** Outlines on top of the area that the name is for. */
  readonly onTop: readonly Rings[];
}

/** Columns and rows of the places that are tried for a name. */
const TRIED = 40;

/** Returns the best place for the name of an area of which a part is visible. Undefined if it fits nowhere. */
export function placeName(
  name: string,
  shape: readonly Rings[],
  {size, taken, onTop}: Surroundings,
): Point | undefined {
  const width = widthOfName(name);
  const isOwn = (at: Point): boolean =>
    shape.some((rings) => isInside(at, rings)) && !onTop.some((rings) => isInside(at, rings));
  const borders = [...shape, ...onTop].flat();
  let best: {readonly at: Point; readonly score: number} | undefined;
  for (const at of gridOf(size)) {
    const box = boxAround(at, width);
    if (!isFree(boxAround(at, width * SPARE), size, taken) || !isOwn(at)) continue;
    const inside = cornersOf(box).filter(isOwn).length;
    if (inside < 4) continue;
    const clearance = Math.min(
      distanceTo(at, borders),
      ...edgesOf(at, size),
      ...taken.map((other) => distanceToBox(at, other)),
    );
    const score = inside * 100 + clearance;
    if (!best || score > best.score) best = {at, score};
  }
  return best?.at;
}

/** Returns the free place nearest to a point that the user gave, at most a few lines away from it. */
export function placeAt(name: string, wanted: Point, {size, taken, onTop}: Surroundings): Point | undefined {
  const width = widthOfName(name);
  let best: {readonly at: Point; readonly cost: number} | undefined;
  for (let dx = -15; dx <= 15; dx++) {
    for (let dy = -15; dy <= 15; dy++) {
      const at: Point = [Math.round(wanted[0]) + dx * 6, Math.round(wanted[1]) + dy * 4];
      const box = boxAround(at, width);
      if (!isFree(boxAround(at, width * SPARE), size, taken)) continue;
      const covered = shareCovered(box, onTop);
      const cost = covered * 200 + Math.hypot(dx * 6, dy * 4);
      if (covered < 0.3 && (!best || cost < best.cost)) best = {at, cost};
    }
  }
  return best?.at;
}

/** Returns the corner of the drawing in which a box hides least, and how much of the shapes it hides there, from 0 to 1. */
export function placeInCorner(
  [boxWidth, boxHeight]: Point,
  corners: readonly (readonly ['left' | 'right', 'top' | 'bottom'])[],
  distance: number,
  {size: [width, height], taken, onTop}: Surroundings,
): {readonly box: Box; readonly hidden: number} {
  const found = corners.map(([side, end]) => {
    const box: Box = [
      side === 'left' ? distance : width - distance - boxWidth,
      end === 'top' ? distance : height - distance - boxHeight,
      boxWidth,
      boxHeight,
    ];
    return {box, hidden: taken.some((other) => overlap(box, other)) ? 1 : shareCovered(box, onTop)};
  });
  return found.reduce((best, one) => (one.hidden < best.hidden ? one : best));
}

function sizeOf([outline = []]: Rings): number {
  return Math.abs(areaOf(outline));
}

type Span = readonly [number, number];

/** The parts of a horizontal line that are inside of the rings. */
function spansAt(rings: Rings, y: number): Span[] {
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap(([x1, y1], i) => {
        const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
        return y1 > y === y2 > y ? [] : [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)];
      }),
    )
    .sort((one, other) => one - other);
  return crossings.flatMap((x, i): Span[] => (i % 2 === 0 ? [[x, crossings[i + 1] ?? x]] : []));
}

function intersect(spans: Span[], others: Span[]): Span[] {
  return spans.flatMap(([from, to]) =>
    others.flatMap(([otherFrom, otherTo]): Span[] => {
      const [start, end] = [Math.max(from, otherFrom), Math.min(to, otherTo)];
      return start < end ? [[start, end]] : [];
    }),
  );
}

function gridOf([width, height]: Point): Point[] {
  return Array.from({length: TRIED * TRIED}, (_, i) => [
    Math.round((width * ((i % TRIED) + 0.5)) / TRIED),
    Math.round((height * (Math.floor(i / TRIED) + 0.5)) / TRIED),
  ]);
}

/** Whether a box is within the drawing and touches no other. */
function isFree(box: Box, [width, height]: Point, taken: readonly Box[]): boolean {
  const [left, top, boxWidth, boxHeight] = box;
  const isWithin = left >= EDGE && top >= EDGE && left + boxWidth <= width - EDGE && top + boxHeight <= height - EDGE;
  return isWithin && !taken.some((other) => overlap(box, other));
}

/** The corners of a box, and the middles of its long sides. */
function cornersOf([left, top, width, height]: Box): Point[] {
  return [0, 0.5, 1].flatMap((share): Point[] => [
    [left + width * share, top],
    [left + width * share, top + height],
  ]);
}

/** The part of a box that shapes cover, from 0 to 1. */
function shareCovered([left, top, width, height]: Box, shapes: readonly Rings[]): number {
  const points = Array.from({length: 144}, (_, i): Point => [
    left + (width * ((i % 12) + 0.5)) / 12,
    top + (height * (Math.floor(i / 12) + 0.5)) / 12,
  ]);
  return points.filter((point) => shapes.some((rings) => isInside(point, rings))).length / points.length;
}

function edgesOf([x, y]: Point, [width, height]: Point): number[] {
  return [x, y, width - x, height - y];
}

function distanceToBox([x, y]: Point, [left, top, width, height]: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));
}

/** Distance of a point from the nearest border. */
function distanceTo(at: Point, rings: Rings): number {
  return nearestPoint(at, rings).distance;
}

/** The nearest point of the borders. */
export function nearestPoint([x, y]: Point, rings: Rings): {readonly at: Point; readonly distance: number} {
  let best: {at: Point; distance: number} = {at: [x, y], distance: Infinity};
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
      const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const share = length > 0 ? Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) : 0;
      const at: Point = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
      const distance = Math.hypot(x - at[0], y - at[1]);
      if (distance < best.distance) best = {at, distance};
    });
  }
  return best;
}
