import {before, describe, it} from 'node:test';
import {readdirSync} from 'node:fs';
import {expect} from 'chai';
import {languageStatus} from './language-status.js';
import type {MessageTable} from './message-types.js';
import {customDataMessages} from './languages/custom-data.en.js';
import {en as common} from './languages/en.js';
import {interactionMessages} from './languages/interactions.en.js';
import {loadMessages, type Messages} from './messages.js';

const english: Readonly<Record<string, unknown>> = {...common, ...customDataMessages, ...interactionMessages};

/** Labels that English derives from the code. */
const CODES = [
  'stated reported analysis speculation unclear planned scheduled under-way ended postponed cancelled',
  'who what where when why-here why correction update superseded agreed partly not-agreed open',
].flatMap((codes) => codes.split(' '));

/** Not every language needs them. */
const OPTIONAL = ['counts', 'fill'];

/** Texts that read the same in English. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['link'],
  it: ['link'],
  nl: ['link', 'open', 'update'],
  pl: ['link', 'mediator'],
  'pt-BR': ['link'],
  fr: ['correction', 'condition'],
};

/** Scripts of the letters in the texts. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
};

const RIGHT_TO_LEFT = ['ar', 'fa', 'he'];
const WIDE = ['ja', 'zh-Hans', 'zh-Hant'];

const files = readdirSync(new URL('languages', import.meta.url)).flatMap(
  (file) => /^([a-z]{2}(?:-\w+)?)\.[jt]s$/.exec(file)?.[1] ?? [],
);

const labelOf = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replace('-', ' ');
const placeholders = (text: string): string[] => (text.match(/\{.\}/g) ?? []).sort();

/** Every text of a table by its path. */
function* textsOf(table: object, path: readonly string[] = []): Generator<[path: string, text: string]> {
  for (const [key, value] of Object.entries(table) as [string, unknown][]) {
    if (typeof value === 'string') yield [[...path, key].join('.'), value];
    else if (typeof value === 'object' && value !== null && !(value instanceof Intl.PluralRules)) {
      yield* textsOf(value, [...path, key]);
    }
  }
}

async function load(tag: string): Promise<Messages> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = loadMessages([tag], look);
      if (found) resolve(found);
    };
    look();
  });
}

it('has the state of review of every language, and no other', () => {
  expect(languageStatus.map(({tag}) => tag).sort()).to.deep.equal(files.sort());
  for (const {tag, state} of languageStatus) expect(state === 'original', tag).to.equal(tag === 'en');
});

for (const {tag} of languageStatus.filter(({state}) => state !== 'original')) {
  describe(`the texts in ${tag}`, () => {
    let table: MessageTable;

    before(async () => {
      ({messages: table} = (await import(`./languages/${tag}.js`)) as {messages: MessageTable});
    });

    it('are those that a page in this language gets', async () => {
      const {getData, dir} = await load(tag);
      expect({getData, dir}).to.deep.equal({getData: table.getData, dir: table.dir});
    });

    it('say all that English says, with its placeholders', () => {
      const keys = Object.keys(table).filter((key) => !OPTIONAL.includes(key));
      expect(keys.sort()).to.deep.equal([...new Set([...Object.keys(english), ...CODES])].sort());
      for (const [key, text] of textsOf(table)) {
        const original = english[key];
        expect(text.trim(), key).not.to.equal('');
        if (!key.includes('.')) {
          expect(placeholders(text), key).to.deep.equal(placeholders(typeof original === 'string' ? original : ''));
        }
      }
      for (const [code, place] of Object.entries(common.places)) {
        expect(placeholders(table.places[code] ?? ''), code).to.deep.equal(placeholders(place));
      }
      for (const text of Object.values(table.counts ?? {})) expect(placeholders(text)).to.deep.equal(['{n}']);
    });

    it('leave nothing in English', () => {
      const originals = new Map([...textsOf(english), ...CODES.map((code) => [code, labelOf(code)] as const)]);
      const same = [...textsOf(table)].filter(
        ([key, text]) => !['dir', 'colon', 'separator', 'quote'].includes(key) && originals.get(key) === text,
      );
      expect(same.map(([key]) => key).sort()).to.deep.equal([...(SAME[tag] ?? [])].sort());
      const script = SCRIPTS[tag];
      for (const [key, text] of textsOf(table)) {
        if (script && !['dir', 'colon', 'separator', 'quote'].includes(key)) expect(text, key).to.match(script);
      }
    });

    it('have every plural form of the language, unless all numbers have one', () => {
      const {plural} = table;
      const {pluralCategories, locale} = plural.resolvedOptions();
      expect(locale.split('-')[0]).to.equal(tag.split('-')[0]);
      for (const [key, forms] of Object.entries(table) as [string, object][]) {
        if (typeof forms !== 'object' || !('other' in forms) || Object.keys(forms).length === 1) continue;
        // French, Italian, Portuguese and Spanish need “many” for millions only. `inEachRegion` has no small numbers.
        const missing = pluralCategories.filter(
          (form) => !(form in forms) && form !== 'many' && form !== 'zero' && key !== 'inEachRegion',
        );
        expect(missing, key).to.deep.equal([]);
        // Slavic languages have it for 5.
        if (plural.select(5) === 'many' && key !== 'inEachRegion') expect(forms, key).to.have.property('many');
        for (const form of Object.keys(forms)) expect(pluralCategories, key).to.include(form);
        // Only 1 and 2 may be words.
        for (const n of [3, 5, 11, 21, 100]) {
          const text =
            (forms as Readonly<Record<string, string>>)[plural.select(n)] ?? (forms as {other: string}).other;
          expect(text, `${key} ${n}`).to.contain('{n}');
        }
      }
    });

    it('have the direction and the signs of the language', () => {
      expect(table.dir).to.equal(RIGHT_TO_LEFT.includes(tag) ? 'rtl' : 'ltr');
      expect(table.quote).not.to.match(/["']/);
      if (WIDE.includes(tag)) {
        expect(table.colon).to.equal('：');
        for (const [key, text] of textsOf(table)) expect(text, key).not.to.match(/[,:;!?]/);
      } else {
        for (const [key, text] of textsOf(table)) expect(text, key).not.to.match(/[：；，。]/);
      }
      if (tag === 'ar' || tag === 'fa')
        for (const [key, text] of textsOf(table)) expect(text, key).not.to.match(/[,;?]/);
      for (const [key, text] of textsOf(table)) expect(text, key).not.to.match(/["']|\.\.\./);
    });

    it('name who speaks with any name, unchanged', async () => {
      const {fill, narrator} = await load(tag);
      for (const name of ['The Northern Courier', '4News', '記事', 'Ἑστία']) {
        expect(fill(narrator, name).split(name)).to.have.length(2);
      }
    });
  });
}

it('makes small letters as the language has them', async () => {
  const {label, lang} = await load('tr');
  expect(label('speculation').toLocaleLowerCase(lang)).to.equal('tahmin');
  expect('İddia'.toLocaleLowerCase(lang)).to.equal('iddia');
});
