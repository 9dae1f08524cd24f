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
  const tidy = <T extends View>(view: T): T => {
    if (!view.claims?.some((id) => gone.has(id))) return view;
    const {claims} = view;
    return {
      ...view,
      claims: claims.filter((id) => !gone.has(id)),
      withdrawn: summit.changes.filter(
        ({kind, targets}) => kind === 'withdrawal' && targets?.some((id) => claims.includes(id)),
      ),
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

/** A position may be written once for many regions, or repeated for each: both say the same. The first one gets all. */
function joinRegions(positions: readonly Position[]): Position[] {
  const keys = positions.map(({actor, label, stance, claims, regions}) => regions && JSON.stringify([actor, label, stance, claims]));
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
