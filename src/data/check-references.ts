import {isRecord} from './copy-plain.js';
import type {Issue} from './issue.js';
import {didYouMean, placeIn, quote, Report} from './report.js';
import {finish, type Steps} from './steps.js';
import {suggest} from './suggest.js';
import type {Summit} from './summit.js';
import {lists, references, views} from './schema-paths.js';
import {visitPlaces} from './visit-places.js';
import {withdrawnClaims} from './withdrawn-claims.js';

/** An object that claims support. */
interface View {
  readonly claims?: readonly string[];
  /** Parts with their own claims. */
  readonly items?: readonly unknown[];
}

/** Reports every repeated text at these paths. Returns all texts. */
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

/** Whether one date is before another, compared at the precision of the less exact one. */
export function isBefore(one: unknown, other: unknown): boolean {
  if (![one, other].every((date) => typeof date === 'string' && /^\d{4}(?:-\d\d){0,2}$/.test(date))) return false;
  const length = Math.min(String(one).length, String(other).length);
  return String(one).slice(0, length) < String(other).slice(0, length);
}

/**
 * Reports inconsistencies in data of the right shape: duplicate ids, references to missing entries, contradictory
 * dates. With any of these a box would omit content or show something untrue.
 *
 * The data may have any shape. If an entry of a list has no id, references to that list aren't checked, since each
 * could refer to that entry.
 */
export function* reportReferencesInSteps(data: unknown, report: Report): Steps<void> {
  if (!isRecord(data)) return;
  const nouns = new Map(lists);
  const known = new Map<string, ReadonlySet<unknown>>();
  for (const [list, noun] of lists) {
    yield;
    const mend = `by an earlier ${noun}; give this entry another id`;
    const [, outer, inner] = /^(.*\.\*)\.(.*)$/.exec(list) ?? [];
    if (outer && inner) {
      visitPlaces(data, outer, (value, path) => {
        reportTwice(value, `${inner}.*.id`, mend, report, path());
      });
      continue;
    }
    const ids = reportTwice(data, `${list}.*.id`, mend, report);
    // A missing optional list counts as empty. A missing required list is already reported.
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
    yield;
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
    report.add(() => ({path: 'when.end', message: `is before the start, ${start}; fix one of the two`}));
  }
  if (reviewBy !== undefined && !(isRecord(asOf) && asOf['date']) && !(Array.isArray(changes) && changes.length > 0)) {
    report.add(() => ({
      path: 'reviewBy',
      message: 'needs the date of the last review; add asOf.date or an entry in changes',
    }));
  }
}

/** The issues that `reportReferencesInSteps` finds in a summit; empty if there are none. */
export function checkReferences(summit: Summit): readonly Issue[] {
  const report = new Report();
  finish(reportReferencesInSteps(summit, report));
  return report.issues;
}

/**
 * Finds gaps in the ledger: a view without claims, a claim without a speaker or source, an unused claim, a position
 * without a topic, regions or a rank, and a log entry about a claim that is neither in the ledger nor withdrawn.
 * Boxes still show such a file, but the CLI rejects it.
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
      // A label above a list of items is supported by the claims of the items.
      const {claims = [], items = []} = view as View;
      if (claims.length > 0 || items.length > 0) return;
      issues.push({path: `${path()}.claims`, message: 'no claim supports this; add the id of at least one'});
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
    if (claim.by?.length === 0)
      issues.push({
        path: `${path}.by`,
        message: 'has no speaker; add the id of at least one actor, or remove `by` if the source itself says it',
      });
    if (claim.refs.length === 0) issues.push({path: `${path}.refs`, message: 'has no source; add where it was read'});
    if (!used.has(claim.id) && !withdrawn.has(claim.id)) {
      issues.push({path, message: `no view shows the claim '${claim.id}'; add its id to a view, or remove the claim`});
    }
  });
  const known = new Set(summit.claims.map(({id}) => id));
  visitPlaces(summit, 'changes.*.targets.*', (id, path) => {
    // A withdrawn claim may be missing from the ledger while the log still names it.
    if (typeof id !== 'string' || known.has(id) || withdrawn.has(id)) return;
    issues.push({
      path: path(),
      message: `no claim has the id '${id}', and no claim with that id was withdrawn${didYouMean(suggest(id, known))}`,
    });
  });
  return issues;
}

/**
 * Finds views whose claims are all withdrawn. Boxes show them struck through with the word “withdrawn”. This is valid
 * for a while, so it is only a warning: a later edition should remove them.
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
        message:
          'all claims that support this are withdrawn, so it is shown struck through; remove it in a later edition',
      });
    });
  }
  return issues;
}
