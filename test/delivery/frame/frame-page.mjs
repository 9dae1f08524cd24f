// @ts-check
/** Pages with frames of ours in a browser, for the tests of frame.html: as hosts show them, as readers see them. */
import {PNG} from 'pngjs';
import {holdClock, startPages, watchPage} from '../../support/page-server.mjs';

/**
 * @typedef {import('puppeteer-core').Frame} Frame
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('../../support/page-server.mjs').Log} Log
 */

/** In the top page: keeps every message that comes in, as `heard`. */
function hear() {
  if (window !== window.top) return;
  window.heard = [];
  window.addEventListener('message', ({data}) => window.heard.push(data));
}

/**
 * @param {'light' | 'dark'} [prefers] What the reader has set. Dark takes a browser of its own: emulating it would set every
 *   frame alike, whatever its host hands down.
 */
export async function startFrames(prefers = 'light') {
  const pages = await startPages({
    folders: {'/frame-hosts': 'test/delivery/frame/hosts'},
    // They take room, as on a desktop.
    scrollbars: true,
    ...(prefers === 'dark' && {launch: {args: ['--blink-settings=preferredColorScheme=0']}}),
  });

  /**
   * @param {Log & {page: Page}} opened
   * @param {{width?: number}} [options]
   */
  async function prepare({page, ...log}, {width = 720} = {}) {
    await page.setViewport({width, height: 900});
    return {page, ...log};
  }

  const scripts = {prepare: [watchPage, holdClock, hear]};
  return {
    leave: () => pages.leave(),
    close: () => pages.close(),
    /**
     * A host of test/delivery/frame/hosts; `query` is what its frame is asked for. The clock is held in all frames.
     *
     * @param {string} name
     * @param {string} query
     * @param {{width?: number}} [options]
     */
    host: async (name, query, options) =>
      prepare(await pages.visit(`/frame-hosts/${name}.html?${query}`, scripts), options),
    /**
     * A host with this in it, under the strict policy.
     *
     * @param {string} html
     * @param {{strict?: boolean, width?: number}} [options]
     */
    open: async (html, {strict, ...options} = {}) => prepare(await pages.open(html, {strict, ...scripts}), options),
    visit: async (/** @type {string} */ path, /** @type {{width?: number}} */ options = {}) =>
      prepare(await pages.visit(path, scripts), options),
  };
}

/**
 * Tries again until there is something.
 *
 * @template T
 * @param {() => T} look
 * @param {string} what
 * @returns {Promise<Exclude<Awaited<T>, false | '' | null | undefined>>}
 */
export async function until(look, what) {
  const end = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (seen) return /** @type {Exclude<Awaited<T>, false | '' | null | undefined>} */ (seen);
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * The frames of a page that show one of our pages, in order, once each shows something.
 *
 * @param {Page} page
 */
export async function framesOf(page, count = 1) {
  const frames = await until(() => {
    const ours = page
      .mainFrame()
      .childFrames()
      .filter((frame) => /\/(?:embed\/frame|published)\.html/.test(frame.url()));
    return ours.length === count && ours;
  }, `${count} frames`);
  for (const frame of frames)
    await frame.waitForFunction(() => (document.getElementById('content')?.offsetHeight ?? 0) > 0);
  return frames;
}

/**
 * What a reader and a host can see of a frame.
 *
 * @param {Frame} frame
 */
export async function look(frame) {
  const element = /** @type {import('puppeteer-core').ElementHandle<HTMLIFrameElement>} */ (await frame.frameElement());
  // Borders of the element are not part of what it shows.
  const given = await element.evaluate(({clientHeight}) => clientHeight);
  const inside = await frame.evaluate(() => ({
    content: Math.ceil(/** @type {HTMLElement} */ (document.getElementById('content')).getBoundingClientRect().height),
    scrolls: getComputedStyle(document.body).overflowY === 'auto',
    bar: innerWidth - document.body.clientWidth,
    waits: window.watch.clock.waits(),
  }));
  return {given, ...inside};
}

/**
 * Waits until a host has given a frame the height of its content.
 *
 * @param {Frame} frame
 * @param {(seen: Awaited<ReturnType<typeof look>>) => boolean} [more] What else is to hold.
 */
export function followed(frame, more = () => true) {
  return until(async () => {
    const seen = await look(frame);
    return seen.given === seen.content && more(seen) && seen;
  }, 'the height of the content');
}

/**
 * A frame of ours, 400 × 150 without other attributes.
 *
 * @param {string} query
 */
export function iframe(query, attributes = 'width="400" height="150"') {
  return `<iframe src="/embed/frame.html?${query.replaceAll('&', '&amp;')}" title="Box" ${attributes}></iframe>`;
}

/**
 * The heights that frames have told this page, in order.
 *
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
export function heights(page) {
  return page.evaluate(() =>
    window.heard.map((data) => Object(data)['summit-embeds-height']).filter((height) => height !== undefined),
  );
}

/**
 * Waits until the host was told the height that the frame has.
 *
 * @param {Page} page
 * @param {Frame} frame
 */
export async function told(page, frame) {
  await until(async () => (await heights(page)).at(-1) === (await look(frame)).content, 'the height of the content');
}

/**
 * What a reader sees of the box in a frame. Empty if there is no box yet.
 *
 * @param {Frame} frame
 */
export function textOf(frame) {
  return frame.evaluate(() => window.watch.text(document.querySelector('#content > *')));
}

/**
 * Waits until the box in a frame shows this.
 *
 * @param {Frame} frame
 * @param {RegExp} pattern
 */
export async function shows(frame, pattern) {
  await until(async () => pattern.test(await textOf(frame)), String(pattern));
}

/**
 * Opens the first details of a box.
 *
 * @param {Frame} frame
 */
export function openDetails(frame) {
  return frame.evaluate(() => {
    const details = /** @type {HTMLDetailsElement} */ (
      document.querySelector('#content > *')?.shadowRoot?.querySelector('details')
    );
    details.open = true;
  });
}

/**
 * Colour of one pixel of a page: `[red, green, blue]`.
 *
 * @param {Page} page
 * @param {number} x
 * @param {number} y
 */
export async function pixel(page, x, y) {
  const {data} = PNG.sync.read(Buffer.from(await page.screenshot({clip: {x, y, width: 1, height: 1}})));
  return [...data.subarray(0, 3)];
}
