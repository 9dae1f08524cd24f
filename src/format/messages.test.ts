import {afterEach, describe, it} from 'node:test';
import {expect} from 'chai';
import {formatDate} from './format-date.js';
import {formatList, listSeparator} from './format-list.js';
import {fill} from './fill.js';
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
    expect(loadMessages(['sv', undefined, null, 'en-GB', 'en'], () => undefined)?.lang).to.equal('en-GB');
  });

  it('has nothing for a language without texts, nor for what is no language at all', () => {
    for (const tag of ['sv', '', '-', 'constructor', '__proto__', 'x-klingon', 'e', undefined]) {
      expect(messagesNow(tag), String(tag)).to.equal(undefined);
    }
  });

  it('takes a tag with more in it than language and region for what it knows of it', () => {
    for (const tag of ['en-u-nu-thai', 'en-US-GB', 'EN-us', 'en-x-private']) {
      expect(messagesNow(tag)?.label('scheduled'), tag).to.equal('Scheduled');
    }
  });

  it('finds the texts that a region or a script needs', async () => {
    const copied = async (tags: readonly string[]): Promise<string> => {
      const found = new Set<string>();
      for (const tag of tags) found.add((await messages(tag)).getData ?? '');
      return [...found].join(' | ');
    };
    expect(await copied(['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK', 'ZH-cn'])).to.equal('下载数据');
    expect(await copied(['zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO', 'zh-hant-CN', 'zh-tw'])).to.equal('下載資料');
    expect(await copied(['pt', 'pt-PT', 'pt-AO'])).to.equal('Transferir os dados');
    expect(await copied(['pt-BR', 'pt-br'])).to.equal('Baixar os dados');
    expect(await copied(['he', 'iw', 'he-IL'])).to.equal('הורדת הנתונים');
    expect(await copied(['id', 'in-ID'])).to.equal('Unduh data');
    const {lang, language} = await messages('zh-TW');
    expect([lang, language]).to.deep.equal(['zh-TW', 'zh']);
  });

  it('fills in the digits of the language', async () => {
    const fa = await messages('fa');
    expect(fa.count(fa.statements, 35)).to.equal('۳۵ گفته');
    expect(fa.place('p12')).to.equal('بند ۱۲');
    // The digit of a name stays.
    expect(fa.fill('{x}', 'G7')).to.equal('G7');
    for (const tag of ['ar-EG', 'hi']) {
      const {count, statements} = await messages(tag);
      expect(count(statements, 35), tag).to.contain('35');
    }
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

  it('has the digits of news sites', () => {
    expect(formatDate('fa', '2025-08-15')).to.equal('۱۵ اوت ۲۰۲۵');
    expect(formatDate('hi-IN', '2025-08-15')).to.equal('15 अगस्त 2025');
    expect(formatDate('ar-EG', '2025-08-15')).to.equal('15 أغسطس 2025');
  });

  it('writes the year out where a sentence would end in two full stops', () => {
    expect(formatDate('ru', '2025-08-15')).to.match(/^15 августа 2025\sгода$/);
    expect(formatDate('ru', '2025-08')).to.match(/^август 2025\sгода$/);
    expect(formatDate('uk', '2025-08-15')).to.match(/^15 серпня 2025\sроку$/);
  });

  it('writes a range in Chinese and Japanese in words', () => {
    expect(formatDate('zh-CN', '2025-08-15', '2025-08-16')).to.equal('2025年8月15日至16日');
    expect(formatDate('zh-TW', '2025-08-15', '2025-09-01')).to.equal('2025年8月15日至9月1日');
    expect(formatDate('ja', '2025-12-31', '2026-01-01')).to.equal('2025年12月31日～2026年1月1日');
    expect(formatDate('ja', '2025-08', '2025-08')).to.equal('2025年8月');
  });

  it('joins two days of one month', () => {
    expect(formatDate('en-GB', '2031-05-12', '2031-05-13')).to.match(/^12\s*–\s*13 May 2031$/);
  });
});

describe('formatList', () => {
  it('puts between names what their language puts there', () => {
    expect(formatList('en', ['Putin', 'the article'])).to.equal('Putin, the article');
    expect(formatList('ar', ['بوتين', 'المقال', 'الكرملين'])).to.contain('،');
    expect(formatList('fa', ['پوتین', 'مقاله', 'کرملین'])).to.contain('،');
    expect(formatList('ja', ['プーチン', '記事'])).to.equal('プーチン、記事');
    expect(formatList('zh-TW', ['普丁', '文章'])).to.equal('普丁、文章');
    for (const lang of ['ko', 'ru', 'tr']) expect(formatList(lang, ['A', 'B']), lang).to.equal('A, B');
  });

  it('names the sign between two items', () => {
    expect(['en', 'ar-EG', 'fa', 'he', 'ja', 'zh-TW', 'ko'].map(listSeparator)).to.deep.equal([
      ', ',
      '، ',
      '، ',
      ', ',
      '、',
      '、',
      ', ',
    ]);
  });
});

describe('fill', () => {
  it('takes a text as it is', () => {
    expect(fill('Map: {x}', '$& <b>')).to.equal('Map: $& <b>');
  });
});
