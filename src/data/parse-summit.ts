import {reportOutput} from './check-output.js';
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
  return /^\d{1,9}(?:\.\d{1,9})*$/.test(String(version)) && Number.parseInt(String(version)) !== 1
    ? String(version)
    : undefined;
}

/** What was thrown, in words. It may itself throw on being read. */
function reasonOf(cause: unknown): string {
  try {
    return quote(String(cause));
  } catch {
    return 'no reason given';
  }
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
    const copy = copyPlain(input, known);
    if ('issue' in copy) return {issues: [copy.issue], code: 'invalid'};
    const report = new Report();
    const data = reportShape(summitSchema, copy.value, report, undefined, copy.same);
    reportReferences(data, report);
    reportTexts(data, report, copy.same);
    if (report.issues.length === 0) reportOutput(data as Summit, report);
    return report.issues.length > 0 ? {issues: report.issues, code: 'invalid'} : {summit: data as Summit};
  } catch (cause) {
    // An object of the page's own may throw when it is read: a getter, a proxy that was revoked.
    const message = `could not be read (${reasonOf(cause)}); hand over plain data, as from JSON`;
    return {issues: [{path: '', message}], code: 'invalid'};
  }
}
