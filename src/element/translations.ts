import {bundledTranslations} from '../data/bundled-translations.js';
import {translateSummit, type TranslatedSummit} from '../data/translate-summit.js';
import type {Summit} from '../data/summit.js';
import type {Translation} from '../data/translation.js';
import type {Words} from '../format/words.js';
import {loadTranslation} from '../loading/load-translation.js';
import type {SummitOrigin} from './events.js';

/** A translated summit, and whether a machine translated it. */
export type KnownTranslation = TranslatedSummit & Pick<Translation, 'machine'>;

/** Translations of each summit by language, shared by all elements: undefined where there is none. */
const known = new WeakMap<Summit, Map<string, Promise<void> | KnownTranslation | undefined>>();

/** The summit in the language of these words, once `translate` has settled; undefined where there is no translation. */
export function translated(summit: Summit, words: Words): KnownTranslation | undefined {
  const state = known.get(summit)?.get(words.lang);
  return state instanceof Promise ? undefined : state;
}

/**
 * Sees to it that the summit's texts are there in the language of these words, if they are to be had at all. Undefined
 * when that is settled; until then a promise, which never fails: without a translation the original has to do.
 *
 * @param base Address that those of the data's translations are relative to.
 */
export function translate(summit: Summit, origin: SummitOrigin, words: Words, base: string | undefined): Promise<void> | undefined {
  if (isOriginal(summit, words)) return undefined;
  const byLang = known.get(summit) ?? new Map<string, Promise<void> | KnownTranslation | undefined>();
  known.set(summit, byLang);
  const {lang, texts} = words;
  if (!byLang.has(lang)) {
    const load = origin === 'bundled' ? bundledTranslations.get(summit.id)?.get(texts) : undefined;
    const tags = [lang, texts].map((tag) => tag.toLowerCase());
    const entry = tags.flatMap((tag) => summit.translations?.find((one) => one.lang.toLowerCase() === tag) ?? [])[0];
    if (load ?? entry) {
      const loading = load?.().then(({translation}) => translation) ?? loadTranslation(entry?.src ?? '', base, summit);
      byLang.set(
        lang,
        loading
          .then((translation) => {
            const inWords = translateSummit(summit, translation);
            if (inWords.summit === summit) throw new Error('it is of another summit, or of a later edition than this one');
            byLang.set(lang, {...inWords, machine: translation.machine});
          })
          .catch((cause: unknown) => {
            (console as Partial<Console>).warn?.(`No ${lang} translation of ${summit.id}:`, (cause as Error).message);
            byLang.set(lang, undefined);
          }),
      );
    } else {
      byLang.set(lang, undefined);
    }
  }
  const state = byLang.get(lang);
  return state instanceof Promise ? state : undefined;
}

/** Whether the summit is in the language of these words by itself. */
export function isOriginal(summit: Summit, {texts}: Words): boolean {
  return summit.lang.split('-')[0] === texts;
}
