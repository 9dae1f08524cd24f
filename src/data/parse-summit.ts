import {reportOutputInSteps} from './check-output.js';
import {reportReferencesInSteps} from './check-references.js';
import {reportTextsInSteps} from './check-texts.js';
import {copyInSteps, isRecord} from './copy-plain.js';
import type {Issue} from './issue.js';
import {quote, Report} from './report.js';
import {reportShapeInSteps} from './schema-issues.js';
import {finish, type Steps} from './steps.js';
import {summitSchema} from './summit-schema.js';
import type {Summit} from './summit.js';

/** A summit, or the issues that make the input invalid. */
export type ParsedSummit =
  | {readonly summit: Summit; readonly issues?: undefined; readonly code?: undefined}
  | {
      readonly summit?: undefined;
      /** At least one. If there are very many, the first ones and a last entry with the number of those not listed. */
      readonly issues: readonly Issue[];
      /** `unsupported-version` if the file has another major version of the format; it is then not checked further. */
      readonly code: 'invalid' | 'unsupported-version';
    };

/** The version of the format, if its major version isn't 1. */
function otherVersion(input: unknown): string | undefined {
  if (!isRecord(input) || !Object.hasOwn(input, 'schemaVersion')) return undefined;
  const {schemaVersion: version} = input;
  if (typeof version !== 'string' && typeof version !== 'number') return undefined;
  return /^\d{1,9}(?:\.\d{1,9})*$/.test(String(version)) && Number.parseInt(String(version)) !== 1
    ? String(version)
    : undefined;
}

/** Describes a thrown value. Reading that value may throw too. */
function reasonOf(cause: unknown): string {
  try {
    return quote(String(cause));
  } catch {
    return 'no reason given';
  }
}

/**
 * Validates unknown data, such as a parsed JSON file. Never throws, and takes bounded time for any input. Reports all
 * issues at once, each with its path in the file (`positions[3].claims[1]`) and a fix. Unknown keys are omitted from
 * the result.
 *
 * @param known An earlier edition that this function returned. Entries that are equal to an entry of `known` aren't
 *   checked again; the result contains the same objects, so that a caller can compare editions by identity.
 */
export function parseSummit(input: unknown, known?: Summit): ParsedSummit {
  return finish(parseInSteps(input, known));
}

/** Like `parseSummit`, in steps. */
export function* parseInSteps(input: unknown, known?: Summit): Steps<ParsedSummit> {
  try {
    const version = otherVersion(input);
    if (version !== undefined) {
      const message = `${quote(version)} is an unsupported version of the format; supported is 1.x, such as '1.0'`;
      return {issues: [{path: 'schemaVersion', message}], code: 'unsupported-version'};
    }
    const copy = yield* copyInSteps(input, known);
    if ('issue' in copy) return {issues: [copy.issue], code: 'invalid'};
    const report = new Report();
    const data = yield* reportShapeInSteps(summitSchema, copy.value, report, copy.same);
    yield* reportReferencesInSteps(data, report);
    yield* reportTextsInSteps(data, report, copy.same);
    if (report.issues.length === 0) yield* reportOutputInSteps(data as Summit, report);
    return report.issues.length > 0 ? {issues: report.issues, code: 'invalid'} : {summit: data as Summit};
  } catch (cause) {
    // An object of the page may throw when it is read, such as a getter or a revoked proxy.
    const message = `could not be read (${reasonOf(cause)}); pass plain data, such as parsed JSON`;
    return {issues: [{path: '', message}], code: 'invalid'};
  }
}
