/** Chromium with pages that are each the first its process sees, and what it tells of the work they were. */
import puppeteer from 'puppeteer-core';
import {launchOptions} from '../tools/browsers/find-browser.mjs';
import {prepare, readPage, settle, takeOver} from './in-page.mjs';

/** Tall enough for all three boxes: whatever moves, or is drawn late, is in view. */
export const VIEWPORT = {width: 800, height: 6000, deviceScaleFactor: 1};

/** A slow phone on a slow network. In bytes per second, and ms of a round trip. */
export const PROFILES = {
  desktop: {slowdown: 1},
  phone: {slowdown: 4, network: {offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000}},
};

/** Where servers have an empty page. */
export const BLANK = '/blank.html';

export async function launch() {
  const options = await launchOptions();
  const browser = await puppeteer.launch({
    ...options,
    args: [...options.args, '--enable-precise-memory-info', '--js-flags=--expose-gc', '--hide-scrollbars'],
    // A page of thousands of boxes takes its time.
    protocolTimeout: 300_000,
  });
  return browser;
}

/** What the main thread of a page has done so far, in ms of its own time, and what the page holds. */
export async function readMetrics(session) {
  const {metrics} = await session.send('Performance.getMetrics');
  const of = Object.fromEntries(metrics.map(({name, value}) => [name, value]));
  return {
    task: of.TaskDuration * 1000,
    script: of.ScriptDuration * 1000,
    layout: of.LayoutDuration * 1000,
    style: of.RecalcStyleDuration * 1000,
    process: of.ProcessTime * 1000,
  };
}

/** What has been done between two readings. */
export const difference = (after, before) =>
  Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));

/** What is left once everything is collected that can be. Heap: of the script engine and of the document's own objects. */
export async function readMemory(session) {
  // Twice: what a finaliser lets go of is collected by the next.
  for (let i = 0; i < 2; i += 1) await session.send('HeapProfiler.collectGarbage');
  const {usedSize, embedderHeapUsedSize = 0} = await session.send('Runtime.getHeapUsage');
  const {nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
  const heap = usedSize + embedderHeapUsedSize;
  return {jsHeap: usedSize, domHeap: embedderHeapUsedSize, heap, nodes, listeners: jsEventListeners};
}

/**
 * Opens an empty page in a browser context of its own, and so in a process of its own, that tells of everything that goes
 * wrong in it.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin Has an empty page at `BLANK`.
 * @param {object} [options]
 * @param {{slowdown: number, network?: object}} [options.profile]
 * @param {{width: number, height: number}} [options.viewport]
 */
export async function openPage(browser, origin, {profile = PROFILES.desktop, viewport = VIEWPORT} = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('requestfailed', (request) => troubles.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.url()} ${response.status()}`);
  });
  await page.setViewport(viewport);
  await page.evaluateOnNewDocument(prepare);
  // A page of the same origin first: what is measured begins in a process that is up.
  await page.goto(`${origin}${BLANK}`);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  await session.send('Network.enable');
  if (profile.network) await session.send('Network.emulateNetworkConditions', profile.network);
  if (profile.slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', {rate: profile.slowdown});
  return {
    page,
    session,
    /** @throws {Error} if anything went wrong in the page. */
    check(name) {
      if (troubles.length > 0) throw new Error(`${name} had trouble:\n  ${troubles.join('\n  ')}`);
    },
    close: () => context.close(),
  };
}

/**
 * Loads a page and waits until nothing is left to do.
 *
 * @param {boolean} [options.read] Whether to look at what the page shows, too.
 * @returns Everything that is measured of a page, under the names that results have.
 */
export async function visit(browser, server, path, {profile, viewport, name = path, read = true} = {}) {
  const tab = await openPage(browser, server.origin, {profile, viewport});
  try {
    const {page, session} = tab;
    server.takeRequests();
    const before = await readMetrics(session);
    await page.goto(server.origin + path, {waitUntil: []});
    const {drawn, shift, moved} = await page.evaluate(settle);
    const work = difference(await readMetrics(session), before);
    const requested = server.takeRequests().filter((requestedPath) => requestedPath !== path);
    if (profile?.slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', {rate: 1});
    const shown = read ? await page.evaluate(readPage) : undefined;
    const memory = await readMemory(session);
    tab.check(name);
    return {...work, drawn, shift, moved, ...memory, requests: requested.length, requested, shown};
  } finally {
    await tab.close();
  }
}

/**
 * Loads a prerendered page, and the script once it is idle: what comes then is the take-over's alone. While HTML arrives, its
 * own lines may move as they fill.
 *
 * @returns Work and layout shift of the take-over.
 */
export async function visitLate(browser, server, {name, path, late}, {profile} = {}) {
  const tab = await openPage(browser, server.origin, {profile});
  try {
    const {page, session} = tab;
    await page.goto(server.origin + path, {waitUntil: []});
    await page.evaluate(settle);
    const before = await readMetrics(session);
    const {live, ...moves} = await page.evaluate(takeOver, late);
    const work = difference(await readMetrics(session), before);
    tab.check(name);
    if (live !== 3) throw new Error(`${name}: the script took over ${live} boxes, not 3.`);
    return {...work, ...moves};
  } finally {
    await tab.close();
  }
}
