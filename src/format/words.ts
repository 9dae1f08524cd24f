import {fill} from './fill.js';
import type {PluralTexts, Texts} from './texts.js';
import {en} from './texts/en.js';

/** The texts of one language, and its wording of numbers, dates and places. */
export interface Words extends Texts {
  /** BCP 47 tag that numbers and dates follow. */
  readonly lang: string;
  /** The form for `n`, with the number in it. */
  readonly count: (forms: PluralTexts, n: number) => string;
  /** A day, a month or a year (`2025-08-15`, `2025-08`, `2025`), as exactly as it is given; a range with `end`. */
  readonly date: (start: string, end?: string) => string;
  /** A place in a source: “paragraph 3” for `p3 s2`; what it does not know it repeats. */
  readonly place: (at: string) => string;
}

/** Languages with texts of their own besides English, each loaded when a page asks for it. */
const loaders = new Map<string, () => Promise<{readonly texts: Texts}>>([
  ['ar', () => import('./texts/ar.js')],
  ['de', () => import('./texts/de.js')],
  ['es', () => import('./texts/es.js')],
  ['fr', () => import('./texts/fr.js')],
  ['uk', () => import('./texts/uk.js')],
]);

const ready = new Map<string, Words>();

/**
 * The words for a language tag: at once if they are here, as a promise while they load (ask again after it), undefined
 * where there are none. A tag from a page may be anything; what counts of it is language, script and region.
 */
export function wordsFor(lang: string | undefined): Words | Promise<unknown> | undefined {
  const [tag = '', language = ''] = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-[a-z]{2}|-\d{3})?(?![a-z\d])/i.exec(lang ?? '') ?? [];
  const words = ready.get(tag);
  const load = loaders.get(language.toLowerCase());
  if (words ?? load) {
    return (
      words ??
      load?.().then(
        ({texts}) => ready.set(tag, makeWords(tag, texts)),
        // A lost chunk (a moved deployment, no network) must not cost the reader the content: the box speaks English.
        () => ready.set(tag, makeWords('en', en)),
      )
    );
  }
  return /^en$/i.test(language) ? ready.set(tag, makeWords(tag, en)).get(tag) : undefined;
}

function makeWords(lang: string, texts: Texts): Words {
  const plural = new Intl.PluralRules(lang);
  return {
    ...texts,
    lang,
    count: (forms, n) => fill(forms[plural.select(n)] ?? forms.other, n),
    date(start, end = start) {
      // Dates are calendar days of the source. UTC on both sides keeps every reader's clock out of them, and the
      // Gregorian calendar is that of the source, also where a locale has another.
      const length = Math.min(start.length, end.length);
      return new Intl.DateTimeFormat(lang, {
        timeZone: 'UTC',
        calendar: 'gregory',
        year: 'numeric',
        month: length > 4 ? 'long' : undefined,
        day: length > 7 ? 'numeric' : undefined,
      }).formatRange(new Date(start), new Date(end));
    },
    place(at) {
      const [, key = '', number = ''] = /^(headline|deck|standfirst|p(?=\d))(\d*)( s\d+)?$/.exec(at) ?? [];
      return fill(texts.places[key] ?? at, number);
    },
  };
}
