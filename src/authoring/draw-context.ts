/** Draws what surrounds the regions in a cropped map: neighbours, names of seas, a locator and a scale bar. */
import {NAME_SIZE, widthOfName} from '../data/fits-on-map.js';
import {isInside, type Rings} from './place-labels.js';
import {
  boxAround,
  LINE_HEIGHT,
  nearestPoint,
  placeAt,
  placeInCorner,
  placeName,
  type Box,
  type Surroundings,
} from './place-names.js';
import {areaOf, type DrawnParts, type Point} from './project-geometry.js';
import {simplifyGeometry} from './simplify-geometry.js';
import {roundShape, toPath} from './write-path.js';

/** A neighbour on the map. */
export interface Neighbour {
  readonly name?: string;
  readonly d: string;
  readonly label?: Point;
}

/** The whole land in a corner of the map, with the part that the map shows. */
export interface Locator {
  readonly box: Box;
  readonly d: string;
  readonly frame: Box;
}

export interface ScaleBar {
  readonly km: number;
  readonly length: number;
  readonly start: Point;
}

/** Outlines of neighbours are coarser than those at stake, in square units. */
const NEIGHBOUR_DETAIL = 4;

/** Outlines of different sources differ. A neighbour's border so close to the land is moved under it, in units. */
const NEAR_LAND = 5;

/** Distance by which it is moved beyond the border of the land. */
const TUCK = 4;

/** Distance of the points that are moved. */
const TUCK_STEP = 3;

/** Size of the locator, as shares of the width and the height of the drawing. */
const LOCATOR_SIZE = [0.27, 0.36] as const;

/** Space in the locator around the land, in units. */
const LOCATOR_PADDING = 7;

/** Smallest area that the locator shows, and the detail of its outline, in square units. */
const LOCATOR_DETAIL = 5;

/** The locator is left out if it hides more of the regions than this. */
const HIDDEN = 0.12;

/** Of a drawing that shows more of the land than this, nobody needs a locator. */
const SHOWN = 0.75;

/** Distance of the scale bar from the edges, in units. */
const SCALE_DISTANCE = 16;

/** The scale bar is at most this share of the drawing's width. */
const SCALE_SHARE = 0.3;

/** Draws neighbours under the land: their borders with it vanish below its outline. */
export function drawNeighbours(neighbours: readonly DrawnParts[], land: readonly Rings[]): Rings[][] {
  if (neighbours.length === 0) return [];
  const tucked = neighbours.map((parts) => ({
    ...parts,
    areas: parts.areas.map((rings) => rings.map((ring) => tuckUnder(ring, land))),
  }));
  return simplifyGeometry(tucked, undefined, NEIGHBOUR_DETAIL).map(({areas}) =>
    areas.length > 0 ? roundShape(areas) : [],
  );
}

/** Moves the points of a ring that are close to the land under it. */
function tuckUnder(ring: readonly Point[], land: readonly Rings[]): Point[] {
  const borders = land.flat();
  if (borders.length === 0) return [...ring];
  return ring.flatMap((point, i) => {
    const last = ring[i - 1];
    const steps = last ? Math.min(1000, Math.ceil(Math.hypot(point[0] - last[0], point[1] - last[1]) / TUCK_STEP)) : 1;
    return Array.from({length: steps}, (_, step): Point => {
      const share = (step + 1) / steps;
      const [fromX, fromY] = last ?? point;
      const [x, y]: Point = [fromX + (point[0] - fromX) * share, fromY + (point[1] - fromY) * share];
      const {at, distance} = nearestPoint([x, y], borders);
      if (distance > NEAR_LAND || distance === 0 || land.some((rings) => isInside([x, y], rings))) return [x, y];
      return [at[0] + ((at[0] - x) / distance) * TUCK, at[1] + ((at[1] - y) / distance) * TUCK];
    });
  });
}

/** Names the neighbours that are visible. Adds the names to what is taken. */
export function nameNeighbours(
  shapes: readonly {readonly name: string; readonly shape: readonly Rings[]}[],
  around: Surroundings & {readonly taken: Box[]},
): Neighbour[] {
  return shapes.flatMap(({name, shape}) => {
    if (shape.length === 0) return [];
    const at = name ? placeName(name, shape, around) : undefined;
    if (at) around.taken.push(boxAround(at, widthOfName(name)));
    return [{...(name && {name}), d: toPath(shape), ...(at && {label: at})}];
  });
}

/**
 * Places the names of seas: at a point, or in the visible part of an area. Adds them to what is taken. Those without
 * space are left out.
 */
export function nameSeas(
  seas: readonly {readonly name: string; readonly shape: readonly Rings[]; readonly at: Point | undefined}[],
  around: Surroundings & {readonly taken: Box[]},
): {readonly name: string; readonly label: Point}[] {
  return seas.flatMap(({name, shape, at}) => {
    const label = at ? placeAt(name, at, around) : shape.length > 0 ? placeName(name, shape, around) : undefined;
    if (!label) return [];
    around.taken.push(boxAround(label, widthOfName(name)));
    return [{name, label}];
  });
}

/** Draws the whole land into a corner, unless the map shows most of it. */
export function drawLocator(
  lands: readonly DrawnParts[],
  around: Surroundings & {readonly taken: Box[]},
): Locator | 'no-space' | undefined {
  const {size} = around;
  const [width, height] = size;
  const corners = lands.flatMap(({areas}) => areas.flat().flat());
  if (corners.length === 0) return undefined;
  const [left, top, right, bottom] = corners.reduce<[number, number, number, number]>(
    ([x1, y1, x2, y2], [x, y]) => [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x), Math.max(y2, y)],
    // The map's own frame must be in the locator too.
    [0, 0, width, height],
  );
  const share = (width * height) / ((right - left) * (bottom - top));
  if (share > SHOWN) return undefined;
  const inner = [
    width * LOCATOR_SIZE[0] - 2 * LOCATOR_PADDING,
    height * LOCATOR_SIZE[1] - 2 * LOCATOR_PADDING,
  ] as const;
  const scale = Math.min(inner[0] / (right - left), inner[1] / (bottom - top));
  const boxSize: Point = [
    Math.round((right - left) * scale) + 2 * LOCATOR_PADDING,
    Math.round((bottom - top) * scale) + 2 * LOCATOR_PADDING,
  ];
  const {box, hidden} = placeInCorner(
    boxSize,
    [
      ['left', 'top'],
      ['right', 'top'],
      ['right', 'bottom'],
      ['left', 'bottom'],
    ],
    0,
    around,
  );
  if (hidden > HIDDEN) return 'no-space';
  around.taken.push(box);
  const toLocator = ([x, y]: Point): Point => [
    box[0] + LOCATOR_PADDING + (x - left) * scale,
    box[1] + LOCATOR_PADDING + (y - top) * scale,
  ];
  const merged = {areas: lands.flatMap(({areas}) => areas), lines: [], points: []};
  const moved = {...merged, areas: merged.areas.map((rings) => rings.map((ring) => ring.map(toLocator)))};
  const [{areas} = {areas: []}] = simplifyGeometry([moved], undefined, LOCATOR_DETAIL);
  const shape = roundShape(areas).filter(([outline = []], _, all) => {
    return all.length === 1 || Math.abs(areaOf(outline)) >= LOCATOR_DETAIL;
  });
  const [frameX, frameY] = toLocator([0, 0]).map(Math.round);
  return {
    box,
    d: toPath(shape),
    frame: [frameX ?? 0, frameY ?? 0, Math.round(width * scale), Math.round(height * scale)],
  };
}

/** Places a bar for a round number of kilometres. */
export function drawScaleBar(kmPerUnit: number, around: Surroundings & {readonly taken: Box[]}): ScaleBar {
  const longest = around.size[0] * SCALE_SHARE * kmPerUnit;
  const power = 10 ** Math.floor(Math.log10(longest));
  const km = [5, 2, 1].map((digit) => digit * power).find((round) => round <= longest) ?? power;
  const length = Math.round(km / kmPerUnit);
  const {box} = placeInCorner(
    [length, LINE_HEIGHT],
    [
      ['right', 'bottom'],
      ['left', 'bottom'],
      ['right', 'top'],
      ['left', 'top'],
    ],
    SCALE_DISTANCE,
    around,
  );
  // Names keep some distance.
  around.taken.push([box[0] - NAME_SIZE / 2, box[1] - NAME_SIZE / 4, box[2] + NAME_SIZE, box[3] + NAME_SIZE]);
  return {km: Number(km.toPrecision(1)), length, start: [Math.round(box[0]), Math.round(box[1] + box[3])]};
}
