import {geoBounds, geoConicEqualArea} from 'd3-geo';
import {GeometryError} from './pick-features.js';
import type {Parts, Position} from './read-geometry.js';

export type Point = [number, number];

/** Parts of a region or of the land, in units of the drawing. */
export interface DrawnParts {
  /** Polygons: each an outline, then its holes. Outlines are wound clockwise, holes counterclockwise. */
  readonly areas: Point[][][];
  readonly lines: Point[][];
  readonly points: Point[];
}

/** Margin around the drawing, as a share of its width. Dots need more, because they are as large as on any screen. */
const MARGIN = 1 / 120;
const MARGIN_WITH_DOTS = 1 / 40;

/** Tolerance in degrees for points on the 180th meridian. */
const NEAR = 1e-4;

/** Projects all points, then moves and scales them to the width. */
export function projectGeometry(
  items: readonly Parts[],
  width: number,
): {readonly items: readonly DrawnParts[]; readonly height: number} {
  const sampled = mapLines(items, sampleLine);
  const coordinates = sampled.flatMap(({areas, lines, points}) => [...areas.flat().flat(), ...lines.flat(), ...points]);
  if (coordinates.some(([x, y]) => !(Math.abs(x) <= 180.001 && Math.abs(y) <= 90.001))) {
    throw new GeometryError('isn’t in degrees of longitude and latitude; save it unprojected (WGS 84)');
  }
  // Uses points, not areas: many files wind areas in the other direction, which would mean the rest of the globe.
  const [[west, south], [east, north]] = geoBounds({type: 'MultiPoint', coordinates});
  const span = west <= east ? east - west : east - west + 360;
  // The whole globe is cut at the 180th meridian, like the files.
  const isGlobe = span > 359;
  const middle = isGlobe ? 0 : west + span / 2;
  const sixth = (north - south) / 6;
  const projection = geoConicEqualArea()
    .rotate([-middle, 0])
    .parallels([south + sixth, north - sixth])
    .scale(1000)
    .translate([0, 0]);

  const joined = isGlobe ? sampled : joinAtMeridian(sampled);
  const projected = mapLines(joined, (line) => line.map((point): Point => projection(point) ?? [0, 0]));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  mapLines(projected, (line) => {
    for (const [x, y] of line) {
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
    return line;
  });
  const hasDots = items.some(({points}) => points.length > 0);
  const margin = Math.round(width * (hasDots ? MARGIN_WITH_DOTS : MARGIN));
  const scale = (width - 2 * margin) / (right - left);
  if (!Number.isFinite(scale)) throw new GeometryError('has nothing with a width; draw the land around it with --land');
  const toUnits = ([x, y]: Point): Point => [margin + (x - left) * scale, margin + (y - top) * scale];
  return {
    items: mapLines(projected, (line) => line.map(toUnits)).map((parts) => ({...parts, areas: parts.areas.map(wind)})),
    height: Math.ceil((bottom - top) * scale + 2 * margin),
  };
}

/** Returns the parts with every ring and line, and the list of points, replaced. */
function mapLines<P extends Position>(
  items: readonly {
    readonly areas: readonly (readonly (readonly P[])[])[];
    readonly lines: readonly (readonly P[])[];
    readonly points: readonly P[];
  }[],
  replace: (line: readonly P[]) => readonly Point[],
): DrawnParts[] {
  return items.map(({areas, lines, points}) => ({
    areas: areas.map((rings) => rings.map((ring) => [...replace(ring)])),
    lines: lines.map((line) => [...replace(line)]),
    points: points.flatMap((point) => [...replace([point])]),
  }));
}

/**
 * Adds a point at every meridian of a whole degree. Edges are straight in longitude and latitude, so that an edge along
 * a parallel is a curve on the map. With whole degrees, neighbours get the same points wherever their edges begin.
 */
function sampleLine(line: readonly Position[]): Point[] {
  const points: Point[] = [];
  let last: Point | undefined;
  for (const [x = NaN, y = NaN] of line) {
    if (last) {
      const [lastX] = last;
      // An edge takes the short way around the globe.
      const end = x - lastX > 180 ? x - 360 : x - lastX < -180 ? x + 360 : x;
      const step = Math.sign(end - lastX);
      const [[x1, y1], [x2, y2]] = step > 0 ? [last, [end, y]] : [[end, y], last];
      let degree = step > 0 ? Math.floor(lastX) + 1 : Math.ceil(lastX) - 1;
      for (; x2 - x1 > 1 && step * (end - degree) > 0; degree += step) {
        const wrapped = degree > 180 ? degree - 360 : degree < -180 ? degree + 360 : degree;
        points.push([wrapped, y1 + ((y2 - y1) * (degree - x1)) / (x2 - x1)]);
      }
    }
    last = [x, y];
    points.push(last);
  }
  return points;
}

/**
 * Makes the edges along the 180th meridian the same on both of its sides: the same longitude, and the same points. Files
 * are cut there; shared edges vanish when areas are merged.
 */
function joinAtMeridian(items: readonly DrawnParts[]): DrawnParts[] {
  const snapped = mapLines(items, (line) =>
    line.map(([x, y]): Point => (Math.abs(x) > 180 - NEAR ? [180, Number(y.toFixed(6))] : [x, y])),
  );
  const found = new Set<number>();
  mapLines(snapped, (line) => {
    for (const [x, y] of line) if (x === 180) found.add(y);
    return line;
  });
  const latitudes = [...found].sort((one, other) => one - other);
  const indices = new Map(latitudes.map((latitude, i) => [latitude, i]));
  return mapLines(snapped, (line) => {
    const points: Point[] = [];
    for (const [x, y] of line) {
      const last = points.at(-1);
      if (x === 180 && last?.[0] === 180) {
        const [from, to] = [indices.get(last[1]) ?? 0, indices.get(y) ?? 0];
        const step = Math.sign(to - from);
        for (let i = from + step; step * (to - i) > 0; i += step) points.push([180, latitudes[i] ?? y]);
      }
      points.push([x, y]);
    }
    return points;
  });
}

/** Files have any winding, sometimes mixed. The shared border of two areas with different winding wouldn't be found. */
function wind(rings: Point[][]): Point[][] {
  return rings.map((ring, i) => (areaOf(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));
}

/** Signed area: positive if the ring is clockwise on the screen. */
export function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
