/**
 * What every front end has to keep: the tests of an application that a server renders and a browser takes over.
 *
 * Its page has `#first`, prerendered and with data; `#second` after a click on `#go`; and whatever else it tries.
 */
/* global first, nodes, seen, watch */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {prerender} from '../../dist/prerender.js';
import {makeSummit} from '../support/make-summit.js';
import {startPages, watchPage} from '../support/page-server.mjs';
import {bundleApp} from './bundle.mjs';

const talks = {...makeSummit(), id: 'talks'};
const pass = {...makeSummit({views: {facts: {title: 'The pass in brief'}}}), id: 'pass'};
const TITLE = 'The Lake Verra talks in brief';

/** Texts of all claims behind the answers of a fact box. */
const factTexts = talks.claims.filter(({id}) => JSON.stringify(talks.facts).includes(`"${id}"`)).map(({text}) => text);

/**
 * @param {string} name
 * @param {string} app Its folder.
 * @param {object} [options] For `bundleApp`; and `further`, which registers more tests.
 */
export function tryApp(name, app, {further, ...options} = {}) {
  describe(name, () => {
    let pages;
    let server;
    let client;
    let props;
    before(async () => {
      ({server, client} = await bundleApp(app, options));
      const attributes = {heading: 'Ferry & “water” <now>', 'heading-level': '2', lang: 'en-GB', facts: 'who expect'};
      props = {
        talks,
        first: await prerender('fact-box', {data: talks}),
        second: await prerender('fact-box', {data: pass}),
        attributed: await prerender('fact-box', {data: talks, attributes}),
      };
      pages = await startPages({files: {'/client.js': client}});
    });
    afterEach(() => pages.leave());
    after(() => pages.close());

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

    /** Opens the page and waits until its data are on screen. */
    async function hydrate(values, policy) {
      const opened = await open({values, policy});
      await opened.page.evaluate(() => watch.until(() => seen.some((line) => line === 'first summit-load talks')));
      return opened;
    }

    async function assertQuiet({page, exceptions}) {
      const {errors, warnings, events, violations} = await page.evaluate(() => watch);
      // Svelte and Solid take the development build of all packages.
      const ours = warnings.filter((text) => !text.startsWith('Lit is in dev mode.'));
      assert.deepEqual([errors, ours, exceptions, violations], [[], [], [], []]);
      assert.deepEqual(events.filter(({type}) => type === 'summit-error'), []);
      assert.ok(events.every(({summit}) => summit !== 'alaska-2025'));
    }

    it('shows every claim without script', async () => {
      const {page} = await open({script: false});
      const text = await page.$eval('summit-fact-box', ({shadowRoot}) => shadowRoot.textContent);
      assert.ok(factTexts.length > 3);
      for (const claim of factTexts) assert.ok(text.includes(claim), claim);
      assert.ok(text.includes(TITLE));
    });

    it('keeps the nodes when it hydrates, sets data and hears events, without a warning', async () => {
      const opened = await hydrate();
      const {page} = opened;
      assert.deepEqual(
        await page.evaluate(() => ({
          same: nodes.length > 0 && nodes.every((node) => node.getRootNode() === first.shadowRoot && first.isConnected),
          data: first.data.id,
          shown: first.shadowRoot.querySelector('section').checkVisibility(),
        })),
        {same: true, data: 'talks', shown: true},
      );
      await assertQuiet(opened);
    });

    it('adopts the box of another page when it navigates', async () => {
      const opened = await hydrate();
      const {page} = opened;
      await page.click('#go');
      await page.evaluate(() => watch.until(() => {
        const box = document.querySelector('summit-fact-box#second, #second summit-fact-box');
        return box?.shadowRoot?.querySelector('[part=box]')?.innerText.includes('The pass in brief');
      }));
      assert.equal(await page.$('#second > template, #second > * > template, #first'), null);
      await page.click('#go');
      await page.evaluate(() => watch.until(() => seen.filter((line) => line === 'first summit-load talks').length === 2));
      await assertQuiet(opened);
    });

    further?.({open, hydrate, assertQuiet, server: () => server, props: () => props});
  });
}
