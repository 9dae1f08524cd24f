import {isBefore} from './check-references.js';
import type {Issue} from './issue.js';
import {placeIn} from './report.js';
import type {Summit} from './summit.js';

/**
 * Finds entries that are valid but probably a slip: a source that nobody cites, a second main aim of an actor, a claim
 * dated after the data, a region about which the file says nothing, a short label with claims of its own, a clash that
 * no topic has.
 */
export function checkPlausibility({sources, claims, positions, regions, topics, views, asOf}: Summit): Issue[] {
  const issues: Issue[] = [];
  const cited = new Set(claims.flatMap(({refs}) => refs.map(({source}) => source)));
  sources.forEach(({id, role}, i) => {
    if (role !== 'reporting' || cited.has(id)) return;
    const message = `no claim cites the source '${id}'; add it to the refs of a claim, remove it, or write role: reference`;
    issues.push({path: placeIn('sources', i), message});
  });

  const aims = new Map<string, string>();
  positions.forEach(({id, actor, rank}, i) => {
    if (!rank) return;
    const first = aims.get(actor);
    if (first === undefined) aims.set(actor, id);
    else {
      const message = `'${actor}' has another main aim, '${first}'; keep rank: primary in one of the two`;
      issues.push({path: `${placeIn('positions', i)}.rank`, message});
    }
  });

  positions.forEach(({claims: own, brief}, i) => {
    const known = new Set(own);
    brief?.claims.forEach((id, j) => {
      if (known.has(id)) return;
      const message = `'${id}' isn't a claim of the position; add it to its claims or remove it here`;
      issues.push({path: `${placeIn('positions', i)}.brief.claims[${String(j)}]`, message});
    });
  });

  const clash = views?.comparison?.clash;
  if (clash !== undefined && !topics.some(({claims: ids = []}) => ids.includes(clash))) {
    const message = `no topic has the claim '${clash}', so it isn't shown under the aims; add it to the claims of a topic`;
    issues.push({path: 'views.comparison.clash', message});
  }

  claims.forEach((claim, i) => {
    if (claim.asOf === undefined || !isBefore(asOf?.date, claim.asOf)) return;
    const message = `is after the date of the data, ${asOf?.date ?? ''} (asOf.date); fix one of the two`;
    issues.push({path: `${placeIn('claims', i)}.asOf`, message});
  });

  const placed = new Set(positions.flatMap(({regions: ids = []}) => ids));
  regions.forEach(({id, shape, code}, i) => {
    if (shape || code !== undefined || placed.has(id)) return;
    const message = `the file says nothing about '${id}': add a position that names it, an outline or a code`;
    issues.push({path: placeIn('regions', i), message});
  });
  return issues;
}
