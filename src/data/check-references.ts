import type {Issue} from './issue.js';
import type {Summit} from './summit.js';

/** Lists whose entries have an id, in the order of the file. */
const LISTS = ['actors', 'topics', 'claims', 'positions', 'constraints', 'regions', 'facts', 'sources'] as const;

type List = (typeof LISTS)[number];

/** Calls `visit` for every reference of a summit: where it stands, the list it points into, and the id it names. */
function visitReferences(summit: Summit, visit: (path: string, list: List, id: string) => void): void {
  const all = (path: string, list: List, ids: readonly string[] | undefined): void => {
    ids?.forEach((id, i) => {
      visit(`${path}[${String(i)}]`, list, id);
    });
  };
  const one = (path: string, list: List, id: string | undefined): void => {
    if (id !== undefined) visit(path, list, id);
  };

  all('status.claims', 'claims', summit.status.claims);
  all('venue.refs', 'sources', summit.venue?.refs);
  all('map.refs', 'sources', summit.map?.refs);
  summit.actors.forEach((actor, i) => {
    one(`actors[${String(i)}].speaksFor`, 'actors', actor.speaksFor);
  });
  summit.topics.forEach((topic, i) => {
    all(`topics[${String(i)}].claims`, 'claims', topic.claims);
  });
  summit.claims.forEach((claim, i) => {
    const path = `claims[${String(i)}]`;
    all(`${path}.by`, 'actors', claim.by);
    all(`${path}.about`, 'actors', claim.about);
    all(`${path}.disputedBy`, 'actors', claim.disputedBy);
    claim.refs.forEach((ref, j) => {
      visit(`${path}.refs[${String(j)}].source`, 'sources', ref.source);
    });
  });
  summit.positions.forEach((position, i) => {
    const path = `positions[${String(i)}]`;
    visit(`${path}.actor`, 'actors', position.actor);
    one(`${path}.topic`, 'topics', position.topic);
    all(`${path}.regions`, 'regions', position.regions);
    all(`${path}.claims`, 'claims', position.claims);
  });
  summit.constraints?.forEach((constraint, i) => {
    one(`constraints[${String(i)}].actor`, 'actors', constraint.actor);
    all(`constraints[${String(i)}].claims`, 'claims', constraint.claims);
  });
  summit.regions.forEach((region, i) => {
    all(`regions[${String(i)}].refs`, 'sources', region.refs);
  });
  summit.facts.forEach((fact, i) => {
    all(`facts[${String(i)}].claims`, 'claims', fact.claims);
    fact.items?.forEach((item, j) => {
      all(`facts[${String(i)}].items[${String(j)}].claims`, 'claims', item.claims);
    });
  });
  summit.changes.forEach((change, i) => {
    all(`changes[${String(i)}].targets`, 'claims', change.targets);
  });
}

/** What an id of a list is called in a message. */
const NOUNS: Readonly<Record<List, string>> = {
  actors: 'actor',
  topics: 'topic',
  claims: 'claim',
  positions: 'position',
  constraints: 'constraint',
  regions: 'region',
  facts: 'fact',
  sources: 'source',
};

/**
 * Ids that stand twice in a list, and references to nothing. With any of these a box would show less than its file
 * says, so a file with one is invalid. Empty when all is well.
 */
export function checkReferences(summit: Summit): Issue[] {
  const issues: Issue[] = [];
  const known = new Map<List, Set<string>>();
  for (const list of LISTS) {
    const ids = new Set<string>();
    known.set(list, ids);
    summit[list]?.forEach(({id}, i) => {
      if (ids.has(id)) {
        issues.push({
          path: `${list}[${String(i)}].id`,
          message: `"${id}" is taken by an earlier ${NOUNS[list]}; give this one another id`,
        });
      }
      ids.add(id);
    });
  }
  visitReferences(summit, (path, list, id) => {
    // A withdrawn claim is gone from the ledger, and its entry in the log still names it.
    if (path.startsWith('changes[')) return;
    if (!known.get(list)?.has(id)) issues.push({path, message: `no ${NOUNS[list]} has the id "${id}"`});
  });
  return issues;
}

/**
 * Gaps of the ledger: a view that no claim bears out, a claim without speaker or source, a claim that no view shows,
 * a position that is no main aim and about neither a topic nor regions. A box still shows such a file; our own data may have none.
 */
export function checkLedger(summit: Summit): Issue[] {
  const issues: Issue[] = [];
  const used = new Set<string>();
  visitReferences(summit, (path, list, id) => {
    if (list === 'claims' && !path.startsWith('changes[')) used.add(id);
  });

  const needClaims = (path: string, claims: readonly string[] | undefined): void => {
    if (!claims?.length) issues.push({path, message: 'no claim bears this out; add the id of at least one'});
  };
  needClaims('status.claims', summit.status.claims);
  summit.positions.forEach((position, i) => {
    needClaims(`positions[${String(i)}].claims`, position.claims);
    if (position.topic === undefined && !position.rank && !position.regions?.length) {
      issues.push({path: `positions[${String(i)}]`, message: 'has no topic, no regions and no rank, so no box shows it'});
    }
  });
  summit.constraints?.forEach((constraint, i) => {
    needClaims(`constraints[${String(i)}].claims`, constraint.claims);
  });
  summit.facts.forEach((fact, i) => {
    const path = `facts[${String(i)}]`;
    // A headline over a list is borne out by the claims of the list.
    if (!fact.items?.length) needClaims(`${path}.claims`, fact.claims);
    if (fact.label === undefined && !fact.items?.length) {
      issues.push({path, message: 'has neither a label nor items, so it answers nothing'});
    }
    fact.items?.forEach((item, j) => {
      needClaims(`${path}.items[${String(j)}].claims`, item.claims);
    });
  });
  summit.claims.forEach((claim, i) => {
    const path = `claims[${String(i)}]`;
    if (claim.by.length === 0) issues.push({path: `${path}.by`, message: 'nobody asserts it; name at least one actor'});
    if (claim.refs.length === 0) issues.push({path: `${path}.refs`, message: 'has no source; say where it was read'});
    if (!used.has(claim.id)) issues.push({path, message: `no view shows the claim "${claim.id}"`});
  });
  return issues;
}
