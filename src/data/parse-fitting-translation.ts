import type {Issue} from './issue.js';
import {parseTranslation, type ParsedTranslation} from './parse-translation.js';
import {didYouMean, quote, Report} from './report.js';
import {suggest} from './suggest.js';
import type {Summit} from './summit.js';
import {isTooLong, translatableTexts} from './translate-summit.js';
import type {Translation} from './translation.js';
import {placeOfText} from './translation-schema.js';

/**
 * Reads unknown data as a translation of a summit, as strictly as an editor's tool should: it must be one of this summit, and
 * each of its texts must have a place there. Never throws; reports every issue, each with its place in the file.
 */
export function parseFittingTranslation(input: unknown, summit: Summit): ParsedTranslation {
  const parsed = parseTranslation(input);
  const issues = parsed.translation ? checkFit(parsed.translation, summit) : [];
  return issues.length > 0 ? {issues} : parsed;
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
    const original = known.get(key);
    if (original !== undefined) {
      if (isTooLong(texts[key] ?? '', original)) {
        report.add(() => ({
          path: placeOfText(key),
          message: 'is far longer than the original, so pages show that; shorten it',
        }));
      }
      continue;
    }
    report.add(() => ({
      path: placeOfText(key),
      message: `no text of the summit has this key${didYouMean(suggest(key, known.keys())) || '; take it out'}`,
    }));
  }
  return report.issues;
}
