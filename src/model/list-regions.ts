import type {Region, Summit} from '../data/summit.js';
import {makeStatement, findByIds, type ActorStatements} from './statement.js';

/** A region at stake. Its number, from 1 and the same on the map, is its position in the list. */
export interface ListedRegion {
  readonly region: Region;
  /** Statements about this region but not about all regions. */
  readonly statementsByActor: readonly ActorStatements[];
}

/** The regions at stake. Statements about all of them are listed once. */
export interface RegionList {
  /** In the order of the data. */
  readonly regions: readonly ListedRegion[];
  /** Statements about all regions. Empty if there is only one region, which then has all statements. */
  readonly common: readonly ActorStatements[];
}

/** Lists the regions of a normalized summit. */
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
