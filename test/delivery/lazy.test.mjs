/** The small script of prerendered snippets: it loads the elements when a reader or a box needs them, and not before. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {parse} from 'yaml';
import {prerender} from '../../dist/prerender.js';
import {startPages, watchPage} from '../support/page-server.mjs';

const LAZY = '/embed/summit-embeds.lazy.js';
const SCRIPT = `<script async src="${LAZY}"></script>`;
const talks = parse(readFileSync('templates/starter.yaml', 'utf8'));

let pages;
before(async () => {
  pages = await startPages({
    files: {
      '/data/talks.json': JSON.stringify(talks),
      '/data/later.json': JSON.stringify({...talks, revision: talks.revision + 1, title: 'The later talks', views: {}}),
    },
  });
});
after(() => pages.close());
afterEach(() => pages.leave());

const own = (attributes = {}) => prerender('fact-box', {data: talks, attributes});
const bundled = () => prerender('fact-box');

const open = async (html, options = {}) => {
  // Styles that a policy refuses are another matter.
  const opened = await pages.open(html, {strict: false, prepare: [watchPage], ...options});
  await opened.page.waitForFunction(() => document.readyState === 'complete');
  return opened;
};
const loaded = (page) => page.waitForFunction(() => customElements.get('summit-fact-box') !== undefined);
/** What the page has asked for, once everything that was to be asked for is on its way. */
const settled = async ({page, requests}) => {
  // Puppeteer sometimes misses the end of a request. Then everything was asked for long before.
  await page.waitForNetworkIdle({idleTime: 300, timeout: 5000}).catch(() => undefined);
  return requests;
};
const isDefined = (page) => page.evaluate(() => customElements.get('summit-fact-box') !== undefined);

describe('the small script', () => {
  it('defines nothing and asks for nothing while nobody does anything, and leaves no name behind', async () => {
    const names = () => Object.getOwnPropertyNames(window).filter((name) => name !== 'watch');
    const {page: bare} = await open('<p>Story</p>');
    const usual = await bare.evaluate(names);
    const opened = await open(`<p>Story</p>${await own()}${await bundled()}${SCRIPT}${SCRIPT}`);
    assert.deepEqual([...new Set(await settled(opened))], [LAZY]);
    assert.equal(await isDefined(opened.page), false);
    assert.deepEqual(
      (await opened.page.evaluate(names)).filter((name) => !usual.includes(name)),
      [],
    );
  });

  const acts = {
    'points at a box': (page) => page.hover('summit-fact-box'),
    'touches a box': (page) => page.tap('summit-fact-box'),
    'clicks in a box': (page) => page.click('summit-fact-box'),
    'moves the focus into a box': async (page) => {
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
    },
  };
  for (const [act, run] of Object.entries(acts)) {
    it(`loads the elements when a reader ${act}, and what stands there stays`, async () => {
      const {page, requests} = await open((await own()) + SCRIPT);
      await page.evaluate(() => {
        window.shown = document.querySelector('summit-fact-box').shadowRoot.querySelector('[part=box]');
      });
      await run(page);
      await loaded(page);
      assert.ok(
        await page.evaluate(
          () => document.querySelector('summit-fact-box').shadowRoot.querySelector('[part=box]') === window.shown,
        ),
      );
      assert.ok(requests.includes('/embed/summit-elements.js'), requests.join());
      assert.deepEqual(await page.evaluate(() => window.watch.errors), []);
    });
  }

  it('gives a statement that was opened first its actions', async () => {
    const {page} = await open((await own()) + SCRIPT);
    await page.evaluate(() => {
      const details = document.querySelector('summit-fact-box').shadowRoot.querySelector('dl details');
      details.querySelector('summary').click();
    });
    await page.waitForFunction(() =>
      document.querySelector('summit-fact-box').shadowRoot.querySelector('dl [open] .acts button'),
    );
  });

  it('brings the bundled summit to a box of that, and not to others', async () => {
    const {page, requests} = await open((await bundled()) + SCRIPT);
    await page.hover('summit-fact-box');
    await page.waitForFunction(() => window.watch.events.some(({type}) => type === 'summit-load'));
    assert.deepEqual(
      requests.filter((path) => path.endsWith('.js') && !path.includes('chunks')),
      [LAZY, '/embed/summit-embeds.js'],
    );
  });

  it('opens the statement that the address names, with what a mailer has appended', async () => {
    const id = talks.facts.flatMap(({claims = []}) => claims)[0];
    const path = pages.add((await own()) + SCRIPT, {strict: false});
    for (const tail of ['', '?utm_source=nl', '&fbclid=x', '%20']) {
      const {page} = await pages.visit(`${path}#summit-${talks.id}-${id}${tail}`, {prepare: [watchPage]});
      await page.waitForFunction(
        (id) => document.querySelector('summit-fact-box').shadowRoot.activeElement?.dataset.id === id,
        {},
        id,
      );
      await pages.leave();
    }
  });

  it('opens a statement when the address changes', async () => {
    const id = talks.facts.flatMap(({claims = []}) => claims)[0];
    const {page} = await open((await own()) + SCRIPT);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#summit-${talks.id}-${id}`);
    await page.waitForFunction(
      (id) => document.querySelector('summit-fact-box').shadowRoot.activeElement?.dataset.id === id,
      {},
      id,
    );
  });

  it('follows data at an address at once', async () => {
    const {page} = await open((await own({src: '/data/later.json'})) + SCRIPT);
    await page.waitForFunction(() =>
      document.querySelector('summit-fact-box').shadowRoot.textContent.includes('The later talks'),
    );
  });

  it('loads the elements for a box that a script inserts, and for one that is empty', async () => {
    for (const html of [await own(), '<summit-fact-box></summit-fact-box>']) {
      const {page} = await open(`<main></main>${SCRIPT}`);
      await page.evaluate((html) => {
        document.querySelector('main').innerHTML = html;
      }, html);
      await page.waitForFunction(() => document.querySelector('summit-fact-box').shadowRoot?.querySelector('dl'));
      assert.deepEqual(await page.evaluate(() => window.watch.errors), []);
      await pages.leave();
    }
  });

  it('works where a consent tool runs it later, as a module, or a second time', async () => {
    for (const type of ['', 'module']) {
      const {page} = await open(`${await own()}<script type="text/plain" src="${LAZY}"></script>`);
      await page.evaluate(
        async (src, type) => {
          for (let i = 0; i < 2; i += 1) {
            const script = Object.assign(document.createElement('script'), {src, type});
            const ran = new Promise((resolve) => script.addEventListener('load', resolve));
            document.head.append(script);
            await ran;
          }
        },
        LAZY,
        type,
      );
      await page.hover('summit-fact-box');
      await loaded(page);
      assert.deepEqual(await page.evaluate(() => window.watch.errors), []);
      await pages.leave();
    }
  });

  it('watches a page once, however many snippets and visits bring it', async () => {
    const countListeners = () => {
      window.listeners = 0;
      const {addEventListener} = window;
      window.addEventListener = function (type, ...rest) {
        if (type === 'touchstart') window.listeners += 1;
        return addEventListener.call(this, type, ...rest);
      };
    };
    const {page} = await open((await own()) + SCRIPT + SCRIPT, {prepare: [countListeners]});
    const runAgain = (src) =>
      new Promise((resolve) => {
        const script = Object.assign(document.createElement('script'), {src});
        script.addEventListener('load', resolve);
        document.head.append(script);
      });
    await page.evaluate(runAgain, LAZY);
    assert.equal(await page.evaluate(() => window.listeners), 1);
    // A router that only tells the history of a visit: the script is run again.
    const id = talks.facts.flatMap(({claims = []}) => claims)[0];
    await page.evaluate((hash) => history.pushState({}, '', hash), `#summit-${talks.id}-${id}`);
    await page.evaluate(runAgain, LAZY);
    await page.waitForFunction(
      (id) => document.querySelector('summit-fact-box').shadowRoot.activeElement?.dataset.id === id,
      {},
      id,
    );
  });

  it('works in a page that a preview writes anew', async () => {
    const {page} = await open((await own()) + SCRIPT);
    const html = `<!doctype html><p>Changed</p>${await own()}${SCRIPT}`;
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, html);
    await page.waitForFunction(() => document.querySelector('p')?.textContent === 'Changed');
    await page.waitForFunction(() => document.readyState === 'complete');
    await page.hover('summit-fact-box');
    await loaded(page);
  });

  it('loads nothing a second time where the elements are there already', async () => {
    const opened = await open(
      `${await own()}<script type="module" src="/embed/summit-embeds.full.js"></script>${SCRIPT}`,
    );
    await loaded(opened.page);
    await opened.page.hover('summit-fact-box');
    assert.deepEqual(
      (await settled(opened)).filter((path) => /summit-e[a-z]+\.js/.test(path)),
      [],
    );
  });

  it('gives a box its look where a policy refuses the styles in the page', async () => {
    const {page} = await open((await own()) + SCRIPT, {strict: true});
    await page.waitForFunction(() => {
      const box = document.querySelector('summit-fact-box').shadowRoot.querySelector('[part=box]');
      return getComputedStyle(box).borderBlockStartWidth === '3px';
    });
  });
});
