import {withdrawnClaims} from './compare-editions.js';
import {isRecord} from './copy-plain.js';
import type {Issue} from './issue.js';
import {didYouMean, placeIn, quote, Report} from './report.js';
import {suggest} from './suggest.js';
import type {Summit} from './summit.js';
import {lists, references, views} from './schema-paths.js';
import {visitPlaces} from './visit-places.js';

/** An object that claims bear out. */
interface View {
  readonly claims?: readonly string[];
  /** Parts with claims of their own. */
  readonly items?: readonly unknown[];
}

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
  const nouns = new Map(lists);
  const known = new Map<string, ReadonlySet<unknown>>();
  for (const [list, noun] of lists) {
    const mend = `by an earlier ${noun}; give this one another id`;
    const [, outer, inner] = /^(.*\.\*)\.(.*)$/.exec(list) ?? [];
    if (outer && inner) {
      visitPlaces(data, outer, (value, path) => {
        reportTwice(value, `${inner}.*.id`, mend, report, path());
      });
      continue;
    }
    const ids = reportTwice(data, `${list}.*.id`, mend, report);
    // A list that may be left out is empty then. Of one that has to be there, its absence is reported already.
    const entries = data[list] ?? [];
    if (!Array.isArray(entries)) continue;
    if (entries.every((entry) => isRecord(entry) && typeof entry['id'] === 'string')) known.set(list, ids);
  }
  visitPlaces(data, 'changes.*', (change, path) => {
    reportTwice(change, 'targets.*', 'already; name each claim once', report, path());
  });
  reportTwice(data, 'translations.*.lang', 'by an earlier translation; name one file for each language', report);

  for (const [places, list] of references) {
    const ids = known.get(list);
    if (!ids) continue;
    visitPlaces(data, places, (id, path) => {
      if (typeof id !== 'string' || ids.has(id)) return;
      report.add(() => ({
        path: path(),
        message: `no ${nouns.get(list) ?? 'entry'} has the id ${quote(id)}${didYouMean(suggest(id, ids as ReadonlySet<string>))}`,
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
  for (const [places, list] of references) {
    if (list === 'claims') visitPlaces(summit, places, (id) => used.add(id));
  }

  for (const [places, needsClaims] of views) {
    if (!needsClaims) continue;
    visitPlaces(summit, places, (view, path) => {
      // A headline over a list is borne out by the claims of the list.
      const {claims = [], items = []} = view as View;
      if (claims.length > 0 || items.length > 0) return;
      issues.push({path: `${path()}.claims`, message: 'no claim bears this out; add the id of at least one'});
    });
  }
  summit.positions.forEach((position, i) => {
    if (position.topic === undefined && !position.rank && !position.regions?.length) {
      const path = placeIn('positions', i);
      issues.push({path, message: 'has no topic, no regions and no rank, so no box shows it; add one of them'});
    }
  });
  summit.facts.forEach((fact, i) => {
    if (fact.label === undefined && !fact.items?.length) {
      const path = placeIn('facts', i);
      issues.push({path, message: 'has neither a label nor items, so it answers nothing; add one of them'});
    }
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
  for (const [places, needsClaims] of views) {
    if (!needsClaims) continue;
    visitPlaces(summit, places, (view, path) => {
      const {claims = []} = view as View;
      if (claims.length === 0 || claims.some((id) => !withdrawn.has(id))) return;
      issues.push({
        path: `${path()}.claims`,
        message: 'every claim that bears this out is withdrawn, so it shows struck through; take it out in time',
      });
    });
  }
  return issues;
}
