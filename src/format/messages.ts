import {fill} from './fill.js';
import type {
  InteractionMessages,
  CommonMessages,
  CustomDataMessages,
  PluralForms,
  MessageTable,
  MessageCode,
} from './message-types.js';
import {en} from './languages/en.js';

/** The texts of one language, and its wording of numbers and places. */
export interface Messages
  extends CommonMessages, Partial<Readonly<Record<MessageCode, string>> & CustomDataMessages & InteractionMessages> {
  /** BCP 47 tag that numbers and dates follow. */
  readonly lang: string;
  /** Language of the texts, without script and region: `en` if `lang` is `en-GB`. */
  readonly language: string;
  readonly fill: typeof fill;
  /** The form for `n`, with the number in it. */
  readonly count: (forms: PluralForms, n: number) => string;
  /** A place in a source: “paragraph 3” for `p3 s2`; what it does not know it repeats. */
  readonly place: (at: string) => string;
  /** The word for a code of the data. */
  readonly label: (code: MessageCode | 'primary' | 'seeks' | 'rejects' | 'supports' | 'expect' | 'follows') => string;
}

/** The texts of each language there is, or how to load them. */
const languages = new Map<string, CommonMessages | (() => Promise<{readonly messages: MessageTable}>)>([
  ['en', en],
  ['ar', () => import('./languages/ar.js')],
  ['de', () => import('./languages/de.js')],
  ['es', () => import('./languages/es.js')],
  ['fr', () => import('./languages/fr.js')],
  ['uk', () => import('./languages/uk.js')],
]);

/**
 * The words for the first of these language tags that there are texts for. While they load there are none; `retry` is
 * called when it is time to ask again. A tag from a page may be anything; what counts of it is language, script and
 * region.
 */
export function loadMessages(tags: readonly (string | null | undefined)[], retry: () => void): Messages | undefined {
  for (const tag of tags) {
    const [lang = '', language = ''] = /^([a-z]{2,3})(-[a-z]{4})?(-[a-z]{2}|-\d{3})?(?![a-z\d])/i.exec(tag ?? '') ?? [];
    const key = language.toLowerCase();
    const table = languages.get(key);
    if (typeof table === 'function') {
      // A lost chunk (a moved deployment, no network) must not cost the reader the content: the next tag has to do.
      void table()
        .then(
          (loaded) => languages.set(key, loaded.messages),
          () => languages.delete(key),
        )
        .then(retry);
      return undefined;
    }
    if (table) return makeMessages(lang, key, table);
  }
  return undefined;
}

function makeMessages(lang: string, key: string, table: CommonMessages): Messages {
  const messages: Messages = {
    ...table,
    lang,
    language: key,
    fill,
    count: (forms, n) => fill(forms[table.plural.select(n)] ?? forms.other, n),
    place(at) {
      const [, key = '', number = ''] = /^(headline|deck|standfirst|p(?=\d))(\d*)( s\d+)?$/.exec(at) ?? [];
      const known = table.places[key];
      // What it repeats is no template: braces in it are the source's own.
      return known ? fill(known, number) : at;
    },
    label: (code) => messages[code] ?? code.charAt(0).toUpperCase() + code.slice(1).replace('-', ' '),
  };
  return messages;
}
