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
import {launchOptions} from '../../tools/find-browser.mjs';
import {sharedBrowser} from './browser.mjs';

/** In a page that is sent in two parts: the place between them. */
export const PAUSE = '<!-- pause -->';

const usualViewport = {width: 800, height: 600};

const policy = (connect, styles = []) =>
  `default-src 'none'; script-src 'self'; style-src ${["'self'", ...styles].join(' ')}; ` +
  `connect-src ${["'self'", ...connect].join(' ')}; img-src 'self'; ` +
  "frame-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/**
 * Serves the pages, without a browser to see them in.
 *
 * @param {object} [options]
 * @param {string[]} [options.connect] Origins that the policy lets pages read from.
 * @param {Record<string, string>} [options.files] Modules, and JSON, by path.
 * @param {Record<string, string>} [options.folders] Folders of pages by the path they are served at.
 * @param {(path: string) => Promise<void> | undefined} [options.hold] What a file waits for before it is sent.
 */
export async function startServer({connect = [], files = {}, folders = {}, hold = () => undefined} = {}) {
  const documents = new Map();
  /** Paths that were asked for, with their queries. */
  const requests = [];
  const dist = sirv('dist', {
    dev: true,
    setHeaders(response, pathname) {
      // Frames in a sandbox have no origin of their own.
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (pathname.endsWith('.html')) response.setHeader('Content-Security-Policy', policy(connect));
    },
  });
  const served = Object.entries(folders).map(([path, folder]) => [path, sirv(folder, {dev: true})]);
  let count = 0;

  const server = createServer(async (request, response) => {
    requests.push(request.url);
    const {pathname} = new URL(request.url, 'http://localhost');
    const {type = 'text/html', strict, styles, headers = {}, body, pause} = documents.get(pathname) ?? {};
    await hold(pathname);
    if (body === undefined) {
      const [path = '', serve = dist] = served.find(([path]) => pathname.startsWith(`${path}/`)) ?? [];
      request.url = request.url.slice(path.length);
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
  const put = (path, body, more) => {
    documents.set(path, {type: path.endsWith('.json') ? 'application/json' : 'text/javascript', body, ...more});
  };
  for (const [path, body] of Object.entries({'/icon.svg': '', ...files})) put(path, body);

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    /** Serves a module, or JSON, at a path from now on. */
    put,
    /**
     * Puts a page where a browser finds it, and tells its path.
     *
     * @param {string} html What stands in it.
     * @param {object} [options]
     * @param {string} [options.lang]
     * @param {boolean} [options.strict] Without it, scripts that data smuggle into a page would run.
     * @param {string[]} [options.styles] What else the policy takes styles from.
     * @param {Record<string, string>} [options.headers] More of them; one of the policy's name takes its place.
     * @param {(() => void)[]} [options.prepare] Functions that run in the page before everything else. They come as files,
     *   which the strict policy lets run.
     * @param {string} [options.doctype] An empty one makes it a page in quirks mode.
     * @param {string} [options.nonce] For these files, under a policy of the page's own.
     * @param {() => Promise<unknown>} [options.pause] The server sends the part of the page after `PAUSE` when this resolves.
     */
    add(html, {lang = 'en', strict = true, styles, headers, prepare = [], doctype = '<!doctype html>', nonce, pause} = {}) {
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
 * @param {Parameters<typeof startServer>[0] & {launch?: import('puppeteer-core').LaunchOptions, scrollbars?: boolean}} [options]
 *   Those of the server; options of a browser, which is then one of its own, not the shared one, and whose arguments come on
 *   top of the usual ones; and whether pages have scrollbars that take room.
 */
export async function startPages({launch, scrollbars = false, ...serving} = {}) {
  const server = await startServer(serving);
  const {origin} = server;
  /** Tabs that a test has open, and those that are free: to start another one takes longer than most tests. */
  let busy = [];
  let free = [];
  const browser = launch ? await launchBrowser(launch) : await sharedBrowser();

  const makeTab = async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
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

  const visitIn = async (tab, path, {prepare = [], until = 'load', zone, script = true, fresh = false, viewport, scheme}) => {
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
     * @param {object} options
     * @param {string} [options.lang]
     * @param {boolean} [options.strict] Without it, scripts that data smuggle into a page would run.
     * @param {(() => void)[]} [options.prepare] Functions that run in the page before everything else.
     * @param {'load' | 'networkidle0' | []} [options.until] An empty list does not even wait for the whole page.
     * @param {string[]} [options.styles] What else the policy takes styles from.
     * @param {string} [options.zone] Time zone of the reader.
     * @param {boolean} [options.script] Without it, no script of the page runs.
     * @param {boolean} [options.fresh] In a browser context that no page was in.
     * @param {{width: number, height: number}} [options.viewport]
     * @param {'light' | 'dark'} [options.scheme] What the reader has chosen.
     * @returns What the page asks for (addresses of its own origin without that), its console and its exceptions; the
     *   three lists grow with it.
     */
    async open(html, {lang, strict, styles, ...options} = {}) {
      return this.visit(server.add(html, {lang, strict, styles}), options);
    },
    add: server.add,
    put: server.put,
    /**
     * Opens a page that is there already; the same options. On a busy machine a browser sometimes loses the answer to a tab:
     * that tab is left to itself, and another one is opened.
     */
    async visit(path, options = {}) {
      try {
        return await visitIn((options.fresh ? undefined : free.pop()) ?? (await makeTab()), path, options);
      } catch (error) {
        if (error.name !== 'TimeoutError') throw error;
        busy.at(-1).once = true;
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

/** In a page: ends its requests and its timers. */
export function endPage() {
  window.stop();
  for (let timer = setTimeout(() => {}); timer > 0; timer -= 1) clearTimeout(timer);
}

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
    text: (element) => element.shadowRoot.querySelector('[part=box]').innerText.replaceAll(/[ \u00a0\u2002]+/g, ' ').trim(),
  };
  window.watch = watch;

  for (const type of ['summit-load', 'summit-error', 'summit-change']) {
    window.addEventListener(type, (event) => {
      const {target, code, message, issues, summit, origin, added, changed, withdrawn} = event;
      const {id, revision} = summit ?? {};
      watch.events.push({id: target.id, type, code, message, issues, summit: id, revision, origin, added, changed, withdrawn});
    });
  }
  console.warn = (...parts) => watch.warnings.push(parts.join(' '));
  console.error = (...parts) => watch.errors.push(parts.join(' '));
  window.addEventListener('error', ({message}) => watch.errors.push(message));
  window.addEventListener('unhandledrejection', ({reason}) => watch.errors.push(`rejected: ${reason?.stack ?? reason}`));
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
  const {setTimeout, clearTimeout} = window;
  const started = Date.now();
  const timers = new Map();
  let now = 0;
  // Far from the browser's own numbers.
  let last = 1e9;
  window.setTimeout = (callback, ms = 0, ...rest) => {
    if (ms < 1000) return setTimeout(callback, ms, ...rest);
    last += 1;
    timers.set(last, {ms, at: now + ms, callback});
    return last;
  };
  window.clearTimeout = (timer) => {
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
