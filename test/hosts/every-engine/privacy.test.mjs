/**
 * What a page and its readers give away by having a box: the request of the script, of its own files, and of the data that the
 * page names. Nothing is kept, and nobody else hears of it. Found out by listening, on the servers and in the page.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {prerender} from '../../../dist/prerender.js';
import {startDataServer} from '../../support/data-server.mjs';
import {inEveryEngine, onlyInChromium} from '../../support/engines.mjs';
import {boxes, heard, SCRIPT, startHost, talks} from '../host-pages.mjs';

/** In a page, before everything else: every way to keep or to send something is written down, as `watch.touched`. */
function trap() {
  const touched = (watch.touched = []);
  const note = (what) => touched.push(what);
  const trapGetter = (owner, name) => {
    const known = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!known?.configurable) return;
    Object.defineProperty(owner, name, {
      ...known,
      ...(known.get && {
        get() {
          note(name);
          return known.get.call(this);
        },
      }),
      ...(known.set && {
        set(value) {
          note(`${name} =`);
          known.set.call(this, value);
        },
      }),
    });
  };
  const trapCall = (owner, name) => {
    const known = owner?.[name];
    if (typeof known !== 'function') return;
    owner[name] = new Proxy(known, {
      apply(target, self, args) {
        note(`${name}(${String(args[0])})`);
        return Reflect.apply(target, self, args);
      },
      construct(target, args) {
        note(`new ${name}(${String(args[0])})`);
        return Reflect.construct(target, args);
      },
    });
  };
  trapGetter(Document.prototype, 'cookie');
  trapGetter(Document.prototype, 'referrer');
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) trapGetter(window, name);
  for (const name of [
    'userAgent',
    'plugins',
    'languages',
    'language',
    'platform',
    'hardwareConcurrency',
    'deviceMemory',
    'connection',
    'geolocation',
    'serviceWorker',
    'mediaDevices',
    'storage',
    'userAgentData',
    'doNotTrack',
    'maxTouchPoints',
  ]) {
    trapGetter(Navigator.prototype, name);
  }
  for (const name of ['sendBeacon', 'getBattery', 'registerProtocolHandler', 'share'])
    trapCall(Navigator.prototype, name);
  for (const name of [
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'Image',
    'Worker',
    'SharedWorker',
    'RTCPeerConnection',
    'BroadcastChannel',
    'fetch',
    'open',
  ]) {
    trapCall(window, name);
  }
  for (const name of ['getContext', 'toDataURL']) trapCall(HTMLCanvasElement.prototype, name);
  trapCall(window.Storage?.prototype, 'setItem');
}

let host;
let data;
let looked = 0;
let listened = 0;
before(async () => {
  [host, data] = await Promise.all([startHost(), startDataServer()]);
});
after(async () => {
  await Promise.all([host.close(), data.close()]);
  console.log(
    `# privacy: ${looked} pages listened to, ${listened} requests, none but the script’s own files and the data named`,
  );
});

inEveryEngine('what readers give away', (engine) => {
  /** Opens a page, lets `act` happen, and tells what was touched, asked for and kept. */
  async function listen(html, {act = async () => {}, events = 3, strict = false, trapped = [trap]} = {}) {
    looked += 1;
    const from = host.requests.length;
    await host.open(engine, html, {strict, prepare: trapped});
    if (events) await engine.evaluate(heard, events);
    await act();
    const seen = await engine.evaluate(async () => ({
      touched: [...(watch.touched ?? [])],
      cookie: document.cookie,
      kept: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases?.())?.length ?? 0,
      workers: (await navigator.serviceWorker?.getRegistrations?.())?.length ?? 0,
      asked: performance.getEntriesByType('resource').map(({name}) => name),
      errors: watch.errors,
    }));
    const asked = host.requests.slice(from).filter((path) => !/^\/(?:page-\d|icon\.svg|favicon)/.test(path));
    listened += asked.length;
    const {cookie, kept, databases, workers, errors} = seen;
    assert.deepEqual(
      {cookie, kept, databases, workers, errors},
      {cookie: '', kept: 0, databases: 0, workers: 0, errors: []},
    );
    const origins = new Set(seen.asked.map((address) => new URL(address).origin));
    for (const origin of origins) assert.ok([host.origin, data.origin].includes(origin), origin);
    return {asked, touched: seen.touched};
  }

  const ownFiles =
    /^\/embed\/(?:summit-embeds|resize|frame)[\w.-]*\.(?:js|json|css|html)(?:\?.*)?$|^\/embed\/chunks\/[\w.-]+\.js$/;

  onlyInChromium(engine, () => {
    it('by a box with the default: one request, of the script', async () => {
      const {asked, touched} = await listen(boxes() + SCRIPT);
      assert.deepEqual(asked, ['/embed/summit-embeds.js']);
      assert.deepEqual(touched, []);
    });

    it('by a prerendered box without script: none', async () => {
      const {asked} = await listen(await prerender('fact-box', {shape: 'both'}), {events: 0});
      assert.deepEqual(asked, []);
    });

    it('by a prerendered box that is taken over: one', async () => {
      const {asked, touched} = await listen((await prerender('fact-box', {shape: 'both'})) + SCRIPT, {events: 1});
      assert.deepEqual(asked, ['/embed/summit-embeds.js']);
      assert.deepEqual(touched, []);
    });
  });

  it('by data from another host: one request there for all boxes, without cookies, and the script’s own files', async () => {
    data.put('/talks.json', talks, {headers: {'Set-Cookie': 'reader=1; SameSite=None; Secure; Path=/'}});
    const address = data.url('/talks.json');
    for (let visit = 0; visit < 2; visit += 1) {
      const before = data.requests('/talks.json').length;
      const {asked, touched} = await listen(boxes(`src="${address}" refresh="60"`) + SCRIPT);
      for (const path of asked) assert.match(path, ownFiles);
      const requests = data.requests('/talks.json').slice(before);
      assert.equal(requests.length, 1);
      assert.equal(requests[0].headers.cookie, undefined);
      assert.equal(requests[0].headers.authorization, undefined);
      // The page's policy decides what address it tells; by default no more than the origin.
      assert.ok([undefined, `${host.origin}/`].includes(requests[0].headers.referer), requests[0].headers.referer);
      assert.deepEqual(touched, [`fetch(${address})`]);
    }
    data.forget();
  });

  onlyInChromium(engine, () => {
    it('by what they do with a box: the file for it, and nothing kept or sent', async () => {
      const act = () =>
        engine.evaluate(async () => {
          const {shadowRoot} = document.querySelector('summit-fact-box');
          for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
          await watch.until(() => shadowRoot.querySelector('footer button'));
          for (const button of shadowRoot.querySelectorAll('button')) button.click();
        });
      const {asked, touched} = await listen(boxes() + SCRIPT, {act});
      for (const path of asked) assert.match(path, ownFiles);
      assert.ok(asked.length > 1);
      assert.deepEqual(touched, []);
    });

    it('by boxes in another language, and with a summit of the page’s own: files of the script', async () => {
      const act = () =>
        engine.evaluate(async (summit) => {
          document.querySelector('summit-fact-box').data = summit;
          await watch.until(() => watch.eventsOf('summit-fact-box', 'summit-load').length === 2);
        }, talks);
      const {asked, touched} = await listen(boxes('lang="uk"') + SCRIPT, {act});
      for (const path of asked) assert.match(path, ownFiles);
      assert.deepEqual(touched, []);
    });

    it('by a frame: the files of its page', async () => {
      const frame =
        '<iframe src="/embed/frame.html?element=fact-box" width="600" height="900"></iframe><script src="/embed/resize.js"></script>';
      const act = () =>
        engine.evaluate(() =>
          watch.until(
            () => document.querySelector('iframe').contentDocument?.querySelector('summit-fact-box')?.shadowRoot,
          ),
        );
      const {asked, touched} = await listen(frame, {act, events: 0});
      for (const path of asked) assert.match(path, ownFiles);
      assert.deepEqual(touched, []);
      assert.equal(await engine.evaluate(() => document.querySelector('iframe').contentDocument.cookie), '');
    });
  });

  it('is heard of here, if it is given away', async () => {
    const act = () =>
      engine.evaluate(() => {
        document.cookie = 'box=1';
        navigator.sendBeacon('/beacon', 'box');
        new Image().src = '/pixel.gif';
        document.cookie = 'box=; max-age=0';
        return watch.until(() =>
          performance.getEntriesByType('resource').some(({name}) => name.endsWith('/pixel.gif')),
        );
      });
    const {asked, touched} = await listen(boxes() + SCRIPT, {act});
    assert.ok(asked.includes('/pixel.gif'));
    assert.ok(touched.includes('cookie =') && touched.includes('sendBeacon(/beacon)'), touched.join());
  });
});
