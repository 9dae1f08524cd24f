import {copyPlain} from './copy-plain.js';
import type {Issue} from './issue.js';
import {didYouMean, quote, Report} from './report.js';
import {suggest} from './suggest.js';
import type {Summit} from './summit.js';
import {translatableTexts} from './translate-summit.js';
import {checkTranslationShape, placeOfText} from './translation-schema.js';
import type {Translation} from './translation.js';

/** A translation, or everything that keeps the input from being one. */
export type ParsedTranslation =
  | {readonly translation: Translation; readonly issues?: undefined}
  | {readonly translation?: undefined; readonly issues: readonly Issue[]};

/**
 * Reads unknown data, such as a parsed JSON file. Never throws; reports every issue, each with its place in the file.
 *
 * With the summit it is strict, as an editor's tool should be: the translation must be one of this summit, and each of
 * its texts must have a place there. A page leaves the summit out: `translateSummit` uses what fits and no more.
 */
export function parseTranslation(input: unknown, summit?: Summit): ParsedTranslation {
  try {
    const copy = copyPlain(input);
    if ('issue' in copy) return {issues: [copy.issue]};
    const shape = checkTranslationShape(copy.value);
    if ('issues' in shape) return {issues: shape.issues};
    const issues = summit ? checkFit(shape.translation, summit) : [];
    return issues.length > 0 ? {issues} : {translation: shape.translation};
  } catch (cause) {
    // An object of the page's own may throw when it is read: a getter, a proxy that was revoked.
    const why = cause instanceof Error ? cause.message : 'reading it threw something';
    return {issues: [{path: '', message: `could not be read (${why}); hand over plain data, as from JSON`}]};
  }
}

/** What keeps a translation from fitting a summit. */
function checkFit({of, texts}: Translation, summit: Summit): readonly Issue[] {
  if (of.id !== summit.id) {
    const message = `the summit is ${quote(summit.id)}, not ${quote(of.id)}; name the summit that was translated`;
    return [{path: 'of.id', message}];
  }
  if (of.revision > summit.revision) {
    const message = `the summit has come to revision ${String(summit.revision)}; name the edition that was translated`;
    return [{path: 'of.revision', message}];
  }
  // What a translation of an earlier edition has too much may since have gone from the summit.
  if (of.revision < summit.revision) return [];
  const report = new Report();
  const known = translatableTexts(summit);
  for (const key of Object.keys(texts)) {
    if (known.has(key)) continue;
    report.add(() => ({
      path: placeOfText(key),
      message: `no text of the summit has this key${didYouMean(suggest(key, known.keys())) || '; take it out'}`,
    }));
  }
  return report.issues;
}
