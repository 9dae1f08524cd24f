import type {Claim, Region, Summit} from '../data/summit.js';
import {groupBy} from './group-by.js';
import {claimsOf, makeStatement, findByIds, type ActorStatements} from './statement.js';

/** Regions with the same statements. */
export interface RegionGroup {
  /** In the order of the data. */
  readonly regions: readonly Region[];
  /** Statements about these regions but not about all regions. */
  readonly statementsByActor: readonly ActorStatements[];
  /** Whether the next chunk has more of these regions, and the statements. */
  readonly continues?: boolean;
}

/** The regions at stake. Statements about all of them are listed once. */
export interface RegionList {
  /** Groups in the order of their first region. A region's number, from 1 and the same on the map, counts through them. */
  readonly groups: readonly RegionGroup[];
  /** Statements about all regions. Empty if there is only one region, which then has all statements. */
  readonly common: readonly ActorStatements[];
  /** The claims of all statements. */
  readonly claims: readonly Claim[];
}

const lists = new WeakMap<Summit, RegionList>();

/** Lists the regions of a normalized summit. Made once for a summit: a long list is rendered in several tasks. */
export function listRegions(summit: Summit): RegionList {
  const list = lists.get(summit) ?? makeList(summit);
  lists.set(summit, list);
  return list;
}

function makeList(summit: Summit): RegionList {
  const common: ActorStatements[] = [];
  const own = new Map<string, ActorStatements[]>(summit.regions.map(({id}) => [id, []]));
  /** For each region the numbers of its positions. Regions with the same key are one group. */
  const keys = new Map<string, string>();
  summit.positions.forEach((position, i) => {
    const ids = new Set(position.regions);
    if (ids.size === 0) return;
    const actorStatements = {
      actor: findByIds(summit.actors, [position.actor])[0],
      statements: [makeStatement(summit, position)],
    };
    if (own.size > 1 && ids.size >= own.size && summit.regions.every(({id}) => ids.has(id)))
      common.push(actorStatements);
    else
      for (const id of ids) {
        own.get(id)?.push(actorStatements);
        keys.set(id, `${keys.get(id) ?? ''} ${String(i)}`);
      }
  });
  const groups = [...groupBy(summit.regions, ({id}) => keys.get(id)).values()].map((regions) => ({
    regions,
    statementsByActor: own.get(regions[0]?.id ?? '') ?? [],
  }));
  const claims = claimsOf(summit, [...common, ...groups.flatMap(({statementsByActor}) => statementsByActor)]);
  return {groups, common, claims};
}

/** Splits groups with more regions than `size`, and collects groups until they have as many. */
export function chunkGroups(groups: readonly RegionGroup[], size: number): readonly (readonly RegionGroup[])[] {
  const chunks: RegionGroup[][] = [[]];
  let left = size;
  const put = (group: RegionGroup): void => {
    chunks.at(-1)?.push(group);
    left -= group.regions.length;
    if (left > 0) return;
    chunks.push([]);
    left = size;
  };
  for (const {regions, statementsByActor} of groups) {
    for (let start = 0; start < regions.length;) {
      const part = regions.slice(start, start + left);
      start += part.length;
      // The statements follow the last region.
      put(
        start < regions.length
          ? {regions: part, statementsByActor: [], continues: true}
          : {regions: part, statementsByActor},
      );
    }
  }
  return chunks.filter(({length}) => length > 0);
}
