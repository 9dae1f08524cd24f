/** The first box of an editor who doesn't know the desk: from the empty page to a snippet. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {snippet, startBuilder, textOf} from './builder-page.mjs';
import {downloaded, openSection} from './desk-page.mjs';

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

const article = `Fishing talks end

Norland asked for a cut of a third. Veya wanted a larger share.`;

async function openEmpty(reader = {}) {
  const tab = await builder.openTab(reader);
  await tab.page.evaluateOnNewDocument(() => sessionStorage.clear());
  await tab.page.goto(`${builder.url}builder/?start`);
  await tab.page.waitForSelector('.start');
  return tab;
}

/** Pastes the article, with a date as people write it. */
async function useArticle(page, date = '27 Nov 2026') {
  await page.click('#article-text');
  await page.keyboard.sendCharacter(article);
  await page.click('#article-publisher');
  await page.keyboard.type('Harlen Post');
  await page.click('#article-date');
  await page.keyboard.type(date);
  await page.click('.add-article [type=submit]');
  await page.waitForSelector('.article');
}

async function makeStatement(page, sentence, speaker, isSide) {
  await page.click(`[data-sentence="${sentence}"]`);
  await page.click('.new-speaker input');
  await page.keyboard.type(speaker);
  if (isSide) await page.click('.new-side input');
  await page.click('[name=statement-certainty][value=reported]');
  await page.click('.new-statement [type=submit]');
  await page.waitForFunction(() => !document.querySelector('.new-statement'));
}

const clickText = (page, selector, text) =>
  page.$$eval(selector, (all, text) => all.find(({innerText}) => innerText.trim().startsWith(text)).click(), text);

const heads = (page) => page.$$eval('.grid thead th', (all) => all.map(({innerText}) => innerText));

describe('the empty desk', () => {
  for (const width of [390, 1280, 1600]) {
    it(`begins with the field for the article, and nothing covers anything, at ${width} px`, async () => {
      const {page} = await openEmpty({width, height: 900});
      const field = await page.$eval('#article-text', (one) => one.getBoundingClientRect().top);
      assert.ok(field < 500, `the field begins at ${field} px`);
      assert.equal(await page.$('.write-preview'), null, 'nothing to preview');
      assert.equal(await page.$('.sections .count'), null, 'nothing to do yet');
      for (const top of [0, 400]) {
        await page.evaluate((top) => scrollTo(0, top), top);
        const overlaps = await page.evaluate(() => {
          const boxes = ['.sections', '.section', '.start'].map((one) =>
            document.querySelector(one).getBoundingClientRect(),
          );
          return boxes.some((one, i) =>
            boxes
              .slice(i + 1)
              .some(
                (other) =>
                  one.left < other.right - 1 &&
                  other.left < one.right - 1 &&
                  one.top < other.bottom - 1 &&
                  other.top < one.bottom - 1,
              ),
          );
        });
        assert.equal(overlaps, false);
      }
      await page.evaluate(axe.source);
      const {violations} = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
      assert.deepEqual(
        violations.map(({id}) => id),
        [],
      );
    });
  }

  it('has a menu that closes with Escape, after a choice, and when something else is pressed', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    const isOpen = () => page.$eval('.menu', ({open}) => open);
    await page.click('.menu summary');
    await page.keyboard.press('Escape');
    assert.equal(await isOpen(), false);
    assert.equal(await page.evaluate(() => document.activeElement?.matches('.menu summary')), true);
    await page.click('.menu summary');
    await page.click('h1');
    assert.equal(await isOpen(), false);
    await page.click('.menu summary');
    await clickText(page, '.menu button', 'New summit');
    assert.equal(await isOpen(), false);
  });
});

describe('an editor’s first steps', () => {
  it('have dates as people write them, and a preview that says what is next', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    await useArticle(page);
    await textOf(page, '.stage', /First make statements/);
    await makeStatement(page, '1-0', 'Norland', false);
    await textOf(page, '.stage', /1 statement is made. Next, say which side wants what/);
    await clickText(page, '.stage button', '“Who wants what”');
    await textOf(page, '#section h2', /Who wants what/);
    await openSection(page, 'Summit');
    await page.click('[data-path="when.start"]');
    await page.keyboard.type('26.11.2026');
    assert.equal(await page.$('#field-when-start-messages'), null, 'no message while it is typed');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector('[data-path="when.start"]').value === '2026-11-26');
    await page.focus('[data-path="when.end"]');
    await page.keyboard.type('soon');
    await page.keyboard.press('Tab');
    await page.waitForSelector('#field-when-end-messages');
    const {sources, when} = await downloaded(page);
    assert.equal(sources[0].date, '2026-11-27');
    assert.equal(when.start, '2026-11-26');
  });

  it('aren’t told of what is missing before they were there', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    await useArticle(page);
    await makeStatement(page, '1-0', 'Norland', false);
    await openSection(page, 'Results');
    await page.type('#new-outcomes', 'A ceasefire');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-entry="outcomes[0]"] .body');
    const told = () => page.$$eval('#section .messages li', (all) => all.map(({innerText}) => innerText.trim()));
    const invalid = () => page.$$('#section [aria-invalid]');
    assert.deepEqual(await told(), []);
    assert.deepEqual(await invalid(), []);
    assert.match(await page.$eval('.sections', ({innerText}) => innerText), /Results\s*2/, 'it counts already');
    // One field was left.
    await page.focus('[data-path="outcomes[0].value"]');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelectorAll('#section .messages li').length === 1);
    assert.match((await told())[0], /chosen/);
    assert.equal((await invalid()).length, 1);
    // All is told once the list of what is to do was opened.
    await page.click('.check details summary');
    await page.waitForFunction(() => document.querySelectorAll('#section .messages li').length === 2);
  });

  it('keep a button where it is while it is pressed, although a message appears above it', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    await useArticle(page);
    await openSection(page, 'Summit');
    await page.focus('[data-path="title"]');
    const details = await page.$('#section details summary');
    await details.scrollIntoView();
    const {x, y} = await details.clickablePoint();
    await page.mouse.move(x, y);
    await page.mouse.down();
    assert.equal((await details.clickablePoint()).y, y);
    assert.equal(await page.$('#field-title-messages'), null);
    await page.mouse.up();
    await page.waitForSelector('#field-title-messages');
    assert.equal(await page.$eval('#section details', ({open}) => open), true);
  });

  it('aren’t hidden by the way to the preview', async () => {
    const {page} = await openEmpty({width: 390, height: 700});
    await useArticle(page);
    await openSection(page, 'Who wants what');
    const isCovered = () =>
      page.$$eval('#section button', (buttons) =>
        buttons
          .filter((button) => {
            button.focus();
            const box = button.getBoundingClientRect();
            const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return box.width > 0 && there !== button && !button.contains(there);
          })
          .map(({innerText}) => innerText),
      );
    assert.ok(await page.$eval('.jump', (button) => button.checkVisibility()));
    assert.deepEqual(await isCovered(), []);
    await page.setViewport({width: 1280, height: 700});
    await page.click('.fold');
    await page.waitForFunction(() => document.querySelector('.jump')?.checkVisibility());
    assert.deepEqual(await isCovered(), []);
  });

  it('are shown in Place as far as they go, and never another summit', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    const stage = () =>
      page.$eval('#stage', (place) => [...place.children].map((one) => one.shadowRoot?.textContent ?? '').join(''));
    const draftInPlace = async () => {
      await clickText(page, '.views button', 'Place');
      await page.waitForSelector('#stage');
    };
    await useArticle(page);
    await makeStatement(page, '1-0', 'Norland', false);
    await draftInPlace();
    await textOf(page, '#preview .note', /Nothing of your summit can be shown in this box yet/);
    assert.equal(await stage(), '');
    assert.doesNotMatch(await page.$eval('main.place', ({innerText}) => innerText), /Ukraine/);
    await clickText(page, '.views button', 'Write');
    await openSection(page, 'Fact box');
    await page.select('#new-fact', 'who');
    await page.waitForSelector('[data-path="facts[0].label"]');
    await page.type('[data-path="facts[0].label"]', 'Norland and Sudland meet');
    await draftInPlace();
    await page.click('#element-fact-box');
    await textOf(page, '#preview .note', /isn’t complete yet\. This is what can be shown/);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#stage > *')].some((one) =>
        one.shadowRoot?.textContent.includes('Norland and Sudland meet'),
      ),
    );
    assert.equal(await page.$('#snippet'), null, 'no snippet of half a summit');
  });

  it('show boxes although a date is wrong, and no box that has nothing to show', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    await useArticle(page, 'last week');
    await makeStatement(page, '1-0', 'Norland', true);
    await openSection(page, 'Who wants what');
    await page.click('#new-topic');
    await page.keyboard.type('Cod\n');
    await page.waitForSelector('.stage summit-goal-comparison');
    assert.deepEqual(await page.$$eval('.stage > *', (all) => all.map(({localName}) => localName)), [
      'summit-goal-comparison',
    ]);
    await openSection(page, 'Fact box');
    await page.select('#new-fact', 'who');
    await page.waitForSelector('[data-path="facts[0].label"]');
    await page.keyboard.type('Norland and Veya');
    await page.waitForSelector('.stage summit-fact-box');
  });

  it('make a side of a speaker: at once, with one click, or by adding it', async () => {
    const {page, consoleErrors} = await openEmpty({width: 1280, height: 900});
    await useArticle(page);
    await makeStatement(page, '1-0', 'Norland', true);
    await makeStatement(page, '1-1', 'Veya', false);
    await openSection(page, 'Who wants what');
    assert.deepEqual(await heads(page), ['Topic', 'Norland', 'Others']);
    await clickText(page, '.known-speakers button', 'Veya');
    await page.waitForFunction(() => document.querySelectorAll('.grid thead th').length === 4);
    assert.equal(await page.$('.known-speakers'), null);
    await page.click('#new-principal');
    await page.keyboard.type('Norland\n');
    assert.deepEqual(await heads(page), ['Topic', 'Norland', 'Veya', 'Others']);
    const {actors} = await downloaded(page).catch(() => ({}));
    assert.deepEqual(
      actors?.map(({name, role}) => [name, role]),
      [
        ['Norland', 'principal'],
        ['Veya', 'principal'],
      ],
    );
    assert.deepEqual(consoleErrors, []);
  });

  it('choose a question by keyboard without taking those on the way', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    await useArticle(page);
    await openSection(page, 'Fact box');
    await page.focus('#new-fact');
    await page.keyboard.type('When');
    assert.equal(await page.$('.section .entry'), null, 'nothing is added on the way');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('[data-path="facts[0].label"]'));
    assert.match(await page.$eval('.entry summary', ({innerText}) => innerText), /^When\?/);
    await page.focus('#new-fact');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelectorAll('.section .entry').length === 2);
  });

  it('copy a box with the id that the file gets', async () => {
    const {page} = await openEmpty({width: 1280, height: 900});
    await useArticle(page);
    await makeStatement(page, '1-0', 'Norland', true);
    await openSection(page, 'Summit');
    await page.click('#field-title');
    await page.keyboard.type('The Selvan talks');
    await textOf(page, '.file b', /^The Selvan talks$/);
    await openSection(page, 'Who wants what');
    await page.click('#new-topic');
    await page.keyboard.type('Cod\n');
    await clickText(page, '.views button', 'Place');
    assert.match(await snippet(page, /summit="the-selvan-talks"/), /the-selvan-talks@1/);
    await clickText(page, '#preview button', 'Go to the snippet');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'snippets-heading');
    await clickText(page, '#snippets button', 'Copy');
    await textOf(page, '#copied', /Copied/);
    await clickText(page, '.views button', 'Write');
    await openSection(page, 'Summit');
    await page.click('#field-title', {count: 3});
    await page.keyboard.type('Another name');
    assert.equal((await downloaded(page)).id, 'the-selvan-talks');
  });
});
