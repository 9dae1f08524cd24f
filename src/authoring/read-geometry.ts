import {feature} from 'topojson-client';
import type {GeometryCollection, Topology} from 'topojson-specification';
import {GeometryError} from './pick-features.js';
import type {SourceFeature} from './pick-features.js';

/** A position as in GeoJSON. */
export type Position = readonly number[];

/** The geometry of one or several features, in parts that are drawn alike. */
export interface Parts {
  /** Polygons: each an outline, then its holes. */
  readonly areas: (readonly (readonly Position[])[])[];
  readonly lines: (readonly Position[])[];
  readonly points: Position[];
}

export function makeParts(): Parts {
  return {areas: [], lines: [], points: []};
}

/** Appends parts. Not with a spread: a file may have more parts than a call may have arguments. */
export function addParts(to: Parts, {areas, lines, points}: Parts): void {
  for (const area of areas) to.areas.push(area);
  for (const line of lines) to.lines.push(line);
  for (const point of points) to.points.push(point);
}

type Entries = Readonly<Record<string, unknown>>;
type TopoObject = Topology['objects'][string];

/** Returns the features of GeoJSON or TopoJSON. Throws a `GeometryError` if the input is neither, or broken. */
export function readFeatures(input: unknown): SourceFeature[] {
  const {type, objects, arcs, features, geometry} = (input ?? {}) as Entries;
  try {
    if (type === 'Topology' && typeof objects === 'object' && Array.isArray(arcs)) {
      return Object.values((input as Topology).objects).flatMap((object) => fromTopology(input as Topology, object));
    }
    if (type === 'FeatureCollection' && Array.isArray(features)) {
      return (features as Entries[]).map((entry) => toFeature(entry, partsOf(entry['geometry'])));
    }
    if (type === 'Feature' && geometry) return [toFeature(input as Entries, partsOf(geometry))];
  } catch (cause) {
    throw new GeometryError(`is broken: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  throw new GeometryError('is neither GeoJSON (a FeatureCollection or Feature) nor TopoJSON (a Topology)');
}

function toFeature({id, properties}: {readonly id?: unknown; readonly properties?: unknown}, parts: Parts) {
  return {id, properties: (properties ?? {}) as Entries, parts};
}

/** A collection is a group of features, unless only the collection itself has an id or properties. */
function fromTopology(topology: Topology, object: TopoObject): SourceFeature[] {
  if (object.type === 'GeometryCollection' && !(isNamed(object) && !membersOf(object).some(hasNamed))) {
    return membersOf(object).flatMap((member) => fromTopology(topology, member));
  }
  const parts = makeParts();
  const visit = (member: TopoObject): void => {
    if (member.type === 'GeometryCollection') membersOf(member).forEach(visit);
    else addParts(parts, partsOf((feature(topology, member) as {readonly geometry?: unknown}).geometry));
  };
  visit(object);
  return [toFeature(object, parts)];
}

function membersOf(object: TopoObject): TopoObject[] {
  return object.type === 'GeometryCollection' ? (object as GeometryCollection).geometries : [];
}

function isNamed({id, properties}: TopoObject): boolean {
  return id !== undefined || Object.keys(properties ?? {}).length > 0;
}

function hasNamed(object: TopoObject): boolean {
  return isNamed(object) || membersOf(object).some(hasNamed);
}

/** Sorts a geometry of GeoJSON into parts. What is too short to be drawn is left out. */
function partsOf(geometry: unknown): Parts {
  const {type, coordinates, geometries} = (geometry ?? {}) as Entries;
  const parts = makeParts();
  const listOf = (value: unknown): readonly unknown[] => {
    if (Array.isArray(value)) return value;
    throw new TypeError(`a ${String(type)} has no list of coordinates`);
  };
  const addArea = (area: unknown): void => {
    const rings = listOf(area).filter((ring) => listOf(ring).length > 3);
    if (rings.length > 0) parts.areas.push(rings as Position[][]);
  };
  const addLine = (line: unknown): void => {
    if (listOf(line).length > 1) parts.lines.push(line as Position[]);
  };
  const addPoint = (point: unknown): void => {
    if (listOf(point).length > 1) parts.points.push(point as Position);
  };
  if (type === 'Polygon') addArea(coordinates);
  else if (type === 'MultiPolygon') listOf(coordinates).forEach(addArea);
  else if (type === 'LineString') addLine(coordinates);
  else if (type === 'MultiLineString') listOf(coordinates).forEach(addLine);
  else if (type === 'Point') addPoint(coordinates);
  else if (type === 'MultiPoint') listOf(coordinates).forEach(addPoint);
  else if (type === 'GeometryCollection') {
    for (const member of listOf(geometries)) addParts(parts, partsOf(member));
  }
  return parts;
}
