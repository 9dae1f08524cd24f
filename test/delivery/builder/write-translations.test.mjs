/** Translating in the desk: an editor adds a language, types, sees the boxes in it, and takes the file along. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {startBuilder, textOf, type} from './builder-page.mjs';
import {downloaded, dropFile} from './desk-page.mjs';
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
  // A tab of an earlier test would open its draft again.
  await tab.page.evaluateOnNewDocument(() => sessionStorage.clear());
  await addGerman(tab.page);
  return tab;
}

async function addGerman(page) {
  await page.goto(`${builder.url}builder/`);
  await press(page, 'Climate talks with five sides');
  await page.waitForFunction(() => !document.querySelector('.start'));
  await press(page, 'Translations');
  await page.waitForSelector('#translation-add');
  await page.select('#translation-add', 'de');
  await page.waitForSelector('.texts');
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

  it('is open again after a reload, also beside another one', async () => {
    const page = await builder.context.newPage();
    await addGerman(page);
    await page.select('#translation-add', 'fr');
    await textOf(page, '#section h3', /French/);
    for (const [lang, name] of [
      ['de', 'German'],
      ['fr', 'French'],
    ]) {
      await page.select('#translation-open', lang);
      await textOf(page, '#section h3', new RegExp(name));
      // It is kept with the draft.
      await page.waitForFunction(
        async (lang) => {
          const request = indexedDB.open('summit-embeds-desk');
          const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
          const all = database.transaction('drafts').objectStore('drafts').getAll();
          await new Promise((resolve) => (all.onsuccess = resolve));
          database.close();
          return all.result.some(({draft}) => draft.openLanguage === lang);
        },
        {polling: 100},
        lang,
      );
      await page.reload();
      await press(page, 'Translations');
      await textOf(page, '#section h3', new RegExp(name));
      assert.equal(await page.$eval('#translation-open', ({value}) => value), lang);
    }
    await page.close();
  });

  it('is added by keyboard only once its language is reached', async () => {
    const {page} = await openGerman();
    await page.focus('#translation-add');
    // A letter finds a language, which may not be the one that is meant.
    await page.keyboard.press('S');
    await page.waitForFunction(() => document.querySelector('#translation-add').value !== '');
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await page.$$eval('#translation-open option', (all) => all.map(({value}) => value)), ['de']);
    const chosen = await page.$eval('#translation-add', ({value}) => value);
    await page.keyboard.press('Enter');
    await page.waitForFunction((lang) => document.querySelector('#translation-open')?.value === lang, {}, chosen);
  });

  it('is a file of its own: what no file has is named, and a reload loses none of it', async () => {
    // A tab of its own, which knows its draft after a reload.
    const page = await builder.context.newPage();
    await addGerman(page);
    const unsaved = () => page.$eval('.file', (place) => place.innerText);
    assert.doesNotMatch(await unsaved(), /Not downloaded/);
    await type(page, field('title'), 'Klimagespräche');
    await textOf(page, '.file', /Not downloaded yet: German/);
    await textOf(page, '#section', /A translation is a file of its own: saving the summit doesn’t write it\. Its last/);
    await page.reload();
    await textOf(page, '.file', /Not downloaded yet: German/);
    // The only translation is open, so that it doesn't look lost.
    await press(page, 'Translations');
    await page.waitForFunction(
      (selector) => document.querySelector(selector)?.value === 'Klimagespräche',
      {},
      field('title'),
    );
    await download(page, 'Download for your site');
    await textOf(page, '#section', /Its file has all that is written here/);
    assert.doesNotMatch(await unsaved(), /Not downloaded/);
    await page.reload();
    await textOf(page, '.file', /kept in this browser/);
    assert.doesNotMatch(await unsaved(), /Not downloaded/);
    // The same text again is the same file.
    await press(page, 'Translations');
    await page.waitForSelector(field('title'));
    await type(page, field('title'), 'Gespräche');
    await textOf(page, '.file', /Not downloaded yet: German/);
    await type(page, field('title'), 'Klimagespräche');
    await page.waitForFunction(() => !/Not downloaded/.test(document.querySelector('.file').innerText));
    await page.close();
  });

  it('that isn’t in a file is asked about before the page is left, if the browser stores nothing', async () => {
    const page = await builder.context.newPage();
    await page.evaluateOnNewDocument(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No', 'QuotaExceededError');
      };
    });
    await page.goto(`${builder.url}builder/?unstored`);
    await page.waitForSelector('.sections');
    const talks = JSON.parse(readFileSync(TEMPLATE, 'utf8'));
    const translations = [{lang: 'de', src: 'talks.de.json'}];
    await dropFile(page, 'talks.json', JSON.stringify({...talks, translations}));
    await textOf(page, '.file', /talks\.json/);
    const file = {schemaVersion: '1.0', of: {id: talks.id, revision: talks.revision}, lang: 'de', texts: {title: 'A'}};
    await dropFile(page, 'talks.de.json', JSON.stringify(file));
    await page.waitForSelector(field('title'));
    // The files have everything.
    assert.doesNotMatch(await textOf(page, '.file', /talks\.json/), /Not downloaded/);
    await type(page, field('title'), 'Klimagespräche');
    await textOf(page, '.file', /Not downloaded yet: German/);
    const asked = new Promise((resolve) => {
      page.once('dialog', resolve);
    });
    await page.close({runBeforeUnload: true});
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.accept();
  });

  it('is downloaded with the name that the summit keeps', async () => {
    const {page} = await builder.openTab({width: 1280});
    await page.evaluateOnNewDocument(() => sessionStorage.clear());
    await page.goto(`${builder.url}builder/`);
    await press(page, 'Summit');
    await page.waitForSelector('#field-title');
    await type(page, '#field-title', 'Talks on the lake');
    await press(page, 'Translations');
    await page.waitForSelector('#translation-add');
    await page.select('#translation-add', 'de');
    await page.waitForSelector(field('title'));
    await type(page, field('title'), 'Gespräche am See');
    const path = await download(page, 'Download for your site');
    assert.equal(path, join(folder, 'talks-on-the-lake.de.json'));
    const {id, translations} = await downloaded(page);
    assert.equal(JSON.parse(readFileSync(path, 'utf8')).of.id, id);
    assert.deepEqual(translations, [{lang: 'de', src: 'talks-on-the-lake.de.json'}]);
  });

  it('made by a machine says so in the preview, as it does to readers', async () => {
    const {page, consoleErrors} = await openGerman();
    const note = 'Maschinell übersetzt, von niemandem geprüft.';
    const says = () =>
      page.$$eval(
        '.write-preview .stage > *',
        (boxes, note) => boxes.map((box) => box.shadowRoot.textContent.includes(note)),
        note,
      );
    const {actors, topics} = JSON.parse(readFileSync(TEMPLATE, 'utf8'));
    await type(page, field(`actors.${actors[0].id}.name`), 'Küstenstaaten');
    await page.click('#translation-preview');
    await stageSays(page, 'Küstenstaaten');
    assert.deepEqual(await says(), [false, false, false]);
    await page.click('#translation-machine');
    await stageSays(page, note);
    await page.waitForFunction(
      (note) =>
        [...document.querySelectorAll('.write-preview .stage > *')].every((box) =>
          box.shadowRoot.textContent.includes(note),
        ),
      {polling: 50},
      note,
    );
    // A text that isn't translated is in the language of the original, for screen readers too.
    const lang = await page.$eval(
      '.write-preview summit-goal-comparison',
      (box, text) => {
        const all = [...box.shadowRoot.querySelectorAll('*')];
        return all.findLast(({textContent}) => textContent.trim() === text)?.closest('[lang]')?.lang;
      },
      topics[0].label,
    );
    assert.equal(lang, 'en');
    await page.click('#translation-machine');
    await page.waitForFunction(
      (note) =>
        ![...document.querySelectorAll('.write-preview .stage > *')].some((box) =>
          box.shadowRoot.textContent.includes(note),
        ),
      {polling: 50},
      note,
    );
    assert.deepEqual(consoleErrors, []);
  });

  it('that is dropped on the page is imported into its summit, from any section', async () => {
    const {page} = await openGerman();
    const {id, revision} = JSON.parse(readFileSync(TEMPLATE, 'utf8'));
    const file = {schemaVersion: '1.0', of: {id, revision}, lang: 'fr', texts: {title: 'Négociations'}};
    await press(page, 'Sources');
    await textOf(page, '#section h2', /Sources/);
    await dropFile(page, 'talks.fr.json', JSON.stringify(file));
    await textOf(page, '#section', /French[^]*1 of \d+ texts translated/);
    await textOf(page, '.said', /Imported talks\.fr\.json: French, 1 text\./);
    assert.equal(await page.$eval(field('title'), ({value}) => value), 'Négociations');
    await textOf(page, '.file', /climate-talks\.json/);
    assert.doesNotMatch(await page.$eval('.file', (place) => place.innerText), /Not downloaded yet: French/);
    await press(page, 'Undo');
    // The other one is the only one again.
    await textOf(page, '#section h3', /^German$/);
    assert.equal(await page.$eval(field('title'), ({value}) => value), '');

    // Of another summit, and with a text that the summit doesn't have.
    await dropFile(page, 'lake.fr.json', JSON.stringify({...file, of: {id: 'lake-verra', revision: 1}}));
    await textOf(
      page,
      '.caution',
      /“lake\.fr\.json” is a translation, “Négociations”, but not of “[^”]+”\. Open the summit that it translates, then/,
    );
    assert.doesNotMatch(await page.$eval('.caution', (place) => place.innerText), /lake-verra/);
  });

  it('that is dropped before its summit is open says what to do first', async () => {
    const {page} = await builder.openTab({width: 1280});
    await page.evaluateOnNewDocument(() => sessionStorage.clear());
    await page.goto(`${builder.url}builder/`);
    await page.waitForSelector('.start');
    const file = {schemaVersion: '1.0', of: {id: 'lake', revision: 1}, lang: 'de', texts: {title: 'Am See'}};
    await dropFile(page, 'lake.de.json', JSON.stringify(file));
    await textOf(page, '.caution', /“lake\.de\.json” is a translation, “Am See”\. First open the summit/);
    assert.ok(await page.$('.start'));
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
    await textOf(
      page,
      '#section',
      /“bad\.json” can’t be imported:\s+“titel”: the summit has no such text; perhaps this is meant: Name of the summit\./,
    );
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
