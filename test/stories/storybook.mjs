// @ts-check
/** The built Storybook in a browser: a server of its own, and pages that are used again. */
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import sirv from 'sirv';
import {sharedBrowser} from '../support/browser.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 *
 * @typedef {object} Entry A story or a page of documentation, as Storybook's index has it.
 * @property {string} id
 * @property {'story' | 'docs'} type
 * @property {string[]} tags
 *
 * @typedef {object} Log What goes wrong while an entry is open.
 * @property {string[]} errors Errors on the console and exceptions.
 * @property {string[]} foreignRequests Addresses of other origins that were asked for.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, 'build', 'storybook');
const axe = readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** @returns {Record<string, Entry>} By id. */
export function readEntries() {
  return JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')).entries;
}

/** Rules whose outcome is the same for all elements of a kind, and which take longer than all the rest. See `KindMemo`. */
const rulesOfKinds = ['color-contrast', 'link-in-text-block', 'target-size'];

/** @param {boolean} withKinds */
function rulesOf(withKinds) {
  // Rules about a whole page are left out: a story is one element of it.
  const off = ['region', 'landmark-one-main', 'page-has-heading-one', ...(withKinds ? [] : rulesOfKinds)];
  return {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: Object.fromEntries(off.map((name) => [name, {enabled: false}])),
  };
}

/** @param {string[]} values */
const only = (values) => ({resultTypes: ['violations'], runOnly: {type: 'rule', values}});

/** Options of axe. */
export const axeOptions = {
  all: rulesOf(true),
  withoutKinds: rulesOf(false),
  kinds: only(rulesOfKinds),
  scrolling: only(['scrollable-region-focusable']),
};

export async function serveStorybook() {
  const serve = sirv(folder, {maxAge: 3600});
  const server = createServer((request, response) => {
    serve(request, response, () => {
      // Browsers ask for this file by themselves; that it is missing is no error of a story.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  const browser = await sharedBrowser();
  /** @type {Page[]} */
  const free = [];

  return {
    origin,
    /**
     * Opens an entry.
     *
     * @template Result
     * @param {Entry} entry
     * @param {(page: Page, log: Log) => Promise<Result>} use What is done while it is open.
     * @returns {Promise<Result>}
     */
    async open({id, type}, use) {
      // A context of its own: of several pages in one window only the one in front is drawn.
      const page = free.pop() ?? (await (await browser.createBrowserContext()).newPage());
      try {
        const log = watch(page, origin);
        await page.setViewport({width: 1200, height: 900});
        // Storybook itself goes from story to story in one document: to load that again takes longer than to check a story.
        if (type === 'story' && page.url().includes('viewMode=story')) await page.evaluate(selectStory, id);
        else {
          // Without `manual` Storybook's own check would run at the same time.
          await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`);
          await page.evaluate(axe);
        }
        const result = await use(page, log);
        free.push(page);
        return result;
      } catch (error) {
        await page
          .browserContext()
          .close()
          .catch(() => undefined);
        throw error;
      }
    },
    async close() {
      await Promise.all(free.map((page) => page.browserContext().close()));
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * In a page that shows a story: asks Storybook for another one, and waits until that is in its place.
 *
 * @param {string} storyId
 */
async function selectStory(storyId) {
  const root = /** @type {HTMLElement} */ (document.querySelector('#storybook-root'));
  const before = root.firstElementChild;
  Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__').emit('setCurrentStory', {storyId, viewMode: 'story'});
  for (const start = performance.now(); performance.now() - start < 60_000; await new Promise(requestAnimationFrame)) {
    if (root.firstElementChild && root.firstElementChild !== before) return;
  }
  throw new Error('Storybook shows no other story after a minute');
}

/**
 * @param {Page} page
 * @param {string} origin
 * @returns {Log} Grows while the page is open.
 */
function watch(page, origin) {
  /** @type {Log} */
  const log = {errors: [], foreignRequests: []};
  for (const event of /** @type {const} */ (['console', 'pageerror', 'request'])) page.removeAllListeners(event);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'assert') log.errors.push(message.text());
  });
  page.on('pageerror', (error) => log.errors.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) log.foreignRequests.push(url);
  });
  return log;
}

/**
 * Waits until nothing changes in a page any more: no request is under way, and the browser was idle twice without a change
 * of the document between.
 *
 * @param {Page} page
 */
export async function settle(page) {
  do await page.waitForNetworkIdle({idleTime: 100, timeout: 60_000});
  while (await page.evaluate(changesUntilIdle));
}

/** In a page: how many changes there are until the browser is idle twice. */
async function changesUntilIdle() {
  let changes = 0;
  const observer = new MutationObserver((records) => (changes += records.length));
  observer.observe(document.body, {childList: true, subtree: true, characterData: true});
  for (let idle = 0; idle < 2; idle += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
  }
  observer.disconnect();
  return changes;
}

/**
 * In a page: the kinds of elements in another one. A kind is the name, class, part and style of an element and of those
 * around it: colours depend on nothing else.
 *
 * @param {string} selector Of an element; its shadow root counts if it has one.
 * @param {string} [excluded] Selector of elements that are left out with their content.
 * @returns {string[]}
 */
export function readKinds(selector, excluded = ':not(*)') {
  const host = /** @type {Element} */ (document.querySelector(selector));
  const kinds = new Set();
  /**
   * @param {Element} element
   * @param {string} around
   */
  const visit = (element, around) => {
    if (element.matches(excluded)) return;
    // Headings look the same on every level.
    const name = element.localName.replace(/^h\d$/, 'h');
    const looks = ['class', 'part', 'style', 'scheme', 'open', 'disabled'].map((attribute) =>
      element.getAttribute(attribute),
    );
    const kind = `${around}>${name} ${looks.join('|')}`;
    kinds.add(kind);
    for (const child of [...(element.shadowRoot ?? element).children]) visit(child, kind);
  };
  visit(host, '');
  return [...kinds];
}

/** Remembers the kinds of elements that were checked. */
export class KindMemo {
  /** @type {Set<string>} */
  #checked = new Set();

  /**
   * Whether one of these kinds was not checked yet. From now on they are.
   *
   * @param {string[]} kinds
   */
  add(kinds) {
    const before = this.#checked.size;
    for (const kind of kinds) this.#checked.add(kind);
    return this.#checked.size > before;
  }
}

/**
 * In a page: what axe finds in the elements of `include`.
 *
 * @param {{include: string[], exclude?: string[]}} context
 * @param {object} options
 * @returns {Promise<string[]>}
 */
export async function findViolations(context, options) {
  /** @type {typeof import('axe-core')} */
  const axe = Reflect.get(window, 'axe');
  const {violations} = await axe.run(context, options);
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target}) => `axe ${id} at ${target.flat(2).join(' › ')}: ${help}`),
  );
}
