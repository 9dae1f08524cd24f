import type {GeometryCollection, MultiPolygon, Polygon, Topology} from 'topojson-specification';
import {suggest} from '../data/suggest.js';

/** The geometry file can't be used to draw a map. The message gives the reason. */
export class GeometryError extends Error {}

/** A region of the summit, with the value that identifies its feature. */
export interface Feature {
  readonly id: string;
  readonly value: string;
}

export type Area = Polygon<Properties> | MultiPolygon<Properties>;

type Properties = Readonly<Record<string, unknown>>;

/** All areas of a topology, from all its objects. */
export function areasOf(topology: Topology): Area[] {
  const areas: Area[] = [];
  const visit = (geometry: Topology['objects'][string]): void => {
    if (geometry.type === 'GeometryCollection') (geometry as GeometryCollection).geometries.forEach(visit);
    else if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') areas.push(geometry as Area);
  };
  Object.values(topology.objects).forEach(visit);
  return areas;
}

/**
 * Returns the areas that have this value in the property `key`; without a key, in their id or any property. Throws a
 * `GeometryError` if there are none.
 */
export function findAreas(areas: readonly Area[], value: string, key: string | undefined): Area[] {
  const found = areas.filter((area) => valuesOf(area, key).includes(value));
  if (found.length > 0) return found;
  const like = suggest(value, new Set(areas.flatMap((area) => valuesOf(area, key))));
  const where = key === undefined ? '' : ` in its property "${key}"`;
  throw new GeometryError(
    `no feature has the value "${value}"${where}${like === undefined ? '' : `; did you mean "${like}"?`}`,
  );
}

/** Returns every area with the property as a region; its id is made from the value. */
export function regionsByKey(areas: readonly Area[], key: string): Feature[] {
  const values = [...new Set(areas.flatMap((area) => valuesOf(area, key)))];
  if (values.length === 0) {
    const keys = new Set(areas.flatMap(({properties}) => Object.keys(properties ?? {})));
    const hint = keys.size > 0 ? `; there are ${[...keys].slice(0, 20).join(', ')}` : '';
    throw new GeometryError(`no feature has the property "${key}"${hint}`);
  }
  const regions = values.map((value) => ({id: makeId(value), value}));
  for (const [i, {id, value}] of regions.entries()) {
    if (!id) throw new GeometryError(`no id can be made from "${value}"; set the ids with --ids`);
    const other = regions.findIndex((region) => region.id === id);
    if (other !== i) {
      throw new GeometryError(
        `"${regions[other]?.value ?? ''}" and "${value}" result in the same id; set the ids with --ids`,
      );
    }
  }
  return regions;
}

function valuesOf({id, properties}: Area, key: string | undefined): string[] {
  const values =
    key === undefined
      ? [id, ...Object.values(properties ?? {})]
      : [Object.hasOwn(properties ?? {}, key) ? properties?.[key] : undefined];
  return values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
}

function makeId(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
