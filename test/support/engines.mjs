/**
 * The same tests of pages in every engine of the machine, one window each.
 *
 *   inEveryEngine('a page', (engine) => {
 *     it('says hello', async () => {
 *       await engine.goto(server.origin + server.add('<p>Hello'));
 *       assert.equal(await engine.evaluate(() => document.body.innerText), 'Hello');
 *     });
 *   });
 *
 * An engine that is missing is skipped, and says so; where CI is set, that fails.
 */
import {after, before, describe} from 'node:test';
import puppeteer from 'puppeteer-core';
import {findEngines} from '../../tools/engines.mjs';
import {startWebKit} from '../../tools/webkit.mjs';
import {sharedBrowser} from './browser.mjs';

/**
 * @typedef {object} Engine
 * @property {'chromium' | 'firefox' | 'webkit'} name
 * @property {string} version
 * @property {(url: string) => Promise<void>} goto Until the page is loaded.
 * @property {<R>(run: (...args: any[]) => R, ...args: unknown[]) => Promise<Awaited<R>>} evaluate Calls a function in the page;
 *   what goes in and comes out is JSON.
 * @property {() => Promise<void>} back
 * @property {(size: {width: number, height: number}) => Promise<void>} setViewport WebKit's window is never under 447 px wide.
 * @property {import('puppeteer-core').Page} [page] For what the others don't have; WebKit has none.
 * @property {() => Promise<void>} close
 */

const usualViewport = {width: 800, height: 600};

const start = {
  async chromium() {
    const context = await (await sharedBrowser()).createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(usualViewport);
    return {
      version: await context.browser().version(),
      page,
      goto: (url) => page.goto(url, {waitUntil: 'load'}),
      evaluate: (run, ...args) => page.evaluate(run, ...args),
      back: () => page.goBack(),
      setViewport: (size) => page.setViewport(size),
      close: () => context.close(),
    };
  },
  async firefox({path}) {
    const browser = await puppeteer.launch({browser: 'firefox', executablePath: path, defaultViewport: usualViewport});
    let [page] = await browser.pages();
    let isStale = false;
    return {
      version: await browser.version(),
      get page() {
        return page;
      },
      async goto(url) {
        if (isStale) {
          const old = page;
          page = await browser.newPage();
          await old.close();
          isStale = false;
        }
        await page.goto(url, {waitUntil: 'load'});
      },
      evaluate: (run, ...args) => page.evaluate(run, ...args),
      async back() {
        // Over BiDi nobody is notified of a page that comes back whole, and the tab can't be used for another one.
        isStale = true;
        const from = await page.evaluate(() => location.href);
        await page.evaluate(() => {
          history.back();
        });
        while ((await page.evaluate(() => location.href).catch(() => from)) === from);
      },
      setViewport: (size) => page.setViewport(size),
      close: () => browser.close(),
    };
  },
  async webkit() {
    const webkit = await startWebKit();
    await webkit.setViewport(usualViewport);
    return {
      version: webkit.version,
      goto: webkit.goto,
      evaluate: webkit.evaluate,
      back: () => webkit.send('POST', '/back', {}),
      setViewport: (size) => webkit.setViewport(size),
      close: webkit.stop,
    };
  },
};

/** Starts one of those that `findEngines` found. */
async function startEngine(found) {
  return {name: found.name, ...(await start[found.name](found))};
}

/**
 * Describes something once for each engine.
 *
 * @param {(engine: Engine) => void} define The engine is to be used inside of tests: outside it is not started yet.
 * @param {string[]} [only] Names of the engines that can do what it takes.
 */
export function inEveryEngine(title, define, only) {
  for (const found of engines) {
    if (only && !only.includes(found.name)) continue;
    const skip = found.missing && !process.env.CI ? found.missing : false;
    describe(`${title}, ${found.name}`, {skip}, () => {
      const engine = {};
      before(async () => {
        if (found.missing) throw new Error(found.missing);
        Object.assign(engine, await startEngine(found));
      });
      after(() => engine.close?.());
      define(engine);
    });
  }
}

const engines = await findEngines();
