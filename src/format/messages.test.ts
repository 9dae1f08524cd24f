import {afterEach, describe, it} from 'node:test';
import {expect} from 'chai';
import {formatDate} from './format-date.js';
import {formatList} from './format-list.js';
import {fill} from './fill.js';
import type {MessageTable} from './message-types.js';
import {messages as ar} from './languages/ar.js';
import {messages as de} from './languages/de.js';
import {en as common} from './languages/en.js';
import {messages as es} from './languages/es.js';
import {messages as fr} from './languages/fr.js';
import {interactionMessages} from './languages/interactions.en.js';
import {customDataMessages} from './languages/custom-data.en.js';
import {messages as uk} from './languages/uk.js';
import {loadMessages, type Messages} from './messages.js';

/** The messages for a tag, once loaded. */
async function messages(tag: string): Promise<Messages> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = loadMessages([tag], look);
      if (found) resolve(found);
    };
    look();
  });
}

/** The messages for a tag that are available synchronously. */
function messagesNow(tag?: string): Messages | undefined {
  return loadMessages([tag], () => undefined);
}

describe('loadMessages', () => {
  it('has English at once', () => {
    expect(messagesNow('en')?.label('scheduled')).to.equal('Scheduled');
    expect(messagesNow('en')?.label('under-way')).to.equal('Under way');
  });

  it('fetches other languages, and says when to ask again', async () => {
    expect(messagesNow('uk-UA')).to.equal(undefined);
    expect((await messages('uk-UA')).label('scheduled')).to.equal('Призначено');
  });

  it('takes the first language that there are texts for', () => {
    expect(loadMessages(['ja', undefined, null, 'en-GB', 'en'], () => undefined)?.lang).to.equal('en-GB');
  });

  it('has nothing for a language without texts, nor for what is no language at all', () => {
    for (const tag of ['ja', '', '-', 'constructor', '__proto__', 'x-klingon', 'e', undefined]) {
      expect(messagesNow(tag), String(tag)).to.equal(undefined);
    }
  });

  it('takes a tag with more in it than language and region for what it knows of it', () => {
    for (const tag of ['en-u-nu-thai', 'en-US-GB', 'EN-us', 'en-x-private']) {
      expect(messagesNow(tag)?.label('scheduled'), tag).to.equal('Scheduled');
    }
  });

  it('turns Arabic from right to left, and nothing else', async () => {
    expect((await messages('ar')).dir).to.equal('rtl');
    for (const tag of ['en', 'de', 'es', 'fr', 'uk']) expect((await messages(tag)).dir, tag).not.to.equal('rtl');
  });

  it('picks the plural form of the language', async () => {
    const {statements, count} = await messages('uk');
    expect([1, 2, 5, 21].map((n) => count(statements, n))).to.deep.equal([
      '1 твердження',
      '2 твердження',
      '5 тверджень',
      '21 твердження',
    ]);
  });

  it('tells the place in a source in words, and repeats what it does not know', () => {
    const {place} = messagesNow('en')!;
    expect(
      ['p3 s2', 'headline', 'standfirst s1', 'deck', 'page 4', 'p', 'constructor', 'page {n}'].map(place),
    ).to.deep.equal([
      'paragraph 3',
      'headline',
      'introduction',
      'subheading',
      'page 4',
      'p',
      'constructor',
      'page {n}',
    ]);
  });
});

describe('formatDate', () => {
  it('gives a date as exactly as the source does, and as each country writes it', () => {
    expect(formatDate('en-GB', '2025-08-15')).to.equal('15 August 2025');
    expect(formatDate('en-GB', '2025-08')).to.equal('August 2025');
    expect(formatDate('en-GB', '2025')).to.equal('2025');
    expect(formatDate('en-US', '2025-08-15')).to.equal('August 15, 2025');
    expect(formatDate('de', '2025-08-15')).to.equal('15. August 2025');
    expect(formatDate('ar-SA', '2025')).to.match(/2025|٢٠٢٥/);
  });

  describe('in any time zone', () => {
    const zone = process.env['TZ'];

    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    // A separate language for each: formatters are cached, including the machine's time zone if they use it.
    for (const [name, lang] of [
      ['America/Los_Angeles', 'nl'],
      ['Pacific/Kiritimati', 'sv'],
    ] as const) {
      it(`keeps the day of the source (${name})`, () => {
        process.env['TZ'] = name;
        expect(formatDate(lang, '2025-08-15')).to.equal(`15 ${lang === 'nl' ? 'augustus' : 'augusti'} 2025`);
      });
    }
  });

  it('joins two days of one month', () => {
    expect(formatDate('en-GB', '2031-05-12', '2031-05-13')).to.match(/^12\s*–\s*13 May 2031$/);
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
  const en: Partial<MessageTable> = {...common, ...customDataMessages, ...interactionMessages};
  // Other languages must have labels that English derives from the code.
  const codes = [
    'stated',
    'reported',
    'analysis',
    'speculation',
    'unclear',
    'planned',
    'scheduled',
    'under-way',
    'ended',
  ];
  codes.push(
    'postponed',
    'cancelled',
    'who',
    'what',
    'where',
    'when',
    'why-here',
    'why',
    'correction',
    'update',
    'superseded',
  );
  codes.push('agreed', 'partly', 'not-agreed', 'open');
  const placeholders = (text: string): string[] => (text.match(/\{.\}/g) ?? []).sort();

  /** English counts with its labels in lower case. A language whose labels don't count has messages of its own. */
  const optional = ({counts}: MessageTable): string[] => {
    for (const text of Object.values(counts ?? {})) expect(placeholders(text), text).to.deep.equal(['{n}']);
    return counts ? ['counts'] : [];
  };

  for (const [lang, texts] of Object.entries<MessageTable>({ar, de, es, fr, uk})) {
    it(`say in ${lang} all that they say in English`, () => {
      expect(Object.keys(texts).sort()).to.deep.equal(
        [...new Set([...Object.keys(en), ...codes, ...optional(texts)])].sort(),
      );
      for (const [key, text] of Object.entries(texts) as [keyof MessageTable, unknown][]) {
        if (typeof text === 'string') {
          expect(text.trim(), key).not.to.equal('');
          expect(placeholders(text), key).to.deep.equal(placeholders((en[key] ?? '') as string));
        }
      }
    });

    it(`have in ${lang} every plural form of the language, unless all are alike`, () => {
      const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
      expect(Object.keys(texts.statements)).to.include.members(
        needed.filter((form) => form !== 'many' || lang !== 'es'),
      );
    });
  }
});
