/** Takes a translation file into the draft: chosen in Translations, or dropped anywhere on the page. */
import {isRecord} from '../../src/data/copy-plain.js';
import type {Issue} from '../../src/data/issue.js';
import type {Summit} from '../../src/data/summit.js';
import type {Translation} from '../../src/data/translation.js';
import {describeIssues} from './desk-words.js';
import {languageName} from './language-name.js';
import {readTranslation} from './translations.js';

type Content = Readonly<Record<string, unknown>>;

/** A translation that fits, with what is said of it; or why the file can't be imported. */
type Imported =
  | {readonly translation: Translation; readonly label: string; readonly said: string}
  | {readonly translation?: undefined; readonly message: string; readonly issues: readonly Issue[]};

/** Whether the content of a file is meant as a translation: it names a summit and has texts, but no statements. */
export function isTranslation(value: Content): boolean {
  return isRecord(value['of']) && isRecord(value['texts']) && !Object.hasOwn(value, 'claims');
}

/**
 * Reads a translation of the open summit.
 *
 * @param name Name of the file.
 * @param summit `undefined` if nothing is open yet.
 */
export function readImport(name: string, value: Content, summit: Summit | undefined): Imported {
  const title = titleIn(value);
  const what = title === undefined ? `“${name}” is a translation` : `“${name}” is a translation, “${title}”`;
  if (!summit) {
    const message = `${what}. First open the summit that it translates, then this file again.`;
    return {message, issues: []};
  }
  if (isRecord(value['of']) && typeof value['of']['id'] === 'string' && value['of']['id'] !== summit.id) {
    const message = `${what}, but not of ${summit.title ? `“${summit.title}”` : 'the open summit'}. Open the summit that it translates, then this file again.`;
    return {message, issues: []};
  }
  const {translation, issues} = readTranslation(value, summit);
  if (!translation) return {message: `“${name}” can’t be imported:`, issues: describeIssues(summit, issues)};
  const language = languageName(translation.lang);
  const count = Object.keys(translation.texts).length;
  return {
    translation,
    label: `Import the translation into ${language}`,
    said: `Imported ${name}: ${language}, ${count === 1 ? '1 text' : `${String(count)} texts`}.`,
  };
}

/** The title of the summit as the file translates it. */
function titleIn({texts}: Content): string | undefined {
  const title = isRecord(texts) ? texts['title'] : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}
