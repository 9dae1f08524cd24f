/** Statements made from an article, as an editor makes them: by mouse, and by keyboard only. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {makeTalks, startBuilder, textOf} from './builder-page.mjs';
import {downloaded, dropFile, openSection} from './desk-page.mjs';

let builder;

before(async () => {
  builder = await startBuilder();
});

afterEach(async () => {
  await builder.leave();
});

after(async () => {
  await builder?.close();
});

const article = `Talks on the valley open

Norland said that it wants the valley back. Sudland may answer on Monday. Nobody spoke of trade.

“We will never give up the valley, not today and not tomorrow,” said Ann Example. She left.`;

/** Opens Write with an empty draft. */
async function openWrite(reader = {}) {
  const tab = await builder.openTab(reader);
  // A tab of an earlier test would open its draft again.
  await tab.page.evaluateOnNewDocument(() => sessionStorage.clear());
  await tab.page.goto(`${builder.url}builder/?write`);
  await tab.page.waitForSelector('#article-text, .article, #new-claim');
  return tab;
}

/** Pastes a text into the focused field, as the clipboard does. */
const pasteText = (page, text) => page.keyboard.sendCharacter(text);

async function addArticle(page) {
  await page.click('#article-text');
  await pasteText(page, article);
  await page.click('#article-publisher');
  await page.keyboard.type('The Wire');
  await page.click('.add-article [type=submit]');
  await page.waitForSelector('.article');
}

/** Marks words of the article by dragging from the first letter of one text to the last of another. */
async function mark(page, from, to) {
  const [start, end] = await page.evaluate(
    (from, to) => {
      const place = (words, isEnd) => {
        const walker = document.createTreeWalker(document.querySelector('.article'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(words);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, isEnd ? at + words.length - 1 : at);
          range.setEnd(node, isEnd ? at + words.length : at + 1);
          const {left, right, top, bottom} = range.getBoundingClientRect();
          return {x: isEnd ? right - 0.5 : left + 0.5, y: (top + bottom) / 2};
        }
        throw new Error(`No ${words}`);
      };
      return [place(from, false), place(to, true)];
    },
    from,
    to,
  );
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, {steps: 4});
  await page.mouse.up();
  await page.waitForSelector('#statement-text');
}

const sentence = (place) => `[data-sentence="${place}"]`;
const statementText = (page) => page.$eval('#statement-text', ({value}) => value);
const option = (page, name) => page.click(`.new-statement label:has(input[value="${name}"])`);
const focusedPlace = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-sentence'));

describe('an article', () => {
  it('becomes statements by mouse', async () => {
    const {page, requests, consoleErrors} = await openWrite();
    await addArticle(page);
    assert.match(await textOf(page, '#section', /sentences used/), /0 of 6 sentences used/);

    // A whole sentence. Words suggest, and nothing is chosen.
    await page.click(sentence('1-0'));
    assert.equal(await statementText(page), 'Norland said that it wants the valley back.');
    assert.match(await textOf(page, '.new-statement', /Suggested/), /Suggested: stated, because of “said”/);
    assert.equal(await page.$('.new-statement input:checked'), null);
    await page.click('.new-statement [type=submit]');
    await textOf(page, '.said', /Still to choose: who says it, how certain it is/);
    await page.click('.new-speaker input');
    await page.keyboard.type('Norland');
    await option(page, 'stated');
    await page.click('.new-statement [type=submit]');
    await textOf(page, '.said', /Statement made, 1 in all/);
    assert.equal(await focusedPlace(page), '1-0');

    // A part of a sentence.
    await mark(page, 'Sudland may', 'on Monday');
    assert.equal(await statementText(page), 'Sudland may answer on Monday');
    assert.match(await textOf(page, '.new-statement', /Suggested/), /Suggested: speculation, because of “may”/);
    await option(page, '');
    await option(page, 'speculation');
    await page.click('.new-statement [type=submit]');

    // Words across two sentences; what they say is shortened, and the original words are kept.
    await mark(page, 'We will never', 'She left');
    assert.match(await statementText(page), /^We will never give up .* said Ann Example\. She left$/);
    await page.keyboard.press('Escape');
    await page.click(sentence('2-0'));
    await page.click('#statement-text', {clickCount: 3});
    await page.keyboard.type('Sudland keeps the valley');
    await page.click('.new-statement input[type=checkbox]');
    await page.click('.new-speaker input');
    await page.keyboard.type('Ann Example');
    await option(page, 'stated');
    await page.click('.new-statement [type=submit]');

    assert.match(await textOf(page, '#section', /3 of 6/), /3 of 6 sentences used/);
    assert.equal(
      await page.$eval(sentence('1-0'), (one) => one.textContent),
      'Norland said that it wants the valley back. (1 statement)',
    );
    const {actors, claims, sources} = await downloaded(page);
    assert.deepEqual(sources, [
      {id: 'the-wire', role: 'reporting', title: 'Talks on the valley open', publisher: 'The Wire'},
    ]);
    assert.deepEqual(
      actors.map(({id, role, name}) => [id, role, name]),
      [
        ['norland', 'source', 'Norland'],
        ['ann-example', 'source', 'Ann Example'],
      ],
    );
    const at = (at) => [{source: 'the-wire', at}];
    assert.deepEqual(claims, [
      {
        id: 'norland-said-that-it-wants',
        text: 'Norland said that it wants the valley back.',
        by: ['norland'],
        certainty: 'stated',
        refs: at('p1 s1'),
      },
      {
        id: 'sudland-may-answer-on-monday',
        text: 'Sudland may answer on Monday',
        certainty: 'speculation',
        refs: at('p1 s2'),
      },
      {
        id: 'sudland-keeps-the-valley',
        text: 'Sudland keeps the valley',
        by: ['ann-example'],
        certainty: 'stated',
        refs: at('p2 s1'),
        quote: {text: 'We will never give up the valley, not today and not tomorrow,', lang: 'en'},
      },
    ]);
    assert.doesNotMatch(await page.$eval('#section', (section) => section.innerText), /the-wire|norland-said/);
    assert.deepEqual(
      [requests.filter((url) => !url.startsWith(builder.url) && !/^(blob|data):/.test(url)), consoleErrors],
      [[], []],
    );
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });

  it('becomes statements by keyboard only, and undo goes back through all of it', async () => {
    const {page} = await openWrite();
    const {keyboard} = page;
    await page.focus('#article-text');
    await pasteText(page, article);
    for (
      let i = 0;
      (await page.evaluate(() => document.activeElement?.textContent?.trim())) !== 'Use this article';
      i += 1
    ) {
      assert.ok(i < 10);
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    await page.waitForSelector('.article');
    // The focus is on the headline; down is the next paragraph, right the next sentence.
    assert.equal(await focusedPlace(page), '0-0');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('Norland');
    await keyboard.press('Tab');
    // Past the box that would make Norland a side.
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    assert.match(await textOf(page, '.said', /made/), /Statement made, 1 in all/);
    // Two sentences, with one key for each choice.
    assert.equal(await focusedPlace(page), '1-0');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await keyboard.down('Shift');
    await keyboard.press('ArrowRight');
    await keyboard.up('Shift');
    assert.equal(await focusedPlace(page), '1-2');
    for (const key of ['1', 'r', 'Enter']) await keyboard.press(key);
    assert.match(await textOf(page, '.said', /2 in all/), /Statement made, 2 in all/);
    // Letters typed into the text are text.
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.down('Control');
    await keyboard.press('a');
    await keyboard.up('Control');
    await keyboard.type('Spare parts');
    assert.equal(await statementText(page), 'Spare parts');
    assert.equal(await page.$('.new-statement input:checked'), null);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    for (const key of ['0', 'a']) await keyboard.press(key);
    await keyboard.down('Control');
    await keyboard.press('Enter');
    await keyboard.up('Control');
    await textOf(page, '.said', /3 in all/);
    const {claims} = await downloaded(page);
    assert.deepEqual(
      claims.map(({text, by, certainty, refs}) => [text, by, certainty, refs.map(({at}) => at).join()]),
      [
        ['Norland said that it wants the valley back.', ['norland'], 'stated', 'p1 s1'],
        ['Sudland may answer on Monday. Nobody spoke of trade.', ['norland'], 'reported', 'p1 s2,p1 s3'],
        ['Spare parts', undefined, 'analysis', 'p2 s1'],
      ],
    );
    for (let i = 0; i < 4; i += 1) {
      await keyboard.down('Control');
      await keyboard.press('z');
      await keyboard.up('Control');
    }
    await page.waitForSelector('#article-text');
    assert.match(await textOf(page, '.said', /Undone/), /Undone: Add an article/);
  });

  it('keeps what was begun while the editor looks elsewhere', async () => {
    const {page} = await openWrite();
    await page.click('#article-text');
    await pasteText(page, article);
    await openSection(page, 'Sources');
    await page.$$eval('.sections button', (buttons) => buttons[0].click());
    assert.equal(await page.$eval('#article-text', ({value}) => value), article);
    await page.click('.add-article [type=submit]');
    await page.click(sentence('1-0'));
    await page.click('#statement-text');
    await page.keyboard.type('My words: ');
    const typed = await statementText(page);
    // Another sentence doesn't replace what was typed.
    await page.click(sentence('1-1'));
    assert.equal(await statementText(page), typed);
    await page.click(sentence('2-0'));
    await textOf(page, '.said', /begun/);
    assert.equal(await statementText(page), typed);
  });
});

describe('the statements of a file', () => {
  it('are edited without its articles, and find their place once a text is pasted', async () => {
    const {page} = await openWrite();
    const talks = makeTalks();
    await dropFile(page, 'talks.json', JSON.stringify(talks));
    await textOf(page, '.file-bar', /talks/);
    assert.equal(await page.$$eval('#section .entry', ({length}) => length), talks.claims.length);
    const {source} = talks.claims[0].refs[0];
    await page.click('.chooser button');
    await page.waitForSelector('#article-source');
    await page.select('#article-source', source);
    await page.click('#article-text');
    await pasteText(page, 'First paragraph. It goes on.\n\nSecond paragraph.');
    await page.click('.add-article [type=submit]');
    await page.waitForSelector('.article .entry');
    assert.equal(await page.$$eval('#section .entry', ({length}) => length), talks.claims.length);
    const file = await downloaded(page);
    assert.deepEqual([file.claims, file.sources], [talks.claims, talks.sources]);
  });

  it('are written without an article, too, with an id from their words', async () => {
    const {page} = await openWrite();
    await openSection(page, 'Sources');
    await page.click('#new-source');
    await page.keyboard.type('A speech\n');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === 'sources[0].publisher');
    await page.click('[data-path="sources[0].url"]');
    await page.keyboard.type('https://www.example.org/speech');
    await page.$$eval('.entry .hint button', (buttons) => buttons[0].click());
    await page.waitForFunction(
      () => document.querySelector('[data-path="sources[0].publisher"]')?.value === 'example.org',
    );
    await page.$$eval('.sections button', (buttons) => buttons[0].click());
    await page.click('#new-claim');
    await page.keyboard.type('Norland stays\n');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === 'claims[0].certainty');
    await page.select('[data-path="claims[0].certainty"]', 'stated');
    const {claims, sources} = await downloaded(page);
    assert.deepEqual(claims, [
      {id: 'norland-stays', text: 'Norland stays', certainty: 'stated', refs: [{source: 'a-speech'}]},
    ]);
    assert.deepEqual(sources, [
      {
        id: 'a-speech',
        role: 'reporting',
        title: 'A speech',
        url: 'https://www.example.org/speech',
        publisher: 'example.org',
      },
    ]);
  });
});

describe('every control', () => {
  for (const width of [390, 1280]) {
    it(`meets no barrier that axe finds, and nothing is wider than ${width} px`, async () => {
      const {page} = await openWrite({width});
      await page.evaluate(axe.source);
      const check = async () => {
        const found = await page.evaluate(() =>
          window.axe.run({exclude: [['.stage > *']]}, {resultTypes: ['violations']}),
        );
        assert.deepEqual(
          found.violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(', ')}`),
          [],
        );
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      };
      await check();
      await addArticle(page);
      await page.click(sentence('1-0'));
      for (const key of ['0', 's', 'Enter']) await page.keyboard.press(key);
      await textOf(page, '.said', /1 in all/);
      await page.click('.article .entry summary');
      await page.waitForSelector('[data-path="claims[0].text"]');
      await page.$$eval('.article .entry details details', (all) => all.forEach((details) => (details.open = true)));
      await page.click(sentence('2-0'));
      await page.click('#statement-text');
      await page.keyboard.type('She said: ');
      await check();
      await openSection(page, 'Sources');
      await page.click('.entry summary');
      await page.waitForSelector('[data-path="sources[0].title"]');
      await check();
    });
  }
});
