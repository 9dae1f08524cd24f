import type {Position, Summit} from '../data/summit.js';

/**
 * Brings a summit into the form that the other models count on: what an editor wrote several times over stands once.
 * Bundled summits have that form.
 */
export function tidySummit(summit: Summit): Summit {
  return {
    ...summit,
    positions: joinRegions(summit.positions),
    facts: summit.facts.map((fact) => {
      // What an item of the answer carries already would be counted twice.
      const carried = new Set(fact.items?.flatMap(({claims}) => claims));
      return {...fact, ...(fact.claims && {claims: fact.claims.filter((id) => !carried.has(id))})};
    }),
  };
}

/** A position may be written once for many regions, or repeated for each: both say the same. The first one gets all. */
function joinRegions(positions: readonly Position[]): Position[] {
  const keyOf = ({actor, label, stance, claims}: Position): string => JSON.stringify([actor, label, stance, claims]);
  const groups = new Map<string, Set<string>>();
  for (const position of positions) {
    const key = keyOf(position);
    const regions = groups.get(key) ?? new Set();
    for (const id of position.regions ?? []) regions.add(id);
    groups.set(key, regions);
  }
  return positions.map((position) => {
    if (!position.regions) return position;
    const key = keyOf(position);
    const regions = groups.get(key);
    groups.delete(key);
    return {...position, regions: regions && [...regions]};
  });
}
