/** Translating in the desk: an editor adds a language, types, sees the boxes in it, and takes the file along. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {startBuilder, textOf, type} from './builder-page.mjs';
import {dropFile} from './desk-page.mjs';
import {EditorHands} from './editor-hands.mjs';

const TEMPLATE = 'templates/climate-talks.json';

let builder;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'summit-embeds-'));
  builder = await startBuilder();
});

afterEach(() => builder.leave());

after(async () => {
  await builder?.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Opens the template, its translations, and German. */
async function openGerman() {
  const tab = await builder.openTab({width: 1280});
  const {page} = tab;
  // A tab of an earlier test would open its draft again.
  await page.evaluateOnNewDocument(() => sessionStorage.clear());
  await page.goto(`${builder.url}builder/`);
  await press(page, 'Climate talks with five sides');
  await page.waitForFunction(() => !document.querySelector('.start'));
  await press(page, 'Translations');
  await page.waitForSelector('#translation-add');
  await page.select('#translation-add', 'de');
  await page.waitForSelector('.texts');
  return tab;
}

/** Presses the button with this text, also one that is folded away. */
async function press(page, text) {
  const button = await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('button')].find(
        (button) => button.innerText.trim().startsWith(text) || button.textContent.trim() === text,
      ),
    {},
    text,
  );
  await button.evaluate((element) => {
    const details = element.closest('details');
    if (details) details.open = true;
    element.focus();
  });
  await page.keyboard.press('Enter');
}

/** Presses a download button, and returns the path of the file. */
async function download(page, text) {
  const cdp = await page.browser().target().createCDPSession();
  await cdp.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: builder.context.id,
    downloadPath: folder,
    eventsEnabled: true,
  });
  const names = new Map();
  cdp.on('Browser.downloadWillBegin', ({guid, suggestedFilename}) => names.set(guid, suggestedFilename));
  const saved = new Promise((resolve) => {
    cdp.on('Browser.downloadProgress', ({guid, state}) => state === 'completed' && resolve(names.get(guid)));
  });
  await press(page, text);
  const name = await saved;
  await cdp.detach();
  return join(folder, name);
}

const field = (key) => `[data-text="${key}"]`;
const stageSays = (page, text) =>
  page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('.write-preview .stage > *')].some((box) =>
        box.shadowRoot?.textContent.includes(text),
      ),
    {polling: 50},
    text,
  );

const readData = (name) => JSON.parse(readFileSync(join('dist/data', name), 'utf8'));

describe('a whole translation', () => {
  it('is typed from the first text to the last, and nothing else but keys to go on', async (t) => {
    const german = readData('alaska-2025.de.json');
    const {page} = await builder.openTab({width: 1280});
    await page.evaluateOnNewDocument(() => sessionStorage.clear());
    await page.goto(`${builder.url}builder/`);
    await page.waitForSelector('.sections');
    await dropFile(page, 'alaska-2025.json', JSON.stringify(readData('alaska-2025.json')));
    await textOf(page, '.file-bar', /alaska/);
    const hands = new EditorHands(page);
    await hands.open('Translations');
    await hands.choose('#translation-add', 'German');
    await hands.click('.texts textarea');
    for (;;) {
      const key = await page.evaluate(() => document.activeElement?.getAttribute('data-text'));
      if (key === null) break;
      if (german.texts[key] !== undefined) await hands.typeHere(german.texts[key], 'text', {isAtOnce: true});
      await hands.press('Tab');
    }
    await hands.click('#translation-machine');
    const made = JSON.parse(readFileSync(await download(page, 'Download for your site'), 'utf8'));
    assert.deepEqual([made.lang, made.machine, made.texts], ['de', true, german.texts]);
    t.diagnostic(`${Object.keys(german.texts).length} texts: ${hands.describe()}`);
    assert.ok(hands.otherPercent <= 20, hands.describe());
    assert.deepEqual(hands.idsTyped(readData('alaska-2025.json')), []);
  });
});

describe('a translation', () => {
  it('is typed, previewed, undone by the field, and downloaded in valid files', async () => {
    const {page, consoleErrors} = await openGerman();
    const {claims, actors} = JSON.parse(readFileSync(TEMPLATE, 'utf8'));
    const [claim, actor] = [`claims.${claims[0].id}.text`, `actors.${actors[0].id}.shortName`];
    const nameKey = (await page.$(field(actor))) ? actor : `actors.${actors[0].id}.name`;
    await textOf(page, '#section', /0 of \d+ texts translated/);

    await page.click('#translation-preview');
    await page.focus(field(nameKey));
    await page.keyboard.type('Küstenstaaten', {delay: 1});
    await stageSays(page, 'Küstenstaaten');
    await type(page, field(claim), 'Ein deutscher Satz.');
    await textOf(page, '#section', /2 of \d+ texts translated/);
    assert.equal(await page.$eval('.write-preview .stage > *', ({lang}) => lang), 'de');

    for (const [button, name] of [
      ['Download for your site', 'climate-talks-2032.de.json'],
      ['Download for a translator', 'climate-talks-2032.de.yaml'],
    ]) {
      const path = await download(page, button);
      assert.equal(path, join(folder, name));
      assert.match(readFileSync(path, 'utf8'), /Küstenstaaten/);
      const {status, stdout, stderr} = spawnSync(process.execPath, ['dist/cli/bin.js', 'validate', TEMPLATE, path], {
        encoding: 'utf8',
      });
      assert.equal(status, 0, stdout + stderr);
    }

    // Each field is one step.
    await press(page, 'Undo');
    await textOf(page, '#section', /1 of \d+ texts translated/);
    await press(page, 'Undo');
    await textOf(page, '#section', /0 of \d+ texts translated/);
    assert.equal(await page.$eval(field(nameKey), ({value}) => value), '');
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(consoleErrors, []);
  });

  it('stays listed while it is typed, also among those that are missing', async () => {
    const {page} = await openGerman();
    await page.click('[name=translation-filter][value=missing]');
    const key = await page.$eval('.texts textarea', ({dataset}) => dataset.text);
    await page.focus(field(key));
    await page.keyboard.type('Deutsch', {delay: 1});
    assert.equal(await page.$eval(field(key), ({value}) => value), 'Deutsch');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.text), key);
    await page.click('[name=translation-filter][value=all]');
    await page.click('[name=translation-filter][value=missing]');
    await page.waitForFunction((selector) => !document.querySelector(selector), {}, field(key));
  });

  it('is imported, or refused with what is wrong', async () => {
    const {page} = await openGerman();
    const {id, revision} = JSON.parse(readFileSync(TEMPLATE, 'utf8'));
    const importFile = async (name, value) => {
      const path = join(folder, name);
      writeFileSync(path, JSON.stringify(value));
      const input = await page.$('#translation-import');
      await input.uploadFile(path);
    };
    const file = {schemaVersion: '1.0', of: {id, revision}, lang: 'fr', texts: {title: 'Négociations'}};
    await importFile('bad.json', {...file, texts: {titel: 'x'}});
    await textOf(page, '#section', /“bad\.json” can’t be imported:\s+texts\.titel: no text of the summit has this key/);
    await importFile('good.json', file);
    await textOf(page, '#section', /French[^]*1 of \d+ texts translated/);
    assert.equal(await page.$eval(field('title'), ({value}) => value), 'Négociations');
  });

  it('meets no barrier that axe finds, and has room, wide and narrow', async () => {
    const {page} = await openGerman();
    await page.evaluate(axe.source);
    for (const [width, scheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ]) {
      await builder.dress(page, {width, scheme});
      const violations = await page.evaluate(async () => {
        const found = await window.axe.run({exclude: [['.stage > *']]}, {resultTypes: ['violations']});
        return found.violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 120))]);
      });
      assert.deepEqual(violations, [], String(width));
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(overflow, 0, String(width));
    }
  });
});
