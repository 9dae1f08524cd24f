// @ts-check
/** Opens the page of an example, and gathers what a reader and a developer see of it. */
import {accessibilityTrees} from '../support/accessibility-tree.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').SerializedAXNode} SerializedAXNode
 *
 * @typedef {object} Log What goes wrong in a page.
 * @property {{text: string, url: string | undefined}[]} console Its warnings and errors.
 * @property {string[]} exceptions
 * @property {string[]} failed Requests without an answer or with a bad one.
 * @property {string[]} externalRequests Requests to other origins.
 */

/** The boxes by the id of the element, or of what stands around it. */
const boxes = ['own', 'comparison', 'regions', 'missing'];

/** The file that is not there. */
export const missingFile = '/data/missing.json';

/** In the page: notes the elements' events, by the nearest id. */
function noteEvents() {
  window.summitEvents = [];
  for (const type of ['summit-load', 'summit-error', 'summit-change']) {
    window.addEventListener(type, (event) => {
      const {target, code, summit, origin} = /** @type {AnySummitEvent} */ (/** @type {unknown} */ (event));
      window.summitEvents.push([target.closest('[id]')?.id, type, code ?? `${summit?.id} from ${origin}`].join(' '));
    });
  }
}

/**
 * @param {Page} page
 * @param {string} origin
 */
function watch(page, origin) {
  /** @type {Log} */
  const log = {console: [], exceptions: [], failed: [], externalRequests: []};
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type()))
      log.console.push({text: message.text(), url: message.location().url});
  });
  page.on('pageerror', (error) => log.exceptions.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(?:data|blob):/.test(request.url()))
      log.externalRequests.push(request.url());
  });
  // Once each: an element does not read on where the answer is an error, which ends the request a second time.
  const fail = (/** @type {string} */ url) => log.failed.includes(url) || log.failed.push(url);
  page.on('response', (response) => response.status() >= 400 && fail(response.url()));
  page.on('requestfailed', (request) => fail(request.url()));
  return log;
}

/**
 * What stands in the page now, as assistive technology is told.
 *
 * @param {Page} page
 */
export async function readPage(page) {
  const trees = await accessibilityTrees(
    page,
    boxes.map((id) => `#${id}`),
  );
  const snapshot = await page.accessibility.snapshot({interestingOnly: false});
  /** @type {string[]} */
  const statuses = [];
  /** @type {(node: SerializedAXNode) => void} */
  const visit = ({role, children = []}) => {
    if (role === 'status') statuses.push(children.map(({name}) => name).join(''));
    else for (const child of children) visit(child);
  };
  if (snapshot) visit(snapshot);
  return {
    boxes: Object.fromEntries(boxes.map((id) => [id, trees[`#${id}`] ?? []])),
    statuses: statuses.filter(Boolean),
  };
}

/**
 * Waits until the page tells what it has to, or a while; what is missing then, the checks say.
 *
 * @param {Page} page
 */
export async function settle(page) {
  await page
    .waitForFunction(
      () => {
        const lines = [...document.querySelectorAll('[role=status]')];
        const lively = [...document.querySelectorAll('summit-fact-box, summit-goal-comparison, summit-region-list')];
        return (
          lines.length >= 2 && lines.every(({textContent}) => textContent) && lively.every(({shadowRoot}) => shadowRoot)
        );
      },
      {timeout: 60_000, polling: 50},
    )
    .catch(() => undefined);
  await page.waitForNetworkIdle({idleTime: 300, timeout: 60_000}).catch(() => undefined);
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin
 * @param {{script?: boolean}} [options] Without `script`, none runs in the page.
 */
export async function look(browser, origin, {script = true} = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const log = watch(page, origin);
  await page.setJavaScriptEnabled(script);
  if (script) await page.evaluateOnNewDocument(noteEvents);
  await page.goto(origin, {waitUntil: 'load', timeout: 90_000});
  if (script) await settle(page);
  return {
    page,
    log,
    ...(await readPage(page)),
    events: script ? await page.evaluate(() => window.summitEvents) : [],
    close: () => context.close(),
  };
}
