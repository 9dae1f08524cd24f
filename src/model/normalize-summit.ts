import {references} from '../data/schema-paths.js';
import type {Change, Position, Summit} from '../data/summit.js';
import {withdrawnClaims} from '../data/withdrawn-claims.js';

/** A view of the data with the ids of its claims. */
interface View {
  readonly claims?: readonly string[];
  /** Log entries that withdrew claims of the view. */
  readonly withdrawn?: readonly Change[];
}

/**
 * Normalizes a summit for the other models: joins repeated entries, puts earlier positions under the one that replaced
 * them, makes the publishers the speakers of claims without any, and removes withdrawn claims from all views and
 * references. A view lists the log entries that withdrew its claims.
 */
export function normalizeSummit(summit: Summit): Summit {
  const joined = {
    ...summit,
    positions: nestEarlier(joinRegions(summit.positions)),
    facts: summit.facts.map((fact) => {
      // Claims of an item would be counted twice.
      const carried = new Set(fact.items?.flatMap(({claims}) => claims));
      return {...fact, ...(fact.claims && {claims: fact.claims.filter((id) => !carried.has(id))})};
    }),
    // If the native name equals the name, it would be shown twice.
    regions: summit.regions.map((region) =>
      region.native?.name === region.name ? {...region, native: undefined} : region,
    ),
  };
  const withdrawn = withdrawnClaims(summit);
  return nameSpeakers(withdrawn.size > 0 ? withoutClaims(joined, withdrawn) : joined);
}

/** Removes claims from a summit, including references to them. */
function withoutClaims(summit: Summit, withdrawn: ReadonlySet<string>): Summit {
  const entries = entriesByTarget(summit.changes.filter(({kind}) => kind === 'withdrawal'));
  const isLeft = (id: unknown): boolean => !withdrawn.has(id as string);
  let result: unknown = {...summit, claims: summit.claims.filter(({id}) => isLeft(id))};
  for (const [path, list] of references) {
    if (list !== 'claims') continue;
    const [, view] = /^(.*)\.claims\.\*$/.exec(path) ?? [];
    const [, ids = path] = /^(.*)\.\*$/.exec(path) ?? [];
    result = mapPlaces(result, (view ?? ids).split('.'), (value) => {
      if (!view) return Array.isArray(value) ? value.filter(isLeft) : isLeft(value) ? value : undefined;
      const {claims = []} = value as View;
      if (claims.every(isLeft)) return value;
      return {...(value as View), claims: claims.filter(isLeft), withdrawn: entriesFor(entries, claims)};
    });
  }
  return result as Summit;
}

/** Maps the values at a path. Objects without a changed value stay the same objects. */
function mapPlaces(data: unknown, [step, ...rest]: readonly string[], map: (value: unknown) => unknown): unknown {
  if (step === undefined) return map(data);
  if (typeof data !== 'object' || data === null) return data;
  if (step === '*') {
    const list = data as readonly unknown[];
    const mapped = list.map((entry) => mapPlaces(entry, rest, map));
    return mapped.some((entry, i) => entry !== list[i]) ? mapped : list;
  }
  const value = (data as Readonly<Record<string, unknown>>)[step];
  const mapped = value === undefined ? undefined : mapPlaces(value, rest, map);
  return mapped === value ? data : {...data, [step]: mapped};
}

/** Log entries by the claims that they name, each with its position in the log. */
export type ChangeIndex = ReadonlyMap<string, ReadonlyMap<Change, number>>;

/** Makes the index that `entriesFor` reads. */
export function entriesByTarget(changes: readonly Change[]): ChangeIndex {
  const index = new Map<string, Map<Change, number>>();
  changes.forEach((change, i) => {
    for (const id of change.targets ?? []) {
      const entries = index.get(id) ?? new Map<Change, number>();
      index.set(id, entries.set(change, i));
    }
  });
  return index;
}

/** Returns the log entries that name one of the claims, each once, in the order of the log. */
export function entriesFor(index: ChangeIndex, claims: readonly string[]): Change[] {
  const entries = new Map(claims.flatMap((id) => [...(index.get(id) ?? [])]));
  return [...entries].sort(([, a], [, b]) => a - b).map(([change]) => change);
}

/** Joins equal positions that are repeated for several regions. The first one gets all regions. */
function joinRegions(positions: readonly Position[]): Position[] {
  const keys = positions.map(
    ({actor, label, stance, claims, regions}) => regions && JSON.stringify([actor, label, stance, claims]),
  );
  const groups = new Map<string, Set<string>>();
  positions.forEach(({regions}, i) => {
    const key = keys[i];
    if (!regions || !key) return;
    const group = groups.get(key) ?? new Set();
    for (const id of regions) group.add(id);
    groups.set(key, group);
  });
  return positions.map((position, i) => {
    const key = keys[i];
    if (!position.regions || !key) return position;
    const regions = groups.get(key);
    groups.delete(key);
    return regions?.size === position.regions.length ? position : {...position, regions: regions && [...regions]};
  });
}

/** A position with the positions that it replaces, latest first. */
type NestedPosition = Position & {readonly earlier?: readonly Position[]};

/** Moves replaced positions into the position that replaced them. A circle of replacements stays as it is. */
function nestEarlier(positions: readonly Position[]): readonly NestedPosition[] {
  if (!positions.some(({replaces}) => replaces)) return positions;
  const byId = new Map(positions.map((position) => [position.id, position]));
  const nested = new Set<string>();
  const nestedIn = new Map<string, readonly Position[]>();
  const replaced = new Set(positions.flatMap(({replaces}) => replaces ?? []));
  for (const position of positions) {
    if (replaced.has(position.id)) continue;
    const earlier: Position[] = [];
    for (let id = position.replaces; id && !nested.has(id);) {
      const before = byId.get(id);
      if (!before) break;
      nested.add(id);
      earlier.push(before);
      id = before.replaces;
    }
    nestedIn.set(position.id, earlier);
  }
  return positions.flatMap((position) => {
    if (nested.has(position.id)) return [];
    const earlier = nestedIn.get(position.id) ?? [];
    return earlier.length > 0 ? [{...position, earlier}] : [position];
  });
}

/** Id of the actor that `normalizeSummit` makes for the publisher of a source. No id in a file has spaces. */
export function publisherId(source: string): string {
  return `publisher of ${source}`;
}

/** Makes the publishers of its sources the speakers of each claim that has none. */
function nameSpeakers(summit: Summit): Summit {
  if (summit.claims.every(({by}) => by?.[0])) return summit;
  const publishers = new Map(
    summit.sources.map(({id, publisher, shortTitle, title}) => [id, publisher ?? shortTitle ?? title]),
  );
  const used = new Set<string>();
  const claims = summit.claims.map((claim) => {
    if (claim.by?.[0]) return claim;
    const by = [...new Set(claim.refs.map(({source}) => source))].filter((source) => publishers.has(source));
    for (const source of by) used.add(source);
    return {...claim, by: by.map(publisherId)};
  });
  const speakers = [...used].map((source) => ({
    id: publisherId(source),
    role: 'source' as const,
    kind: 'publication' as const,
    name: publishers.get(source) ?? '',
  }));
  return {...summit, claims, actors: [...summit.actors, ...speakers]};
}
