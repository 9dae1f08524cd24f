import {copyPlain} from './copy-plain.js';
import type {Issue} from './issue.js';
import {checkTranslationShape} from './translation-schema.js';
import type {Translation} from './translation.js';

/** A translation, or everything that keeps the input from being one. */
export type ParsedTranslation =
  | {readonly translation: Translation; readonly issues?: undefined}
  | {readonly translation?: undefined; readonly issues: readonly Issue[]};

/**
 * Reads unknown data, such as a parsed JSON file. Never throws; reports every issue, each with its place in the file. Whether the
 * translation fits a summit is another question: `translateSummit` uses what fits and no more.
 */
export function parseTranslation(input: unknown): ParsedTranslation {
  try {
    const copy = copyPlain(input);
    if ('issue' in copy) return {issues: [copy.issue]};
    const shape = checkTranslationShape(copy.value);
    return 'issues' in shape ? {issues: shape.issues} : {translation: shape.translation};
  } catch (cause) {
    // An object of the page's own may throw when it is read: a getter, a proxy that was revoked.
    const why = cause instanceof Error ? cause.message : 'reading it threw something';
    return {issues: [{path: '', message: `could not be read (${why}); hand over plain data, as from JSON`}]};
  }
}
