import {reportReferences} from './check-references.js';
import {reportTexts} from './check-texts.js';
import {copyPlain, isRecord} from './copy-plain.js';
import type {Issue} from './issue.js';
import {quote, Report} from './report.js';
import {reportShape} from './schema-issues.js';
import {summitSchema} from './summit-schema.js';
import type {Summit} from './summit.js';

/** A summit, or everything that keeps the input from being one. */
export type ParsedSummit =
  | {readonly summit: Summit; readonly issues?: undefined; readonly code?: undefined}
  | {
      readonly summit?: undefined;
      /** At least one; of very many the first, and at the end how many more there are. */
      readonly issues: readonly Issue[];
      /** `unsupported-version` for a file in another major version of the format, which nothing more is said of. */
      readonly code: 'invalid' | 'unsupported-version';
    };

/** The version of the format, if it is one of another major than ours. */
function otherVersion(input: unknown): string | undefined {
  if (!isRecord(input) || !Object.hasOwn(input, 'schemaVersion')) return undefined;
  const {schemaVersion: version} = input;
  if (typeof version !== 'string' && typeof version !== 'number') return undefined;
  return /^\d{1,9}(?:\.\d{1,9})*$/.test(String(version)) && Number.parseInt(String(version)) !== 1 ? String(version) : undefined;
}

/** What was thrown, in words. It may itself throw on being read. */
function reasonOf(cause: unknown): string {
  try {
    return quote(String(cause));
  } catch {
    return 'no reason given';
  }
}

/** The entries of lists that are in an earlier edition too, by id and value for value, each with the one of that edition. */
function findSame(copy: unknown, known: Summit): ReadonlyMap<unknown, object> {
  const same = new Map<unknown, object>();
  if (!isRecord(copy)) return same;
  for (const [key, earlier] of Object.entries(known)) {
    const {[key]: entries} = copy;
    if (!Array.isArray(earlier) || !Array.isArray(entries)) continue;
    const byId = new Map((earlier as {id?: string}[]).map((entry) => [entry.id, entry]));
    for (const entry of entries as unknown[]) {
      const twin = isRecord(entry) && byId.get(entry['id'] as string);
      if (twin && isSame(entry, twin)) same.set(entry, twin);
    }
  }
  return same;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key as keyof typeof one], other[key as keyof typeof other]))
  );
}

/**
 * Reads unknown data, such as a parsed JSON file. Never throws, and is quick about it whatever comes; reports every
 * issue, each with its place in the file (`positions[3].claims[1]`) and a way to mend it, so that an editor can mend a
 * file in one go. Keys it does not know are left out of the result.
 *
 * @param known An earlier edition that was read already. What stands in it, value for value, is taken over as it is, checked
 *   no second time and, for whoever asks what changed, the same object.
 */
export function parseSummit(input: unknown, known?: Summit): ParsedSummit {
  try {
    const version = otherVersion(input);
    if (version !== undefined) {
      const message = `${quote(version)} is a version of the format that is not known here; known is 1.x, such as '1.0'`;
      return {issues: [{path: 'schemaVersion', message}], code: 'unsupported-version'};
    }
    const copy = copyPlain(input);
    if ('issue' in copy) return {issues: [copy.issue], code: 'invalid'};
    const report = new Report();
    const same = known && findSame(copy.value, known);
    const data = reportShape(summitSchema, copy.value, report, undefined, same);
    reportReferences(data, report);
    reportTexts(data, report, new Set(same?.values()));
    return report.issues.length > 0 ? {issues: report.issues, code: 'invalid'} : {summit: data as Summit};
  } catch (cause) {
    // An object of the page's own may throw when it is read: a getter, a proxy that was revoked.
    const message = `could not be read (${reasonOf(cause)}); hand over plain data, as from JSON`;
    return {issues: [{path: '', message}], code: 'invalid'};
  }
}
