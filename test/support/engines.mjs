// @ts-check
/**
 * The same tests of pages in every engine of the machine, one window each.
 *
 *   inEveryEngine('a page', (engine) => {
 *     it('says hello', async () => {
 *       await engine.goto(server.origin + server.add('<p>Hello'));
 *       assert.equal(await engine.evaluate(() => document.body.innerText), 'Hello');
 *     });
 *     onlyInChromium(engine, () => {
 *       it('counts the characters', …);
 *     });
 *   });
 *
 * An engine that is missing is skipped, and one line says so; where CI is set, that fails.
 */
import {after, before, describe} from 'node:test';
import puppeteer from 'puppeteer-core';
import {chosenEngines, findOther} from '../../tools/browsers/engines.mjs';
import {startWebKit} from '../../tools/browsers/webkit.mjs';
import {atEnd} from './at-end.mjs';
import {sharedBrowser} from './browser.mjs';

/**
 * @typedef {object} Engine
 * @property {import('../../tools/browsers/engines.mjs').EngineName} name Known before it is started.
 * @property {string} version
 * @property {(url: string) => Promise<unknown>} goto Until the page is loaded.
 * @property {<A extends unknown[], R>(run: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate Calls a function in
 *   the page; what goes in and comes out is JSON.
 * @property {() => Promise<unknown>} back
 * @property {(size: {width: number, height: number}) => Promise<void>} setViewport WebKit's window is never under 447 px wide.
 * @property {(options?: import('puppeteer-core').PDFOptions) => Promise<Uint8Array>} pdf The printed page. WebKitGTK's driver cannot print.
 * @property {import('puppeteer-core').Page} page Chromium only.
 * @property {() => Promise<void>} close
 */

/** @typedef {import('../../tools/browsers/engines.mjs').FoundEngine} FoundEngine */

const usualViewport = {width: 800, height: 600};
/** Ends what hangs; a busy machine may need a while for one call. */
const protocolTimeout = 300_000;

const start = {
  /** A context of its own, closed with the tests: the browser is shared. */
  async chromium() {
    const context = await (await sharedBrowser()).createBrowserContext({downloadBehavior: {policy: 'deny'}});
    const page = await context.newPage();
    return {
      version: await context.browser().version(),
      page,
      goto: (/** @type {string} */ url) => page.goto(url, {waitUntil: 'load'}),
      evaluate: page.evaluate.bind(page),
      back: () => page.goBack(),
      setViewport: page.setViewport.bind(page),
      pdf: page.pdf.bind(page),
      close: () => context.close(),
    };
  },

  /** @param {FoundEngine} found */
  async firefox({path}) {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: path,
      protocolTimeout,
      defaultViewport: usualViewport,
    });
    let [page = await browser.newPage()] = await browser.pages();
    let isStale = false;
    return {
      version: await browser.version(),
      async goto(/** @type {string} */ url) {
        if (isStale) {
          const old = page;
          page = await browser.newPage();
          await old.close();
          isStale = false;
        }
        await page.goto(url, {waitUntil: 'load'});
      },
      evaluate: (/** @type {Parameters<typeof page.evaluate>} */ ...args) => page.evaluate(...args),
      async back() {
        // Over BiDi nobody is notified of a page that comes back whole, and the tab can't be used for another one.
        isStale = true;
        const from = await page.evaluate(() => location.href);
        await page.evaluate(() => {
          history.back();
        });
        while ((await page.evaluate(() => location.href).catch(() => from)) === from);
      },
      setViewport: (/** @type {{width: number, height: number}} */ size) => page.setViewport(size),
      pdf: (/** @type {import('puppeteer-core').PDFOptions | undefined} */ options) => page.pdf(options),
      close: () => browser.close(),
    };
  },

  async webkit() {
    const webkit = await startWebKit();
    return {
      version: webkit.version,
      goto: webkit.goto,
      evaluate: webkit.evaluate,
      back: () => webkit.send('POST', '/back', {}),
      setViewport: (/** @type {{width: number, height: number}} */ size) => webkit.setViewport(size),
      close: webkit.stop,
    };
  },
};

/** Firefox and WebKit take seconds to start: all test files of this process share one of each. */
const shared = new Map();

/** @param {FoundEngine} found */
async function startEngine(found) {
  if (found.missing) throw new Error(found.missing);
  if (found.name === 'chromium') return start.chromium();
  if (!shared.has(found.name)) {
    const started = start[found.name](found);
    shared.set(found.name, started);
    atEnd(async () => (await started.catch(() => undefined))?.close());
  }
  return shared.get(found.name);
}

/**
 * Describes something once for each engine.
 *
 * @param {string} title
 * @param {(engine: Engine) => void} define The engine is to be used inside of tests: outside only its name is known.
 * @param {string[]} [only] Names of the engines that can do what it takes.
 */
export function inEveryEngine(title, define, only) {
  for (const found of engines) {
    if (only && !only.includes(found.name)) continue;
    const skip = found.missing && !process.env['CI'] ? found.missing : false;
    describe(`${title}, ${found.name}`, {skip}, () => {
      const engine = /** @type {Engine} */ ({name: found.name});
      before(async () => {
        Object.assign(engine, await startEngine(found));
        await engine.setViewport(usualViewport);
      });
      after(async () => {
        if (found.name === 'chromium') await engine.close?.();
      });
      define(engine);
    });
  }
}

/**
 * Inside of `inEveryEngine`: tests of what no engine does in a way of its own, so that Chromium stands for all.
 *
 * @param {Engine} engine
 * @param {() => void} define
 */
export function onlyInChromium({name}, define) {
  if (name === 'chromium') define();
}

/**
 * Tests for Chromium only.
 *
 * @param {string} title
 * @param {(engine: Engine) => void} define
 */
export function inChromium(title, define) {
  inEveryEngine(title, define, ['chromium']);
}

// Chromium is looked for when it starts: without it nothing works.
const engines = chosenEngines().map((name) => (name === 'chromium' ? {name, missing: undefined} : findOther(name)));
for (const {missing} of engines) if (missing) console.log(`# skipped: ${missing}`);
