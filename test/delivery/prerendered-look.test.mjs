/**
 * A prerendered box as readers see it: without script it looks as the live one does, and when the script comes nothing
 * moves, nothing doubles, nothing closes. The pictures that were compared are in build/look/.
 */
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import puppeteer from 'puppeteer-core';
import {contentHash} from '../../dist/data/content-hash.js';
import {prerender, styleHash} from '../../dist/prerender.js';
import {findEngines} from '../../tools/engines.mjs';
import {startPages, watchPage} from '../support/page-server.mjs';
import {box, claimsIn, claimsOf, ELEMENTS, summits} from '../support/prerendered.mjs';

const [alaska, german, talks] = summits;
const climate = {...talks.summit, hash: await contentHash(talks.summit)};
/** Left out where others are asked for alone. */
const firefox = (await findEngines()).find(({name}) => name === 'firefox') ?? {missing: 'left out'};
const FILE = '/embed/summit-embeds.js';
const SCRIPT = `<script type="module" src="${FILE}"></script>`;
const tagOf = (element) => `summit-${element}`;

/** Until when the server keeps the script back, if it does. */
let held;
let pages;

before(async () => {
  mkdirSync('build/look', {recursive: true});
  pages = await startPages({
    files: {'/climate.json': JSON.stringify(climate)},
    hold: (path) => (path === FILE ? held : undefined),
  });
});

afterEach(async () => {
  held = undefined;
  await pages.leave();
});

after(async () => {
  await pages?.close();
});

/** The live element for a prerendered one: the same tag without what is in it. */
const empty = (html) => html.replace(/^(<[^>]+>)[^]*(<\/[^>]+>)$/, '$1$2');

const sheet = (html) =>
  `<meta name="viewport" content="width=device-width"><style>:root{color-scheme:light dark}body{margin:16px;font-family:Georgia,"DejaVu Serif",serif}</style><body>${html}`;

/** In a page: all elements have drawn what they are to draw. */
async function settle(tags) {
  for (const element of document.querySelectorAll(tags.join())) {
    await customElements.whenDefined(element.localName);
    await element.updateComplete;
    while (!element.shadowRoot.querySelector('[part=box] h3')) await new Promise(requestAnimationFrame);
  }
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

async function picture(page, element) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const handle = await page.$(tagOf(element));
  return PNG.sync.read(Buffer.from(await handle.screenshot()));
}

describe('without script', () => {
  for (const element of ELEMENTS) {
    for (const width of [320, 1200]) {
      for (const scheme of ['light', 'dark']) {
        it(`a ${element} looks as the live one does, ${width} px wide, ${scheme}`, async (t) => {
          const html = await box(element, alaska);
          const options = {strict: false, viewport: {width, height: 900}, scheme};
          const {page: bare} = await pages.open(sheet(html), {...options, script: false});
          const still = await picture(bare, element);
          const {page} = await pages.open(sheet(empty(html)) + SCRIPT, options);
          await page.evaluate(settle, ELEMENTS.map(tagOf));
          const live = await picture(page, element);
          const name = `build/look/${element}-${width}-${scheme}`;
          writeFileSync(`${name}-prerendered.png`, PNG.sync.write(still));
          writeFileSync(`${name}-live.png`, PNG.sync.write(live));
          assert.ok(still.width > width - 60 && still.height > 200, `${still.width} × ${still.height}`);
          assert.deepEqual([still.width, still.height], [live.width, live.height]);
          const {data} = still;
          assert.ok(data.some((value, i) => i % 4 < 3 && value !== data[i % 4]), 'The picture is empty.');
          const different = pixelmatch(data, live.data, null, live.width, live.height, {threshold: 0.1});
          const share = (different / (live.width * live.height)) * 100;
          t.diagnostic(`${live.width} × ${live.height}: ${different} px differ, ${share.toFixed(4)} %`);
          assert.ok(share < 0.1, `${share} % differ`);
        });
      }
    }

    it(`a ${element} opens to every claim, by a click`, async () => {
      const all = claimsOf(alaska);
      const html = await box(element, alaska);
      const {page, cdp} = await openBare(html);
      const before = claimsIn(await accessibleText(cdp), all);
      for (const summary of await page.$$(`${tagOf(element)} >>> summary`)) await summary.click();
      const claims = claimsIn(await accessibleText(cdp), all);
      assert.ok(before.length < claims.length);
      assert.deepEqual(claims, claimsIn(await box(element, alaska, 'text'), all));
      assert.equal(await page.evaluate(() => customElements.get('summit-fact-box') === undefined), true);
    });
  }

  async function openBare(html) {
    const {page} = await pages.open(sheet(html), {strict: false, script: false, viewport: {width: 800, height: 900}});
    return {page, cdp: await page.createCDPSession()};
  }
});

/** What assistive technology is told of a page, a line for each text. */
async function accessibleText(cdp) {
  const {nodes} = await cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = ({role, name, childIds = [], ignored}) =>
    !ignored && role.value === 'StaticText' ? [name.value] : childIds.flatMap((id) => read(byId.get(id) ?? {role: {}}));
  return read(nodes[0]).join('\n');
}

const PARAGRAPH = `<p>${'The delegations met again, and the chair said that the differences were not yet settled. '.repeat(4)}</p>`;

/** A story with all three boxes. */
const story = (boxes) =>
  `<meta name="viewport" content="width=device-width"><body><h1>Talks go on</h1>${PARAGRAPH}${boxes.join(PARAGRAPH)}${PARAGRAPH.repeat(3)}<p id="end">End.</p>${SCRIPT}`;

/** In a page: adds up how far things moved, whoever made them move. */
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({type: 'layout-shift', buffered: true});
}

describe('when the script comes a second later', () => {
  const variants = [
    {name: 'in a page without a policy', loads: 15, strict: false, viewport: {width: 1000, height: 4000}},
    {name: 'under a strict policy with the hashes of the styles', loads: 5, hash: true, viewport: {width: 400, height: 6000}},
    {name: 'under a strict policy with a nonce', loads: 5, nonce: 'c2VjcmV0', viewport: {width: 1000, height: 800}},
  ];
  for (const {name, loads, nonce, hash, strict = true, viewport} of variants) {
    it(`nothing moves, doubles or closes ${name}, in ${loads} of ${loads} loads`, async (t) => {
      const boxes = await Promise.all(ELEMENTS.map((element) => prerender(element, {nonce})));
      const hashes = await Promise.all(ELEMENTS.map(styleHash));
      const styles = hash ? hashes.map((value) => `'${value}'`) : nonce ? [`'nonce-${nonce}'`] : [];
      const path = pages.add(story(boxes), {strict, styles});
      const figures = [];
      const earlier = [];
      for (let load = 0; load < loads; load += 1) {
        let release;
        const touched = new Promise((resolve) => {
          release = resolve;
        });
        held = Promise.all([setTimeout(1000), touched]);
        const {page} = await pages.visit(path, {prepare: [watchPage, watchShifts], until: [], fresh: true, viewport});
        await page.waitForSelector('#end');
        // A reader opens one, and moves on to the next by keyboard.
        const [first] = await page.$$(`${tagOf(ELEMENTS[0])} >>> summary`);
        await first.click();
        await page.keyboard.press('Tab');
        const {streamed, ...early} = await page.evaluate(touch, ELEMENTS.map(tagOf));
        release();
        const {moved, ...late} = await page.evaluate(look, ELEMENTS.map(tagOf));
        assert.deepEqual(early, {defined: false, open: 1, focused: 'SUMMARY', parts: [1, 1, 1]});
        assert.deepEqual(late, {defined: true, open: 1, focused: 'SUMMARY', same: true, parts: [1, 1, 1], hidden: true, errors: [], violations: []});
        figures.push(moved);
        earlier.push(streamed);
        await pages.leave();
      }
      t.diagnostic(`layout shift with the script: ${figures.join(' ')}`);
      t.diagnostic(`while the page was still coming: ${earlier.map((value) => value.toPrecision(2)).join(' ')}`);
      assert.deepEqual(figures, Array(loads).fill(0));
      // Not ours: a browser may draw what it has read half of, and on a busy machine that is more than the end of a line.
      assert.ok(Math.max(...earlier) < 0.05);
    });
  }

  /** In a page: what a reader sees and where they are, before the script. What moved at their own click is forgotten. */
  async function touch(tags) {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const hosts = tags.map((tag) => document.querySelector(tag));
    window.focused = hosts[0].shadowRoot.activeElement;
    const {shifts} = window;
    window.shifts = [];
    return {
      defined: tags.some((tag) => customElements.get(tag)),
      open: hosts[0].shadowRoot.querySelectorAll('details[open]').length,
      focused: window.focused?.nodeName,
      parts: hosts.map((host) => host.shadowRoot.querySelectorAll('[part=box]').length),
      streamed: shifts.filter(({hadRecentInput}) => !hadRecentInput).reduce((sum, {value}) => sum + value, 0),
    };
  }

  /** The same after it. */
  async function look(tags) {
    const hosts = tags.map((tag) => document.querySelector(tag));
    for (const host of hosts) {
      await customElements.whenDefined(host.localName);
      await host.updateComplete;
    }
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    const [{shadowRoot}] = hosts;
    return {
      defined: tags.every((tag) => customElements.get(tag)),
      open: shadowRoot.querySelectorAll('details[open]').length,
      focused: shadowRoot.activeElement?.nodeName,
      same: shadowRoot.activeElement === window.focused,
      parts: hosts.map((host) => host.shadowRoot.querySelectorAll('[part=box]').length),
      hidden: hosts.every((host) => !host.querySelector(':scope > section').checkVisibility()),
      moved: window.shifts.reduce((sum, {value}) => sum + value, 0),
      errors: window.watch.errors,
      violations: window.watch.violations,
    };
  }
});

/** In a page: what stands in the shadow roots of elements, comments left out, adjacent texts joined; and their attributes. */
function trees(tag) {
  const read = (node) => {
    // Node.js and browsers write dates with data of different ages, which know different spaces.
    if (node instanceof Text) return node.data.replaceAll('\u2009', ' ');
    const children = [];
    for (const child of node.childNodes) {
      if (child instanceof Comment) continue;
      const told = read(child);
      if (typeof told === 'string' && typeof children.at(-1) === 'string') children.push(children.pop() + told);
      else if (told) children.push(told);
    }
    const attributes = [...(node.attributes ?? [])].map(({name, value}) => `${name}=${value}`).sort();
    return [node.nodeName, attributes, children];
  };
  return [...document.querySelectorAll(tag)].map(({shadowRoot, attributes}) => ({
    host: [...attributes].map(({name, value}) => `${name}=${value}`),
    sheets: shadowRoot.adoptedStyleSheets.length,
    root: read(shadowRoot),
  }));
}

describe('after the script has taken it over', () => {
  const cases = [
    alaska,
    german,
    {...talks, name: 'climate talks from an address', options: {data: climate, attributes: {src: '/climate.json'}}},
  ];

  const compare = async (page, element) => {
    await page.evaluate(settle, ELEMENTS.map(tagOf));
    const [taken, live, ...rest] = await page.evaluate(trees, tagOf(element));
    assert.deepEqual(rest, []);
    assert.ok(JSON.stringify(live.root).length > 2000);
    assert.deepEqual(taken, live);
  };

  for (const summit of cases) {
    for (const element of ELEMENTS) {
      it(`a ${element} is as a live one, node by node: ${summit.name}, Chromium`, async () => {
        const html = await box(element, summit);
        const {page} = await pages.open(html + empty(html) + SCRIPT, {until: 'networkidle0'});
        await compare(page, element);
      });
    }
  }

  it('the same in Firefox', {skip: firefox.missing ?? false}, async (t) => {
    const browser = await puppeteer.launch({browser: 'firefox', executablePath: firefox.path});
    t.after(() => browser.close());
    t.diagnostic(await browser.version());
    for (const summit of cases) {
      for (const element of ELEMENTS) {
        const html = await box(element, summit);
        const page = await browser.newPage();
        await page.goto(pages.origin + pages.add(html + empty(html) + SCRIPT), {waitUntil: 'load'});
        await compare(page, element);
        await page.close();
      }
    }
  });
});
