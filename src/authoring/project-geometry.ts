import {geoBounds, geoConicEqualArea, geoDistance} from 'd3-geo';
import {clipDegrees, clipParts, turn, type Bounds} from './clip-geometry.js';
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

/** Margin around the drawing beyond the frame in which areas are cut, so that no outline runs along the frame. */
const OVERSCAN = 4;

/** Mean radius of the earth in kilometres. */
const EARTH_RADIUS_KM = 6371.0088;

/** What a drawing shows if it is cropped. */
export interface Crop {
  /** The drawing shows the first items completely; the others are cut at its edges. */
  readonly focus: number;
  /** Space around them on each side, as a share of their width and height. */
  readonly margin: number;
}

export interface Projected {
  readonly items: readonly DrawnParts[];
  readonly height: number;
  /** Projects parts without cutting them. */
  readonly project: (parts: Parts) => DrawnParts;
  /** Length of a unit on the globe, in the middle of the drawing. */
  readonly kmPerUnit: number;
}

/**
 * Projects all points, then moves and scales them to the width.
 *
 * @param crop Undefined: the drawing shows all items completely.
 */
export function projectGeometry(items: readonly Parts[], width: number, crop?: Crop): Projected {
  const sampled = mapLines(items, sampleLine);
  const listPoints = ({areas, lines, points}: DrawnParts): Point[] => [
    ...areas.flat().flat(),
    ...lines.flat(),
    ...points,
  ];
  if (sampled.some((parts) => listPoints(parts).some(([x, y]) => !(Math.abs(x) <= 180.001 && Math.abs(y) <= 90.001)))) {
    throw new GeometryError('isn’t in degrees of longitude and latitude; save it unprojected (WGS 84)');
  }
  const inFocus = sampled.slice(0, crop?.focus);
  // Uses points, not areas: many files wind areas in the other direction, which would mean the rest of the globe.
  const coordinates = inFocus.flatMap(listPoints);
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

  const projectLine = (line: readonly Point[]): Point[] => line.map((point): Point => projection(point) ?? [0, 0]);
  const projectAll = (parts: readonly DrawnParts[]): DrawnParts[] =>
    mapLines(isGlobe ? parts : joinAtMeridian(parts), projectLine);
  const projected = projectAll(crop ? inFocus : sampled);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  mapLines(projected, (line) => {
    for (const [x, y] of line) {
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
    return line;
  });
  if (crop) {
    // A single dot has no size: the drawing shows about a degree around it.
    const space = Math.max(right - left, bottom - top) * crop.margin || 1000 / 60;
    const [spaceX, spaceY]: Point = [
      Math.max((right - left) * crop.margin, space / 2),
      Math.max((bottom - top) * crop.margin, space / 2),
    ];
    // Neither a strip nor a tower: the frame is at most twice as wide as high, and at most as high as wide.
    const [wide, high] = [right - left + 2 * spaceX, bottom - top + 2 * spaceY];
    const [moreX, moreY] = [Math.max(0, high - wide) / 2, Math.max(0, wide / 2 - high) / 2];
    [left, right] = [left - spaceX - moreX, right + spaceX + moreX];
    [top, bottom] = [top - spaceY - moreY, bottom + spaceY + moreY];
  }
  const hasDots = items.some(({points}) => points.length > 0);
  const margin = crop ? 0 : Math.round(width * (hasDots ? MARGIN_WITH_DOTS : MARGIN));
  const scale = (width - 2 * margin) / (right - left);
  if (!Number.isFinite(scale))
    throw new GeometryError('has nothing with a width', 'draw the land around it with --land');
  const toUnits = ([x, y]: Point): Point => [margin + (x - left) * scale, margin + (y - top) * scale];
  const finish = (parts: readonly DrawnParts[]): DrawnParts[] =>
    mapLines(parts, (line) => line.map(toUnits)).map((drawn) => ({...drawn, areas: drawn.areas.map(wind)}));
  const height = Math.ceil((bottom - top) * scale + 2 * margin);

  const toDegrees = (x: number, y: number): Point =>
    projection.invert?.([left + (x - margin) / scale, top + (y - margin) / scale]) ?? [0, 0];
  const cut = (parts: Parts): DrawnParts => {
    const near = isGlobe ? parts : clipDegrees(parts, middle, degreesAround(toDegrees, [width, height], middle));
    const [drawn = {areas: [], lines: [], points: []}] = finish(projectAll(mapLines([near], sampleLine)));
    return clipParts(drawn, [-OVERSCAN, -OVERSCAN, width + OVERSCAN, height + OVERSCAN]);
  };
  const [x, y] = [width / 2, height / 2];
  return {
    items: [...finish(projected), ...(crop ? items.slice(crop.focus).map(cut) : [])],
    height,
    project: (parts) => finish(projectAll(mapLines([parts], sampleLine)))[0] ?? {areas: [], lines: [], points: []},
    kmPerUnit: (geoDistance(toDegrees(x - 1, y), toDegrees(x + 1, y)) * EARTH_RADIUS_KM) / 2,
  };
}

/** Points along each edge of the frame at which its degrees are measured. */
const MEASURED = 20;

/** The degrees that a frame shows, and a little more. Longitudes are relative to the meridian. */
function degreesAround(toDegrees: (x: number, y: number) => Point, [width, height]: Point, meridian: number): Bounds {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i <= MEASURED; i++) {
    for (let j = 0; j <= MEASURED; j++) {
      const [x, y] = toDegrees(((i * 1.1) / MEASURED - 0.05) * width, ((j * 1.1) / MEASURED - 0.05) * height);
      const longitude = turn(x - meridian);
      // A pole in the frame shows all longitudes.
      if (!Number.isFinite(longitude + y) || Math.abs(y) > 89) return [-360, -90, 360, 90];
      bounds[0] = Math.min(bounds[0], longitude);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], longitude);
      bounds[3] = Math.max(bounds[3], y);
    }
  }
  return bounds;
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
