/**
 * Converts geometry in degrees to paths in whole units. Everything is projected before it is simplified, so that only
 * invisible details are removed. It is simplified as a topology, so that neighbours keep a shared border.
 *
 * The libraries are loaded with this module, which only `map` and the desk's map load, when they draw one.
 */
import {ContextError, FeatureIndex, GeometryError, kindOf, nameOfFeature} from './pick-features.js';
import type {Feature, Kind, SourceFeature} from './pick-features.js';
import {
  drawLocator,
  drawNeighbours,
  drawScaleBar,
  nameNeighbours,
  nameSeas,
  type Locator,
  type Neighbour,
  type ScaleBar,
} from './draw-context.js';
import {labelInArea, labelOfLand, LabelPlacer, nameBox, numberBox, type Rings} from './place-labels.js';
import {boxAround, labelDot, labelRegion, LINE_HEIGHT, shareRoom, type Box, type RegionLabel} from './place-names.js';
import {projectGeometry, type Point} from './project-geometry.js';
import {addParts, makeParts, type Parts} from './read-geometry.js';
import {simplifyGeometry} from './simplify-geometry.js';
import {drawLine, pair, roundLine, roundShape, toPath} from './write-path.js';

export interface MapRequest {
  /** `undefined`: every feature with the property `key` is a region. */
  readonly regions: readonly Feature[] | undefined;
  readonly key: string | undefined;
  /** Outlines under the regions. If `values` is `undefined`, all features together. */
  readonly land: readonly {readonly name: string; readonly values: readonly string[] | undefined}[];
  /** Undefined: the drawing shows the whole land. */
  readonly crop: CropRequest | undefined;
  /** Width in units of the drawing. */
  readonly width: number;
  /** Percentage of points to keep; `undefined`: the points that are visible at this width. */
  readonly keepPercent: number | undefined;
}

/** What a drawing shows that is cropped to its regions. */
export interface CropRequest {
  /** Space around the regions, in percent of their longer side. */
  readonly marginPercent: number;
  /** Features of another file with the neighbours; undefined: they are in the same file. */
  readonly context: readonly SourceFeature[] | undefined;
  /** Quiet outlines under the land. An empty name isn't shown. */
  readonly neighbours: readonly {readonly name: string; readonly values: readonly string[]}[];
  /** Names of seas: at a longitude and a latitude, or in the visible part of features. */
  readonly seas: readonly ({readonly name: string} & (
    {readonly at: readonly [number, number]; readonly values?: undefined} | {readonly values: readonly string[]}
  ))[];
  readonly hasLocator: boolean;
  readonly hasScale: boolean;
}

export interface Shape {
  /** Omitted for an area. */
  readonly kind?: 'line' | 'point';
  readonly d: string;
  readonly label: readonly [number, number];
  /** Width that is free for the name around the label. */
  readonly room?: number;
}

/** The parts of a map that are drawn; in the order in which they are written. */
interface Drawing {
  readonly viewBox: readonly [number, number, number, number];
  readonly land: readonly {readonly name: string; readonly d: string; readonly label?: readonly [number, number]}[];
  readonly neighbours?: readonly Neighbour[];
  readonly seas?: readonly {readonly name: string; readonly label: readonly [number, number]}[];
  readonly locator?: Locator;
  readonly scale?: ScaleBar;
}

export interface DrawnMap {
  readonly drawing: Drawing;
  readonly regions: readonly {readonly id: string; readonly shape: Shape}[];
  /** Requested regions whose features have no geometry. */
  readonly notDrawn: readonly Feature[];
  /** Names of other features that are left out because they have no geometry. */
  readonly leftOut: readonly string[];
  /** Names of land, neighbours and seas that aren't shown because there is no space, and the locator. */
  readonly noSpace: readonly string[];
}

/** Detail of a cropped drawing, in square units. It has less land, but is seen at the same size. */
const CROPPED_DETAIL = 5;

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
  const {width, crop} = request;
  const neighbours = crop ? pickNeighbours(crop.context ?? features, crop.neighbours) : [];
  const waters = crop ? pickSeas(crop.context ?? features, crop.seas) : [];
  const all = [...regions.map(({item}) => item), ...land];
  const projected = projectGeometry(
    [...all, ...neighbours, ...waters].map(({parts}) => parts),
    width,
    crop && {focus: regions.length, margin: crop.marginPercent / 100},
  );
  const {height} = projected;
  const shapes = simplifyGeometry(
    projected.items.slice(0, all.length),
    request.keepPercent,
    crop && CROPPED_DETAIL,
  ).map(({areas, lines, points}) => ({
    areas: roundShape(areas),
    lines: lines.map((line) => roundLine(line)).filter((line) => line.length > 1),
    points: roundLine(points),
  }));
  // The land may lie outside of a cropped drawing.
  shapes.slice(0, crop ? regions.length : all.length).forEach(({areas, lines, points}, i) => {
    if (areas.length + lines.length + points.length === 0)
      throw new GeometryError(`"${all[i]?.name ?? ''}" is smaller than one unit`, 'increase --width or --simplify');
  });

  const drawn = drawRegions(
    regions.map(({id}) => id),
    shapes.slice(0, regions.length),
    [width, height],
  );
  const landShapes = land.map(({name}, i) => ({name, shape: shapes[regions.length + i]?.areas ?? []}));
  const onTop = shapes.slice(0, regions.length).flatMap(({areas}) => areas);
  const viewBox = [0, 0, width, height] as const;
  if (!crop) {
    const labels = drawn.map(({shape}) => numberBox(shape.label));
    const named = landShapes.map(({name, shape}) => {
      const label = labelOfLand(name, shape, onTop.flat(), labels);
      labels.push(nameBox(label, name));
      return {name, d: toPath(shape), label};
    });
    return {drawing: {viewBox, land: named}, regions: drawn, notDrawn, leftOut, noSpace: []};
  }

  const taken: Box[] = [];
  const around = {size: [width, height] as Point, taken, onTop};
  const numbers = drawn.map(({shape: {label}}) => boxAround([...label], LINE_HEIGHT, LINE_HEIGHT));
  const locator = crop.hasLocator
    ? drawLocator(
        land.map(({parts}) => projected.project(parts)),
        {...around, taken: numbers},
      )
    : undefined;
  if (typeof locator === 'object') taken.push(locator.box);
  const scale = crop.hasScale ? drawScaleBar(projected.kmPerUnit, around) : undefined;
  const named = nameRegions(drawn, shapes, around);
  for (const {shape} of named) taken.push(boxAround([...shape.label], Math.max(shape.room ?? 0, LINE_HEIGHT * 1.6)));
  const landNames = nameNeighbours(landShapes, around);
  const afterNeighbours = all.length + neighbours.length;
  const under = drawNeighbours(projected.items.slice(all.length, afterNeighbours), [
    ...landShapes.flatMap(({shape}) => shape),
    ...onTop,
  ]);
  const belowLand = {...around, onTop: [...onTop, ...landShapes.flatMap(({shape}) => shape)]};
  const seas = nameSeas(
    projected.items.slice(afterNeighbours).map(({areas, points}, i) => ({
      name: waters[i]?.name ?? '',
      shape: roundShape(areas),
      at: points[0],
    })),
    {...belowLand, onTop: [...belowLand.onTop, ...under.flat()]},
  );
  const drawnNeighbours = nameNeighbours(
    neighbours.map(({name}, i) => ({name, shape: under[i] ?? []})),
    belowLand,
  );
  return {
    drawing: {
      viewBox,
      land: landNames.map(({name = '', ...rest}) => ({name, ...rest})),
      ...(drawnNeighbours.length > 0 && {neighbours: drawnNeighbours}),
      ...(seas.length > 0 && {seas}),
      ...(typeof locator === 'object' && {locator}),
      ...(scale && {scale}),
    },
    regions: named,
    notDrawn,
    leftOut,
    noSpace: [
      ...[...landNames, ...drawnNeighbours].flatMap(({name, label}) => (name && !label ? name : [])),
      ...crop.seas.flatMap(({name}) => (seas.some((sea) => sea.name === name) ? [] : name)),
      ...(locator === 'no-space' ? ['the locator'] : []),
    ],
  };
}

interface RoundedShape {
  readonly areas: readonly Rings[];
  readonly lines: readonly Point[][];
  readonly points: readonly Point[];
}

/** Draws the regions, with places for their numbers. */
function drawRegions(ids: readonly string[], shapes: readonly RoundedShape[], size: Point): DrawnMap['regions'] {
  const placer = new LabelPlacer(size);
  // Dots and areas first: numbers beside dots keep clear of them.
  for (const {points} of shapes) for (const point of points) placer.take(point, DOT);
  const inAreas = shapes.map(({areas}) => (areas.length > 0 ? labelInArea(areas, []) : undefined));
  for (const label of inAreas) if (label) placer.take(label);
  return shapes.map(({areas, lines, points}, i): DrawnMap['regions'][number] => {
    const id = ids[i] ?? '';
    const label = inAreas[i];
    if (label) return {id, shape: {d: toPath(areas), label}};
    const [first = [0, 0]] = points;
    if (lines.length === 0) {
      const d = points.map(([x, y]) => `M${pair(x, y)}h0`).join('');
      return {id, shape: {kind: 'point', d, label: placer.labelBeside(first)}};
    }
    return {id, shape: {kind: 'line', d: lines.map(drawLine).join(''), label: placer.labelOnLine(lines)}};
  });
}

/** Finds space for the names of regions: in areas, and above or below dots and lines. */
function nameRegions(
  drawn: DrawnMap['regions'],
  shapes: readonly RoundedShape[],
  {size, taken}: {readonly size: Point; readonly taken: readonly Box[]},
): DrawnMap['regions'] {
  const labels = drawn.map(({id, shape}, i): RegionLabel => {
    const {areas = [], lines = [], points = []} = shapes[i] ?? {};
    if (areas.length > 0) return labelRegion(id, areas, size);
    return points[0] && lines.length === 0 ? labelDot(points[0], size) : {label: [...shape.label]};
  });
  const dots = shapes.flatMap(({points}) => points.map((point) => boxAround(point, 2 * DOT, 2 * DOT)));
  const shared = shareRoom(labels, [...taken, ...dots]);
  return drawn.map(({id, shape}, i) => {
    const {label, room} = shared[i] ?? {};
    if (!label || (shape.kind && room === undefined)) return {id, shape};
    return {id, shape: {...shape, label, ...(room !== undefined && {room})}};
  });
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

/** Finds the neighbours. Those that the file lacks are errors; those without an outline are left out. */
function pickNeighbours(features: readonly SourceFeature[], neighbours: CropRequest['neighbours']): Item[] {
  const index = new FeatureIndex(features, undefined);
  return neighbours.map(({name, values}) => {
    try {
      return {kind: 'area', name, parts: only(combine(values.flatMap((value) => index.find(value))), 'area')};
    } catch (cause) {
      throw cause instanceof GeometryError ? new ContextError(cause.message) : cause;
    }
  });
}

/** Finds what is known of the seas: their areas, or a point. Those that the file lacks are errors. */
function pickSeas(features: readonly SourceFeature[], seas: CropRequest['seas']): Pick<Item, 'name' | 'parts'>[] {
  const index = new FeatureIndex(features, undefined);
  return seas.map((sea) => {
    const {name} = sea;
    if (!sea.values) return {name, parts: {...makeParts(), points: [[...sea.at]]}};
    try {
      const parts = combine(sea.values.flatMap((value) => index.find(value)));
      return {name, parts: only(parts, parts.areas.length > 0 ? 'area' : 'point')};
    } catch (cause) {
      throw cause instanceof GeometryError ? new ContextError(cause.message) : cause;
    }
  });
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
