import type {Position, Region, Summit} from '../data/summit.js';
import {indexSummit, makeStatement, type Voice} from './statement.js';

/** A place at stake. Its number, from 1 and the same on the map, is its place in the list. */
export interface ListedRegion {
  readonly region: Region;
  /** What is said of this region and not of all. */
  readonly voices: readonly Voice[];
}

/** The places at stake. What is said of every one of them is said once. */
export interface RegionList {
  /** In the order of the data. */
  readonly regions: readonly ListedRegion[];
  /** What is said of each region. Empty with a single region, whose statements stand in its own item. */
  readonly common: readonly Voice[];
}

/** Lists the regions of a summit. */
export function listRegions(summit: Summit): RegionList {
  // An editor may write a position once for many regions, or repeat it for each: both say the same.
  const groups = new Map<string, {position: Position; ids: Set<string>}>();
  for (const position of summit.positions) {
    const {actor, label, stance, claims, regions = []} = position;
    const key = JSON.stringify([actor, label, stance, claims]);
    const group = groups.get(key) ?? {position, ids: new Set()};
    for (const id of regions) group.ids.add(id);
    groups.set(key, group);
  }

  const common: Voice[] = [];
  const own = new Map<string, Voice[]>(summit.regions.map(({id}) => [id, []]));
  for (const {position, ids} of groups.values()) {
    const voice = {
      actor: indexSummit(summit).actors.get(position.actor),
      statements: [makeStatement(summit, position)],
    };
    if (own.size > 1 && [...own.keys()].every((id) => ids.has(id))) common.push(voice);
    else for (const id of ids) own.get(id)?.push(voice);
  }
  return {regions: summit.regions.map((region) => ({region, voices: own.get(region.id) ?? []})), common};
}
