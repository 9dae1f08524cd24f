import type {Translation} from './translation.js';

/** Brings a translation when it is wanted. */
type TranslationLoader = () => Promise<{readonly translation: Translation}>;

/** By the summit's id, then by language. */
export type BundledTranslations = ReadonlyMap<string, ReadonlyMap<string, TranslationLoader>>;

/** Translations of the bundled summits: by the summit's id, then by language. None is loaded before it is wanted. */
export const bundledTranslations: BundledTranslations = new Map([
  [
    'alaska-2025',
    new Map<string, TranslationLoader>([
      ['de', () => import('./translations/alaska-2025.de.js')],
      ['uk', () => import('./translations/alaska-2025.uk.js')],
      ['ar', () => import('./translations/alaska-2025.ar.js')],
    ]),
  ],
]);
