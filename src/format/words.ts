import {fill} from './fill.js';
import type {ComfortTexts, CommonTexts, OwnDataTexts, PluralTexts, Texts, WordCode} from './texts.js';
import {en} from './texts/en.js';

/** The texts of one language, and its wording of numbers and places. */
export interface Words extends CommonTexts, Partial<Readonly<Record<WordCode, string>> & OwnDataTexts & ComfortTexts> {
  /** BCP 47 tag that numbers and dates follow. */
  readonly lang: string;
  /** Language of the texts alone: `en` where `lang` is `en-GB`. */
  readonly texts: string;
  readonly fill: typeof fill;
  /** The form for `n`, with the number in it. */
  readonly count: (forms: PluralTexts, n: number) => string;
  /** A place in a source: “paragraph 3” for `p3 s2`; what it does not know it repeats. */
  readonly place: (at: string) => string;
  /** The word for a code of the data. */
  readonly word: (code: WordCode | 'primary' | 'seeks' | 'rejects' | 'supports' | 'expect' | 'follows') => string;
}

/** The texts of each language there is, or how to load them. */
const languages = new Map<string, CommonTexts | (() => Promise<{readonly texts: Texts}>)>([
  ['en', en],
  ['ar', () => import('./texts/ar.js')],
  ['de', () => import('./texts/de.js')],
  ['es', () => import('./texts/es.js')],
  ['fr', () => import('./texts/fr.js')],
  ['uk', () => import('./texts/uk.js')],
]);

/**
 * The words for the first of these language tags that there are texts for. While they load there are none; `retry` is
 * called when it is time to ask again. A tag from a page may be anything; what counts of it is language, script and
 * region.
 */
export function findWords(tags: readonly (string | null | undefined)[], retry: () => void): Words | undefined {
  for (const tag of tags) {
    const [lang = '', language = ''] = /^([a-z]{2,3})(-[a-z]{4})?(-[a-z]{2}|-\d{3})?(?![a-z\d])/i.exec(tag ?? '') ?? [];
    const key = language.toLowerCase();
    const texts = languages.get(key);
    if (typeof texts === 'function') {
      // A lost chunk (a moved deployment, no network) must not cost the reader the content: the next tag has to do.
      void texts()
        .then(
          (loaded) => languages.set(key, loaded.texts),
          () => languages.delete(key),
        )
        .then(retry);
      return undefined;
    }
    if (texts) return makeWords(lang, key, texts);
  }
  return undefined;
}

function makeWords(lang: string, key: string, texts: CommonTexts): Words {
  const words: Words = {
    ...texts,
    lang,
    texts: key,
    fill,
    count: (forms, n) => fill(forms[texts.plural.select(n)] ?? forms.other, n),
    place(at) {
      const [, key = '', number = ''] = /^(headline|deck|standfirst|p(?=\d))(\d*)( s\d+)?$/.exec(at) ?? [];
      const known = texts.places[key];
      // What it repeats is no template: braces in it are the source's own.
      return known ? fill(known, number) : at;
    },
    word: (code) => words[code] ?? code.charAt(0).toUpperCase() + code.slice(1).replace('-', ' '),
  };
  return words;
}
