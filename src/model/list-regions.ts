import type {Claim, Position, Region, Summit} from '../data/summit.js';
import {groupBy} from './group-by.js';
import {claimsOfView, makeStatement, findByIds, type ActorStatements} from './statement.js';

/** Regions with the same statements. */
export interface RegionGroup {
  /** In the order of the data. */
  readonly regions: readonly Region[];
  /** Statements about these regions but not about all regions. Made when they are read: a list may have thousands. */
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
  const common: Position[] = [];
  const own = new Map<string, Position[]>(summit.regions.map(({id}) => [id, []]));
  /** For each region the numbers of its positions. Regions with the same key are one group. */
  const keys = new Map<string, string>();
  summit.positions.forEach((position, i) => {
    const ids = new Set(position.regions);
    if (ids.size === 0) return;
    if (own.size > 1 && ids.size >= own.size && summit.regions.every(({id}) => ids.has(id))) common.push(position);
    else
      for (const id of ids) {
        own.get(id)?.push(position);
        keys.set(id, `${keys.get(id) ?? ''} ${String(i)}`);
      }
  });
  const shown = [...common];
  const groups = [...groupBy(summit.regions, ({id}) => keys.get(id)).values()].map((regions) => {
    const positions = own.get(regions[0]?.id ?? '') ?? [];
    shown.push(...positions);
    return new LazyGroup(regions, summit, positions);
  });
  return {
    groups,
    common: makeStatements(summit, common),
    claims: shown.flatMap((position) => claimsOfView(summit, position)),
  };
}

function makeStatements(summit: Summit, positions: readonly Position[]): readonly ActorStatements[] {
  return positions.map((position) => ({
    actor: findByIds(summit.actors, [position.actor])[0],
    statements: [makeStatement(summit, position)],
  }));
}

/**
 * Makes the statements when they are read. A class and not a closure: a minifier may move that into the function that
 * renders, and it would keep a removed element alive as long as its data.
 */
class LazyGroup implements RegionGroup {
  readonly regions: readonly Region[];
  readonly #summit: Summit;
  readonly #positions: readonly Position[];
  #statementsByActor: readonly ActorStatements[] | undefined;

  constructor(regions: readonly Region[], summit: Summit, positions: readonly Position[]) {
    this.regions = regions;
    this.#summit = summit;
    this.#positions = positions;
  }

  get statementsByActor(): readonly ActorStatements[] {
    return (this.#statementsByActor ??= makeStatements(this.#summit, this.#positions));
  }
}

const chunked = new WeakMap<readonly RegionGroup[], readonly (readonly RegionGroup[])[]>();

/** Splits groups with more regions than `size`, and collects groups until they have as many. Made once for a list. */
export function chunkGroups(groups: readonly RegionGroup[], size: number): readonly (readonly RegionGroup[])[] {
  const chunks = chunked.get(groups) ?? makeChunks(groups, size);
  chunked.set(groups, chunks);
  return chunks;
}

function makeChunks(groups: readonly RegionGroup[], size: number): readonly (readonly RegionGroup[])[] {
  const chunks: RegionGroup[][] = [[]];
  let left = size;
  const put = (group: RegionGroup): void => {
    chunks.at(-1)?.push(group);
    left -= group.regions.length;
    if (left > 0) return;
    chunks.push([]);
    left = size;
  };
  for (const group of groups) {
    const {regions} = group;
    for (let start = 0; start < regions.length;) {
      const part = regions.slice(start, start + left);
      start += part.length;
      // The statements follow the last region.
      if (start < regions.length) put({regions: part, statementsByActor: [], continues: true});
      else put(part.length === regions.length ? group : {regions: part, statementsByActor: group.statementsByActor});
    }
  }
  return chunks.filter(({length}) => length > 0);
}
