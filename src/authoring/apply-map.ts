/** What a drawn map adds to a summit. */
import type {DrawnMap} from './draw-map.js';

/** The map of a summit file, and the shapes of its regions. */
export interface MapResult {
  readonly map: DrawnMap['drawing'] & {readonly basis: string; readonly credit: string};
  readonly regions: DrawnMap['regions'];
}

/** The drawing with what is shown under it. */
export function toMapResult(
  {drawing, regions}: DrawnMap,
  {basis, credit}: {readonly basis: string; readonly credit: string},
): MapResult {
  return {map: {...drawing, basis, credit}, regions};
}

/** The parts that only a cropped map has. */
const CONTEXT = ['neighbours', 'seas', 'locator', 'scale'] as const;

/** The parts of an earlier map that the new one lacks and that wouldn't fit it. */
export function outdatedParts(old: object, map: MapResult['map']): readonly (typeof CONTEXT)[number][] {
  return CONTEXT.filter((key) => Object.hasOwn(old, key) && map[key] === undefined);
}
