/**
 * What a reader can do with a box, on a publisher's page under the strictest policy: copy a statement, come to it by an
 * address, keep the data. Live and prerendered.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {parseSummit} from '../../dist/data/parse-summit.js';
import {alaska2025} from '../../dist/data/summits/alaska-2025.js';
import {prerender, styleHash} from '../../dist/prerender.js';
import {refuseRequests, startPages, watchPage} from '../support/page-server.mjs';

const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';
const climate = JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'));

let pages;
before(async () => {
  pages = await startPages({files: {'/climate.json': JSON.stringify(climate)}});
});
afterEach(() => pages.leave());
after(() => pages?.close());

/** Opens a page with one box, and waits until it is there. */
async function open(html, {hash = '', ...options} = {}) {
  const styles = [`'${await styleHash('goal-comparison')}'`];
  const visit = await pages.visit(pages.add(html + SCRIPT, {styles}) + hash, {...options, prepare: [watchPage]});
  await visit.page.evaluate(() =>
    watch.until(() => document.querySelector('[id=box]').shadowRoot?.querySelector('[part=heading]')),
  );
  return visit;
}

/** In a page: opens the details whose line says this, and waits for its actions. */
async function unfold(text) {
  const {shadowRoot} = document.querySelector('[id=box]');
  const details = [...shadowRoot.querySelectorAll('details')].find(({textContent}) => textContent.includes(text));
  details.open = true;
  await watch.until(() => details.querySelector('button'));
}

/** In a page: presses a button of an entry that says this. */
function press(entry, label) {
  const {shadowRoot} = document.querySelector('[id=box]');
  const item = [...shadowRoot.querySelectorAll('[open] li')].find(({textContent}) => textContent.includes(entry));
  [...item.querySelectorAll('button')].find(({textContent}) => textContent === label).click();
}

/** In a page: stands in for the reader's clipboard, which asks for leave. */
function holdClipboard() {
  window.copied = [];
  navigator.clipboard.writeText = async (text) => {
    window.copied.push(text);
  };
}

const demand = 'Putin has persistently demanded that Ukraine cede the four regions.';

describe('copying a statement', () => {
  const expected = (address) =>
    [
      demand,
      'Reported: Putin · paragraph 3',
      alaska2025.sources.find(({role}) => role === 'reporting').title,
      'Written before the meeting, undated.',
      `${address}#summit-alaska-2025-putin-demands`,
    ].join('\n');
  /** The source's address, where the data have it, follows its title. */
  const withoutUrl = (text) => text.replace(/ – https?:\S+$/m, '');

  for (const [name, make] of [
    ['of a live box', async () => '<summit-goal-comparison id="box"></summit-goal-comparison>'],
    [
      'of a prerendered one',
      async () => (await prerender('goal-comparison')).replace('<summit-goal-comparison', '$& id="box"'),
    ],
  ]) {
    it(`${name} gives what is said, by whom, how certain, from where, as of when, and its address`, async () => {
      const {page} = await open(await make());
      await page.evaluate(holdClipboard);
      await page.evaluate(unfold, demand);
      await page.evaluate(press, demand, 'Copy');
      await page.evaluate(() => watch.until(() => window.copied.length > 0));
      const [text] = await page.evaluate(() => window.copied);
      assert.equal(withoutUrl(text), expected(page.url()));
      // What came of it stands beside the button, where a screen reader hears of it.
      await page.evaluate(() =>
        watch.until(() =>
          [...document.querySelector('[id=box]').shadowRoot.querySelectorAll('[aria-live=polite]')].some(
            ({textContent}) => textContent === 'Copied',
          ),
        ),
      );
      const {violations, errors} = await page.evaluate(() => watch);
      assert.deepEqual([...violations, ...errors], []);
    });
  }

  it('works where the page may not use the clipboard, and says so where no page may', async () => {
    const {page} = await open('<summit-goal-comparison id="box"></summit-goal-comparison>');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
      window.copied = [];
      window.addEventListener('copy', (event) => window.copied.push(event.clipboardData.getData('text/plain')));
      document.execCommand = (command) => {
        if (command === 'copy' && !window.refuse)
          document.dispatchEvent(
            new ClipboardEvent('copy', {clipboardData: new DataTransfer(), bubbles: true, cancelable: true}),
          );
        return true;
      };
    });
    await page.evaluate(unfold, demand);
    await page.evaluate(press, demand, 'Copy');
    const said = (text) =>
      page.evaluate(
        (text) =>
          watch.until(() =>
            document.querySelector('[id=box]').shadowRoot.querySelector('[part=box]').innerText.includes(text),
          ),
        text,
      );
    await said('Copied');
    await page.evaluate(() => {
      window.refuse = true;
    });
    await page.evaluate(press, demand, 'Copy');
    await said('Couldn’t copy. Select the text and copy it manually.');
  });

  it('names the page by its canonical address, if that is of the same site', async () => {
    const {page} = await open(
      '<link rel="canonical" href="/article"><summit-goal-comparison id="box"></summit-goal-comparison>',
    );
    await page.evaluate(holdClipboard);
    await page.evaluate(unfold, demand);
    await page.evaluate(press, demand, 'Copy');
    await page.evaluate(() => watch.until(() => window.copied.length > 0));
    const [text] = await page.evaluate(() => window.copied);
    assert.equal(text.split('\n').at(-1), `${pages.origin}/article#summit-alaska-2025-putin-demands`);
  });
});

describe('an address that names a statement', () => {
  for (const [name, make] of [
    ['live', async () => '<summit-goal-comparison id="box"></summit-goal-comparison>'],
    ['prerendered', async () => (await prerender('goal-comparison')).replace('<summit-goal-comparison', '$& id="box"')],
    ['from a file', async () => '<summit-goal-comparison id="box" src="/climate.json"></summit-goal-comparison>'],
  ]) {
    it(`opens it in a box that is ${name}, brings it into view and focuses it`, async () => {
      const {id, claims, positions} = climate;
      const own = claims.find((claim) => claim.id === positions[2].claims[0]);
      const [hash, text] =
        name === 'from a file' ? [`#summit-${id}-${own.id}`, own.text] : ['#summit-alaska-2025-putin-demands', demand];
      const {page} = await open(`<p style="height:4000px">Text</p>${await make()}`, {hash});
      await page.evaluate(
        (text) =>
          watch.until(() => document.querySelector('[id=box]').shadowRoot.activeElement?.innerText.startsWith(text)),
        text,
      );
      const {
        top,
        bottom,
        open: details,
      } = await page.evaluate(() => {
        const {activeElement} = document.querySelector('[id=box]').shadowRoot;
        const {top, bottom} = activeElement.getBoundingClientRect();
        return {top, bottom, open: activeElement.closest('details').open};
      });
      assert.ok(top >= 0 && bottom <= 600, `from ${top} to ${bottom}`);
      assert.ok(details);
    });
  }
});

describe('getting the data', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'summit-'));
  });
  after(() => rmSync(folder, {recursive: true}));

  /** Saves the data of a box, and returns what is in the file. */
  async function save(box, {id, revision}) {
    const {page} = await open(box);
    const cdp = await page.createCDPSession();
    await cdp.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      browserContextId: page.browserContext().id,
      downloadPath: folder,
      eventsEnabled: true,
    });
    const saved = new Promise((resolve) => {
      cdp.on('Browser.downloadProgress', ({state}) => {
        if (state === 'completed') resolve();
      });
    });
    await page.evaluate(unfold, 'Sources and key');
    await page.evaluate(press, '@', 'Get the data');
    await saved;
    const {violations, errors} = await page.evaluate(() => watch);
    assert.deepEqual([...violations, ...errors], []);
    return JSON.parse(readFileSync(path.join(folder, `${id}@${revision}.json`), 'utf8'));
  }

  it('saves what is on screen as a file that is a data file again', async () => {
    const saved = await save('<summit-fact-box id="box" src="/climate.json"></summit-fact-box>', climate);
    assert.deepEqual(saved, climate);
  });

  it('saves the bundled summit, of which the script has only an outline', async () => {
    const saved = await save('<summit-fact-box id="box"></summit-fact-box>', alaska2025);
    assert.deepEqual(parseSummit(saved).issues, undefined);
    const texts = ({claims}) => claims.map(({text}) => text);
    assert.deepEqual(texts(saved), texts(alaska2025));
  });
});

describe('until a reader does something', () => {
  it('nothing of it is loaded; then the files of what it can do are, and the data that it copies', async () => {
    const {page, requests} = await open('<summit-region-list id="box"></summit-region-list>');
    assert.deepEqual(requests, ['/embed/summit-embeds.js']);
    await page.evaluate(unfold, demand);
    assert.deepEqual(
      requests.slice(1).map((path) => path.replace(/-[\w-]{6}\.js$/, '')),
      ['/embed/chunks/bundled-summits', '/embed/chunks/interactions', '/embed/chunks/messages'],
    );
  });

  it('and it looks the same in a box that takes the place of a prerendered one later', async () => {
    const html = (await prerender('goal-comparison')).replace('<summit-goal-comparison', '$& id="box"');
    const {page} = await open(html);
    const lookOf = async () => {
      await page.evaluate(unfold, demand);
      return page.evaluate(() => {
        const {shadowRoot} = document.querySelector('[id=box]');
        const {borderStyle, backgroundColor, cursor} = getComputedStyle(shadowRoot.querySelector('[open] button'));
        return {borderStyle, backgroundColor, cursor};
      });
    };
    const before = await lookOf();
    assert.equal(before.cursor, 'pointer');
    await page.evaluate(() => {
      document.querySelector('[id=box]').setAttribute('heading', 'Another heading');
      return watch.until(
        () =>
          document.querySelector('[id=box]').shadowRoot.querySelector('[part=heading]').textContent ===
          'Another heading',
      );
    });
    assert.deepEqual(await lookOf(), before);
  });

  it('and where that file is lost, the box is as it was', async () => {
    const {page} = await open('<summit-region-list id="box"></summit-region-list>', {fresh: true});
    await refuseRequests(page, 'interactions');
    const refused = new Promise((resolve) => {
      page.once('requestfailed', resolve);
    });
    await page.evaluate(() => {
      document.querySelector('[id=box]').shadowRoot.querySelector('details').open = true;
    });
    const failed = await refused;
    assert.match(failed.url(), /interactions/);
    const {errors, events} = await page.evaluate(() => watch);
    assert.deepEqual(errors, []);
    assert.deepEqual(
      events.map(({type}) => type),
      ['summit-load'],
    );
  });
});
