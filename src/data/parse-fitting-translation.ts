import type {Issue} from './issue.js';
import {parseTranslation, type ParsedTranslation} from './parse-translation.js';
import {didYouMean, quote, Report} from './report.js';
import {suggest} from './suggest.js';
import type {Summit} from './summit.js';
import {isTooLong, translatableTexts} from './translate-summit.js';
import type {Translation} from './translation.js';
import {placeOfText} from './check-translation.js';

/**
 * Validates unknown data as a translation of a given summit, for editors' tools: the translation must be for this
 * summit, and each of its keys must exist there. Never throws. Reports all issues, each with its path in the file.
 */
export function parseFittingTranslation(input: unknown, summit: Summit): ParsedTranslation {
  const parsed = parseTranslation(input);
  const issues = parsed.translation ? checkFit(parsed.translation, summit) : [];
  return issues.length > 0 ? {issues} : parsed;
}

/** The issues that make a translation invalid for a summit. */
function checkFit({of, texts}: Translation, summit: Summit): readonly Issue[] {
  if (of.id !== summit.id) {
    const message = `the summit is ${quote(summit.id)}, not ${quote(of.id)}; write the id of the translated summit`;
    return [{path: 'of.id', message}];
  }
  if (of.revision > summit.revision) {
    const message = `the summit is at revision ${String(summit.revision)}; write the revision that was translated`;
    return [{path: 'of.revision', message}];
  }
  // A translation of an earlier revision may have keys that the summit no longer has.
  if (of.revision < summit.revision) return [];
  const report = new Report();
  const known = translatableTexts(summit);
  for (const key of Object.keys(texts)) {
    const original = known.get(key);
    if (original !== undefined) {
      if (isTooLong(texts[key] ?? '', original)) {
        report.add(() => ({
          path: placeOfText(key),
          message: 'is far longer than the original, so pages show the original; shorten it',
        }));
      }
      continue;
    }
    report.add(() => ({
      path: placeOfText(key),
      message: `no text of the summit has this key${didYouMean(suggest(key, known.keys())) || '; remove it'}`,
    }));
  }
  return report.issues;
}
