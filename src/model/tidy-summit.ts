import {withdrawnClaims} from '../data/compare-editions.js';
import type {Change, Position, Summit} from '../data/summit.js';

/** A view of the data, with the ids of its claims. */
interface View {
  readonly claims?: readonly string[];
  /** The entries of the log that took back claims of it. */
  readonly withdrawn?: readonly Change[];
}

/**
 * Brings a summit into the form that the other models count on: what an editor wrote several times over stands once,
 * and claims that were taken back are gone from every view, which tells of it instead. Bundled summits have that form.
 */
export function tidySummit(summit: Summit): Summit {
  const gone = withdrawnClaims(summit);
  const entries = entriesByTarget(summit.changes.filter(({kind}) => kind === 'withdrawal'));
  const tidy = <T extends View>(view: T): T => {
    if (!view.claims?.some((id) => gone.has(id))) return view;
    const {claims} = view;
    return {
      ...view,
      claims: claims.filter((id) => !gone.has(id)),
      withdrawn: entriesFor(entries, claims),
    };
  };
  return {
    ...summit,
    claims: summit.claims.filter(({id}) => !gone.has(id)),
    status: tidy(summit.status),
    topics: summit.topics.map(tidy),
    positions: joinRegions(summit.positions).map(tidy),
    constraints: summit.constraints?.map(tidy),
    facts: summit.facts.map((fact) => {
      // What an item of the answer carries already would be counted twice.
      const carried = new Set(fact.items?.flatMap(({claims}) => claims));
      const rest = {...fact, ...(fact.claims && {claims: fact.claims.filter((id) => !carried.has(id))})};
      return {...tidy(rest), ...(fact.items && {items: fact.items.map(tidy)})};
    }),
  };
}

/** The entries of a log by the ids of the claims that they name, each with its place in the log. */
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

/** The entries of the log that name one of the claims, each once, in the order of the log. */
export function entriesFor(index: ChangeIndex, claims: readonly string[]): Change[] {
  const entries = new Map(claims.flatMap((id) => [...(index.get(id) ?? [])]));
  return [...entries].sort(([, a], [, b]) => a - b).map(([change]) => change);
}

/** A position may be written once for many regions, or repeated for each: both say the same. The first one gets all. */
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
