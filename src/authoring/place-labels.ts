import polylabel from 'polylabel';
import {GeometryError} from './pick-features.js';
import {areaOf, type Point} from './project-geometry.js';

/** The outline, then the holes. */
export type Rings = Point[][];

/** Radius of a number's ring on a small screen, with its line, in units. */
const RING = 22;

/** Distance of a number from the dot that it stands beside, centre to centre, in units. */
const BESIDE = 34;

/** Minimum length of a line on which a number stands; it would hide a shorter one. */
const LONG_LINE = 5 * RING;

/** Height of a name on a small screen, in units. */
const NAME_HEIGHT = 27;

/** Columns and rows of the places that are tried for a name. */
const GRID = 24;

/** At most so many places of a square are compared, so that the work is linear. */
const KEPT_PER_SQUARE = 8;

/** The point of a shape that is farthest from its borders and from the shapes on top of it. */
export function labelInArea(shape: readonly Rings[], onTop: readonly Point[][]): Point {
  const largest = shape.reduce<Rings>(
    (best, rings) => (areaOf(rings[0] ?? []) > areaOf(best[0] ?? []) ? rings : best),
    [],
  );
  const covered = onTop.filter((ring) => isInside(polylabel([ring], 0.5), largest));
  // If regions cover the whole land, its name is placed as if they weren't there.
  for (const rings of [[...largest, ...covered], largest]) {
    const [x, y] = polylabel(rings, 0.5);
    const rounded: Point = [Math.round(x), Math.round(y)];
    if (isInside(rounded, rings)) return rounded;
    const finer: Point = [Number(x.toFixed(1)), Number(y.toFixed(1))];
    if (isInside(finer, rings)) return finer;
  }
  throw new GeometryError('has a region that is too narrow for its number', 'increase --width');
}

type Place = readonly [number, number];

/** A label in the drawing: its middle, and half of its width and height. */
interface LabelBox {
  readonly at: Place;
  readonly half: Place;
}

export function numberBox(at: Place): LabelBox {
  return {at, half: [RING, RING]};
}

export function nameBox(at: Place, name: string): LabelBox {
  return {at, half: [(Array.from(name).length * 0.6 * NAME_HEIGHT) / 2, NAME_HEIGHT / 2]};
}

/** Returns the place for the name of the land: as for a number, but not on another label if there is space. */
export function labelOfLand(
  name: string,
  shape: readonly Rings[],
  onTop: readonly Point[][],
  labels: readonly LabelBox[],
): Point {
  const middle = labelInArea(shape, onTop);
  const isFree = (at: Point): boolean => {
    const {half} = nameBox(at, name);
    return labels.every((label) =>
      [0, 1].some((i) => distance(at, label.at, i) >= (half[i] ?? 0) + (label.half[i] ?? 0)),
    );
  };
  if (isFree(middle)) return middle;
  const rings = [...shape.flat(), ...onTop];
  const corners = shape.flat(2);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right] = xs.reduce(([least, most], x) => [Math.min(least, x), Math.max(most, x)], [Infinity, -Infinity]);
  const [top, bottom] = ys.reduce(([least, most], y) => [Math.min(least, y), Math.max(most, y)], [Infinity, -Infinity]);
  const grid = Array.from({length: GRID * GRID}, (_, i): Point => [
    Math.round(left + ((right - left) * ((i % GRID) + 0.5)) / GRID),
    Math.round(top + ((bottom - top) * (Math.floor(i / GRID) + 0.5)) / GRID),
  ]);
  const away = (at: Point): number => Math.hypot(at[0] - middle[0], at[1] - middle[1]);
  const free = grid.filter((at) => isFree(at) && isInside(at, rings));
  return (
    free.reduce<Point | undefined>((best, at) => (best && away(best) <= away(at) ? best : at), undefined) ?? middle
  );
}

function distance(one: Place, other: Place, axis: number): number {
  return Math.abs((one[axis] ?? 0) - (other[axis] ?? 0));
}

export function isInside([x, y]: Point, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
    });
  }
  return inside;
}

/** Places numbers beside dots and short lines, where there is space. */
export class LabelPlacer {
  readonly #size: Point;
  readonly #taken = new Map<string, {readonly at: Point; readonly radius: number}[]>();

  /** @param size Width and height of the drawing. */
  constructor(size: Point) {
    this.#size = size;
  }

  /** Keeps numbers off a place. */
  take(at: Point, radius = RING): void {
    const square = this.#squareOf(at);
    const places = this.#taken.get(square) ?? [];
    if (places.length < KEPT_PER_SQUARE) this.#taken.set(square, [...places, {at, radius}]);
  }

  /** Returns the middle of the longest line, or a place beside it if the number would hide it. */
  labelOnLine(lines: readonly Point[][]): Point {
    const longest = lines.reduce((best, line) => (lengthOf(line) > lengthOf(best) ? line : best));
    let left = lengthOf(longest) / 2;
    let middle = longest[0] ?? [0, 0];
    for (const [i, [x, y]] of longest.entries()) {
      const [lastX, lastY] = longest[i - 1] ?? [x, y];
      const length = Math.hypot(x - lastX, y - lastY);
      if (length > 0 && left >= 0) {
        const share = Math.min(1, left / length);
        middle = [Math.round(lastX + (x - lastX) * share), Math.round(lastY + (y - lastY) * share)];
      }
      left -= length;
    }
    if (lengthOf(longest) < LONG_LINE) return this.labelBeside(middle);
    this.take(middle);
    return middle;
  }

  /** Returns a place beside a dot: the first free one within the drawing, else the first within it. */
  labelBeside([x, y]: Point): Point {
    const places = DIRECTIONS.map((turns): Point => {
      const angle = turns * 2 * Math.PI;
      return [Math.round(x + BESIDE * Math.cos(angle)), Math.round(y + BESIDE * Math.sin(angle))];
    });
    const within = places.filter((place) => place.every((at, i) => at >= RING && at <= (this.#size[i] ?? 0) - RING));
    const place = within.find((at) => this.#isFree(at)) ?? within[0] ?? places[0] ?? [x, y];
    this.take(place);
    return place;
  }

  #isFree([x, y]: Point): boolean {
    return NEAR.every(([dx, dy]) =>
      (this.#taken.get(this.#squareOf([x + dx * SQUARE, y + dy * SQUARE])) ?? []).every(
        ({at, radius}) => Math.hypot(at[0] - x, at[1] - y) >= RING + radius,
      ),
    );
  }

  #squareOf([x, y]: Point): string {
    return `${String(Math.floor(x / SQUARE))} ${String(Math.floor(y / SQUARE))}`;
  }
}

/** Two rings that touch are at most in neighbouring squares. */
const SQUARE = 2 * RING;

const NEAR = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy): Point => [dx, dy]));

/** Shares of a turn, clockwise from the right, in order of preference. */
const DIRECTIONS = [0, 1 / 2, 3 / 4, 1 / 4, 7 / 8, 1 / 8, 5 / 8, 3 / 8];

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, [x, y], i) => {
    const [lastX, lastY] = line[i - 1] ?? [x, y];
    return sum + Math.hypot(x - lastX, y - lastY);
  }, 0);
}
