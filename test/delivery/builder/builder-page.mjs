// @ts-check
/**
 * The builder page in a browser, as an editor uses it.
 *
 *   const builder = await startBuilder();
 *   const {page, requests, complaints} = await builder.open('#element=fact-box');
 *   await snippet(page, /<summit-fact-box/);
 *   await builder.leave();   // after each test
 *   await builder.close();
 */
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {startServer} from '../../../tools/serve.mjs';
import {sharedBrowser} from '../../support/browser.mjs';
import {endPage} from '../../support/page-server.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 *
 * @typedef {object} Reader Whom the page is shown to.
 * @property {number} [width]
 * @property {number} [height]
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [forcedColors]
 *
 * @typedef {object} Log
 * @property {string[]} requests
 * @property {string[]} consoleErrors
 *
 * @typedef {object} Tab
 * @property {Page} page
 * @property {import('puppeteer-core').CDPSession} cdp
 * @property {Log | undefined} log
 */

export const readTemplate = (/** @type {string} */ name) => readFileSync(`templates/${name}`, 'utf8');

/** An invented summit of 91 statements, anew each time. */
export const makeTalks = () => JSON.parse(readTemplate('climate-talks.json'));

export async function startBuilder() {
  const server = await startServer({port: 0});
  const browser = await sharedBrowser();
  // Of its own: it may use the clipboard.
  const context = await browser.createBrowserContext();
  await context.overridePermissions(server.url.slice(0, -1), [
    'clipboard-read',
    'clipboard-write',
    'clipboard-sanitized-write',
  ]);
  /** Tabs that a test has open, and those that are free: to start another one takes longer than most tests. */
  /** @type {Tab[]} */
  let busy = [];
  /** @type {Tab[]} */
  const free = [];
  let opened = 0;

  const makeTab = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    /** @type {Tab} */
    const tab = {page, cdp: await page.createCDPSession(), log: undefined};
    page.on('request', (request) => tab.log?.requests.push(request.url()));
    page.on('console', (message) => tab.log?.consoleErrors.push(message.text()));
    page.on('pageerror', (error) => tab.log?.consoleErrors.push(String(error)));
    await page.evaluateOnNewDocument(() => {
      window.violations = [];
      addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
        window.violations.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    return tab;
  };

  const builder = {
    url: server.url,
    context,
    /**
     * An empty tab, and what it asks for and complains of.
     *
     * @param {Reader & {script?: boolean}} [options] Without `script`, none runs in it.
     */
    async openTab({script = true, ...reader} = {}) {
      const tab = free.pop() ?? (await makeTab());
      busy.push(tab);
      const {page} = tab;
      await page.bringToFront();
      await builder.dress(page, reader);
      await page.setJavaScriptEnabled(script);
      tab.log = {requests: [], consoleErrors: []};
      return {page, ...tab.log};
    },
    /**
     * Gives a tab this size, and a reader with these wishes.
     *
     * @param {Page} page
     * @param {Reader} reader
     */
    async dress(page, {width = 1200, height = 900, scheme = 'light', forcedColors = false}) {
      const {cdp} = /** @type {Tab} */ (busy.find((tab) => tab.page === page));
      await page.setViewport({width, height});
      // Puppeteer knows no forced colours.
      const features = [
        {name: 'prefers-color-scheme', value: scheme},
        {name: 'forced-colors', value: forcedColors ? 'active' : 'none'},
      ];
      await cdp.send('Emulation.setEmulatedMedia', {features});
    },
    /** The view Place with these choices in its address, once there is a snippet, or a reason why there is none. */
    async open(hash = '#element=goal-comparison', options = {}) {
      const tab = await builder.openTab(options);
      // With the same address up to the hash, it would stay the same page.
      opened += 1;
      await tab.page.goto(`${server.url}builder/?${opened}${hash}`);
      await settled(tab.page);
      return tab;
    },
    /** Closes all pages. */
    async leave() {
      for (const tab of busy) {
        tab.log = undefined;
        await tab.page.evaluate(endPage).catch(() => tab.page.goto('about:blank'));
        free.push(tab);
      }
      busy = [];
    },
    async close() {
      await context.close();
      await server.close();
    },
  };
  return builder;
}

/** Not with every frame: a snippet may have hundreds of kilobytes. */
const POLLING = {polling: 30};

/** @param {Page} page */
function settled(page) {
  return page.waitForFunction(() => {
    const reason = document.querySelector('#snippets .reason');
    return (
      document.querySelector('#snippet[aria-busy=false]') ?? (reason && !/being loaded/.test(reason.textContent ?? ''))
    );
  }, POLLING);
}

/**
 * The snippet that is shown, once it is made and fits.
 *
 * @param {Page} page
 */
export async function snippet(page, pattern = /./) {
  await page
    .waitForFunction(
      (source) => {
        /** @type {HTMLTextAreaElement | null} */
        const field = document.querySelector('#snippet[aria-busy=false]');
        return new RegExp(source, 's').test(field?.value ?? '');
      },
      POLLING,
      pattern.source,
    )
    .catch(async (cause) => {
      const shown = await page.$eval('#snippets', (place) => {
        /** @type {HTMLTextAreaElement | null} */
        const field = document.querySelector('#snippet');
        return /** @type {HTMLElement} */ (place).innerText + field?.value;
      });
      throw new Error(`No snippet with ${pattern}, but: ${shown.slice(0, 600)}`, {cause});
    });
  return page.$eval('textarea#snippet', ({value}) => value);
}

/**
 * What an editor sees of the preview, once it fits.
 *
 * @param {Page} page
 * @param {RegExp} pattern
 */
export async function preview(page, pattern) {
  const handle = await page.waitForFunction(
    (source) => {
      const stage = /** @type {HTMLElement} */ (document.querySelector('#stage'));
      /** @type {HTMLElement | null | undefined} */
      const box = stage.querySelector(':scope > :not(.article)')?.shadowRoot?.querySelector('[part=box]');
      const text = box?.innerText ?? stage.innerText;
      return new RegExp(source, 's').test(text) && text;
    },
    POLLING,
    pattern.source,
  );
  return handle.jsonValue();
}

/**
 * What a reader sees there, once it fits.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {RegExp} pattern
 */
export async function textOf(page, selector, pattern) {
  await page
    .waitForFunction(
      (selector, source) => {
        /** @type {HTMLElement | null} */
        const place = document.querySelector(selector);
        return new RegExp(source, 's').test(place?.innerText ?? '');
      },
      POLLING,
      selector,
      pattern.source,
    )
    .catch(async (cause) => {
      const shown = await shownIn(page, selector).catch(() => 'nothing');
      throw new Error(`${selector} does not say ${pattern}, but: ${shown.slice(0, 600)}`, {cause});
    });
  return shownIn(page, selector);
}

/**
 * @param {Page} page
 * @param {string} selector
 */
function shownIn(page, selector) {
  return page.$eval(selector, (place) => /** @type {HTMLElement} */ (place).innerText);
}

/**
 * Types over what is in a field.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export async function type(page, selector, text) {
  await page.$eval(selector, (element) => {
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (element);
    field.focus();
    field.select();
  });
  await page.keyboard.sendCharacter(text);
}

/**
 * Puts a long text in the field for data at once, as pasting does.
 *
 * @param {Page} page
 * @param {string} text
 */
export function paste(page, text) {
  return page.$eval(
    'textarea#text',
    (field, text) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    },
    text,
  );
}

/**
 * Opens all that is folded away in the form.
 *
 * @param {Page} page
 */
export function unfold(page) {
  return page.$$eval('form details', (all) => all.forEach((details) => (details.open = true)));
}

/** A publisher's site, of another origin than the builder and its files: pages with nothing but what was pasted, as a host prints it. */
export async function startSite() {
  /** @type {string[]} */
  const pages = [];
  const http = createServer((request, response) => {
    const body = pages[Number(request.url?.slice(1))];
    response.writeHead(body === undefined ? 404 : 200, {'Content-Type': 'text/html; charset=utf-8'});
    response.end(
      body === undefined
        ? ''
        : `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><body>${body}`,
    );
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    put: (/** @type {string} */ html) =>
      `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (http.address()).port}/${pages.push(html) - 1}`,
    close: () => new Promise((resolve) => http.close(resolve).closeAllConnections()),
  };
}
