import type {Translation} from './translation.js';

/** Loads a translation on demand. */
type TranslationLoader = () => Promise<{readonly translation: Translation}>;

/** By summit id, then by language. */
export type BundledTranslations = ReadonlyMap<string, ReadonlyMap<string, TranslationLoader>>;

/** Translations of the bundled summits: by summit id, then by language. Each is loaded on demand. */
export const bundledTranslations: BundledTranslations = new Map([
  [
    'alaska-2025',
    new Map<string, TranslationLoader>([
      ['de', () => import('./translations/alaska-2025.de.js')],
      ['uk', () => import('./translations/alaska-2025.uk.js')],
      ['ar', () => import('./translations/alaska-2025.ar.js')],
      ['ru', () => import('./translations/alaska-2025.ru.js')],
    ]),
  ],
]);
