/** Ways to lose work at the desk, none of which loses any. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {readTemplate, startBuilder, textOf} from './builder-page.mjs';
import {dropFile, openSection} from './desk-page.mjs';

const starter = readTemplate('starter.yaml');
const ORIGINAL = /^title: (.*)$/m.exec(starter)[1].replace(/^["']|["']$/g, '');

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

async function press(page, text) {
  await page.waitForFunction(
    (text) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(text));
      button?.click();
      return Boolean(button);
    },
    {},
    text,
  );
}

/** The title as the form shows it. */
async function titleOf(page) {
  await openSection(page, 'Summit');
  return page.$eval('#field-title', (field) => field.value);
}

async function waitForTitle(page, title) {
  await page.waitForSelector('.sections button');
  await openSection(page, 'Summit');
  await page.waitForFunction((title) => document.querySelector('#field-title')?.value === title, {}, title);
}

async function typeTitle(page, text) {
  await openSection(page, 'Summit');
  await page.waitForSelector('#field-title');
  await page.focus('#field-title');
  await page.$eval('#field-title', (field) => field.select());
  await page.keyboard.type(text);
}

const stored = (page) => textOf(page, '.file .state', /kept in this browser/);

let count = 0;

/** A page with an opened file whose title was changed to “Edited”. */
async function edited() {
  count += 1;
  const {page} = await builder.openTab();
  page.setDefaultTimeout(8000);
  // The tab may know a draft of another test. This file is faster than the builder.
  await page.goto(`${builder.url}builder/icon.svg`);
  await page.evaluate(() => {
    sessionStorage.clear();
  });
  await page.goto(`${builder.url}builder/?keep${count}`);
  await page.waitForSelector('.sections');
  await dropFile(page, 'talks.yaml', starter);
  await textOf(page, '.file', /talks\.yaml/);
  await typeTitle(page, 'Edited');
  await stored(page);
  return page;
}

async function undo(page, times = 1) {
  await page.evaluate(() => document.activeElement?.blur());
  for (let i = 0; i < times; i += 1) {
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
  }
}

describe('a page that goes away', () => {
  it('and is loaded again has the draft, and undo still works', async () => {
    const page = await edited();
    await page.reload();
    await waitForTitle(page, 'Edited');
    await undo(page);
    await waitForTitle(page, ORIGINAL);
  });

  it('and is loaded again has what was undone, to be done again', async () => {
    const page = await edited();
    await undo(page);
    await waitForTitle(page, ORIGINAL);
    await page.reload();
    await waitForTitle(page, ORIGINAL);
    await press(page, 'Redo');
    await waitForTitle(page, 'Edited');
  });

  it('right after a keystroke has that keystroke', async () => {
    const page = await edited();
    await page.focus('#field-title');
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page.reload();
    await waitForTitle(page, 'Edited!');
  });

  it('for another one, and comes back', async () => {
    const page = await edited();
    await page.goto('about:blank');
    await page.goBack();
    await waitForTitle(page, 'Edited');
  });

  it('because it is closed: another tab lists the draft', async () => {
    const page = await edited();
    await typeTitle(page, 'Closed tab');
    await stored(page);
    const other = await builder.context.newPage();
    await page.goto('about:blank');
    await other.goto(`${builder.url}builder/`);
    await press(other, 'Closed tab');
    await waitForTitle(other, 'Closed tab');
    await other.close();
  });

  it('because it crashes: another tab lists the draft', async () => {
    const page = await builder.context.newPage();
    await page.goto(`${builder.url}builder/?crash`);
    await page.waitForSelector('.sections');
    await dropFile(page, 'talks.yaml', starter);
    await textOf(page, '.file', /talks\.yaml/);
    await typeTitle(page, 'Crashed tab');
    await stored(page);
    await page.goto('chrome://crash').catch(() => undefined);
    const other = await builder.context.newPage();
    await other.goto(`${builder.url}builder/?after-crash`);
    await press(other, 'Crashed tab');
    await waitForTitle(other, 'Crashed tab');
    await Promise.all([other.close(), page.close().catch(() => undefined)]);
  });

  it('while there is no network keeps what was typed meanwhile', async () => {
    const page = await edited();
    await page.setOfflineMode(true);
    await typeTitle(page, 'Typed offline');
    await stored(page);
    await page.setOfflineMode(false);
    await page.reload();
    await waitForTitle(page, 'Typed offline');
  });
});

describe('something that can’t be opened', () => {
  for (const [what, name, content, message] of [
    ['broken JSON', 'a.json', '{"title": ', /isn’t valid JSON/],
    ['broken YAML', 'a.yaml', 'title: "open\nid: x', /isn’t valid YAML/],
    ['a list', 'a.json', '[1, 2]', /no fields/],
    ['an empty file', 'a.yaml', '', /no fields|empty/],
    ['a text where a list belongs', 'a.json', '{"claims": "none"}', /can’t be edited here/],
    ['a number where a text belongs', 'a.json', '{"title": 5}', /can’t be edited here/],
    ['bytes that aren’t UTF-8', 'a.yaml', [0xff, 0xfe, 0x00], /isn’t UTF-8/],
    ['more than 2 MB', 'a.json', `"${'x'.repeat(2_100_000)}"`, /larger than 2 MB/],
    ['another version of the format', 'b.json', '{"schemaVersion": "9.0", "title": 7}', /can’t be edited here/],
  ]) {
    it(`says why and leaves the draft: ${what}`, async () => {
      const page = await edited();
      await dropFile(page, name, content);
      await textOf(page, '.caution', message);
      assert.equal(await titleOf(page), 'Edited');
      await page.reload();
      await waitForTitle(page, 'Edited');
    });
  }

  it('at an address that doesn’t answer as it should leaves the page as it is', async () => {
    const page = await builder.context.newPage();
    await page.goto(`${builder.url}builder/?address`);
    await page.waitForSelector('#address');
    for (const [address, message] of [
      [`${builder.url}builder/missing.yaml`, /error 404/],
      [`${builder.url}builder/index.html`, /isn’t valid|no fields/],
      ['https://127.0.0.1:1/talks.yaml', /can’t be read from here/],
    ]) {
      await page.$eval('#address', (field, address) => (field.value = address), address);
      await press(page, 'Open');
      await page.$eval('form:has(#address)', (form) => form.requestSubmit());
      await textOf(page, '.caution', message);
    }
    await page.close();
  });
});

describe('another summit', () => {
  for (const [what, open, title] of [
    ['a new one', (page) => press(page, 'New summit'), ''],
    ['another file', (page) => dropFile(page, 'climate.json', readTemplate('climate-talks.json')), undefined],
  ]) {
    it(`leaves the draft in the list: ${what}`, async () => {
      const page = await edited();
      await typeTitle(page, `Before ${what}`);
      await stored(page);
      await open(page);
      await page.waitForFunction(() => !/talks\.yaml/.test(document.querySelector('.file')?.textContent ?? ''));
      if (title !== undefined) assert.equal(await titleOf(page), title);
      const other = await builder.context.newPage();
      await other.goto(`${builder.url}builder/?list`);
      await press(other, `Before ${what}`);
      await waitForTitle(other, `Before ${what}`);
      await other.close();
    });
  }

  it('stays when another draft is deleted', async () => {
    const page = await edited();
    await typeTitle(page, 'To delete');
    await stored(page);
    const other = await builder.context.newPage();
    await other.goto(`${builder.url}builder/?delete`);
    await dropFile(other, 'kept.yaml', starter);
    await typeTitle(other, 'To keep');
    await stored(other);
    await press(page, 'Delete this draft');
    await page.waitForFunction(() => /New summit/.test(document.querySelector('.file')?.textContent ?? ''));
    await other.reload();
    await waitForTitle(other, 'To keep');
    await other.close();
  });
});

describe('the two views', () => {
  it('show the same draft, and going between them loses nothing', async () => {
    const page = await edited();
    await press(page, 'Place');
    await page.waitForSelector('#snippet, #choices');
    await press(page, 'Write');
    await waitForTitle(page, 'Edited');
    await page.evaluate(() => {
      location.hash = '#element=fact-box';
    });
    await page.waitForSelector('#choices');
    await press(page, 'Write');
    await waitForTitle(page, 'Edited');
  });
});

describe('two tabs with one draft', () => {
  it('never overwrite each other: one can only read, until it takes over', async () => {
    const page = await edited();
    await typeTitle(page, 'First tab');
    await stored(page);
    const opened = new Promise((resolve) => {
      page.once('popup', resolve);
    });
    // A tab that a page opens has a copy of its session.
    await page.evaluate(() => {
      window.open(location.href, '_blank');
    });
    const other = await opened;
    await textOf(other, '.caution', /open in another tab/);
    await typeTitle(other, 'Second tab');
    await waitForTitle(other, 'First tab');
    await page.bringToFront();
    await typeTitle(page, 'First tab, later');
    await other.bringToFront();
    await press(other, 'Go on here');
    await waitForTitle(other, 'First tab, later');
    await typeTitle(other, 'Second tab');
    await textOf(page, '.caution', /open in another tab/);
    await page.bringToFront();
    await typeTitle(page, 'Lost?');
    await waitForTitle(page, 'First tab, later');
    await other.bringToFront();
    assert.equal(await titleOf(other), 'Second tab');
    await other.close();
  });
});

describe('storage that doesn’t work', () => {
  for (const [what, name, message] of [
    ['is full', 'QuotaExceededError', /storage is full/],
    ['is forbidden', 'SecurityError', /stores nothing for this page/],
  ]) {
    it(`is told, the file can be downloaded, and leaving asks first: it ${what}`, async () => {
      const page = await builder.context.newPage();
      await page.evaluateOnNewDocument((name) => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('No', name);
        };
      }, name);
      await page.goto(`${builder.url}builder/?full`);
      await page.waitForSelector('.sections');
      await dropFile(page, 'talks.yaml', starter);
      await textOf(page, '.file', /talks\.yaml/);
      await typeTitle(page, 'Not stored');
      await textOf(page, '.caution', message);
      const asked = new Promise((resolve) => {
        page.once('dialog', resolve);
      });
      await page.close({runBeforeUnload: true});
      const dialog = await asked;
      assert.equal(dialog.type(), 'beforeunload');
      await dialog.dismiss();
      assert.equal(await titleOf(page), 'Not stored');
      await page.close();
    });
  }
});

describe('a file that the command desk serves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summit-embeds-desk-'));
  after(() => {
    rmSync(folder, {recursive: true, force: true});
  });

  async function startDesk(name) {
    const path = join(folder, name);
    writeFileSync(path, starter);
    const desk = spawn(process.execPath, ['dist/cli/bin.js', 'desk', path, '--port', '0', '--no-open']);
    const address = await new Promise((resolve) => {
      let text = '';
      for (const stream of [desk.stdout, desk.stderr])
        stream.on('data', (chunk) => {
          text += chunk;
          const found = /http:\/\/\S+/.exec(text);
          if (found) resolve(found[0]);
        });
    });
    const page = await builder.context.newPage();
    await page.goto(address);
    await waitForTitle(page, ORIGINAL);
    const stop = async () => {
      await page.close().catch(() => undefined);
      desk.kill();
    };
    return {page, path, desk, stop};
  }

  const save = async (page) => {
    await press(page, 'Save');
  };

  it('is saved in place, with its comments', async () => {
    const {page, path, stop} = await startDesk('saved.yaml');
    await typeTitle(page, 'Saved in place');
    await save(page);
    await textOf(page, '.file .state', /Saved/);
    assert.equal(readFileSync(path, 'utf8'), starter.replace(ORIGINAL, 'Saved in place'));
    await stop();
  });

  it('can be undone after saving, and saved again', async () => {
    const {page, path, stop} = await startDesk('undone.yaml');
    await typeTitle(page, 'Too early');
    await save(page);
    await textOf(page, '.file .state', /Saved/);
    await undo(page);
    await waitForTitle(page, ORIGINAL);
    await save(page);
    await textOf(page, '.file .state', /Saved/);
    assert.equal(readFileSync(path, 'utf8'), starter);
    await stop();
  });

  it('isn’t overwritten when another program changed it', async () => {
    const {page, path, stop} = await startDesk('changed.yaml');
    await typeTitle(page, 'Mine');
    const theirs = starter.replace(ORIGINAL, 'Theirs');
    writeFileSync(path, theirs);
    await save(page);
    await textOf(page, '.caution', /Another program changed the file/);
    assert.equal(readFileSync(path, 'utf8'), theirs);
    await press(page, 'Take its version');
    await waitForTitle(page, 'Theirs');
    await undo(page);
    await waitForTitle(page, 'Mine');
    await stop();
  });

  it('is overwritten only when the editor says so', async () => {
    const {page, path, stop} = await startDesk('overwritten.yaml');
    await typeTitle(page, 'Mine');
    writeFileSync(path, starter.replace(ORIGINAL, 'Theirs'));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await textOf(page, '.caution', /Another program changed the file/);
    await press(page, 'Keep mine');
    await textOf(page, '.file .state', /Saved/);
    assert.match(readFileSync(path, 'utf8'), /^title: Mine$/m);
    await stop();
  });

  it('that changed while the page was away is noticed when the draft comes back', async () => {
    const {page, path, stop} = await startDesk('away.yaml');
    await typeTitle(page, 'Mine');
    await stored(page);
    writeFileSync(path, starter.replace(ORIGINAL, 'Theirs'));
    await page.reload();
    await textOf(page, '.caution', /Another program changed the file/);
    await waitForTitle(page, 'Mine');
    assert.match(readFileSync(path, 'utf8'), /Theirs/);
    await stop();
  });

  it('that is gone is told, and the draft stays', async () => {
    const {page, path, stop} = await startDesk('gone.yaml');
    await typeTitle(page, 'Mine');
    unlinkSync(path);
    await save(page);
    await textOf(page, '.caution', /changed the file|couldn’t be saved/);
    assert.equal(await titleOf(page), 'Mine');
    await stop();
  });

  it('whose server has ended is told, and the draft stays', async () => {
    const {page, desk, stop} = await startDesk('ended.yaml');
    await typeTitle(page, 'Mine');
    desk.kill();
    await new Promise((resolve) => desk.once('exit', resolve));
    await save(page);
    await textOf(page, '.caution', /doesn’t answer/);
    assert.equal(await titleOf(page), 'Mine');
    await stop();
  });
});
