/**
 * Converts geometry in degrees to paths in whole units. Everything is projected before it is simplified, so that only
 * invisible details are removed. It is simplified as a topology, so that neighbours keep a shared border.
 *
 * The libraries are loaded with this module, which only `map` loads. They are never loaded in a browser.
 */
import {feature, mergeArcs} from 'topojson-client';
import {topology as makeTopology} from 'topojson-server';
import {filter, presimplify, quantile, simplify} from 'topojson-simplify';
import type {GeometryCollection, Topology} from 'topojson-specification';
import {FeatureIndex, GeometryError, kindOf, nameOfFeature} from './pick-features.js';
import type {Feature, Kind, SourceFeature} from './pick-features.js';
import {labelInArea, labelOfLand, LabelPlacer, nameBox, numberBox, type Rings} from './place-labels.js';
import {areaOf, projectGeometry, type DrawnParts, type Point} from './project-geometry.js';
import {addParts, makeParts, type Parts, type Position} from './read-geometry.js';

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

export interface Shape {
  /** Omitted for an area. */
  readonly kind?: 'line' | 'point';
  readonly d: string;
  readonly label: readonly [number, number];
}

export interface DrawnMap {
  readonly viewBox: readonly [number, number, number, number];
  readonly land: readonly {readonly name: string; readonly d: string; readonly label: readonly [number, number]}[];
  readonly regions: readonly {readonly id: string; readonly shape: Shape}[];
  /** Requested regions whose features have no geometry. */
  readonly notDrawn: readonly Feature[];
  /** Names of other features that are left out because they have no geometry. */
  readonly leftOut: readonly string[];
}

/** Minimum area of an island, in square units; smaller ones are dropped. */
const SPECK = 3;

/** Steps of the grid that points are moved to, across the drawing. Points that look the same become the same. */
const GRID = 1e5;

/** Radius of a dot on a small screen, in units. */
const DOT = 10;

/** What one region or the land is made of. */
interface Item {
  readonly kind: Kind;
  readonly name: string;
  readonly parts: Parts;
}

/** Draws the map. Throws a `GeometryError` with the reason if the map can't be drawn. */
export function drawMap(features: readonly SourceFeature[], request: MapRequest): DrawnMap {
  const {regions, land, notDrawn, leftOut} = pickItems(features, request);
  const {width} = request;
  const all = [...regions.map(({item}) => item), ...land];
  const {items, height} = projectGeometry(
    all.map(({parts}) => parts),
    width,
  );
  const simplified = simplifyItems(all, items, request.keepPercent);
  const shapes = simplified.map(({areas, lines, points}) => ({
    areas: roundShape(areas),
    lines: lines.map((line) => roundLine(line)).filter((line) => line.length > 1),
    points: roundLine(points),
  }));
  shapes.forEach(({areas, lines, points}, i) => {
    if (areas.length + lines.length + points.length === 0)
      throw new GeometryError(`"${all[i]?.name ?? ''}" is smaller than one unit; increase --width or --simplify`);
  });

  const placer = new LabelPlacer([width, height]);
  const regionShapes = shapes.slice(0, regions.length);
  const onTop = regionShapes.flatMap(({areas}) => areas.flat());
  // Dots and areas first: numbers beside dots keep clear of them.
  for (const {points} of regionShapes) for (const point of points) placer.take(point, DOT);
  const inAreas = regionShapes.map(({areas}) => (areas.length > 0 ? labelInArea(areas, []) : undefined));
  for (const label of inAreas) if (label) placer.take(label);
  const drawn = regionShapes.map(({areas, lines, points}, i): DrawnMap['regions'][number] => {
    const id = regions[i]?.id ?? '';
    const label = inAreas[i];
    if (label) return {id, shape: {d: toPath(areas), label}};
    const [first = [0, 0]] = points;
    if (lines.length === 0) {
      const d = points.map(([x, y]) => `M${pair(x, y)}h0`).join('');
      return {id, shape: {kind: 'point', d, label: placer.labelBeside(first)}};
    }
    return {id, shape: {kind: 'line', d: lines.map(drawLine).join(''), label: placer.labelOnLine(lines)}};
  });
  const labels = drawn.map(({shape}) => numberBox(shape.label));
  return {
    viewBox: [0, 0, width, height],
    land: land.map(({name}, i) => {
      const {areas = []} = shapes[regions.length + i] ?? {};
      const label = labelOfLand(name, areas, onTop, labels);
      labels.push(nameBox(label, name));
      return {name, d: toPath(areas), label};
    }),
    regions: drawn,
    notDrawn,
    leftOut,
  };
}

/** Finds what to draw. Reports all values without a feature at once. */
function pickItems(
  features: readonly SourceFeature[],
  {regions: requested, key, land}: MapRequest,
): {
  readonly regions: readonly {readonly id: string; readonly item: Item}[];
  readonly land: readonly Item[];
  readonly notDrawn: readonly Feature[];
  readonly leftOut: readonly string[];
} {
  if (!features.some(({parts}) => kindOf(parts))) throw new GeometryError('has no areas, lines or points to draw');
  const index = new FeatureIndex(features, key);
  const errors: string[] = [];
  const find = (value: string): readonly SourceFeature[] => {
    try {
      return index.find(value);
    } catch (cause) {
      if (!(cause instanceof GeometryError)) throw cause;
      errors.push(cause.message);
      return [];
    }
  };
  const notDrawn: Feature[] = [];
  const regions = (requested ?? index.regionsByKey()).flatMap(({id, value}) => {
    const parts = combine(find(value));
    const kind = kindOf(parts);
    if (kind) return [{id, item: {kind, name: value, parts: only(parts, kind)}}];
    notDrawn.push({id, value});
    return [];
  });
  const items = land.map(({name, values}): Item => {
    const parts = combine(values ? values.flatMap(find) : features);
    if (parts.areas.length === 0 && errors.length === 0) errors.push(`${name} has no outline in this file`);
    return {kind: 'area', name, parts: only(parts, 'area')};
  });
  if (errors.length > 0) throw new GeometryError([...new Set(errors)].join('\n'));
  if (regions.length === 0) {
    throw new GeometryError(notDrawn.map(({value}) => `${value} has no outline in this file`).join('\n'));
  }
  const empty = requested && land.every(({values}) => values) ? [] : features.filter(({parts}) => !kindOf(parts));
  const named = new Set(requested && notDrawn.flatMap(({value}) => find(value)));
  return {
    regions,
    land: items,
    notDrawn: requested ? notDrawn : [],
    leftOut: empty.filter((entry) => !named.has(entry)).map((entry) => nameOfFeature(entry) || 'one without a name'),
  };
}

/** The parts of several features. A feature that is listed twice counts once: its borders would cancel each other. */
function combine(features: readonly SourceFeature[]): Parts {
  const parts = makeParts();
  for (const entry of new Set(features)) addParts(parts, entry.parts);
  return parts;
}

function only({areas, lines, points}: Parts, kind: Kind): Parts {
  return {
    areas: kind === 'area' ? areas : [],
    lines: kind === 'line' ? lines : [],
    points: kind === 'point' ? points : [],
  };
}

/** Merges the areas of each item and simplifies borders and lines. */
function simplifyItems(
  all: readonly Item[],
  items: readonly DrawnParts[],
  keepPercent: number | undefined,
): readonly {
  readonly areas: readonly (readonly (readonly Position[])[])[];
  readonly lines: readonly (readonly Position[])[];
  readonly points: readonly Position[];
}[] {
  if (all.every(({kind}) => kind === 'point')) return items;
  const geometries = items.map(({areas, lines}) =>
    areas.length > 0
      ? {type: 'MultiPolygon', coordinates: areas}
      : {type: 'MultiLineString' as const, coordinates: lines},
  );
  const source = makeTopology(
    {drawn: {type: 'GeometryCollection', geometries}} as Parameters<typeof makeTopology>[0],
    GRID,
  ) as Topology<{drawn: GeometryCollection}>;
  const merged = source.objects.drawn.geometries.map((geometry) =>
    geometry.type === 'MultiPolygon' ? mergeArcs(source, [geometry] as Parameters<typeof mergeArcs>[1]) : geometry,
  );
  const drawn: GeometryCollection = {type: 'GeometryCollection', geometries: merged};
  const weighted = presimplify(filter({...source, objects: {drawn}}, () => true));
  // Half a square unit: moving a border by less is invisible.
  const least = keepPercent === undefined ? 0.5 : quantile(weighted, keepPercent / 100);
  const {features} = feature(simplify(weighted, least), weighted.objects.drawn as GeometryCollection);
  return features.map(({geometry}, i) => ({
    areas: geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    lines: geometry.type === 'MultiLineString' ? geometry.coordinates : [],
    points: items[i]?.points ?? [],
  }));
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

function isSeen(ring: readonly Point[] | undefined): boolean {
  return ring !== undefined && Math.abs(areaOf(ring)) >= SPECK;
}

/** Returns the ring without the closing point; empty if nothing is left. */
function roundRing(ring: readonly Position[], clockwise: boolean): Point[] {
  const points = roundLine(ring);
  if (points.length > 1 && isSame(points[0], points.at(-1))) points.pop();
  const area = areaOf(points);
  if (points.length < 3 || area === 0) return [];
  return area > 0 === clockwise ? points : points.reverse();
}

/** Rounds to whole units and removes points that repeat the one before. */
function roundLine(line: readonly Position[]): Point[] {
  const points: Point[] = [];
  for (const [x = 0, y = 0] of line) {
    const point: Point = [Math.round(x), Math.round(y)];
    if (!isSame(points.at(-1), point)) points.push(point);
  }
  return points;
}

function isSame(one: Point | undefined, other: Point | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

function toPath(shape: readonly Rings[]): string {
  return shape
    .flat()
    .map((ring) => `${drawLine(ring)}z`)
    .join('');
}

function drawLine(line: readonly Point[]): string {
  return line
    .map(([x, y], i) => {
      const [lastX, lastY] = line[i - 1] ?? [0, 0];
      const step = pair(x - lastX, y - lastY);
      if (i === 0) return `M${step}`;
      return `${i === 1 ? 'l' : step.startsWith('-') ? '' : ' '}${step}`;
    })
    .join('');
}

/** Two coordinates. A minus sign separates as well as a space. */
function pair(x: number, y: number): string {
  return `${String(x)}${y < 0 ? '' : ' '}${String(y)}`;
}
