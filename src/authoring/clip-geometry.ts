/** Cuts geometry to a rectangle, before it is projected and again after that. */
import type {DrawnParts, Point} from './project-geometry.js';
import type {Parts, Position} from './read-geometry.js';

/** Left, top, right and bottom; in degrees west, south, east and north. */
export type Bounds = readonly [number, number, number, number];

/** Returns the parts that lie in the rectangle. Edges along its sides close the areas that are cut. */
export function clipParts({areas, lines, points}: DrawnParts, bounds: Bounds): DrawnParts {
  const [left, top, right, bottom] = bounds;
  return {
    areas: areas.flatMap((rings) => {
      const [outline, ...holes] = rings.map((ring) => clipRing(ring, bounds));
      return outline && outline.length > 3 ? [[outline, ...holes.filter((hole) => hole.length > 3)]] : [];
    }),
    lines: lines.flatMap((line) => clipLine(line, bounds)),
    points: points.filter(([x, y]) => x >= left && x <= right && y >= top && y <= bottom),
  };
}

/**
 * Returns the parts near a place, with longitudes relative to its meridian: from -180 to 180, without jumps within a
 * line. What is farther away than the bounds is cut off.
 */
export function clipDegrees({areas, lines, points}: Parts, meridian: number, bounds: Bounds): DrawnParts {
  const unwrap = (line: readonly Position[]): Point[] => {
    const moved: Point[] = [];
    for (const [x = NaN, y = NaN] of line) {
      const last = moved.at(-1)?.[0] ?? 0;
      moved.push([last + turn(x - meridian - last), y]);
    }
    return moved;
  };
  const clipped = clipParts(
    {
      areas: areas.map((rings) => rings.map(unwrap)),
      lines: lines.map(unwrap),
      points: points.flatMap((point) => unwrap([point])),
    },
    bounds,
  );
  const back = ([x, y]: Point): Point => [turn(x + meridian), y];
  return {
    areas: clipped.areas.map((rings) => rings.map((ring) => ring.map(back))),
    lines: clipped.lines.map((line) => line.map(back)),
    points: clipped.points.map(back),
  };
}

/** The same angle, from -180 to 180 degrees. */
export function turn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

/** The four sides: the axis, the limit, and whether the part below the limit stays. */
function sidesOf([left, top, right, bottom]: Bounds): readonly (readonly [0 | 1, number, boolean])[] {
  return [
    [0, left, false],
    [0, right, true],
    [1, top, false],
    [1, bottom, true],
  ];
}

/** Sutherland and Hodgman: cuts a closed ring at one side after the other. */
function clipRing(ring: readonly Point[], bounds: Bounds): Point[] {
  let points = ring.slice(0, -1);
  for (const [axis, limit, isBelow] of sidesOf(bounds)) {
    const isIn = (point: Point): boolean => (isBelow ? point[axis] <= limit : point[axis] >= limit);
    const kept: Point[] = [];
    points.forEach((point, i) => {
      const last = points.at(i - 1) ?? point;
      if (isIn(point) !== isIn(last)) kept.push(cross(last, point, axis, limit));
      if (isIn(point)) kept.push(point);
    });
    points = kept;
  }
  const [first] = points;
  return first ? [...points, first] : [];
}

function clipLine(line: readonly Point[], bounds: Bounds): Point[][] {
  return sidesOf(bounds).reduce<Point[][]>(
    (pieces, [axis, limit, isBelow]) =>
      pieces.flatMap((piece) => {
        const kept: Point[][] = [];
        let current: Point[] = [];
        piece.forEach((point, i) => {
          const isIn = isBelow ? point[axis] <= limit : point[axis] >= limit;
          const last = piece[i - 1];
          const wasIn = last && (isBelow ? last[axis] <= limit : last[axis] >= limit);
          const crossing = last && wasIn !== isIn ? [cross(last, point, axis, limit)] : [];
          if (isIn) current.push(...crossing, point);
          else if (current.length > 0) {
            kept.push([...current, ...crossing]);
            current = [];
          }
        });
        return [...kept, current].filter((part) => part.length > 1);
      }),
    [[...line]],
  );
}

/** The point where an edge crosses a side. */
function cross(from: Point, to: Point, axis: 0 | 1, limit: number): Point {
  const share = (limit - from[axis]) / (to[axis] - from[axis]);
  const point: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  point[axis] = limit;
  return point;
}
