/** Who wants what, as an editor writes it: by mouse, and by keyboard only. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {makeTalks, startBuilder, textOf} from './builder-page.mjs';
import {downloaded, openWith} from './desk-page.mjs';

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

const claim = (id, text, extra = {}) => ({id, text, certainty: 'stated', refs: [{source: 'wire', at: 'p1'}], ...extra});

/** What the article gave: three statements and their speaker. */
const started = {
  schemaVersion: '1.1',
  id: 'talks',
  revision: 1,
  lang: 'en',
  title: 'The valley talks',
  status: {value: 'planned', claims: ['planned']},
  actors: [],
  topics: [],
  claims: [
    claim('planned', 'The talks are planned for May'),
    claim('valley', 'Norland wants the valley back'),
    claim('never', 'Sudland will never give up the valley'),
  ],
  positions: [],
  regions: [],
  facts: [],
  sources: [{id: 'wire', role: 'reporting', title: 'A report', publisher: 'The Wire', url: 'https://example.org/a'}],
  changes: [],
};

const asWritten = ({actors, topics, positions, constraints}) => ({
  actors: actors.map(({id, role, name}) => [id, role, name]),
  topics: topics.map(({id, label}) => [id, label]),
  positions: positions.map(({id, actor, topic, rank, stance, label, claims}) => [
    id,
    actor,
    topic,
    rank,
    stance,
    label,
    claims,
  ]),
  constraints,
});

const written = {
  actors: [
    ['norland', 'principal', 'Norland'],
    ['sudland', 'principal', 'Sudland'],
  ],
  topics: [
    ['the-valley', 'The valley'],
    ['trade', 'Trade'],
  ],
  positions: [
    ['the-valley-back', 'norland', 'the-valley', 'primary', 'seeks', 'The valley back', ['valley']],
    ['sudland-will-never-give-up', 'sudland', 'the-valley', undefined, 'rejects', 'Never', ['never']],
  ],
  constraints: undefined,
};

describe('two sides and two topics', () => {
  it('are written by mouse', async () => {
    const {page} = await openWith(builder, 'Who wants what', started);
    const add = async (selector, ...texts) => {
      for (const text of texts) {
        await page.click(selector);
        await page.keyboard.type(text);
        await page.click(`form:has(${selector}) button`);
      }
    };
    await add('#new-principal', 'Norland', 'Sudland');
    await add('#new-topic', 'The valley', 'Trade');
    assert.match(
      await textOf(page, '.grid', /Trade/),
      /Topic\s+Norland\s+Sudland\s+Others\s+Main aim[^]*The valley[^]*No position – add/,
    );
    // The first cell of the first topic.
    await page.click('#cell-1-0');
    await add('#new-position', 'The valley back');
    await page.click('.cell-form .stances label:nth-of-type(1)');
    await page.click('.cell-form details[open] .statements button[aria-expanded]');
    await page.keyboard.type('valley BACK');
    await page.click('.matches .option');
    await page.click('.matches input[type=search]');
    await page.keyboard.press('Escape');
    await page.click('.cell-form details[open] input[data-path$=".rank"]');
    // A position may start with a statement, too.
    await page.click('#cell-1-1');
    await page.click('.cell-form > .statements button[aria-expanded]');
    await page.keyboard.type('never');
    await page.click('.matches .option');
    await page.waitForSelector('.cell-form details[open] .body');
    await page.keyboard.type('Never');
    await page.click('.cell-form .stances label:nth-of-type(2)');
    assert.match(await textOf(page, '#cell-1-1', /Never/), /×\s*Never/);
    assert.match(await textOf(page, '#cell-0-0', /valley/), /»\s*The valley back/);
    assert.match(await textOf(page, '.balance', /Trade/), /Norland\s+1\s+1\s+0\s+1: Trade/);
    assert.deepEqual(asWritten(await downloaded(page)), written);
    assert.doesNotMatch(await page.$eval('#section', (section) => section.innerText), /the-valley-back|will-never/);
  });

  it('are written by keyboard only', async () => {
    const {page} = await openWith(builder, 'Who wants what', started);
    const {keyboard} = page;
    await page.focus('#section');
    /** Moves with Tab to the control with this name. */
    const tabTo = async (name, key = 'Tab') => {
      for (let i = 0; i < 150; i += 1) {
        await keyboard.press(key, {});
        const found = await page.evaluate(() => {
          const active = /** @type {any} */ (document.activeElement);
          const label = active.getAttribute('aria-label') ?? active.labels?.[0]?.textContent ?? active.textContent;
          return label.replace(/\s+/g, ' ').trim();
        });
        if (name.test(found)) return;
      }
      assert.fail(`No control ${name} with ${key}`);
    };
    const back = async (name) => {
      await keyboard.down('Shift');
      await tabTo(name);
      await keyboard.up('Shift');
    };
    await tabTo(/^Add a topic$/);
    for (const text of ['The valley', 'Trade']) await keyboard.type(`${text}\n`);
    await tabTo(/^Add a side$/);
    for (const text of ['Norland', 'Sudland']) await keyboard.type(`${text}\n`);
    await back(/^Norland, The valley: No position/);
    await keyboard.press('Enter');
    // The focus is in the field for a new position, and after Enter in its stance.
    await keyboard.type('The valley back\n');
    await keyboard.press('Space');
    await tabTo(/^Choose statements/);
    await keyboard.press('Enter');
    await keyboard.type('back\n');
    await keyboard.press('Escape');
    await tabTo(/^Main aim$/);
    await keyboard.press('Space');
    await back(/^Sudland, The valley: No position/);
    await keyboard.press('Enter');
    await tabTo(/^Choose statements/);
    await keyboard.press('Enter');
    await keyboard.type('never\n');
    await keyboard.type('Never');
    await tabTo(/^» wants it|no mark$/);
    await keyboard.press('Space');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    assert.deepEqual(asWritten(await downloaded(page)), written);
    // Undo goes back through all of it.
    for (let i = 0; i < 30; i += 1) {
      await keyboard.down('Control');
      await keyboard.press('z');
      await keyboard.up('Control');
    }
    assert.doesNotMatch(await textOf(page, '.grid', /Main aim/), /Norland/);
  });
});

describe('removing', () => {
  it('a topic says what goes with it, and undo brings all back', async () => {
    const talks = makeTalks();
    const {page} = await openWith(builder, 'Who wants what', talks);
    const lines = (await page.$eval('.grid', (grid) => grid.innerText)).length;
    await page.click('[data-entry="topics[0]"] summary');
    await page.waitForSelector('[data-entry="topics[0]"] .entry-actions');
    await page.$$eval('[data-entry="topics[0]"] .entry-actions button', (buttons) => buttons.at(-1).click());
    assert.match(
      await textOf(page, '[role=status].unseen', /Removed/),
      new RegExp(`^Removed “${talks.topics[0].label}”, and with it \\d+ positions.* Undo brings all back\\.$`),
    );
    // Nobody who works by keyboard loses their place.
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), talks.topics[1].label);
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await textOf(page, '.grid', new RegExp(talks.topics[0].label));
    assert.equal((await page.$eval('.grid', (grid) => grid.innerText)).length, lines);
    const written = await downloaded(page);
    delete written.hash;
    assert.deepEqual(written, talks);
  });
});

describe('what the check found', () => {
  it('leads into the form of the position, in its cell', async () => {
    const talks = makeTalks();
    talks.positions[3].label = '';
    const {page} = await openWith(builder, 'Summit', talks);
    await page.click('.check summary');
    await page.click('.check .issues button.link');
    const path = 'positions[3].label';
    await page.waitForFunction((path) => document.activeElement?.getAttribute('data-path') === path, {}, path);
    assert.equal(await page.$eval('.cell[aria-expanded=true]', ({innerText}) => /\(no text\)/.test(innerText)), true);
    await page.keyboard.type('A new line');
    await textOf(page, '.cell[aria-expanded=true]', /A new line/);
  });
});

describe('questions and results', () => {
  it('are written with their parts and numbers', async () => {
    const sides = {...started, actors: [{id: 'norland', role: 'principal', name: 'Norland'}]};
    const {page} = await openWith(builder, 'Fact box', sides);
    await page.select('#new-fact', 'who');
    await page.waitForSelector('details[open] [data-path="facts[0].label"]');
    await page.click('#new-part-who');
    await page.keyboard.type('Norland’s envoy\n');
    await page.click('[data-path="facts[0].items[0].claims"] button');
    await page.keyboard.type('planned\n');
    await page.$$eval('.sections button', (all) => all.find(({innerText}) => innerText.startsWith('Results'))?.click());
    for (const [selector, text] of [
      ['#new-outcomes', 'A line on the map'],
      ['#new-figures', 'Votes'],
      ['#new-meetings', 'Geneva'],
      ['#new-deadlines', 'An answer'],
    ]) {
      await page.click(selector);
      await page.keyboard.type(`${text}\n`);
    }
    // One form is open at a time.
    const unfold = async (entry, field) => {
      await page.click(`[data-entry="${entry}"] > details > summary`);
      await page.waitForSelector(field);
    };
    await unfold('outcomes[0]', '[data-path="outcomes[0].value"]');
    await page.select('[data-path="outcomes[0].value"]', 'partly');
    await unfold('figures[0]', '#new-number-actor-0');
    await page.select('#new-number-actor-0', 'norland');
    await page.waitForSelector('[data-path="figures[0].items[0].value"]');
    await page.click('[data-path="figures[0].items[0].value"]');
    await page.keyboard.type('1,250');
    await unfold('meetings[0]', '[data-path="meetings[0].start"]');
    await page.click('[data-path="meetings[0].start"]');
    await page.keyboard.type('2031-05-04');
    await unfold('deadlines[0]', '[data-path="deadlines[0].at"]');
    await page.click('[data-path="deadlines[0].at"]');
    await page.keyboard.type('2031-05-05T12:00');
    const {facts, outcomes, figures, meetings, deadlines} = await downloaded(page);
    assert.deepEqual(facts, [
      {id: 'who', question: 'who', items: [{id: 'norland-s-envoy', label: 'Norland’s envoy', claims: ['planned']}]},
    ]);
    assert.deepEqual(outcomes, [{id: 'a-line-on-the-map', value: 'partly', label: 'A line on the map', claims: []}]);
    assert.deepEqual(figures, [
      {id: 'votes', label: 'Votes', items: [{id: 'norland', actor: 'norland', value: 1250, claims: []}]},
    ]);
    assert.deepEqual(meetings, [{id: 'geneva', place: 'Geneva', start: '2031-05-04', claims: []}]);
    assert.deepEqual(deadlines, [{id: 'an-answer', label: 'An answer', at: '2031-05-05T12:00', claims: []}]);
  });
});

describe('five sides', () => {
  /** The sides, and what of the row of main aims is in view without scrolling sideways. */
  const rowInView = (page) =>
    page.evaluate(() => {
      const wrap = document.querySelector('.grid-wrap');
      const {left, right} = wrap.getBoundingClientRect();
      const cells = [...document.querySelectorAll('.grid tbody tr:first-child .cell')];
      return {
        scrolls: wrap.scrollWidth > wrap.clientWidth,
        seen: cells.filter((cell) => {
          const box = cell.getBoundingClientRect();
          return (
            box.left >= left && box.right <= right && box.right <= innerWidth && cell.scrollWidth <= cell.clientWidth
          );
        }).length,
      };
    });

  for (const width of [1280, 1600]) {
    it(`are seen in a row with the preview beside it, ${width} px wide`, async () => {
      const {page} = await openWith(builder, 'Who wants what', makeTalks(), {width});
      // The sides and the others.
      assert.deepEqual(await rowInView(page), {scrolls: false, seen: 6});
      const preview = await page.$eval('.write-preview .stage', (stage) => stage.getBoundingClientRect().width);
      assert.ok(preview >= 320, `${preview}`);
    });
  }

  it('and three more are seen in a row without the preview, which comes back', async () => {
    const talks = makeTalks();
    for (const name of ['Sixthland', 'Seventhland', 'Eighthland'])
      talks.actors.push({id: name.toLowerCase(), role: 'principal', name});
    const {page} = await openWith(builder, 'Who wants what', talks, {width: 1280});
    await page.click('.write-preview .fold');
    assert.deepEqual(await rowInView(page), {scrolls: false, seen: 9});
    assert.equal(await page.$eval('.write-preview', (preview) => preview.checkVisibility()), false);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Preview');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('.write-preview .stage'));
    assert.equal(await page.$eval('.jump', (button) => button.checkVisibility()), false);
  });

  it('are a list for each topic on a phone, with a form as wide as the page', async () => {
    const {page} = await openWith(builder, 'Who wants what', makeTalks(), {width: 390});
    assert.deepEqual(await rowInView(page), {scrolls: false, seen: 6});
    assert.match(await page.$eval('#cell-1-4', ({innerText}) => innerText), /the Ninefold Islands/);
    await page.click('#cell-1-4');
    const {left, width} = await page.$eval('.cell-form', (form) => form.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && left + width <= 390 && width >= 340, `${left} ${width}`);
    const tall = await page.$$eval('.cell', (cells) =>
      cells.every((cell) => cell.getBoundingClientRect().height >= 24),
    );
    assert.ok(tall);
  });
});

describe('every control', () => {
  for (const width of [390, 1280]) {
    it(`meets no barrier that axe finds, and nothing is wider than ${width} px`, async () => {
      const {page} = await openWith(builder, 'Who wants what', makeTalks(), {width});
      await page.evaluate(axe.source);
      const check = async () => {
        for (const details of await page.$$('#section .entry details')) {
          await details.evaluate((element) => {
            element.open = true;
          });
        }
        const found = await page.evaluate(() =>
          window.axe.run({exclude: [['.stage > *']]}, {resultTypes: ['violations']}),
        );
        assert.deepEqual(
          found.violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(', ')}`),
          [],
        );
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      };
      await page.click('#cell-1-1');
      await page.click('.cell-form .statements button[aria-expanded]');
      await check();
      for (const section of ['Fact box', 'Results']) {
        await page.$$eval(
          '.sections button',
          (all, section) => all.find(({innerText}) => innerText.startsWith(section))?.click(),
          section,
        );
        await textOf(page, '#section h2', new RegExp(section));
        await check();
      }
    });
  }
});
