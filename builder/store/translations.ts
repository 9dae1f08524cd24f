/** What a translation of the draft has and lacks, and the files that are written from it. */
import {draftTranslation, writeTranslationJson, writeTranslationYaml} from '../../src/authoring/draft-translation.js';
import {isSameJson} from '../../src/authoring/is-same-json.js';
import {isRecord} from '../../src/data/copy-plain.js';
import {placeOfText} from '../../src/data/check-translation.js';
import type {Issue} from '../../src/data/issue.js';
import {parseFittingTranslation} from '../../src/data/parse-fitting-translation.js';
import type {ParsedTranslation} from '../../src/data/parse-translation.js';
import type {Summit} from '../../src/data/summit.js';
import {outdatedTexts, translatableTexts} from '../../src/data/translate-summit.js';
import type {Translation} from '../../src/data/translation.js';
import type {Draft, TranslationInDraft} from './draft.js';

export type TextState = 'missing' | 'done' | 'changed';

/** A text of the summit with its translation. */
export interface TranslatedText {
  readonly key: string;
  readonly original: string;
  /** Empty if there is none. */
  readonly text: string;
  readonly state: TextState;
  /** The original that the text was made from, if another one is there now and the earlier one is known. */
  readonly earlier: string | undefined;
}

/** The translation that is worked on: the chosen one, or the only one. */
export function openTranslation({translations}: Draft, chosen: string): TranslationInDraft | undefined {
  if (Object.hasOwn(translations, chosen)) return translations[chosen];
  const [only, another] = Object.values(translations);
  return another ? undefined : only;
}

/** The texts of the summit in the order of the file. Those that aren't written yet can't be translated. */
export function textsOf(summit: Summit, {texts, originals}: TranslationInDraft): readonly TranslatedText[] {
  return [...translatableTexts(summit)]
    .filter(([, original]) => original !== '')
    .map(([key, original]) => {
      const text = texts[key] ?? '';
      const noted = originals[key];
      if (text === '') return {key, original, text, state: 'missing', earlier: undefined};
      if (noted === original) return {key, original, text, state: 'done', earlier: undefined};
      return {key, original, text, state: 'changed', earlier: noted};
    });
}

/** The translation that pages can use: the texts that fit their originals. */
export function publishable(summit: Summit, translation: TranslationInDraft): Translation {
  const {schemaVersion, lang, machine} = translation;
  const done = textsOf(summit, translation).filter(({state}) => state === 'done');
  return {
    schemaVersion,
    of: {id: summit.id, revision: summit.revision},
    lang,
    machine: machine ?? false,
    texts: Object.fromEntries(done.map(({key, text}) => [key, text])),
  };
}

/** The file for pages, in JSON. */
export function writeForPages(summit: Summit, translation: TranslationInDraft): string {
  const draft = draftTranslation(summit, publishable(summit, translation));
  // An empty text would be an error.
  return writeTranslationJson({...draft, entries: draft.entries.filter(({text}) => text !== undefined)});
}

/** The file for a translator, in YAML: with the originals, and with what is missing or to be reviewed. */
export function writeForTranslator(summit: Summit, translation: TranslationInDraft): string {
  const {of, texts} = translation;
  const states = new Map(textsOf(summit, translation).map(({key, state}) => [key, state]));
  const isChanged = (key: string): boolean => states.get(key) === 'changed';
  const logged = outdatedTexts(summit, of.revision);
  // The file names changed texts by its revision and the log. What the log doesn't tell is to be translated again.
  const kept = Object.entries(texts).filter(([key]) => !isChanged(key) || logged.has(key));
  const draft = draftTranslation(summit, {...translation, texts: Object.fromEntries(kept)});
  const entries = draft.entries
    .filter(({original}) => original !== '')
    .map((entry) => ({...entry, isChanged: isChanged(entry.key) && logged.has(entry.key)}));
  const revision = entries.some((entry) => entry.isChanged) ? of.revision : summit.revision;
  return writeTranslationYaml({...draft, of: {id: summit.id, revision}, entries}, summit);
}

/** How many texts a file leaves out because their original has changed. */
export function countLeftOut(summit: Summit, translation: TranslationInDraft, format: 'json' | 'yaml'): number {
  const logged = outdatedTexts(summit, translation.of.revision);
  return textsOf(summit, translation).filter(
    ({key, state}) => state === 'changed' && (format === 'json' || !logged.has(key)),
  ).length;
}

/**
 * The translations with changes that no file has.
 *
 * @param saved The translations as they were when they were imported or downloaded, by language.
 */
export function unsavedTranslations(
  {translations}: Draft,
  saved: Readonly<Record<string, TranslationInDraft>>,
): TranslationInDraft[] {
  return Object.values(translations).filter((translation) => {
    const {lang, texts} = translation;
    const known = Object.hasOwn(saved, lang) ? saved[lang] : undefined;
    if (!known) return Object.keys(texts).length > 0;
    return translation !== known && !isSameJson(translation, known);
  });
}

/** What is wrong with the texts of a translation, by key. */
export function issuesOf(summit: Summit, translation: TranslationInDraft): ReadonlyMap<string, Issue> {
  const {issues} = parseFittingTranslation(publishable(summit, translation), summit);
  if (!issues) return new Map();
  const byPath = new Map(issues.map((issue) => [issue.path, issue]));
  return new Map(
    Object.keys(translation.texts).flatMap((key) => {
      const issue = byPath.get(placeOfText(key));
      return issue ? [[key, issue]] : [];
    }),
  );
}

/** Reads the content of a translation file for this summit. Empty texts count as missing. */
export function readTranslation(value: Readonly<Record<string, unknown>>, summit: Summit): ParsedTranslation {
  if (!Object.hasOwn(value, 'of') || !Object.hasOwn(value, 'texts')) {
    return {issues: [{path: '', message: 'isn’t a translation; a translation has “of” and “texts”'}]};
  }
  const {texts} = value;
  const given = isRecord(texts) ? Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) : texts;
  const parsed = parseFittingTranslation({...value, texts: given}, summit);
  if (parsed.translation?.lang === summit.lang) {
    return {issues: [{path: 'lang', message: 'is the language of the summit; a translation is in another one'}]};
  }
  return parsed;
}
