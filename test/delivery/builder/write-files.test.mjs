/**
 * Files that the browser opens and saves in place. A test can't use the browser's dialogs, so the page has a stand-in for
 * the two pickers, and for what the editor answers when the browser asks for permission. The files are real: handles of
 * the browser's own file system for this origin.
 */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {readTemplate, startBuilder, textOf, type} from './builder-page.mjs';
import {openSection} from './desk-page.mjs';

const starter = readTemplate('starter.yaml');
const ORIGINAL = /^title: (.*)$/m.exec(starter)[1].replace(/^["']|["']$/g, '');
const withTitle = (title) => starter.replace(ORIGINAL, title);

let builder;

before(async () => {
  builder = await startBuilder();
});

after(async () => {
  await builder?.close();
});

/**
 * Replaces the pickers. `window.editor` says what the editor does in the next dialog: the name of a file to choose, or
 * nothing to close it; and what they answer when asked for permission. A handle from a picker may be read at once and
 * changed once the editor allows it; after a reload, it may do neither until the editor allows it again.
 */
function standInForPickers() {
  const allowed = new Set();
  const readable = new Set();
  window.editor = {chooses: undefined, answers: 'granted', asked: [], suggested: undefined};
  const stateOf = (name) => (allowed.has(name) ? 'granted' : 'prompt');
  Object.assign(FileSystemFileHandle.prototype, {
    async queryPermission() {
      return stateOf(this.name);
    },
    async requestPermission() {
      window.editor.asked.push(this.name);
      if (window.editor.answers === 'granted') allowed.add(this.name);
      return stateOf(this.name) === 'granted' ? 'granted' : window.editor.answers;
    },
  });
  const {getFile, createWritable} = FileSystemFileHandle.prototype;
  const isOwn = Symbol('own');
  FileSystemFileHandle.prototype.getFile = function () {
    if (!this[isOwn] && !allowed.has(this.name) && !readable.has(this.name))
      return Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
    return getFile.call(this);
  };
  FileSystemFileHandle.prototype.createWritable = function () {
    if (!allowed.has(this.name)) return Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
    return createWritable.call(this);
  };
  const choose = async () => {
    const {chooses} = window.editor;
    if (chooses === undefined) throw new DOMException('The user aborted a request.', 'AbortError');
    window.editor.chooses = undefined;
    readable.add(chooses);
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle(chooses, {create: true});
  };
  window.showOpenFilePicker = async () => [await choose()];
  window.showSaveFilePicker = async ({suggestedName}) => {
    window.editor.suggested = suggestedName;
    const handle = await choose();
    // The browser asks in the dialog itself.
    allowed.add(handle.name);
    return handle;
  };
  /** Another program: it needs nobody's permission. */
  const own = async (name) => {
    const folder = await navigator.storage.getDirectory();
    return Object.assign(await folder.getFileHandle(name, {create: true}), {[isOwn]: true});
  };
  window.otherProgram = {
    read: async (name) => (await getFile.call(await own(name))).text(),
    write: async (name, text) => {
      const writable = await createWritable.call(await own(name));
      await writable.write(text);
      await writable.close();
    },
  };
}

const read = (page, name) => page.evaluate((name) => window.otherProgram.read(name), name);
const write = (page, name, text) => page.evaluate((...file) => window.otherProgram.write(...file), name, text);
const does = (page, what) => page.evaluate((what) => Object.assign(window.editor, what), what);
const asked = (page) => page.evaluate(() => window.editor.asked);

async function press(page, text) {
  await page.waitForFunction(
    (text) => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find((one) => one.textContent?.trim().startsWith(text));
      button?.click();
      return Boolean(button);
    },
    {},
    text,
  );
}

async function typeTitle(page, text) {
  await openSection(page, 'Summit');
  await page.waitForSelector('#field-title');
  await type(page, '#field-title', text);
}

async function waitForTitle(page, title) {
  await page.waitForSelector('.sections button');
  await openSection(page, 'Summit');
  await page.waitForFunction((title) => document.querySelector('#field-title')?.value === title, {}, title);
}

const kept = (page) => textOf(page, '.file .state', /kept in this browser/);

/** The page, and `talks.yaml` on the disk, opened through the picker. */
async function openTalks(page) {
  await write(page, 'talks.yaml', starter);
  await does(page, {chooses: 'talks.yaml'});
  await press(page, 'Open a file');
  await textOf(page, '.file', /talks\.yaml/);
}

describe('a file that the browser opens', () => {
  let page;

  beforeEach(async () => {
    page = await builder.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.evaluateOnNewDocument(standInForPickers);
    await page.goto(`${builder.url}builder/?files`);
    await page.waitForSelector('.start');
  });

  it('is saved in place, with its comments, after one question', async () => {
    await openTalks(page);
    await typeTitle(page, 'Saved in place');
    assert.deepEqual(await asked(page), []);
    await press(page, 'Save');
    await textOf(page, '.file .state', /Saved/);
    assert.equal(await read(page, 'talks.yaml'), withTitle('Saved in place'));
    await typeTitle(page, 'Saved again');
    await press(page, 'Save');
    await textOf(page, '.said', /Saved talks\.yaml/);
    await page.waitForFunction(async () => /Saved again/.test(await window.otherProgram.read('talks.yaml')));
    assert.deepEqual(await asked(page), ['talks.yaml']);
    await page.close();
  });

  it('is not opened if the dialog is closed, and nothing is said or lost', async () => {
    await press(page, 'Open a file');
    await page.waitForSelector('.start');
    assert.equal(await page.$('.caution'), null);
    // A new summit, and a closed dialog for its file.
    await typeTitle(page, 'Not saved yet');
    await kept(page);
    await press(page, 'Save');
    await page.waitForFunction(() => window.editor.suggested !== undefined);
    assert.equal(await page.$('.caution'), null);
    assert.doesNotMatch(await page.$eval('.file', (place) => place.innerText), /Saved/);
    await waitForTitle(page, 'Not saved yet');
    // Next time, a file is chosen.
    await does(page, {chooses: 'new.yaml'});
    await press(page, 'Save');
    await textOf(page, '.file', /new\.yaml\s+Saved/);
    assert.match(await read(page, 'new.yaml'), /^title: Not saved yet$/m);
    await page.close();
  });

  it('stays as it is if the editor refuses, and can be saved when asked again', async () => {
    await openTalks(page);
    await typeTitle(page, 'Refused');
    await does(page, {answers: 'denied'});
    await press(page, 'Save');
    await textOf(page, '.said', /Not saved: the browser wasn’t allowed to change the file\. Save again, or download/);
    assert.equal(await read(page, 'talks.yaml'), starter);
    assert.doesNotMatch(await page.$eval('.file', (place) => place.innerText), /Saved/);
    // The question may be closed, too, without an answer.
    await does(page, {answers: 'prompt'});
    await press(page, 'Save');
    await page.waitForFunction(() => window.editor.asked.length === 2);
    await textOf(page, '.said', /Not saved/);
    assert.equal(await read(page, 'talks.yaml'), starter);
    await does(page, {answers: 'granted'});
    await press(page, 'Save');
    await textOf(page, '.file .state', /Saved/);
    assert.equal(await read(page, 'talks.yaml'), withTitle('Refused'));
    await page.close();
  });

  it('is asked for again after a reload, and what changed on the disk meanwhile isn’t overwritten', async () => {
    await openTalks(page);
    await typeTitle(page, 'Mine');
    await kept(page);
    await page.reload();
    await waitForTitle(page, 'Mine');
    // The page may not read the file yet, so it can't know of changes. It says nothing wrong, and asks on saving.
    assert.equal(await page.$('.caution'), null);
    assert.deepEqual(await asked(page), []);
    await write(page, 'talks.yaml', withTitle('Theirs'));
    await press(page, 'Save');
    await textOf(page, '.caution', /Another program changed the file/);
    assert.deepEqual(await asked(page), ['talks.yaml']);
    assert.equal(await read(page, 'talks.yaml'), withTitle('Theirs'));
    await press(page, 'Keep mine');
    await textOf(page, '.file .state', /Saved/);
    assert.equal(await read(page, 'talks.yaml'), withTitle('Mine'));
    await page.close();
  });

  it('that may not be read or changed after a reload leaves the draft as it is', async () => {
    await openTalks(page);
    await typeTitle(page, 'Mine');
    await kept(page);
    await page.reload();
    await waitForTitle(page, 'Mine');
    await does(page, {answers: 'denied'});
    await press(page, 'Save');
    await textOf(page, '.said', /Not saved: the browser wasn’t allowed/);
    await waitForTitle(page, 'Mine');
    assert.equal(await read(page, 'talks.yaml'), starter);
    await page.close();
  });

  it('that another program changed is noticed when the editor comes back, and its version can be taken', async () => {
    await openTalks(page);
    await typeTitle(page, 'Mine');
    await write(page, 'talks.yaml', withTitle('Theirs'));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await textOf(page, '.caution', /Another program changed the file/);
    await press(page, 'Take its version');
    await waitForTitle(page, 'Theirs');
    await press(page, 'Undo');
    await waitForTitle(page, 'Mine');
    await press(page, 'Save');
    await textOf(page, '.file .state', /Saved/);
    assert.equal(await read(page, 'talks.yaml'), withTitle('Mine'));
    await page.close();
  });

  it('is left alone by “Save as”, which makes another one', async () => {
    await openTalks(page);
    await typeTitle(page, 'A copy');
    await does(page, {chooses: 'copy.yaml'});
    await press(page, 'Save as');
    await textOf(page, '.file', /copy\.yaml\s+Saved/);
    assert.deepEqual([await read(page, 'talks.yaml'), await read(page, 'copy.yaml')], [starter, withTitle('A copy')]);
    await page.close();
  });
});
