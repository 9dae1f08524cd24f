import {copyPlain} from './copy-plain.js';
import type {Issue} from './issue.js';
import {checkTranslationShape} from './check-translation.js';
import type {Translation} from './translation.js';

/** A translation, or the issues that make the input invalid. */
export type ParsedTranslation =
  | {readonly translation: Translation; readonly issues?: undefined}
  | {readonly translation?: undefined; readonly issues: readonly Issue[]};

/**
 * Validates unknown data, such as a parsed JSON file, as a translation. Never throws. Reports all issues, each with
 * its path in the file. It doesn't check whether the translation fits a summit; `translateSummit` uses only the parts
 * that fit.
 */
export function parseTranslation(input: unknown): ParsedTranslation {
  try {
    const copy = copyPlain(input);
    if ('issue' in copy) return {issues: [copy.issue]};
    const shape = checkTranslationShape(copy.value);
    return 'issues' in shape ? {issues: shape.issues} : {translation: shape.translation};
  } catch (cause) {
    // An object of the page may throw when it is read, such as a getter or a revoked proxy.
    const why = cause instanceof Error ? cause.message : 'reading it threw something';
    return {issues: [{path: '', message: `could not be read (${why}); pass plain data, such as parsed JSON`}]};
  }
}
