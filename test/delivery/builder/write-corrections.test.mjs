/** A correction as an editor writes it: compare with the published edition, say what happened, take the file. */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {startDataServer} from '../../support/data-server.mjs';
import {makeTalks, startBuilder, textOf} from './builder-page.mjs';
import {downloaded, dropFile} from './desk-page.mjs';
import {EditorHands} from './editor-hands.mjs';

let builder;
let data;

before(async () => {
  [builder, data] = await Promise.all([startBuilder(), startDataServer()]);
});

afterEach(async () => {
  await builder.leave();
  data.forget();
});

after(async () => {
  await Promise.all([builder?.close(), data?.close()]);
});

/** The published edition, and the draft with other words in its first statement. */
function makeEditions() {
  const published = makeTalks();
  const draft = makeTalks();
  draft.claims[0].text = 'Other words.';
  return {published, draft};
}

/** Opens a draft that was dropped on the page. */
async function openDraft(draft, reader = {}) {
  const tab = await builder.openTab(reader);
  const {page} = tab;
  // A tab of an earlier test would open its draft again.
  await page.evaluateOnNewDocument(() => sessionStorage.clear());
  await page.goto(`${builder.url}builder/`);
  await page.waitForSelector('.sections');
  await dropFile(page, 'talks.json', JSON.stringify(draft));
  await textOf(page, '.file-bar', /talks/);
  return tab;
}

/** Opens Corrections with a draft. */
async function openCorrections(draft, reader = {}) {
  const tab = await openDraft(draft, reader);
  await press(tab.page, 'Corrections');
  await textOf(tab.page, '#section h2', /Corrections/);
  return tab;
}

function press(page, label) {
  return page.$$eval(
    'button',
    (buttons, label) => buttons.find(({innerText}) => innerText.trim().startsWith(label))?.click(),
    label,
  );
}

describe('a correction', () => {
  it('is one choice: the note, its statement and the number of the edition are written by themselves', async () => {
    const {published, draft} = makeEditions();
    const {page} = await openCorrections(draft);
    await dropFile(page, 'published.json', JSON.stringify(published), '.file-field');
    await textOf(page, '#section', /1 difference, 1 without a note/);
    assert.match(await textOf(page, '.difference', /Other words/), new RegExp(published.claims[0].text.slice(0, 20)));
    await press(page, 'We were wrong');
    await textOf(page, '#section', /1 difference, 0 without a note/);
    const {revision, changes} = await downloaded(page);
    const {date, ...entry} = changes.at(-1);
    assert.match(date, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual([revision, changes.length], [published.revision + 1, published.changes.length + 1]);
    assert.deepEqual(entry, {
      kind: 'correction',
      text: `It said: “${published.claims[0].text}” It now says: “Other words.”`,
      targets: [published.claims[0].id],
      revision: published.revision + 1,
    });
  });

  it('of one statement is mostly typing what readers will see, from the published file to the corrected one', async (t) => {
    const published = makeTalks();
    const folder = mkdtempSync(join(tmpdir(), 'summit-embeds-'));
    const path = join(folder, 'published.json');
    writeFileSync(path, JSON.stringify(published));
    const {page} = await openDraft(published, {width: 1280});
    const hands = new EditorHands(page);
    const now = 'The coastal states ask for a fund for losses of 40 billion dollars a year.';
    await hands.open('Article');
    await hands.click('[data-entry="claims[0]"] > details > summary');
    await hands.type('[data-path="claims[0].text"]', now, 'text');
    await hands.open('Corrections');
    await hands.chooseFile('#published-file', path);
    await hands.clickText('.difference button', 'We were wrong');
    rmSync(folder, {recursive: true});
    const made = await downloaded(page);
    const {kind, targets, text} = made.changes.at(-1);
    assert.deepEqual([kind, targets, made.claims[0].text], ['correction', [published.claims[0].id], now]);
    assert.equal(text, `It said: “${published.claims[0].text}” It now says: “${now}”`);
    t.diagnostic(hands.describe());
    assert.ok(hands.otherPercent <= 20, hands.describe());
    assert.ok(hands.counts.actions <= 10, hands.describe());
    assert.deepEqual(hands.idsTyped(made), []);
  });

  it('withdraws a statement by keyboard only once the one that is meant is reached', async () => {
    const {page} = await openCorrections(makeTalks());
    const entries = () => page.$$eval('[data-entry^="changes["]', ({length}) => length);
    const before = await entries();
    await page.focus('#withdraw');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await page.$eval('#withdraw', ({options}) => options[2].value);
    assert.equal(await page.$eval('#withdraw', ({value}) => value), second);
    assert.equal(await entries(), before);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (before) => document.querySelectorAll('[data-entry^="changes["]').length === before + 1,
      {},
      before,
    );
    const {changes} = await downloaded(page);
    assert.ok(changes.some(({kind, targets}) => kind === 'withdrawal' && targets.includes(second)));
  });

  it('compares with an address only when the editor asks', async () => {
    const {published, draft} = makeEditions();
    data.put('/published.json', published);
    const address = data.url('/published.json');
    const {page, requests} = await openCorrections(draft);
    await page.type('#published-address', address);
    assert.equal(requests.filter((url) => url === address).length, 0);
    await press(page, 'Load');
    await textOf(page, '#section', /1 difference, 1 without a note/);
    assert.equal(requests.filter((url) => url === address).length, 1);
  });

  it('refuses another summit', async () => {
    const {published, draft} = makeEditions();
    const {page} = await openCorrections(draft);
    await dropFile(
      page,
      'other.json',
      JSON.stringify({...published, id: 'other', title: 'Other talks'}),
      '.file-field',
    );
    await textOf(page, '#section .fault', /“other\.json” is another summit, “Other talks”/);
  });
});

for (const width of [390, 1280]) {
  it(`meets no barrier that axe finds, and nothing is wider than ${width} px`, async () => {
    const {published, draft} = makeEditions();
    const {page} = await openCorrections(draft, {width});
    await page.evaluate(axe.source);
    const check = async () => {
      const {violations} = await page.evaluate(() =>
        window.axe.run({exclude: [['.stage > *']]}, {resultTypes: ['violations']}),
      );
      assert.deepEqual(
        violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(', ')}`),
        [],
      );
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    };
    await check();
    await dropFile(page, 'published.json', JSON.stringify(published), '.file-field');
    await textOf(page, '#section', /1 difference, 1 without a note/);
    await press(page, 'We were wrong');
    await page.click('#section .entry:last-child summary');
    await page.waitForSelector('#section .entry .body');
    await check();
  });
}
