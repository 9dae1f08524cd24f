import type {Region, Summit} from '../data/summit.js';
import {makeStatement, findByIds, type ActorStatements} from './statement.js';

/** A place at stake. Its number, from 1 and the same on the map, is its place in the list. */
export interface ListedRegion {
  readonly region: Region;
  /** What is said of this region and not of all. */
  readonly statementsByActor: readonly ActorStatements[];
}

/** The places at stake. What is said of every one of them is said once. */
export interface RegionList {
  /** In the order of the data. */
  readonly regions: readonly ListedRegion[];
  /** What is said of each region. Empty with a single region, whose statements stand in its own item. */
  readonly common: readonly ActorStatements[];
}

/** Lists the regions of a tidy summit. */
export function listRegions(summit: Summit): RegionList {
  const common: ActorStatements[] = [];
  const own = new Map<string, ActorStatements[]>(summit.regions.map(({id}) => [id, []]));
  for (const position of summit.positions) {
    const ids = new Set(position.regions);
    const actorStatements = {
      actor: findByIds(summit.actors, [position.actor])[0],
      statements: [makeStatement(summit, position)],
    };
    if (own.size > 1 && ids.size >= own.size && summit.regions.every(({id}) => ids.has(id)))
      common.push(actorStatements);
    else for (const id of ids) own.get(id)?.push(actorStatements);
  }
  return {regions: summit.regions.map((region) => ({region, statementsByActor: own.get(region.id) ?? []})), common};
}
