import type {Region, Summit} from '../data/summit.js';
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

/** Lists the regions of a tidy summit. */
export function listRegions(summit: Summit): RegionList {
  const about = summit.positions.map((position) => ({
    ids: position.regions ?? [],
    voice: {actor: indexSummit(summit).actors.get(position.actor), statements: [makeStatement(summit, position)]},
  }));
  const isCommon = (ids: readonly string[]): boolean =>
    summit.regions.length > 1 && summit.regions.every(({id}) => ids.includes(id));
  return {
    regions: summit.regions.map((region) => ({
      region,
      voices: about.filter(({ids}) => ids.includes(region.id) && !isCommon(ids)).map(({voice}) => voice),
    })),
    common: about.filter(({ids}) => isCommon(ids)).map(({voice}) => voice),
  };
}
