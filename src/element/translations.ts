import {bundledTranslations} from '../data/bundled-translations.js';
import {translateSummit, type TranslatedSummit} from '../data/translate-summit.js';
import type {Summit} from '../data/summit.js';
import type {Translation} from '../data/translation.js';
import type {TranslationsLoader} from '../data/summit-registry.js';
import type {Messages} from '../format/messages.js';
import {loadTranslation, ORIGINS_META} from '../loading/load-translation.js';
import type {SummitOrigin} from './events.js';

// For other copies of the package on the page.
export {bundledTranslations};

// Loaded only for a box in another language than its data. It must not import a module of the entry.

/** A translated summit, and whether it is a machine translation. */
export type KnownTranslation = TranslatedSummit & Pick<Translation, 'machine'>;

/** Number of copies of the package that had no translation. A copy that is loaded later may have one. */
type Missing = number;

/** Translations without a file, by the address in the data: those that an editor is writing and previews. */
export const unpublished = new Map<string, Translation>();

/** Translations of each summit by language. Cached and shared by all elements. */
const known = new WeakMap<Summit, Map<string, Promise<void> | KnownTranslation | Missing>>();

/**
 * Returns the summit in the language of `messages`. Undefined if there is no translation or `translate` hasn't settled.
 */
export function translated(summit: Summit, messages: Messages): KnownTranslation | undefined {
  const state = known.get(summit)?.get(messages.lang);
  return state instanceof Promise || typeof state === 'number' ? undefined : state;
}

/**
 * Loads the translation of a summit, if there is one. Returns undefined if nothing needs to be loaded, else a promise
 * that never rejects: without a translation the original is shown.
 *
 * @param summit One in another language than `messages`.
 * @param base Base URL of the translation URLs in the data.
 * @param copies Loaders of other copies of the package, for bundled summits.
 */
export function translate(
  summit: Summit,
  origin: SummitOrigin,
  messages: Messages,
  base: string | undefined,
  copies: readonly TranslationsLoader[] = [],
): Promise<void> | undefined {
  const byLang = known.get(summit) ?? new Map<string, Promise<void> | KnownTranslation | Missing>();
  known.set(summit, byLang);
  const {lang, language} = messages;
  const before = byLang.get(lang);
  if (before === undefined || (typeof before === 'number' && origin === 'bundled' && before < copies.length)) {
    const tags = [lang, language].map((tag) => tag.toLowerCase());
    const entry = tags.flatMap((tag) => summit.translations?.find((one) => one.lang.toLowerCase() === tag) ?? [])[0];
    const loading =
      origin === 'bundled'
        ? loadBundled(summit.id, language, copies)
        : entry && loadUnlessGiven(entry.src, base, summit);
    byLang.set(lang, copies.length);
    if (loading) {
      byLang.set(
        lang,
        loading
          .then((translation) => {
            if (!translation) {
              byLang.set(lang, copies.length);
              return;
            }
            const inWords = translateSummit(summit, translation);
            if (inWords.summit === summit) throw new Error('it belongs to another summit or to a later edition');
            byLang.set(lang, {...inWords, machine: translation.machine});
          })
          .catch((cause: unknown) => {
            (console as Partial<Console>).warn?.(`No ${lang} translation of ${summit.id}:`, (cause as Error).message);
            byLang.set(lang, copies.length);
          }),
      );
    }
  }
  const state = byLang.get(lang);
  return state instanceof Promise ? state : undefined;
}

async function loadUnlessGiven(src: string, base: string | undefined, summit: Summit): Promise<Translation> {
  return unpublished.get(src) ?? loadTranslation(src, base, summit, allowedOrigins());
}

/** Returns the first translation of a bundled summit that a copy of the package has. This copy takes precedence. */
async function loadBundled(
  id: string,
  language: string,
  copies: readonly TranslationsLoader[],
): Promise<Translation | undefined> {
  let load = bundledTranslations.get(id)?.get(language);
  for (const copy of copies) load ??= (await copy()).bundledTranslations.get(id)?.get(language);
  return (await load?.())?.translation;
}

/** Returns the origins that the page allows translations from. */
function allowedOrigins(): readonly string[] {
  return document.querySelector<HTMLMetaElement>(`meta[name=${ORIGINS_META}]`)?.content.split(/\s+/) ?? [];
}
