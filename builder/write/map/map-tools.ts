/**
 * Reading geometry and drawing, with the map libraries: loaded when an editor opens a file of outlines or draws a map.
 * What is wrong is a value, never an exception.
 */
import {toMapResult, type MapResult} from '../../../src/authoring/apply-map.js';
import {drawMap, type DrawnMap, type MapRequest} from '../../../src/authoring/draw-map.js';
import {listAreas, toFeatures, type Area} from '../../../src/authoring/list-areas.js';
import {parseGeometry} from '../../../src/authoring/parse-geometry.js';
import {GeometryError, joinNames} from '../../../src/authoring/pick-features.js';

/** What can be chosen from a file, or why it can't be used. */
export function readAreas(bytes: Uint8Array): {readonly areas: readonly Area[]} | {readonly problem: string} {
  try {
    const areas = listAreas(parseGeometry(bytes));
    return areas.length > 0 ? {areas} : {problem: 'has no areas, lines or points'};
  } catch (cause) {
    return {problem: reasonOf(cause)};
  }
}

interface MapOrder {
  /** The areas that are drawn. */
  readonly areas: readonly Area[];
  readonly request: MapRequest;
  readonly basis: string;
  readonly credit: string;
}

type Drawn = {readonly result: MapResult; readonly notes: readonly string[]} | {readonly problem: string};

/** Draws a map. */
export function draw({areas, request, ...words}: MapOrder): Drawn {
  try {
    const drawn = drawMap(toFeatures(areas), request);
    return {result: toMapResult(drawn, words), notes: notesOn(drawn)};
  } catch (cause) {
    return {problem: reasonOf(cause)};
  }
}

/** What a drawing leaves out. */
function notesOn({notDrawn, noSpace}: DrawnMap): string[] {
  return [
    ...(notDrawn.length > 0 ? [`Not drawn, without an outline: ${joinNames(notDrawn.map(({value}) => value))}.`] : []),
    ...(noSpace.length > 0 ? [`No space for ${noSpace.join(', ')}.`] : []),
  ];
}

function reasonOf(cause: unknown): string {
  if (cause instanceof GeometryError) return cause.reason;
  return `is broken: ${cause instanceof Error ? cause.message : String(cause)}`;
}
