import {feature, mergeArcs} from 'topojson-client';
import {topology as makeTopology} from 'topojson-server';
import {filter, presimplify, quantile, simplify} from 'topojson-simplify';
import type {GeometryCollection, Topology} from 'topojson-specification';
import type {DrawnParts} from './project-geometry.js';
import type {Position} from './read-geometry.js';

/** Steps of the grid that points are moved to, across the drawing. Points that look the same become the same. */
const GRID = 1e5;

/** Half a square unit: moving a border by less is invisible. */
const VISIBLE = 0.5;

/**
 * Merges the areas of each item and simplifies borders and lines.
 *
 * @param leastArea Points whose triangle with their neighbours is smaller are dropped, in square units.
 */
export function simplifyGeometry(
  items: readonly DrawnParts[],
  keepPercent: number | undefined,
  leastArea = VISIBLE,
): readonly {
  readonly areas: readonly (readonly (readonly Position[])[])[];
  readonly lines: readonly (readonly Position[])[];
  readonly points: readonly Position[];
}[] {
  if (items.every(({areas, lines}) => areas.length + lines.length === 0)) return items;
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
  const least = keepPercent === undefined ? leastArea : quantile(weighted, keepPercent / 100);
  const {features} = feature(simplify(weighted, least), weighted.objects.drawn as GeometryCollection);
  return features.map(({geometry}, i) => ({
    areas: geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    lines: geometry.type === 'MultiLineString' ? geometry.coordinates : [],
    points: items[i]?.points ?? [],
  }));
}
