import {reportTexts} from './check-texts.js';
import {isRecord} from './copy-plain.js';
import {isVisible} from './is-visible.js';
import type {Issue} from './issue.js';
import {placeIn, Report} from './report.js';
import {reportShape} from './schema-issues.js';
import {translationSchema} from './translation-schema.js';
import type {Translation} from './translation.js';

/** Maximum length of a text in UTF-16 units, as in a summit. */
const LONGEST = 2000;

/** The path of a text in a translation file, such as `texts.claims.clash.text`. */
export function placeOfText(key: string): string {
  return /^[\w.-]{1,300}$/.test(key) ? `texts.${key}` : placeIn('texts', key);
}

function mendText(text: unknown): string | undefined {
  if (typeof text !== 'string') return 'must be a text; put it in quotes';
  if (!isVisible(text)) return 'must not be empty; leave the key out to show the original';
  return text.length > LONGEST ? `is longer than ${String(LONGEST)} characters; shorten it` : undefined;
}

/**
 * Checks the shape of a translation. Returns the translation, or the issues with their paths.
 *
 * @param input Plain data with few levels, such as a copy made by `copyPlain`. Its texts are used in the result
 *   without copying.
 */
export function checkTranslationShape(
  input: unknown,
): {readonly translation: Translation} | {readonly issues: readonly Issue[]} {
  const report = new Report();
  const shape = reportShape(translationSchema, input, report) as Translation;
  const texts = isRecord(input) && isRecord(input['texts']) ? input['texts'] : {};
  for (const [key, text] of Object.entries(texts)) {
    const path = placeOfText(key);
    const message = mendText(text);
    if (message !== undefined) report.add(() => ({path, message}));
    reportTexts(text, report, undefined, () => path);
  }
  if (report.issues.length > 0) return {issues: report.issues};
  return {translation: {...shape, texts: texts as Translation['texts']}};
}
