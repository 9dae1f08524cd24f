// @ts-check
/**
 * What every front end has to keep: the tests of an application that a server renders and a browser takes over.
 *
 * Its page has `#first`, prerendered and with data; `#second` after a click on `#go`; and whatever else it tries.
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {prerender} from '../../dist/prerender.js';
import {makeSummit} from '../support/make-summit.js';
import {startPages, watchPage} from '../support/page-server.mjs';
import {bundleApp} from './bundle.mjs';

/**
 * @typedef {ReturnType<typeof makeSummit>} Summit
 * @typedef {{talks: Summit, first: string, second: string, attributed: string}} Props
 *
 * @typedef {object} Server Of an application.
 * @property {(props: Partial<Props>) => string | Promise<string>} render
 * @property {string} [head]
 *
 * @typedef {import('../support/page-server.mjs').Log & {page: import('puppeteer-core').Page}} Opened
 *
 * @typedef {object} Tools For more tests.
 * @property {(options?: {script?: boolean, values?: Partial<Props>, policy?: string}) => Promise<Opened & {html: string}>} open
 * @property {(values?: Partial<Props>, policy?: string) => Promise<Opened & {html: string}>} hydrate
 * @property {(opened: Opened) => Promise<void>} assertQuiet
 * @property {() => Server} server
 * @property {() => Props} props
 */

const talks = {...makeSummit(), id: 'talks'};
const pass = {...makeSummit({views: {facts: {title: 'The pass in brief'}}}), id: 'pass'};
const TITLE = 'The Lake Verra talks in brief';

/** Texts of all claims behind the answers of a fact box. */
const factTexts = talks.claims.filter(({id}) => JSON.stringify(talks.facts).includes(`"${id}"`)).map(({text}) => text);

/**
 * @param {string} name
 * @param {string} app Its folder.
 * @param {import('./bundle.mjs').BundleOptions & {hasLiveBox?: boolean, further?: (tools: Tools) => void}} [options] For `bundleApp`; whether
 *   the page has `#data`, with data and nothing prerendered; and `further`, which registers more tests.
 */
export function tryApp(name, app, {hasLiveBox = false, further, ...options} = {}) {
  describe(name, () => {
    /** @type {Awaited<ReturnType<typeof startPages>>} */
    let pages;
    /** @type {Server} */
    let server;
    /** @type {Props} */
    let props;
    before(async () => {
      const bundled = await bundleApp(app, options);
      server = /** @type {Server} */ (bundled.server);
      const attributes = {heading: 'Ferry & “water” <now>', 'heading-level': '2', lang: 'en-GB', facts: 'who expect'};
      props = {
        talks,
        first: await prerender('fact-box', {data: talks}),
        second: await prerender('fact-box', {data: pass}),
        attributed: await prerender('fact-box', {data: talks, attributes}),
      };
      pages = await startPages({files: {'/client.js': bundled.client}});
    });
    afterEach(() => pages.leave());
    after(() => pages.close());

    /** @type {Tools['open']} */
    async function open({script = true, values = props, policy} = {}) {
      const html = await server.render(values);
      const json = JSON.stringify(values).replaceAll('<', '\\u003c');
      const path = pages.add(
        `<script>seen = []</script>${server.head ?? ''}<div id="app">${html}</div><script type="application/json" id="props">${json}</script>` +
          "<script>first = document.querySelector('summit-fact-box'); nodes = [...first.shadowRoot.childNodes]</script>" +
          '<script type="module" src="/client.js"></script>',
        {strict: false, ...(policy && {headers: {'Content-Security-Policy': policy}})},
      );
      const opened = await pages.visit(path, {script, prepare: script ? [watchPage] : []});
      return {...opened, html};
    }

    /**
     * Opens the page and waits until its data are on screen.
     *
     * @type {Tools['hydrate']}
     */
    async function hydrate(values, policy) {
      const opened = await open({values, policy});
      await opened.page.evaluate(() =>
        window.watch.until(() => window.seen.some((line) => line === 'first summit-load talks')),
      );
      return opened;
    }

    /** @type {Tools['assertQuiet']} */
    async function assertQuiet({page, exceptions}) {
      const {errors, warnings, events, violations} = await page.evaluate(() => window.watch);
      // Svelte and Solid take the development build of all packages.
      const ours = warnings.filter((text) => !text.startsWith('Lit is in dev mode.'));
      assert.deepEqual([errors, ours, exceptions, violations], [[], [], [], []]);
      assert.deepEqual(
        events.filter(({type}) => type === 'summit-error'),
        [],
      );
      assert.ok(events.every(({summit}) => summit !== 'alaska-2025'));
    }

    it('shows every claim without script', async () => {
      const {page} = await open({script: false});
      const text = await page.$eval('summit-fact-box', ({shadowRoot}) => shadowRoot?.textContent ?? '');
      assert.ok(factTexts.length > 3);
      for (const claim of factTexts) assert.ok(text.includes(claim), claim);
      assert.ok(text.includes(TITLE));
    });

    it('keeps the nodes when it hydrates, sets data and hears events, without a warning', async () => {
      const opened = await hydrate();
      const {page} = opened;
      assert.deepEqual(
        await page.evaluate(() => {
          const {first, nodes} = window;
          return {
            same:
              nodes.length > 0 && nodes.every((node) => node.getRootNode() === first.shadowRoot && first.isConnected),
            data: first.data?.id,
            shown: first.shadowRoot?.querySelector('section')?.checkVisibility(),
          };
        }),
        {same: true, data: 'talks', shown: true},
      );
      await assertQuiet(opened);
    });

    it('adopts the box of another page when it navigates', async () => {
      const opened = await hydrate();
      const {page} = opened;
      await page.click('#go');
      await page.evaluate(() =>
        window.watch.until(() => {
          const box = document.querySelector('summit-fact-box#second, #second summit-fact-box');
          return /** @type {HTMLElement | null | undefined} */ (
            box?.shadowRoot?.querySelector('[part=box]')
          )?.innerText.includes('The pass in brief');
        }),
      );
      assert.equal(await page.$('#second > template, #second > * > template, #first'), null);
      await page.click('#go');
      await page.evaluate(() =>
        window.watch.until(() => window.seen.filter((line) => line === 'first summit-load talks').length === 2),
      );
      await assertQuiet(opened);
    });

    if (hasLiveBox) {
      it('shows data without prerendered HTML once it hydrates', async () => {
        const opened = await hydrate();
        const {page} = opened;
        await page.evaluate(() =>
          window.watch.until(() => document.querySelector('#data')?.shadowRoot?.querySelector('h2')),
        );
        assert.match((await page.$eval('#data', ({shadowRoot}) => shadowRoot?.textContent)) ?? '', /Verra/);
        await assertQuiet(opened);
      });
    }

    further?.({open, hydrate, assertQuiet, server: () => server, props: () => props});
  });
}
