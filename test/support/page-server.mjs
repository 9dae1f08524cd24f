// @ts-check
/**
 * Pages of a publisher in a browser, under the strictest policy there may be, with everything in dist/ beside them.
 *
 *   const pages = await startPages({connect: [dataServer.origin]});
 *   const {page, requests} = await pages.open('<summit-fact-box></summit-fact-box>', {prepare: [watchPage]});
 *   await pages.close();
 */
import {once} from 'node:events';
import {createServer} from 'node:http';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import {launchOptions} from '../../tools/browsers/find-browser.mjs';
import {sharedBrowser} from './browser.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 *
 * @typedef {object} ServerOptions
 * @property {string[]} [connect] Origins that the policy lets pages read from.
 * @property {Record<string, string>} [files] Modules, and JSON, by path.
 * @property {Record<string, string>} [folders] Folders of pages by the path they are served at.
 * @property {(path: string) => Promise<void> | undefined} [hold] What a file waits for before it is sent.
 *
 * @typedef {object} Served A file or a page.
 * @property {string} body
 * @property {string} [type] Its media type.
 * @property {boolean} [strict]
 * @property {string[]} [styles]
 * @property {Record<string, string>} [headers]
 * @property {() => Promise<unknown>} [pause]
 *
 * @typedef {object} PageOptions
 * @property {string} [lang]
 * @property {boolean} [strict] Without it, scripts that data smuggle into a page would run.
 * @property {string[]} [styles] What else the policy takes styles from.
 *
 * @typedef {object} AddedOptions
 * @property {Record<string, string>} [headers] More of them; one of the policy's name takes its place.
 * @property {(() => void)[]} [prepare] Functions that run in the page before everything else. They come as files,
 *   which the strict policy lets run.
 * @property {string} [doctype] An empty one makes it a page in quirks mode.
 * @property {string} [nonce] For these files, under a policy of the page's own.
 * @property {() => Promise<unknown>} [pause] The server sends the part of the page after `PAUSE` when this resolves.
 *
 * @typedef {object} VisitOptions
 * @property {(() => void)[]} [prepare] Functions that run in the page before everything else.
 * @property {'load' | 'networkidle0' | []} [until] An empty list does not even wait for the whole page.
 * @property {string} [zone] Time zone of the reader.
 * @property {boolean} [script] Without it, no script of the page runs.
 * @property {boolean} [fresh] In a browser context that no page was in.
 * @property {{width: number, height: number, deviceScaleFactor?: number}} [viewport]
 * @property {'light' | 'dark'} [scheme] What the reader has chosen.
 *
 * @typedef {object} Log
 * @property {string[]} requests What the page asks for: addresses of its own origin without that.
 * @property {string[]} console
 * @property {string[]} exceptions
 *
 * @typedef {object} Tab
 * @property {Page} page
 * @property {import('puppeteer-core').CDPSession} cdp
 * @property {import('puppeteer-core').NewDocumentScriptEvaluation[]} scripts
 * @property {(Log & {path: string}) | undefined} log
 * @property {boolean} [once] Whether it ends with its test.
 */

/** In a page that is sent in two parts: the place between them. */
export const PAUSE = '<!-- pause -->';

const usualViewport = {width: 800, height: 600};

/** @type {(connect: string[], styles?: string[]) => string} */
const policy = (connect, styles = []) =>
  `default-src 'none'; script-src 'self'; style-src ${["'self'", ...styles].join(' ')}; ` +
  `connect-src ${["'self'", ...connect].join(' ')}; img-src 'self'; ` +
  "frame-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

/**
 * Serves the pages, without a browser to see them in.
 *
 * @param {ServerOptions} [options]
 */
export async function startServer({connect = [], files = {}, folders = {}, hold = () => undefined} = {}) {
  /** @type {Map<string, Served>} */
  const documents = new Map();
  /**
   * Paths that were asked for, with their queries.
   *
   * @type {string[]}
   */
  const requests = [];
  const dist = sirv('dist', {
    dev: true,
    setHeaders(response, pathname) {
      // Frames in a sandbox have no origin of their own.
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (pathname.endsWith('.html')) response.setHeader('Content-Security-Policy', policy(connect));
    },
  });
  /** @type {[string, ReturnType<typeof sirv>][]} */
  const served = Object.entries(folders).map(([path, folder]) => [path, sirv(folder, {dev: true})]);
  let count = 0;

  const server = createServer(async (request, response) => {
    const {url = '/'} = request;
    requests.push(url);
    const {pathname} = new URL(url, 'http://localhost');
    const {
      type = 'text/html',
      strict,
      styles,
      headers = {},
      body,
      pause,
    } = documents.get(pathname) ?? /** @type {Partial<Served>} */ ({});
    await hold(pathname);
    if (body === undefined) {
      const [path = '', serve = dist] = served.find(([path]) => pathname.startsWith(`${path}/`)) ?? [];
      request.url = url.slice(path.length);
      serve(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
      return;
    }
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    if (strict) response.setHeader('Content-Security-Policy', policy(connect, styles));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const [first, ...rest] = pause ? body.split(PAUSE) : [body];
    response.write(first);
    await pause?.();
    response.end(rest.join(''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  /** @type {(path: string, body: string, more?: Partial<Served>) => void} */
  const put = (path, body, more) => {
    documents.set(path, {type: path.endsWith('.json') ? 'application/json' : 'text/javascript', body, ...more});
  };
  for (const [path, body] of Object.entries({'/icon.svg': '', ...files})) put(path, body);

  return {
    origin: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    requests,
    /** Serves a module, or JSON, at a path from now on. */
    put,
    /**
     * Puts a page where a browser finds it, and tells its path.
     *
     * @param {string} html What stands in it.
     * @param {PageOptions & AddedOptions} [options]
     */
    add(
      html,
      {lang = 'en', strict = true, styles, headers, prepare = [], doctype = '<!doctype html>', nonce, pause} = {},
    ) {
      count += 1;
      const path = `/page-${count}`;
      const scripts = prepare.map((run, i) => {
        put(`${path}-${i}.js`, `(${String(run)})();`);
        return `<script ${nonce ? `nonce="${nonce}" ` : ''}src="${path}-${i}.js"></script>`;
      });
      documents.set(path, {
        strict,
        styles,
        headers,
        pause,
        body: `${doctype}<html lang="${lang}"><title>Page</title><link rel="icon" href="/icon.svg">${scripts.join('')}${html}`,
      });
      return path;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/**
 * @param {ServerOptions & {launch?: import('puppeteer-core').LaunchOptions, scrollbars?: boolean}} [options]
 *   Those of the server; options of a browser, which is then one of its own, not the shared one, and whose arguments come on
 *   top of the usual ones; and whether pages have scrollbars that take room.
 */
export async function startPages({launch, scrollbars = false, ...serving} = {}) {
  const server = await startServer(serving);
  const {origin} = server;
  /** Tabs that a test has open, and those that are free: to start another one takes longer than most tests. */
  /** @type {Tab[]} */
  let busy = [];
  /** @type {Tab[]} */
  let free = [];
  const browser = launch ? await launchBrowser(launch) : await sharedBrowser();

  const makeTab = async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    /** @type {Tab} */
    const tab = {page, cdp: await page.createCDPSession(), scripts: [], log: undefined};
    if (scrollbars) await tab.cdp.send('Emulation.setScrollbarsHidden', {hidden: false});
    page.on('console', (message) => tab.log?.console.push(message.text()));
    page.on('pageerror', (error) => tab.log?.exceptions.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      const own = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
      if (own !== tab.log?.path && own !== '/icon.svg') tab.log?.requests.push(own);
    });
    return tab;
  };

  /**
   * @param {Awaited<ReturnType<typeof makeTab>>} tab
   * @param {string} path
   * @param {VisitOptions} options
   */
  const visitIn = async (
    tab,
    path,
    {prepare = [], until = 'load', zone, script = true, fresh = false, viewport, scheme},
  ) => {
    tab.once = fresh;
    busy.push(tab);
    const {page} = tab;
    if (zone) await page.emulateTimezone(zone);
    if (scheme) await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    if (viewport) await page.setViewport({deviceScaleFactor: 1, ...viewport});
    await page.setJavaScriptEnabled(script);
    for (const run of prepare) tab.scripts.push(await page.evaluateOnNewDocument(run));
    tab.log = {path, requests: [], console: [], exceptions: []};
    await page.goto(origin + path, {waitUntil: until});
    return {page, ...tab.log};
  };

  return {
    origin,
    /**
     * Opens a page, with nothing in its cache and no cookies.
     *
     * @param {string} html What stands in it.
     * @param {PageOptions & VisitOptions} [options]
     * @returns {Promise<Log & {path: string, page: Page}>} Its lists grow with the page.
     */
    async open(html, {lang, strict, styles, ...options} = {}) {
      return this.visit(server.add(html, {lang, strict, styles}), options);
    },
    add: server.add,
    put: server.put,
    /**
     * Opens a page that is there already. On a busy machine a browser sometimes loses the answer to a tab: that tab is left to
     * itself, and another one is opened.
     *
     * @param {string} path
     * @param {VisitOptions} [options]
     */
    async visit(path, options = {}) {
      const tab = (options.fresh ? undefined : free.pop()) ?? (await makeTab());
      try {
        return await visitIn(tab, path, options);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
        tab.once = true;
        return visitIn(await makeTab(), path, options);
      }
    },
    /** Closes all pages. */
    async leave() {
      const left = busy;
      busy = [];
      for (const tab of left) {
        const {page, cdp, scripts} = tab;
        tab.log = undefined;
        if (tab.once) {
          await page.browserContext().close();
          continue;
        }
        for (const {identifier} of scripts.splice(0)) await page.removeScriptToEvaluateOnNewDocument(identifier);
        await page.emulateTimezone();
        await page.emulateMediaFeatures();
        await page.setJavaScriptEnabled(true);
        await page.setViewport(usualViewport);
        // An empty page in between would cost as much as a test; where ours is in no state to be ended, it goes.
        await page.evaluate(endPage).catch(() => page.goto('about:blank'));
        await Promise.all([cdp.send('Network.clearBrowserCache'), cdp.send('Network.clearBrowserCookies')]);
      }
      free = [...free, ...left.filter((tab) => !tab.once)];
    },
    async close() {
      if (launch) await browser.close();
      else for (const {page} of [...busy, ...free]) await page.browserContext().close();
      await server.close();
    },
  };
}

/**
 * Lets requests of a page with `part` in their address fail, for as long as the page is open: open it as `fresh`.
 *
 * @param {Page} page
 * @param {string} part
 */
export async function refuseRequests(page, part) {
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().includes(part) ? request.abort() : request.continue()));
}

/** In a page: ends its requests and its timers. */
export function endPage() {
  window.stop();
  for (let timer = window.setTimeout(() => {}); timer > 0; timer -= 1) clearTimeout(timer);
}

/** @param {import('puppeteer-core').LaunchOptions} launch */
async function launchBrowser(launch) {
  const options = await launchOptions();
  return puppeteer.launch({...options, ...launch, args: [...options.args, ...(launch.args ?? [])]});
}

/**
 * In a page: notes what elements tell it and what is written to the console, as `watch`.
 *
 * `events` has one entry for each event of an element that is on the page, `warnings` what went to `console.warn` (and
 * no further), `errors` every exception, rejection and `console.error`, `violations` what the policy refused. `until`
 * settles once a check holds. `text` is what a reader sees of an element, closed details left out.
 */
export function watchPage() {
  // The page's own clock may be held.
  const {setTimeout} = window;
  /** @type {PageWatch} */
  const watch = {
    events: [],
    warnings: [],
    errors: [],
    violations: [],
    until: (check, what = String(check)) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        const look = () => {
          if (check()) resolve();
          else if (performance.now() - start > 60_000) reject(new Error(`Waited in vain: ${what}`));
          else setTimeout(look, 5);
        };
        look();
      }),
    eventsOf: (id, type) => watch.events.filter((event) => event.id === id && (!type || event.type === type)),
    text(element) {
      const box = /** @type {HTMLElement | null | undefined} */ (element?.shadowRoot?.querySelector('[part=box]'));
      return (box?.innerText ?? '').replaceAll(/[ \u00a0\u2002]+/g, ' ').trim();
    },
  };
  window.watch = /** @type {Watch} */ (watch);

  for (const type of ['summit-load', 'summit-error', 'summit-change']) {
    window.addEventListener(type, (event) => {
      const {target, code, message, issues, summit, origin, added, changed, withdrawn} = /** @type {AnySummitEvent} */ (
        /** @type {unknown} */ (event)
      );
      const {id, revision} = summit ?? {};
      watch.events.push({
        id: target.id,
        type,
        code,
        message,
        issues,
        summit: id,
        revision,
        origin,
        added,
        changed,
        withdrawn,
      });
    });
  }
  console.warn = (...parts) => watch.warnings.push(parts.join(' '));
  console.error = (...parts) => watch.errors.push(parts.join(' '));
  window.addEventListener('error', ({message}) => watch.errors.push(message));
  window.addEventListener('unhandledrejection', ({reason}) =>
    watch.errors.push(`rejected: ${reason?.stack ?? reason}`),
  );
  window.addEventListener('securitypolicyviolation', (event) => {
    watch.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/**
 * In a page, after `watchPage`: timers of a second and more wait until a test moves the clock on, by
 * `watch.clock.advance(ms)`. `waits` are the delays, in ms, of those that wait. There is no chance in it either: no refresh
 * comes earlier or later than it says.
 */
export function holdClock() {
  /** @type {WindowOrWorkerGlobalScope} */
  const page = window;
  const {setTimeout, clearTimeout} = page;
  const started = Date.now();
  /** @type {Map<number | undefined, {ms: number, at: number, callback: () => void}>} */
  const timers = new Map();
  let now = 0;
  // Far from the browser's own numbers.
  let last = 1e9;
  page.setTimeout = (/** @type {() => void} */ callback, ms = 0, ...rest) => {
    if (ms < 1000) return setTimeout(callback, ms, ...rest);
    last += 1;
    timers.set(last, {ms, at: now + ms, callback});
    return last;
  };
  page.clearTimeout = (timer) => {
    if (!timers.delete(timer)) clearTimeout(timer);
  };
  Date.now = () => started + now;
  Math.random = () => 0.5;
  window.watch.clock = {
    waits: () => [...timers.values()].map(({ms}) => ms),
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(([, {at}]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [timer, {at, callback}] = next;
        timers.delete(timer);
        now = at;
        callback();
      }
      now = end;
    },
  };
}
