/** Commands on places, the positions about them, and the map. */
import {outdatedParts, type MapResult} from '../../../src/authoring/apply-map.js';
import type {Entry, WritableDraft, WritableSummit} from '../draft.js';
import {labelOf} from '../labels.js';
import {addEntry} from './entries.js';

type WritableMap = NonNullable<WritableSummit['map']>;

/** What a place may start with. */
export type PlaceDetails = Omit<Entry<'regions'>, 'id' | 'name'>;

/** Adds a place. Returns its id. */
export function addPlace(draft: WritableDraft, name: string, details: PlaceDetails = {}): string {
  return addEntry(draft, 'regions', name, {name, ...details});
}

/** Longitude and latitude are stored in this order. */
export type Coordinate = 'longitude' | 'latitude';

/** A latitude and a longitude in one text, as maps on the web copy them. */
const PAIR = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/;

/**
 * Sets one coordinate of a place. A pasted pair sets both; two empty ones remove the point. What isn't a number yet
 * stays as it was typed, so that the check can name it.
 */
export function setCoordinate({summit}: WritableDraft, index: number, which: Coordinate, typed: string): void {
  const region = summit.regions[index];
  if (!region) return;
  const [, first, second] = PAIR.exec(typed) ?? [];
  const old: readonly unknown[] = region.point ?? ['', ''];
  const point =
    first !== undefined && second !== undefined
      ? [Number(second), Number(first)]
      : which === 'longitude'
        ? [toNumber(typed), old[1]]
        : [old[0], toNumber(typed)];
  if (point.every((part) => part === '')) delete region.point;
  else region.point = point as NonNullable<typeof region.point>;
}

function toNumber(typed: string): number | string {
  const text = typed.trim().replace('−', '-');
  // A number is stored once it is written as it would be shown, so that typing “48.0” doesn't lose its end.
  return text !== '' && String(Number(text)) === text ? Number(text) : text;
}

/** Adds a position about a place. Returns its index. */
export function addPositionAbout(draft: WritableDraft, region: string, actor: string, label: string): number {
  const name = `${labelOf(draft.summit, 'actors', actor)} ${label}`;
  addEntry(draft, 'positions', name, {actor, regions: [region], label, claims: []});
  return draft.summit.positions.length - 1;
}

/** Removes the map, and the places' outlines, which are nothing without it. */
export function removeMap({summit}: WritableDraft): void {
  delete summit.map;
  for (const region of summit.regions) delete region.shape;
}

/**
 * Sets the map and the outlines of its places, as `summit-embeds map --into` does. What doesn't fit the new map goes: the
 * seas and the locator of an earlier one, and the outlines of other places.
 */
export function applyMap({summit}: WritableDraft, {map, regions}: MapResult): void {
  const kept = {...summit.map};
  for (const key of outdatedParts(kept, map)) Reflect.deleteProperty(kept, key);
  summit.map = {...kept, ...(structuredClone(map) as WritableMap)};
  const shapes = new Map(regions.map(({id, shape}) => [id, shape]));
  for (const region of summit.regions) {
    const shape = shapes.get(region.id);
    if (shape) region.shape = structuredClone(shape) as NonNullable<typeof region.shape>;
    else delete region.shape;
  }
}
