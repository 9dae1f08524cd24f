/**
 * The recipes of docs/recipes.md, done: each snippet stands in a page under a strict policy, its script and its styles with it,
 * its data on the server. Needs `npm run build`.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {parse as parseYaml} from 'yaml';
import {blocksOf, readPage} from './pages.mjs';
import {holdClock, startPages, watchPage} from '../support/page-server.mjs';

const recipes = readPage('docs/recipes.md');
const ASSETS = '/assets/summit-embeds/0.1.0';
const SCRIPT = `<script type="module" src="${ASSETS}/summit-embeds.js"></script>`;
const integrity = (file) => JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8')).files[file].integrity;

/** Headings of recipes that a test has done. */
const done = new Set();

/** The blocks of a recipe in a language. */
function codeOf(heading, language) {
  done.add(heading);
  const codes = blocksOf(recipes, language)
    .filter((block) => block.heading === heading)
    .map(({code}) => code);
  assert.ok(codes.length > 0, `${heading}, ${language}`);
  return codes;
}

/** The small summit of the data guide, which the recipes speak of. */
const talks = blocksOf(readPage('docs/data.md'), 'yaml')
  .map(({code}) => parseYaml(code))
  .find(({id}) => id === 'lake-talks');
const corrected = {...talks, ...parseYaml(codeOf('A correction', 'yaml')[0])};
const translated = {...talks, ...parseYaml(codeOf('A translation', 'yaml')[0])};

/** Scripts of recipes, at addresses of their own. */
const scriptHeadings = ['Data from your own script', 'Events for your analytics', 'A button that stops updates'];
const scriptOf = (heading) => {
  done.add(heading);
  return `<script type="module" src="/recipe-${scriptHeadings.indexOf(heading)}.js"></script>`;
};

let pages;

before(async () => {
  pages = await startPages({
    files: {
      ...Object.fromEntries(scriptHeadings.map((heading, i) => [`/recipe-${i}.js`, codeOf(heading, 'js')[0]])),
      '/data/talks.json': JSON.stringify(talks),
      '/corrected/talks.json': JSON.stringify(corrected),
      '/translated/talks.json': JSON.stringify(translated),
      '/translated/talks.de.json': codeOf('A translation', 'json')[0],
    },
    folders: {[ASSETS]: 'dist/embed'},
  });
});

afterEach(() => pages.leave());
after(() => pages?.close());

/** Opens a page with a recipe, and waits until every box on it is done. */
async function open(html, {css, ...options} = {}) {
  const style = css ? `<style>${css}</style>` : '';
  const opened = await pages.open(style + html, {
    prepare: [watchPage],
    styles: css ? ["'unsafe-inline'"] : [],
    ...options,
  });
  await opened.page.evaluate(() =>
    watch.until(() => {
      const boxes = [...document.querySelectorAll('summit-fact-box, summit-goal-comparison, summit-region-list')];
      return boxes.length > 0 && watch.events.filter(({type}) => type !== 'summit-change').length >= boxes.length;
    }),
  );
  return opened;
}

const textsOf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('summit-fact-box, summit-goal-comparison, summit-region-list')].map((box) =>
      box.shadowRoot.querySelector('[part=box]').textContent.replaceAll(/\s+/g, ' '),
    ),
  );
const dataRequests = (requests, folder = 'data') => requests.filter((path) => path.startsWith(`/${folder}/`));

async function assertNoComplaint(page, {console, exceptions}) {
  assert.deepEqual(await page.evaluate(() => [...watch.errors, ...watch.warnings, ...watch.violations]), []);
  assert.deepEqual([...console, ...exceptions], []);
}

describe('recipes', () => {
  it('your own summit: is shown, and asked for again', async () => {
    const [html] = codeOf('Your own summit, with polling', 'html');
    const {page, requests, ...log} = await open(html + SCRIPT, {prepare: [watchPage, holdClock]});
    assert.match((await textsOf(page)).join(), /The lake talks/);
    assert.equal(dataRequests(requests).length, 1);
    // Once the data are shown, the box waits: the first time for the middle between 15 and 60 seconds, without chance.
    await page.evaluate(() => watch.until(() => watch.clock.waits().some((ms) => ms > 30_000)));
    await page.evaluate(() => watch.clock.advance(37_000));
    assert.equal(dataRequests(requests).length, 1);
    const again = page.waitForRequest((request) => request.url().endsWith('/data/talks.json'));
    await page.evaluate(() => watch.clock.advance(1000));
    await again;
    await assertNoComplaint(page, log);
  });

  it('data from your own script: are shown', async () => {
    const {page, ...log} = await pages.open(
      `<summit-fact-box></summit-fact-box>${SCRIPT}${scriptOf('Data from your own script')}`,
      {
        prepare: [watchPage],
      },
    );
    await page.evaluate(() => watch.until(() => watch.events.some(({origin}) => origin === 'data')));
    assert.match((await textsOf(page)).join(), /The lake talks/);
    await assertNoComplaint(page, log);
  });

  it('a fallback: is seen under a line that says so', async () => {
    const [html] = codeOf('A fallback', 'html');
    const {page} = await open(html + SCRIPT);
    assert.deepEqual(await page.evaluate(() => watch.events.map(({code}) => code)), ['http']);
    assert.match((await textsOf(page)).join(), /could not be loaded/);
    assert.ok(await page.$eval('summit-fact-box p', (p) => p.checkVisibility() && p.innerText.includes('Northland')));
  });

  it('several components: request their file once, and each has its own name', async () => {
    const [html] = codeOf('Several components on a page', 'html');
    const {page, requests, ...log} = await open(html + SCRIPT);
    assert.deepEqual(dataRequests(requests), ['/data/talks.json']);
    const texts = await textsOf(page);
    assert.equal(texts.length, 3);
    assert.match(texts[0], /The days of the talks.*4 and 5 May/);
    assert.match(texts[1], /Half of the water/);
    assert.match(texts[2], /The talks in full/);
    await assertNoComplaint(page, log);
  });

  it('a correction: stands under the statement', async () => {
    const {page, ...log} = await open(
      `<summit-goal-comparison src="/corrected/talks.json"></summit-goal-comparison>${SCRIPT}`,
    );
    assert.match(
      (await textsOf(page)).join(),
      /Half of the water.*Correction.*It said: a third of the water\. It now says: half/,
    );
    await assertNoComplaint(page, log);
  });

  it('a translation: shows on a box in that language, the rest in the original', async () => {
    const [html] = codeOf('A translation', 'html');
    const {page, ...log} = await open(html.replace('/data/', '/translated/') + SCRIPT);
    await page.evaluate(() =>
      watch.until(() => watch.text(document.querySelector('summit-goal-comparison')).includes('Englisch')),
    );
    assert.match((await textsOf(page)).join(), /Der Minister von Nordland sagte/);
    await assertNoComplaint(page, log);
  });

  it('a component in a dark page: has its colours, and keeps its own background with a scheme', async () => {
    const [css] = codeOf('A component in a dark page', 'css');
    const [html] = codeOf('A component in a dark page', 'html');
    const {page} = await open(html + SCRIPT, {css, scheme: 'light'});
    const looks = await page.$$eval('summit-fact-box', (boxes) =>
      boxes.map((box) => {
        const {color, backgroundColor, colorScheme} = getComputedStyle(box.shadowRoot.querySelector('[part=box]'));
        return {color, backgroundColor, colorScheme};
      }),
    );
    assert.equal(looks[0].color, 'rgb(227, 228, 230)');
    assert.equal(looks[0].backgroundColor, 'rgba(0, 0, 0, 0)');
    assert.match(looks[0].colorScheme, /dark/);
    assert.equal(looks[1].backgroundColor, 'rgb(255, 255, 255)');
    assert.notEqual(looks[1].color, looks[0].color);
  });

  it('print: is dark on white with the statements open, and leaves out what the page leaves out', async () => {
    const [css] = codeOf('Print', 'css');
    const {page} = await open(`<summit-fact-box></summit-fact-box><summit-region-list></summit-region-list>${SCRIPT}`, {
      css: `:root { color: #fff; background: #000; color-scheme: dark } ${css}`,
    });
    const isShown = () => page.$eval('summit-region-list', (list) => list.checkVisibility());
    assert.ok(await isShown());
    await page.emulateMediaType('print');
    const printed = await page.$eval('summit-fact-box', ({shadowRoot}) => {
      const {color, backgroundColor} = getComputedStyle(shadowRoot.querySelector('[part=box]'));
      return {color, backgroundColor, open: shadowRoot.querySelector('dl details ul').checkVisibility()};
    });
    assert.deepEqual(printed, {color: 'rgb(27, 29, 32)', backgroundColor: 'rgb(255, 255, 255)', open: true});
    assert.equal(await isShown(), false);
    await page.emulateMediaType(undefined);
  });

  it('a link to one statement: opens it', async () => {
    const [html] = codeOf('A link to one statement', 'html');
    const {page, ...log} = await open(html + SCRIPT);
    await page.click('a');
    await page.evaluate(() =>
      watch.until(() => {
        const active = document.querySelector('summit-goal-comparison').shadowRoot.activeElement;
        return active?.closest('details')?.open;
      }),
    );
    await assertNoComplaint(page, log);
  });

  it('events for analytics: report loads and errors', async () => {
    const listen = () => {
      window.counted = [];
      window.addEventListener('count', ({detail}) => window.counted.push(detail));
    };
    const html = '<summit-fact-box></summit-fact-box><summit-region-list summit="none"></summit-region-list>';
    const {page} = await open(scriptOf('Events for your analytics') + html + SCRIPT, {
      prepare: [watchPage, listen],
    });
    const counted = await page.evaluate(() => window.counted);
    assert.deepEqual(
      counted.sort((a, b) => a.what.localeCompare(b.what)),
      [
        {what: 'failed', box: 'summit-region-list', code: 'unknown-summit'},
        {what: 'shown', box: 'summit-fact-box', edition: 'alaska-2025@1', origin: 'bundled'},
      ],
    );
  });

  it('a strict policy: is the one of docs/embedding.md, and boxes with data work under it', async () => {
    const [policy] = codeOf('A strict Content Security Policy', 'csp');
    assert.deepEqual(
      blocksOf(readPage('docs/embedding.md'), 'csp').map(({code}) => code),
      [policy],
    );
    const path = pages.add(`<summit-fact-box src="/data/talks.json"></summit-fact-box>${SCRIPT}`, {
      prepare: [watchPage],
      headers: {'Content-Security-Policy': policy},
    });
    const {page, ...log} = await pages.visit(path);
    await page.evaluate(() => watch.until(() => watch.events.length > 0));
    assert.match((await textsOf(page)).join(), /The lake talks/);
    await assertNoComplaint(page, log);
  });

  it('without a tag manager: one file, pinned and early, and no request beyond it', async () => {
    const [tag, preload] = codeOf('Without a tag manager', 'html').map((html) =>
      html.replaceAll('sha384-…', integrity('summit-embeds.full.js')),
    );
    const {page, requests, ...log} = await open(`${preload}<summit-fact-box></summit-fact-box>${tag}`);
    assert.match((await textsOf(page)).join(), /The Alaska summit in brief/);
    // The other is the test's own.
    assert.deepEqual(
      requests.filter((path) => !path.startsWith('/page-')),
      [`${ASSETS}/summit-embeds.full.js`],
    );
    await assertNoComplaint(page, log);
  });

  it('a button that stops updates: ends polling', async () => {
    const heading = 'A button that stops updates';
    const [html] = codeOf(heading, 'html');
    const {page, requests, ...log} = await open(html + SCRIPT + scriptOf(heading), {prepare: [watchPage, holdClock]});
    await page.click('#stop-news');
    await page.evaluate(() => watch.clock.advance(3_600_000));
    assert.equal(dataRequests(requests).length, 1);
    await assertNoComplaint(page, log);
  });

  it('are all done here', () => {
    const headings = [...recipes.text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    assert.ok(headings.length > 10);
    assert.deepEqual([...done].sort(), headings.sort());
  });
});
