import {withdrawnClaims} from './compare-editions.js';
import {isRecord} from './copy-plain.js';
import type {Issue} from './issue.js';
import {didYouMean, placeIn, quote, Report} from './report.js';
import {suggest} from './suggest.js';
import type {Summit} from './summit.js';
import {visitPlaces} from './visit-places.js';

/** Lists whose entries have an id, with what an entry is called in a message. */
const NOUNS = {
  actors: 'actor',
  topics: 'topic',
  claims: 'claim',
  positions: 'position',
  constraints: 'constraint',
  regions: 'region',
  facts: 'fact',
  sources: 'source',
} as const;

type List = keyof typeof NOUNS;

const LISTS = Object.keys(NOUNS) as List[];

/** Every reference of a summit: where it stands, and the list it points into. */
const REFERENCES: readonly (readonly [places: string, list: List])[] = [
  ['status.claims.*', 'claims'],
  ['venue.refs.*', 'sources'],
  ['map.refs.*', 'sources'],
  ['actors.*.speaksFor', 'actors'],
  ['topics.*.claims.*', 'claims'],
  ['claims.*.by.*', 'actors'],
  ['claims.*.about.*', 'actors'],
  ['claims.*.disputedBy.*', 'actors'],
  ['claims.*.refs.*.source', 'sources'],
  ['positions.*.actor', 'actors'],
  ['positions.*.topic', 'topics'],
  ['positions.*.regions.*', 'regions'],
  ['positions.*.claims.*', 'claims'],
  ['constraints.*.actor', 'actors'],
  ['constraints.*.claims.*', 'claims'],
  ['regions.*.refs.*', 'sources'],
  ['facts.*.claims.*', 'claims'],
  ['facts.*.items.*.claims.*', 'claims'],
];

/** Reports every text at these places that stands there already. Returns them all. */
function reportTwice(data: unknown, places: string, mend: string, report: Report, place = ''): ReadonlySet<unknown> {
  const seen = new Set<unknown>();
  visitPlaces(
    data,
    places,
    (value, path) => {
      if (typeof value === 'string' && seen.has(value))
        report.add(() => ({path: path(), message: `${quote(value)} is taken ${mend}`}));
      seen.add(value);
    },
    place,
  );
  return seen;
}

/** Whether a date is before another, as far as the less exact of them tells. */
function isBefore(one: unknown, other: unknown): boolean {
  if (![one, other].every((date) => typeof date === 'string' && /^\d{4}(?:-\d\d){0,2}$/.test(date))) return false;
  const length = Math.min(String(one).length, String(other).length);
  return String(one).slice(0, length) < String(other).slice(0, length);
}

/**
 * Reports what keeps data of the right shape from making sense: ids that stand twice in a list, references to nothing,
 * dates that contradict each other. With any of these a box would show less than its file says, or something untrue.
 *
 * The data may be anything. Where an entry of a list lacks its id, references into that list are left alone: each of
 * them might mean it.
 */
export function reportReferences(data: unknown, report: Report): void {
  if (!isRecord(data)) return;
  const known = new Map<List, ReadonlySet<unknown>>();
  for (const list of LISTS) {
    const ids = reportTwice(data, `${list}.*.id`, `by an earlier ${NOUNS[list]}; give this one another id`, report);
    const {[list]: entries = list === 'constraints' ? [] : undefined} = data;
    if (!Array.isArray(entries)) continue;
    if (entries.every((entry) => isRecord(entry) && typeof entry['id'] === 'string')) known.set(list, ids);
  }
  visitPlaces(data, 'facts.*', (fact, path) => {
    reportTwice(fact, 'items.*.id', 'by an earlier part of this answer; give this one another id', report, path());
  });
  visitPlaces(data, 'changes.*', (change, path) => {
    reportTwice(change, 'targets.*', 'already; name each claim once', report, path());
  });
  reportTwice(data, 'translations.*.lang', 'by an earlier translation; name one file for each language', report);

  for (const [places, list] of REFERENCES) {
    const ids = known.get(list);
    if (!ids) continue;
    visitPlaces(data, places, (id, path) => {
      if (typeof id !== 'string' || ids.has(id)) return;
      report.add(() => ({
        path: path(),
        message: `no ${NOUNS[list]} has the id ${quote(id)}${didYouMean(suggest(id, ids as ReadonlySet<string>))}`,
      }));
    });
  }

  const {when, asOf, reviewBy, changes} = data;
  if (isRecord(when) && isBefore(when['end'], when['start'])) {
    const start = quote(String(when['start']));
    report.add(() => ({path: 'when.end', message: `is before the start, ${start}; mend one of the two`}));
  }
  if (reviewBy !== undefined && !(isRecord(asOf) && asOf['date']) && !(Array.isArray(changes) && changes.length > 0)) {
    report.add(() => ({
      path: 'reviewBy',
      message: 'needs a date of the last review; add asOf.date or an entry to changes',
    }));
  }
}

/** Issues of `reportReferences` in a summit. Empty when all is well. */
export function checkReferences(summit: Summit): readonly Issue[] {
  const report = new Report();
  reportReferences(summit, report);
  return report.issues;
}

/**
 * Gaps of the ledger: a view that no claim bears out, a claim without speaker or source, a claim that no view shows,
 * a position that is no main aim and about neither a topic nor regions, an entry of the log about a claim that neither
 * stands in the ledger nor was withdrawn. A box still shows such a file; our own data may have none.
 */
export function checkLedger(summit: Summit): Issue[] {
  const issues: Issue[] = [];
  const withdrawn = withdrawnClaims(summit);
  const used = new Set<unknown>();
  for (const [places, list] of REFERENCES) {
    if (list === 'claims') visitPlaces(summit, places, (id) => used.add(id));
  }

  const needClaims = (path: string, claims: readonly string[] = []): void => {
    if (claims.length === 0) issues.push({path, message: 'no claim bears this out; add the id of at least one'});
  };
  needClaims('status.claims', summit.status.claims);
  summit.positions.forEach((position, i) => {
    const path = placeIn('positions', i);
    needClaims(`${path}.claims`, position.claims);
    if (position.topic === undefined && !position.rank && !position.regions?.length) {
      issues.push({path, message: 'has no topic, no regions and no rank, so no box shows it; add one of them'});
    }
  });
  summit.constraints?.forEach((constraint, i) => {
    needClaims(`${placeIn('constraints', i)}.claims`, constraint.claims);
  });
  summit.facts.forEach((fact, i) => {
    const path = placeIn('facts', i);
    // A headline over a list is borne out by the claims of the list.
    if (!fact.items?.length) needClaims(`${path}.claims`, fact.claims);
    if (fact.label === undefined && !fact.items?.length) {
      issues.push({path, message: 'has neither a label nor items, so it answers nothing; add one of them'});
    }
    fact.items?.forEach((item, j) => {
      needClaims(`${placeIn(`${path}.items`, j)}.claims`, item.claims);
    });
  });
  summit.claims.forEach((claim, i) => {
    const path = placeIn('claims', i);
    if (claim.by.length === 0) issues.push({path: `${path}.by`, message: 'nobody asserts it; name at least one actor'});
    if (claim.refs.length === 0) issues.push({path: `${path}.refs`, message: 'has no source; say where it was read'});
    if (!used.has(claim.id) && !withdrawn.has(claim.id)) {
      issues.push({path, message: `no view shows the claim '${claim.id}'; name it in one, or take it out`});
    }
  });
  const known = new Set(summit.claims.map(({id}) => id));
  visitPlaces(summit, 'changes.*.targets.*', (id, path) => {
    // A claim that was withdrawn may be gone from the ledger, and the log still names it.
    if (typeof id !== 'string' || known.has(id) || withdrawn.has(id)) return;
    issues.push({
      path: path(),
      message: `no claim has the id '${id}', and none of that name was withdrawn${didYouMean(suggest(id, known))}`,
    });
  });
  return issues;
}

/**
 * Views whose every claim is withdrawn. The boxes strike them through beside the word, which is right for a while: no
 * defect, but something to take out with a later edition.
 */
export function checkWithdrawn(summit: Summit): Issue[] {
  const withdrawn = withdrawnClaims(summit);
  const issues: Issue[] = [];
  const look = (path: string, claims: readonly string[] = []): void => {
    if (claims.length === 0 || claims.some((id) => !withdrawn.has(id))) return;
    issues.push({
      path,
      message: 'every claim that bears this out is withdrawn, so it shows struck through; take it out in time',
    });
  };
  look('status.claims', summit.status.claims);
  for (const list of ['positions', 'constraints', 'facts'] as const) {
    summit[list]?.forEach(({claims}, i) => {
      look(`${placeIn(list, i)}.claims`, claims);
    });
  }
  summit.facts.forEach(({items}, i) => {
    items?.forEach(({claims}, j) => {
      look(`${placeIn(`${placeIn('facts', i)}.items`, j)}.claims`, claims);
    });
  });
  return issues;
}
