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

/** A code of the data that has a label. */
type LabelCode = MessageCode | 'primary' | 'seeks' | 'rejects' | 'supports' | 'expect' | 'follows' | 'votes' | 'money';

/** Messages of one language, and functions that format numbers, places and codes. */
export interface Messages
  extends CommonMessages, Partial<Readonly<Record<MessageCode, string>> & CustomDataMessages & InteractionMessages> {
  /** BCP 47 tag for the format of numbers and dates. */
  readonly lang: string;
  /** Language of the messages, without script and region: `en` if `lang` is `en-GB`. */
  readonly language: string;
  readonly fill: typeof fill;
  /** Formats `n` with its plural form. */
  readonly count: (forms: PluralForms, n: number) => string;
  /** Formats a place in a source: “paragraph 3” for `p3 s2`. An unknown code is returned unchanged. */
  readonly place: (at: string) => string;
  /** Returns the label of a code of the data. */
  readonly label: (code: LabelCode) => string;
}

/** A table, or a function that loads it for a tag. */
type Language = CommonMessages | ((tag: string) => Promise<{readonly messages: MessageTable}>);

/** Languages whose chunks are named in `more-languages.ts`, with old codes of Hebrew and Indonesian. */
const MORE = 'fa he hi id in it iw ja ko nl pl pt ru tr zh';

const languages = new Map<string, Language>([
  ['en', en],
  ['ar', () => import('./languages/ar.js')],
  ['de', () => import('./languages/de.js')],
  ['es', () => import('./languages/es.js')],
  ['fr', () => import('./languages/fr.js')],
  ['uk', () => import('./languages/uk.js')],
  // The name of a chunk costs each reader 10 bytes, so these are found through another chunk.
  ...MORE.split(' ').map((language): [string, Language] => [
    language,
    async (tag) => (await import('./more-languages.js')).loadLanguage(tag),
  ]),
]);

/** Tables by the tag that a page asked for, since regions may differ. Undefined: it couldn't be loaded. */
const loaded = new Map<string, CommonMessages | undefined>();

/**
 * Returns the messages for the first supported language tag. While they are being loaded it returns undefined, and
 * calls `retry` when they are there. Tags come from the page and may be invalid; only language, script and region are
 * used.
 */
export function loadMessages(tags: readonly (string | null | undefined)[], retry: () => void): Messages | undefined {
  for (const tag of tags) {
    const [lang = '', language = ''] = /^([a-z]{2,3})(-[a-z]{4})?(-[a-z]{2}|-\d{3})?(?![a-z\d])/i.exec(tag ?? '') ?? [];
    const key = language.toLowerCase();
    const table = loaded.has(lang) ? loaded.get(lang) : languages.get(key);
    if (typeof table === 'function') {
      // If a chunk fails to load (a moved deployment, no network), readers still get the content, in the language of
      // the next tag.
      void table(lang)
        .then(
          ({messages}) => loaded.set(lang, messages),
          () => loaded.set(lang, undefined),
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
    fill,
    ...table,
    lang,
    language: key,
    count: (forms, n) => messages.fill(forms[table.plural.select(n)] ?? forms.other, n),
    place(at) {
      const [, key = '', number = ''] = /^(headline|deck|standfirst|p(?=\d))(\d*)( s\d+)?$/.exec(at) ?? [];
      const known = table.places[key];
      // Don't fill an unknown code: its braces belong to the source.
      return known ? messages.fill(known, number) : at;
    },
    label: (code) => messages[code as MessageCode] ?? code.charAt(0).toUpperCase() + code.slice(1).replace('-', ' '),
  };
  return messages;
}
