/**
 * Converts geometry in degrees to paths in whole units. Everything is projected before it is simplified, so that only
 * invisible details are removed. It is simplified as a topology, so that neighbours keep a shared border.
 *
 * The libraries are loaded with this module, which only `map` loads. They are never loaded in a browser.
 */
import {geoBounds, geoConicEqualArea} from 'd3-geo';
import polylabel from 'polylabel';
import {feature, mergeArcs} from 'topojson-client';
import {topology as makeTopology} from 'topojson-server';
import {filter, presimplify, quantile, simplify} from 'topojson-simplify';
import type {GeometryCollection, MultiPolygon, Objects, Topology} from 'topojson-specification';
import {areasOf, findAreas, GeometryError, regionsByKey} from './pick-features.js';
import type {Area, Feature} from './pick-features.js';

export interface MapRequest {
  /** `undefined`: every feature with the property `key` is a region. */
  readonly regions: readonly Feature[] | undefined;
  readonly key: string | undefined;
  /** Outlines under the regions. If `values` is `undefined`, all features together. */
  readonly land: readonly {readonly name: string; readonly values: readonly string[] | undefined}[];
  /** Width in units of the drawing. */
  readonly width: number;
  /** Percentage of points to keep; `undefined`: the points that are visible at this width. */
  readonly keepPercent: number | undefined;
}

interface Shape {
  readonly d: string;
  readonly label: readonly [number, number];
}

export interface DrawnMap {
  readonly viewBox: readonly [number, number, number, number];
  readonly land: readonly ({readonly name: string} & Shape)[];
  readonly regions: readonly {readonly id: string; readonly shape: Shape}[];
}

/** A position as in GeoJSON. */
type Position = number[];

type Point = [number, number];
type Ring = Point[];
/** The outline, then the holes. */
type Rings = Ring[];

/** Margin around the drawing, as a share of its width. */
const MARGIN = 1 / 120;

/** Minimum area of an island, in square units; smaller ones are dropped. */
const SPECK = 3;

/** Draws the map. Throws a `GeometryError` with the reason if the map can't be drawn. */
export function drawMap(input: unknown, request: MapRequest): DrawnMap {
  const source = toTopology(input);
  const areas = areasOf(source);
  if (areas.length === 0) throw new GeometryError('has no polygons; a map needs areas');

  const {key, width} = request;
  const regions = request.regions ?? regionsByKey(areas, key ?? '');
  const put = (picked: readonly Area[]): MultiPolygon =>
    mergeArcs(source, [...picked] as Parameters<typeof mergeArcs>[1]);
  const objects = [
    ...regions.map(({value}) => put(findAreas(areas, value, key))),
    ...request.land.map(({values}) => put(values ? values.flatMap((value) => findAreas(areas, value, key)) : areas)),
  ];
  const drawn: GeometryCollection = {type: 'GeometryCollection', geometries: objects};
  const {topology, height} = project(
    filter({...source, objects: {drawn}}, () => true),
    width,
  );
  const weighted = presimplify(topology);
  // Half a square unit: moving a border by less is invisible.
  const least = request.keepPercent === undefined ? 0.5 : quantile(weighted, request.keepPercent / 100);
  const {features} = feature(simplify(weighted, least), weighted.objects['drawn'] as GeometryCollection);
  const shapes = features.map(({geometry}) => roundShape(geometry.type === 'MultiPolygon' ? geometry.coordinates : []));

  const names = [...regions.map(({value}) => value), ...request.land.map(({name}) => name)];
  shapes.forEach((shape, i) => {
    if (shape.length === 0)
      throw new GeometryError(`"${names[i] ?? ''}" is smaller than one unit; increase --width or --simplify`);
  });
  const regionShapes = shapes.slice(0, regions.length);
  return {
    viewBox: [0, 0, width, height],
    land: request.land.map(({name}, i) => {
      const shape = shapes[regions.length + i] ?? [];
      return {name, d: toPath(shape), label: labelPoint(shape, regionShapes.flat().flat())};
    }),
    regions: regions.map(({id}, i) => {
      const shape = regionShapes[i] ?? [];
      return {id, shape: {d: toPath(shape), label: labelPoint(shape, [])}};
    }),
  };
}

function toTopology(input: unknown): Topology<Objects> {
  const {type, objects, arcs, features, geometry} = (input ?? {}) as Readonly<Record<string, unknown>>;
  try {
    if (type === 'Topology' && typeof objects === 'object' && Array.isArray(arcs)) {
      const topology = input as Topology<Objects>;
      // Reads every point once, to detect broken geometry.
      feature(topology, {type: 'GeometryCollection', geometries: areasOf(topology)});
      return topology;
    }
    if ((type === 'FeatureCollection' && Array.isArray(features)) || (type === 'Feature' && geometry)) {
      // Equal coordinates in the file stay equal. Quantization merges points that are closer than about 40 m at the
      // equator.
      return makeTopology(
        {source: windAlike(input) as Parameters<typeof makeTopology>[0][string]},
        1e6,
      ) as Topology<Objects>;
    }
  } catch (cause) {
    throw new GeometryError(`is broken: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  throw new GeometryError('is neither GeoJSON (a FeatureCollection or Feature) nor TopoJSON (a Topology)');
}

/**
 * Returns the GeoJSON with outlines wound in one direction and holes in the other. Files have any winding, sometimes
 * mixed; the shared border of two areas with different winding wouldn't be found.
 */
function windAlike(geo: unknown): unknown {
  const {type, features, geometry, geometries, coordinates} = (geo ?? {}) as Readonly<Record<string, unknown>>;
  const polygon = (rings: Position[][]): Position[][] =>
    rings.map((ring, i) => (areaOf(ring as Ring) > 0 === (i === 0) ? ring : [...ring].reverse()));
  if (type === 'FeatureCollection') return {...(geo as object), features: (features as unknown[]).map(windAlike)};
  if (type === 'Feature') return {...(geo as object), geometry: windAlike(geometry)};
  if (type === 'GeometryCollection') return {...(geo as object), geometries: (geometries as unknown[]).map(windAlike)};
  if (type === 'Polygon') return {...(geo as object), coordinates: polygon(coordinates as Position[][])};
  if (type === 'MultiPolygon') return {...(geo as object), coordinates: (coordinates as Position[][][]).map(polygon)};
  return geo;
}

/** Projects every point, then moves and scales all points to the width. */
function project(
  source: Topology<Objects>,
  width: number,
): {readonly topology: Topology<Objects>; readonly height: number} {
  // With a constant weight, `presimplify` only decodes the arcs.
  const degrees = presimplify(source, () => 0).arcs.map((arc) => arc.map(([x = NaN, y = NaN]): Point => [x, y]));
  const coordinates = degrees.flat();
  if (coordinates.some(([x, y]) => !(Math.abs(x) <= 180.001 && Math.abs(y) <= 90.001))) {
    throw new GeometryError('isn’t in degrees of longitude and latitude; save it unprojected (WGS 84)');
  }
  // Uses points, not areas: many files wind areas in the other direction, which would mean the rest of the globe.
  const [[west, south], [east, north]] = geoBounds({type: 'MultiPoint', coordinates});
  const middle = west <= east ? (west + east) / 2 : (west + east + 360) / 2;
  const sixth = (north - south) / 6;
  const projection = geoConicEqualArea()
    .rotate([-middle, 0])
    .parallels([south + sixth, north - sixth])
    .scale(1000)
    .translate([0, 0]);

  const arcs = degrees.map((arc) => arc.map((point): Point => projection(point) ?? [0, 0]));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of arcs.flat()) {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  const margin = Math.round(width * MARGIN);
  const scale = (width - 2 * margin) / (right - left);
  if (!Number.isFinite(scale)) throw new GeometryError('has no area with a width');
  return {
    topology: {
      ...source,
      transform: undefined,
      arcs: arcs.map((arc) => arc.map(([x, y]): Point => [margin + (x - left) * scale, margin + (y - top) * scale])),
    },
    height: Math.ceil((bottom - top) * scale + 2 * margin),
  };
}

/**
 * Rounds to whole units and removes duplicate points and tiny islands. Outlines are wound clockwise, holes
 * counterclockwise.
 */
function roundShape(polygons: readonly (readonly (readonly Position[])[])[]): Rings[] {
  const shape: Rings[] = [];
  for (const [outline = [], ...holes] of polygons) {
    const rounded = roundRing(outline, true);
    if (rounded.length > 0)
      shape.push([rounded, ...holes.map((hole) => roundRing(hole, false)).filter((hole) => isSeen(hole))]);
  }
  const seen = shape.filter(([outline]) => isSeen(outline));
  // A region may consist of one small island, which must stay.
  return seen.length > 0 ? seen : shape;
}

function isSeen(ring: Ring | undefined): boolean {
  return ring !== undefined && Math.abs(areaOf(ring)) >= SPECK;
}

/** Returns the ring without the closing point; empty if nothing is left. */
function roundRing(ring: readonly Position[], clockwise: boolean): Ring {
  const points: Ring = [];
  for (const [x = 0, y = 0] of ring) {
    const point: Point = [Math.round(x), Math.round(y)];
    const last = points.at(-1);
    if (!isSame(last, point)) points.push(point);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (points.length > 1 && isSame(first, last)) points.pop();
  const area = areaOf(points);
  if (points.length < 3 || area === 0) return [];
  return area > 0 === clockwise ? points : points.reverse();
}

function isSame(one: Point | undefined, other: Point | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

/** Signed area: positive if the ring is clockwise on the screen. */
function areaOf(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function toPath(shape: readonly Rings[]): string {
  return shape
    .flat()
    .map((ring) =>
      ring
        .map(([x, y], i) => {
          const [lastX, lastY] = ring[i - 1] ?? [0, 0];
          const [dx, dy] = [x - lastX, y - lastY].map(String) as [string, string];
          const separator = dy.startsWith('-') ? '' : ' ';
          if (i === 0) return `M${dx}${separator}${dy}`;
          return `${i === 1 ? 'l' : dx.startsWith('-') ? '' : ' '}${dx}${separator}${dy}`;
        })
        .join(''),
    )
    .map((path) => `${path}z`)
    .join('');
}

/** The point of a shape that is farthest from its borders and from the shapes on top of it. */
function labelPoint(shape: readonly Rings[], onTop: readonly Ring[]): Point {
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
  throw new GeometryError('has a region that is too narrow for its number; increase --width');
}

function isInside([x, y]: Point, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
    });
  }
  return inside;
}
