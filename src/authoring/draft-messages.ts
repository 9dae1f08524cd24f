import {englishDrafts, type DraftMessages} from '../data/compare-editions.js';
import {claimFields} from '../data/schema-paths.js';
import {fill} from '../format/fill.js';
import {formatDate, numberingSystem} from '../format/format-date.js';
import {formatList} from '../format/format-list.js';
import {languageKey} from '../format/language-key.js';
import type {PluralForms} from '../format/message-types.js';
import {draftTexts, type DraftTexts} from './draft-texts.js';

/** The sentences in one language, and the names of a claim's fields for “Changed: …”. */
interface Table extends Omit<DraftMessages, 'changed'> {
  readonly changed: (list: string) => string;
  readonly fields: Readonly<Record<string, string>>;
}

const en: Table = {
  ...englishDrafts,
  changed: (list) => `Changed: ${list}.`,
  fields: Object.fromEntries(claimFields.map(([field, words]) => [field, words])),
};

const ar: Table = {
  quote: (text) => quoteInGuillemets(text),
  said: (text) => `كان النص: ${text}`,
  nowSays: (text) => `وأصبح الآن: ${text}`,
  saidUntil: (day, text) => `حتى ${day} كان النص: ${text}`,
  changed: (list) => `تغيّر: ${list}.`,
  removed: (text) => `لم يعد واردًا: ${text}`,
  added: (text) => `أُضيف: ${text}`,
  addedCount: pluralOf('ar', {
    one: 'أُضيف تصريح واحد.',
    two: 'أُضيف تصريحان.',
    few: 'أُضيفت {n} تصريحات.',
    many: 'أُضيف {n} تصريحًا.',
    other: 'أُضيف {n} تصريح.',
  }),
  fields: {
    by: 'صاحب التصريح',
    certainty: 'درجة اليقين',
    refs: 'موضعه في المصدر',
    asOf: 'تاريخه',
    disputedBy: 'من يعترض عليه',
    quote: 'نصه الأصلي',
    anonymous: 'سبب عدم ذكر اسم صاحبه',
    conflictsWith: 'ما تقوله مصادر أخرى',
  },
};

const de: Table = {
  quote: (text) => `„${text}“`,
  said: (text) => `Bisher hieß es: ${text}`,
  nowSays: (text) => `Jetzt heißt es: ${text}`,
  saidUntil: (day, text) => `Bis zum ${day} hieß es: ${text}`,
  changed: (list) => `Geändert: ${list}.`,
  removed: (text) => `Nicht mehr enthalten: ${text}`,
  added: (text) => `Neu: ${text}`,
  addedCount: pluralOf('de', {one: '{n} Aussage ergänzt.', other: '{n} Aussagen ergänzt.'}),
  fields: {
    by: 'wer es sagt',
    certainty: 'wie sicher es ist',
    refs: 'wo es steht',
    asOf: 'das Datum',
    disputedBy: 'wer es bestreitet',
    quote: 'der Wortlaut im Original',
    anonymous: 'warum der Name fehlt',
    conflictsWith: 'was andere Quellen sagen',
  },
};

const es: Table = {
  quote: (text) => quoteInGuillemets(text),
  said: (text) => `Decía: ${text}`,
  nowSays: (text) => `Ahora dice: ${text}`,
  saidUntil: (day, text) => `Hasta el ${day} decía: ${text}`,
  changed: (list) => `Ha cambiado: ${list}.`,
  removed: (text) => `Ya no figura: ${text}`,
  added: (text) => `Añadido: ${text}`,
  addedCount: pluralOf('es', {one: '{n} afirmación añadida.', other: '{n} afirmaciones añadidas.'}),
  fields: {
    by: 'quién lo dice',
    certainty: 'el grado de certeza',
    refs: 'dónde se leyó',
    asOf: 'la fecha',
    disputedBy: 'quién lo niega',
    quote: 'las palabras originales',
    anonymous: 'por qué no se nombra a quien lo dice',
    conflictsWith: 'lo que dicen otras fuentes',
  },
};

const fr: Table = {
  quote: (text) => quoteInGuillemets(text, '\u00a0'),
  said: (text) => `Le texte disait\u00a0: ${text}`,
  nowSays: (text) => `Il dit maintenant\u00a0: ${text}`,
  saidUntil: (day, text) => `Jusqu’au ${day}, le texte disait\u00a0: ${text}`,
  changed: (list) => `Modifié\u00a0: ${list}.`,
  removed: (text) => `Ne figure plus\u00a0: ${text}`,
  added: (text) => `Ajouté\u00a0: ${text}`,
  addedCount: pluralOf('fr', {one: '{n} énoncé ajouté.', other: '{n} énoncés ajoutés.'}),
  fields: {
    by: 'qui le dit',
    certainty: 'le degré de certitude',
    refs: 'la référence dans la source',
    asOf: 'la date',
    disputedBy: 'qui le conteste',
    quote: 'les mots d’origine',
    anonymous: 'la raison de l’anonymat',
    conflictsWith: 'ce que disent d’autres sources',
  },
};

const uk: Table = {
  quote: (text) => quoteInGuillemets(text),
  said: (text) => `Було: ${text}`,
  nowSays: (text) => `Тепер: ${text}`,
  saidUntil: (day, text) => `До ${day} твердження було таким: ${text}`,
  changed: (list) => `Змінено: ${list}.`,
  removed: (text) => `Більше не наводиться: ${text}`,
  added: (text) => `Додано: ${text}`,
  addedCount: pluralOf('uk', {
    one: 'Додано {n} твердження.',
    few: 'Додано {n} твердження.',
    many: 'Додано {n} тверджень.',
    other: 'Додано {n} твердження.',
  }),
  fields: {
    by: 'хто це каже',
    certainty: 'наскільки це певно',
    refs: 'де про це сказано',
    asOf: 'дата',
    disputedBy: 'хто це заперечує',
    quote: 'слова мовою оригіналу',
    anonymous: 'чому не названо того, хто це каже',
    conflictsWith: 'що кажуть інші джерела',
  },
};

/** By `languageKey`. */
const tables = new Map<string, Table>(Object.entries({ar, de, en, es, fr, uk}));
for (const [key, texts] of Object.entries(draftTexts)) tables.set(key, makeTable(key, texts));

/** The languages of the sentences. */
export const draftLanguages: readonly string[] = [...tables.keys()]
  .flatMap((key) => Intl.getCanonicalLocales(key))
  .sort();

/**
 * Returns the sentences of log entries in the language of a summit. Falls back to English.
 *
 * @param lang BCP 47 tag of the summit.
 */
export function draftMessages(lang: string): {readonly messages: DraftMessages; readonly isFallback: boolean} {
  const known = tables.get(languageKey(lang));
  const table = known ?? en;
  const tag = known ? lang : 'en';
  return {
    isFallback: !known,
    messages: {
      ...table,
      saidUntil: (day, text) => table.saidUntil(formatDate(tag, day), text),
      // A field without a name in this language is better named in English than not at all.
      changed: (fields) =>
        table.changed(
          formatList(
            tag,
            fields.map((field) => table.fields[field] ?? en.fields[field] ?? field),
          ),
        ),
    },
  };
}

function makeTable(lang: string, {quotes, fields, addedCount, ...texts}: DraftTexts): Table {
  const [usual, inner] = quotes;
  return {
    // A text has such marks itself if it has the first of them.
    quote: (text) => fill(text.includes(usual.charAt(0)) ? inner : usual, text),
    said: (text) => fill(texts.said, text),
    nowSays: (text) => fill(texts.nowSays, text),
    // The day first: a text may contain anything.
    saidUntil: (day, text) => fill(texts.saidUntil.replace('{day}', day), text),
    changed: (list) => fill(texts.changed, list),
    removed: (text) => fill(texts.removed, text),
    added: (text) => fill(texts.added, text),
    addedCount: pluralOf(lang, addedCount),
    fields,
  };
}

/** Quotes a text; in other marks if it has such a quotation itself. */
function quoteInGuillemets(text: string, space = ''): string {
  return text.includes('«') ? `“${text}”` : `«${space}${text}${space}»`;
}

/** Returns a function that fills a number into the plural form that it needs. */
function pluralOf(lang: string, forms: PluralForms): (count: number) => string {
  const numbers = new Intl.NumberFormat(lang, {numberingSystem: numberingSystem(lang), useGrouping: false});
  return (count) => fill(forms[new Intl.PluralRules(lang).select(count)] ?? forms.other, numbers.format(count));
}
