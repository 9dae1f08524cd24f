import {expect} from 'chai';
import {formatList} from './format-list.js';
import {fill} from './fill.js';
import type {PluralTexts, Texts} from './texts.js';
import {texts as ar} from './texts/ar.js';
import {texts as de} from './texts/de.js';
import {en} from './texts/en.js';
import {texts as es} from './texts/es.js';
import {texts as fr} from './texts/fr.js';
import {texts as uk} from './texts/uk.js';
import {wordsFor, type Words} from './words.js';

async function words(lang: string): Promise<Words> {
  await wordsFor(lang);
  return wordsFor(lang) as Words;
}

describe('wordsFor', () => {
  it('has English at once', () => {
    expect((wordsFor('en') as Words).scheduled).to.equal('Scheduled');
  });

  it('fetches other languages', async () => {
    expect(wordsFor('uk-UA')).to.be.instanceOf(Promise);
    expect((await words('uk-UA')).scheduled).to.equal('Призначено');
  });

  it('has nothing for a language without texts, nor for what is no language at all', () => {
    for (const tag of ['ja', '', '-', 'constructor', '__proto__', 'x-klingon', 'e', undefined]) {
      expect(wordsFor(tag), String(tag)).to.equal(undefined);
    }
  });

  it('takes a tag with more in it than language and region for what it knows of it', () => {
    for (const tag of ['en-u-nu-thai', 'en-US-GB', 'EN-us', 'en-x-private']) {
      expect((wordsFor(tag) as Words).scheduled, tag).to.equal('Scheduled');
    }
  });

  it('picks the plural form of the language', async () => {
    const {statements, count} = await words('uk');
    expect([1, 2, 5, 21].map((n) => count(statements, n))).to.deep.equal([
      '1 твердження',
      '2 твердження',
      '5 тверджень',
      '21 твердження',
    ]);
  });

  it('gives a date as exactly as the source does, and as each country writes it', async () => {
    const {date} = await words('en-GB');
    expect(date('2025-08-15')).to.equal('15 August 2025');
    expect(date('2025-08')).to.equal('August 2025');
    expect(date('2025')).to.equal('2025');
    expect((await words('en-US')).date('2025-08-15')).to.equal('August 15, 2025');
    expect((await words('de')).date('2025-08-15')).to.equal('15. August 2025');
    expect((await words('ar-SA')).date('2025')).to.match(/2025|٢٠٢٥/);
  });

  it('joins two days of one month', async () => {
    expect((await words('en-GB')).date('2031-05-12', '2031-05-13')).to.match(/^12\s*–\s*13 May 2031$/);
  });

  it('tells the place in a source in words, and repeats what it does not know', () => {
    const {place} = wordsFor('en') as Words;
    expect(['p3 s2', 'headline', 'standfirst s1', 'deck', 'page 4', 'p', 'constructor'].map(place)).to.deep.equal([
      'paragraph 3',
      'headline',
      'introduction',
      'subheading',
      'page 4',
      'p',
      'constructor',
    ]);
  });
});

describe('formatList', () => {
  it('puts between names what their language puts there', () => {
    expect(formatList('en', ['Putin', 'the article'])).to.equal('Putin, the article');
    expect(formatList('ar', ['بوتين', 'المقال', 'الكرملين'])).to.contain('،');
  });
});

describe('fill', () => {
  it('takes a text as it is', () => {
    expect(fill('Map: {x}', '$& <b>')).to.equal('Map: $& <b>');
  });
});

describe('texts', () => {
  const placeholders = (text: string): string[] => (text.match(/\{.\}/g) ?? []).sort();

  for (const [lang, texts] of Object.entries<Texts>({ar, de, es, fr, uk})) {
    it(`say in ${lang} all that they say in English`, () => {
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(en).sort());
      for (const [key, text] of Object.entries(texts) as [keyof Texts, string | PluralTexts][]) {
        if (typeof text === 'string') {
          expect(text.trim(), key).not.to.equal('');
          expect(placeholders(text), key).to.deep.equal(placeholders(en[key] as string));
        }
      }
    });

    it(`have in ${lang} every plural form of the language, unless all are alike`, () => {
      const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
      expect(Object.keys(texts.statements)).to.include.members(needed.filter((form) => form !== 'many' || lang !== 'es'));
    });
  }
});
