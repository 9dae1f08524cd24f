/** Commands on the translations of a summit. */
import {outdatedTexts, translatableTexts} from '../../../src/data/translate-summit.js';
import type {Summit} from '../../../src/data/summit.js';
import type {Translation} from '../../../src/data/translation.js';
import type {WritableDraft} from '../draft.js';

/** Adds a translation without texts, and its entry in the summit. */
export function addTranslation(draft: WritableDraft, lang: string): void {
  const {summit, translations} = draft;
  translations[lang] ??= {
    schemaVersion: '1.0',
    of: {id: summit.id, revision: summit.revision},
    lang,
    machine: false,
    texts: {},
    originals: {},
  };
  if (summit.translations?.some((entry) => entry.lang === lang)) return;
  summit.translations = [...(summit.translations ?? []), {lang, src: `${summit.id}.${lang}.json`}];
}

/** Removes a translation, and its entry in the summit. */
export function removeTranslation({summit, translations}: WritableDraft, lang: string): void {
  Reflect.deleteProperty(translations, lang);
  const rest = summit.translations?.filter((entry) => entry.lang !== lang) ?? [];
  if (rest.length > 0) summit.translations = rest;
  else Reflect.deleteProperty(summit, 'translations');
}

/** Sets a text of a translation, and notes the original that it fits. An empty text is removed. */
export function setTranslatedText(
  {summit, translations}: WritableDraft,
  lang: string,
  key: string,
  text: string,
): void {
  const translation = translations[lang];
  const original = translatableTexts(summit).get(key);
  if (!translation || original === undefined) return;
  if (text.trim() === '') {
    Reflect.deleteProperty(translation.texts, key);
    Reflect.deleteProperty(translation.originals, key);
  } else {
    translation.texts[key] = text;
    translation.originals[key] = original;
  }
}

/** Notes that a text fits its changed original. */
export function confirmText(draft: WritableDraft, lang: string, key: string): void {
  const text = draft.translations[lang]?.texts[key];
  if (text !== undefined) setTranslatedText(draft, lang, key, text);
}

/** Sets whether a machine translated the texts and nobody has reviewed them. */
export function setMachine({translations}: WritableDraft, lang: string, machine: boolean): void {
  const translation = translations[lang];
  if (translation) translation.machine = machine;
}

/**
 * Takes the translation of a file in place of the one in its language. Texts that may have changed since the file's
 * revision, according to the log of changes, are to be reviewed.
 */
export function takeTranslation(draft: WritableDraft, translation: Translation): void {
  const {summit, translations} = draft;
  const outdated = outdatedTexts(summit, translation.of.revision);
  const originals = [...translatableTexts(summit as Summit)].filter(
    ([key]) => Object.hasOwn(translation.texts, key) && !outdated.has(key),
  );
  const {schemaVersion, of, lang, machine = false, texts} = translation;
  translations[lang] = {
    schemaVersion,
    of: {...of},
    lang,
    machine,
    texts: {...texts},
    originals: Object.fromEntries(originals),
  };
  addTranslation(draft, lang);
}
