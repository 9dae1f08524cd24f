/**
 * The loading room against a real server. Node's `fetch` has no cache, no cookies and no rules between origins; what a
 * browser makes of these is for a test in one (data-server.mjs has `/etag/…`, `/cached/…` and `/no-cors/…` for it).
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it, mock} from 'node:test';
import {alaska2025 as summit} from '../../src/data/summits/alaska-2025.ts';
import {fetchJson} from '../../src/loading/fetch-json.ts';
import {findJsonDefect} from '../../src/loading/find-json-defect.ts';
import {LoadFailure} from '../../src/loading/load-failure.ts';
import {checkSummit, unknownSummit} from '../../src/loading/load-summit.ts';
import {loadTranslation} from '../../src/loading/load-translation.ts';
import {SummitSource, sourceOf} from '../../src/loading/summit-source.ts';
import {startDataServer} from '../support/data-server.mjs';

/** Far below the 10 s that readers have, far above what the machine needs to notice. */
const soon = {timeLimitMs: 100};

let server;

before(async () => {
  server = await startDataServer();
});

after(async () => {
  await server.close();
});

beforeEach(() => {
  server.forget();
  server.put('/summit.json', summit);
});

afterEach(() => {
  mock.restoreAll();
});

/** The failure that a promise ends in. */
async function failureOf(promise) {
  const failure = await promise.then(
    () => assert.fail('it should have failed'),
    (reason) => reason,
  );
  assert.ok(failure instanceof LoadFailure, String(failure?.stack ?? failure));
  return failure;
}

describe('fetchJson', () => {
  it('gives the value, the text and the address', async () => {
    const url = server.url('/summit.json');
    assert.deepEqual(await fetchJson(url), {value: {...summit}, text: JSON.stringify(summit), url});
  });

  it('does not cancel a request whose file it has, which a browser may not have noted as ended', async () => {
    const signals = [];
    const {fetch} = globalThis;
    mock.method(globalThis, 'fetch', (url, options) => {
      signals.push(options.signal);
      return fetch(url, options);
    });
    await fetchJson(server.url('/summit.json'));
    await failureOf(fetchJson(server.url('/404')));
    assert.deepEqual(
      signals.map(({aborted}) => aborted),
      [false, true],
    );
  });

  it('reads how long a server asks to wait, in seconds or as a date, from any error answer', async () => {
    mock.timers.enable({apis: ['Date'], now: Date.UTC(2026, 0, 1)});
    try {
      for (const [header, status, ms] of [
        ['120', 503, 120_000],
        ['7200', 404, 7_200_000],
        ['Thu, 01 Jan 2026 00:01:00 GMT', 429, 60_000],
        ['Wed, 31 Dec 2025 23:59:00 GMT', 503, -60_000],
        ['soon', 503, 0],
        [undefined, 500, 0],
      ]) {
        server.put('/busy.json', '', {status, headers: header === undefined ? {} : {'Retry-After': header}});
        const {code, retryAfterMs} = await failureOf(fetchJson(server.url('/busy.json')));
        assert.deepEqual([code, retryAfterMs], ['http', ms], header);
      }
    } finally {
      mock.timers.reset();
    }
  });

  it('takes a packed file, one with a byte order mark, and one that is called plain text', async () => {
    for (const way of ['gzip', 'bom', 'text-plain']) {
      const {value, text} = await fetchJson(server.url(`/${way}/summit.json`));
      assert.equal(value.id, summit.id, way);
      assert.equal(text[0], '{', way);
    }
  });

  it('follows a redirect and tells where it led', async () => {
    const {value, url} = await fetchJson(server.url('/redirect/summit.json'));
    assert.equal(value.id, summit.id);
    assert.equal(url, server.url('/summit.json'));
  });

  it('asks for nothing at an address that is none', async () => {
    const asked = mock.method(globalThis, 'fetch');
    const addresses = ['', 'summit.json', '//example.org/a.json', 'ftp://example.org/a.json', 'file:///etc/hosts'];
    const others = ['data:application/json,{}', `${'java'}script:alert(1)`, 'blob:http://a/b', 'https://'];
    for (const url of [...addresses, ...others]) {
      const {code, message} = await failureOf(fetchJson(url));
      assert.equal(code, 'bad-url', url);
      assert.ok(message.startsWith(`"${url}" is not the URL`), message);
      assert.match(message, /https:\/\//);
    }
    const {code, message} = await failureOf(fetchJson('https://editor:secret@example.org/a.json'));
    assert.equal(code, 'bad-url');
    assert.doesNotMatch(message, /secret/);
    assert.equal(asked.mock.callCount(), 0);
  });

  it('names the status of an answer that is no file', async () => {
    server.put('/private.json', {}, {status: 403});
    for (const [path, status, mend] of [
      ['/404', 404, /check it/],
      ['/500', 500, /try again later/],
      ['/private.json', 403, /without cookies/],
    ]) {
      const {code, message} = await failureOf(fetchJson(server.url(path)));
      assert.equal(code, 'http', path);
      assert.ok(message.startsWith(server.url(path)), message);
      assert.match(message, new RegExp(`HTTP ${status}\\b`));
      assert.match(message, mend);
    }
  });

  it('calls it the network when no answer comes, or not all of it, or from an endless or a foreign place', async () => {
    const gone = await startDataServer();
    await gone.close();
    const paths = ['/truncated', '/truncated-chunked', '/redirect-loop', '/redirect-away', '/redirect-data'];
    for (const url of [gone.url('/summit.json'), ...paths.map((path) => server.url(path))]) {
      const {code, message, cause} = await failureOf(fetchJson(url));
      assert.equal(code, 'network', url);
      assert.ok(message.startsWith(url), message);
      assert.match(message, /Access-Control-Allow-Origin/);
      assert.ok(cause instanceof Error);
    }
  });

  it('gives up on a server that is silent, that stops half-way or that never ends, and hangs up', async () => {
    for (const path of ['/hang', '/hang-body', '/drip']) {
      const {code, message} = await failureOf(fetchJson(server.url(path), soon));
      assert.equal(code, 'timeout', path);
      assert.ok(message.startsWith(`${server.url(path)} did not load within 0.1 seconds`), message);
      await server.requests(path)[0].closed;
    }
  });

  it('gives up even if the page’s own fetch does not listen to signals', async () => {
    mock.method(globalThis, 'fetch', () => new Promise(() => {}));
    assert.equal((await failureOf(fetchJson(server.url('/summit.json'), soon))).code, 'timeout');
  });

  it('stops reading at 2 MB, whatever the server says of the length', async () => {
    for (const path of ['/big', '/big-announced', '/big-packed']) {
      const {code, message} = await failureOf(fetchJson(server.url(path)));
      assert.equal(code, 'too-large', path);
      assert.ok(message.startsWith(`${server.url(path)} has more than 2 MB`), message);
      await server.requests(path)[0].closed;
      const sent = server.sentBytes(path);
      // What lies in the buffers of two sockets comes on top.
      assert.ok(sent > 0 && sent < 20_000_000, `${path}: ${sent} bytes sent`);
    }
  });

  it('counts bytes and not letters, and takes the very last one', async () => {
    server.put('/full.json', `"${'é'.repeat(999_999)}"`);
    server.put('/over.json', `"${'é'.repeat(999_999)}" `);
    assert.equal((await fetchJson(server.url('/full.json'))).value.length, 999_999);
    assert.equal((await failureOf(fetchJson(server.url('/over.json')))).code, 'too-large');
  });

  it('keeps to the limit where a body can only be had whole', async () => {
    let bytes = new Uint8Array(2_000_001);
    const answer = {ok: true, status: 200, url: '', body: null, arrayBuffer: async () => bytes.buffer};
    mock.method(globalThis, 'fetch', async () => answer);
    assert.equal((await failureOf(fetchJson('https://example.org/a.json'))).code, 'too-large');
    bytes = new TextEncoder().encode('[1]');
    const {value, url} = await fetchJson('https://example.org/a.json');
    assert.deepEqual(value, [1]);
    assert.equal(url, 'https://example.org/a.json');
  });

  it('says so when it gets a web page, nothing, or another encoding', async () => {
    server.put('/latin.json', Buffer.from('{"title": "Z\xfcrich"}', 'latin1'));
    server.put('/utf16.json', Buffer.from('\ufeff{"title": "Rome"}', 'utf16le'));
    server.put('/deep.json', '['.repeat(200_000));
    for (const [path, says] of [
      ['/html', /is a web page/],
      ['/empty', /it is empty/],
      ['/no-content', /it is empty/],
      ['/latin.json', /UTF-8/],
      ['/utf16.json', /UTF-8/],
      ['/deep.json', /is not valid JSON: it is nested too deeply/],
    ]) {
      const {code, message} = await failureOf(fetchJson(server.url(path)));
      assert.equal(code, 'not-json', path);
      assert.ok(message.startsWith(server.url(path)), message);
      assert.match(message, says);
    }
  });

  it('names line and column of a slip in the file', async () => {
    server.put('/slip.json', '{\n  "id": "a",\n  "title": “Talks”\n}');
    const {message} = await failureOf(fetchJson(server.url('/slip.json')));
    assert.match(message, /is not valid JSON: line 3, column 12: a value expected, "“" \(U\+201C\) found\.$/);
  });

  it('ends in the caller’s own reason when the caller stops it, and hangs up', async () => {
    for (const path of ['/hang', '/hang-body']) {
      const controller = new AbortController();
      const reason = new Error('moved on');
      const promise = fetchJson(server.url(path), {signal: controller.signal});
      const ended = assert.rejects(promise, (error) => error === reason);
      await server.arrived(path);
      controller.abort(reason);
      await ended;
      await server.requests(path)[0].closed;
    }
    await assert.rejects(fetchJson(server.url('/summit.json'), {signal: AbortSignal.abort()}), {name: 'AbortError'});
    assert.equal(server.requests('/summit.json').length, 0);
  });
});

describe('findJsonDefect', () => {
  it('finds one wherever JSON.parse does, and nowhere else', () => {
    const sound = '{"a": [1, -2.5e+3, "x\\u00e4\\n", {}], "b": {"c": null, "d": [true, false]}, "": []}';
    let broken = 0;
    for (let at = 0; at <= sound.length; at++) {
      for (const put of ['', '"', ',', '\\', '0', '}', ']', '{', '[', ':', '\n', 'e', '“']) {
        for (const text of [
          sound.slice(0, at) + put + sound.slice(at + 1),
          sound.slice(0, at) + put + sound.slice(at),
        ]) {
          let sane = true;
          try {
            JSON.parse(text);
          } catch {
            sane = false;
          }
          broken += sane ? 0 : 1;
          assert.equal(findJsonDefect(text) === undefined, sane, text);
        }
      }
    }
    assert.ok(broken > 1000);
  });

  it('says what should stand there, as an editor would look for it', () => {
    for (const [text, says] of [
      ['{"a": 1,}', 'line 1, column 9: a name in "…" (or no comma before this) expected, "}" found'],
      ['[\r\n1\r\n2]', 'line 3, column 1: "," or "]" expected, "2" found'],
      [
        '{"a": "x\n"}',
        'line 1, column 9: a quotation mark (write a backslash as \\\\, a line break as \\n) expected, a line break found',
      ],
      ['{"a"', 'line 1, column 5: ":" expected, the end of the file found'],
      ['\u00a0{}', 'line 1, column 1: a value expected, U+00A0 found'],
      ['{} {}', 'line 1, column 4: the end of the file expected, "{" found'],
    ]) {
      assert.equal(findJsonDefect(text), says);
    }
  });

  it('gets through the largest file there can be', () => {
    assert.match(findJsonDefect(`[${'1,'.repeat(990_000)}`), /^line 1, column 1980002: /);
    assert.equal(findJsonDefect('['.repeat(2_000_000)), undefined);
    assert.match(findJsonDefect(`["${'x\\n'.repeat(660_000)}`), /^line 1, column 1980003: /);
  });
});

describe('checkSummit', () => {
  it('hands out data that are a summit', async () => {
    assert.deepEqual(await checkSummit(JSON.parse(JSON.stringify(summit))), summit);
  });

  it('names the file and the first twenty places to mend, and keeps them all', async () => {
    const data = {...summit, claims: summit.claims.map((claim, i) => (i < 25 ? {...claim, certainty: 'sure'} : claim))};
    const {code, message, issues} = await failureOf(checkSummit(data, 'https://example.org/a.json'));
    const lines = message.split('\n');
    assert.equal(code, 'invalid');
    assert.equal(issues.length, 25);
    assert.match(lines[0], /^The file https:\/\/example\.org\/a\.json is not valid/);
    assert.equal(lines.length, 22);
    assert.match(lines[1], /^ {2}claims\[0\]\.certainty: /);
    assert.equal(lines[21], '  … and 5 more');
    assert.match((await failureOf(checkSummit('no'))).message, /^The data is not valid.*\n {2}the data as a whole: /);
  });

  it('tells a file for a later version from a wrong one', async () => {
    assert.equal((await failureOf(checkSummit({...summit, schemaVersion: '2.0'}))).code, 'unsupported-version');
  });
});

describe('unknownSummit', () => {
  it('names the summits there are', () => {
    const {code, message} = unknownSummit('alaska', new Set(['alaska-2025', 'paris-2031']));
    assert.equal(code, 'unknown-summit');
    assert.match(message, /"alaska"\. Use one of: alaska-2025, paris-2031\./);
  });
});

describe('loadTranslation', () => {
  const translation = {
    schemaVersion: '1.0',
    of: {id: summit.id, revision: summit.revision},
    lang: 'de',
    texts: {title: 'Das Treffen in Alaska'},
  };
  const entry = {lang: 'de', src: 'summit.de.json'};

  it('fetches the file from beside the data', async () => {
    server.put('/data/summit.de.json', translation);
    const loaded = await loadTranslation(entry.src, server.url('/data/summit.json'), {
      ...summit,
      translations: [entry],
    });
    assert.equal(loaded.texts.title, 'Das Treffen in Alaska');
  });

  it('refuses a file in another shape or in another language than the summit says, and names it', async () => {
    server.put('/summit.de.json', {...translation, lang: 'fr'});
    server.put('/wrong.json', {...translation, texts: {title: 1}});
    for (const [src, place] of [
      ['summit.de.json', /\n {2}lang: is "fr"/],
      ['wrong.json', /\n {2}texts/],
    ]) {
      const {code, message} = await failureOf(
        loadTranslation(src, server.url('/'), {...summit, translations: [entry]}),
      );
      assert.equal(code, 'invalid');
      assert.ok(message.startsWith(`The translation ${server.url(`/${src}`)}`), message);
      assert.match(message, place);
    }
  });

  it('fails with a name where there is no file or no address', async () => {
    assert.equal((await failureOf(loadTranslation('gone.json', server.url('/'), summit))).code, 'http');
    assert.equal((await failureOf(loadTranslation('gone.json', undefined, summit))).code, 'bad-url');
  });
});

/** Subscribes and keeps what it hears: summits as they are, failures by their code. */
function listen(source, ...how) {
  const heard = [];
  const urls = [];
  let wake = () => {};
  const hear = (news) => {
    heard.push(news);
    wake();
  };
  const stop = source.subscribe(
    {
      loaded: (loaded, url) => {
        urls.push(url);
        hear(loaded);
      },
      failed: (failure) => hear(failure.code),
    },
    ...how,
  );
  return {
    heard,
    urls,
    stop,
    /** The news of this number, once it is there. */
    async news(number) {
      while (heard.length < number) {
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
      return heard[number - 1];
    },
  };
}

/** Lets everything run that has been set going and needs neither network nor clock. */
function turn() {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('a source', () => {
  it('is one for each address, whatever follows the #', () => {
    const url = server.url('/summit.json?one');
    assert.equal(sourceOf(url), sourceOf(`${url}#facts`));
    assert.notEqual(sourceOf(url), sourceOf(server.url('/summit.json?two')));
  });

  it('is kept while somebody listens, and else until twenty others were asked for', async () => {
    const [kept, dropped] = ['kept', 'dropped'].map((name) => sourceOf(server.url(`/summit.json?${name}`)));
    const {stop, news} = listen(kept);
    await news(1);
    for (let i = 0; i < 30; i++) sourceOf(server.url(`/summit.json?other=${i}`));
    assert.equal(sourceOf(kept.url), kept);
    assert.notEqual(sourceOf(dropped.url), dropped);
    stop();
  });

  it('makes one request for a hundred listeners, and none for those who come later', async () => {
    const source = sourceOf(server.url('/redirect/summit.json?hundred'));
    const held = server.hold('/redirect/summit.json');
    const early = Array.from({length: 60}, () => listen(source));
    await server.arrived('/redirect/summit.json');
    const late = Array.from({length: 40}, () => listen(source));
    held.release();
    const loaded = await Promise.all([...early, ...late].map(({news}) => news(1)));
    assert.equal(new Set(loaded).size, 1);
    assert.equal(loaded[0].id, summit.id);
    const after = listen(source);
    assert.deepEqual(after.heard, []);
    assert.equal(await after.news(1), loaded[0]);
    // Addresses in the file are relative to where the redirect led.
    assert.deepEqual(after.urls, [server.url('/summit.json?hundred')]);
    assert.equal(server.requests('/redirect/summit.json').length, 1);
    assert.equal(server.requests('/summit.json').length, 1);
  });

  it('keeps no failure for those who come later', async () => {
    const source = new SummitSource(server.url('/later.json'));
    const first = listen(source);
    assert.equal(await first.news(1), 'http');
    server.put('/later.json', summit);
    const second = listen(source);
    assert.equal((await second.news(1)).id, summit.id);
    assert.equal((await first.news(2)).id, summit.id);
    assert.equal(server.requests('/later.json').length, 2);
  });

  it('tells why a file is no summit, and what its address is', async () => {
    server.put('/wrong.json', {...summit, status: {value: 'over', claims: []}});
    const failure = await new Promise((resolve, reject) => {
      new SummitSource(server.url('/wrong.json')).subscribe({loaded: reject, failed: resolve});
    });
    assert.equal(failure.code, 'invalid');
    assert.ok(failure.message.includes(server.url('/wrong.json')));
    assert.equal(failure.issues[0].path, 'status.value');
  });

  it('hangs up when the last listener goes, and not before', async () => {
    // Without the time limit, which would hang up as well.
    const source = new SummitSource(server.url('/hang'), {}, (url, how) => fetchJson(url, {...how, timeLimitMs: 1e9}));
    const [one, other] = [listen(source), listen(source)];
    await server.arrived('/hang');
    const [request] = server.requests('/hang');
    let closed = false;
    void request.closed.then(() => {
      closed = true;
    });
    one.stop();
    await fetchJson(server.url('/summit.json'));
    assert.equal(closed, false);
    other.stop();
    await request.closed;
    assert.deepEqual([...one.heard, ...other.heard], []);
  });

  it('goes on with its request when an element is moved', async () => {
    const source = new SummitSource(server.url('/summit.json'));
    const held = server.hold('/summit.json');
    const before = listen(source);
    await server.arrived('/summit.json');
    before.stop();
    const after = listen(source);
    await turn();
    held.release();
    assert.equal((await after.news(1)).id, summit.id);
    assert.deepEqual(before.heard, []);
    assert.equal(server.requests('/summit.json').length, 1);
  });

  it('ignores a late answer to a request that it has given up', async () => {
    const answers = [];
    const source = new SummitSource(
      'https://example.org/a.json',
      {},
      () => new Promise((resolve) => answers.push(resolve)),
    );
    const answer = (title) => ({value: {...summit, title}, text: title, url: 'https://example.org/a.json'});
    const first = listen(source);
    first.stop();
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    const second = listen(source);
    assert.equal(answers.length, 2);
    answers[1](answer('fast'));
    assert.equal((await second.news(1)).title, 'fast');
    answers[0](answer('slow'));
    await turn();
    assert.equal((await listen(source).news(1)).title, 'fast');
    assert.equal(second.heard.length, 1);
  });

  it('tells all the others when one of its listeners throws', async () => {
    const consoleErrors = mock.method(console, 'error', () => {});
    const source = new SummitSource(server.url('/summit.json'));
    const error = new Error('a page’s fault');
    source.subscribe({
      loaded() {
        throw error;
      },
      failed() {},
    });
    assert.equal((await listen(source).news(1)).id, summit.id);
    assert.deepEqual(
      consoleErrors.mock.calls.map(({arguments: [consoleError]}) => consoleError),
      [error],
    );
  });

  it('says no more to one who left, even while it was telling', async () => {
    const source = new SummitSource(server.url('/summit.json'));
    const first = {loaded: () => second.stop(), failed() {}};
    source.subscribe(first);
    const second = listen(source);
    const third = listen(source);
    await third.news(1);
    assert.deepEqual(second.heard, []);
    const fourth = listen(source);
    fourth.stop();
    await turn();
    assert.deepEqual(fourth.heard, []);
  });
});

/** A clock that stands until it is moved, and a page that is seen or not. */
function makePage({random = () => 0.5} = {}) {
  let now = 1_000_000;
  let hidden = false;
  let wake = () => {};
  const timers = new Set();
  const watchers = new Set();
  return {
    environment: {
      now: () => now,
      setTimeout(callback, ms) {
        const timer = {callback, at: now + ms};
        timers.add(timer);
        wake();
        return timer;
      },
      clearTimeout: (timer) => timers.delete(timer),
      random,
      hidden: () => hidden,
      onWake(callback) {
        watchers.add(callback);
        return () => watchers.delete(callback);
      },
    },
    watchers,
    /** Milliseconds until each timer is due. */
    waits: () => [...timers].map(({at}) => Math.round(at - now)),
    /** Settles when there is a timer. */
    async armed() {
      while (timers.size === 0) {
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
    },
    pass(ms) {
      now += ms;
      for (const timer of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.callback();
      }
    },
    hide() {
      hidden = true;
    },
    show() {
      hidden = false;
      for (const watcher of [...watchers]) watcher();
    },
  };
}

/** A source whose answers are set by the test: an object is a file, a string the code of a failure. */
function makeSource(page, answer = summit) {
  const asked = [];
  const made = {
    answer,
    asked,
    source: new SummitSource('https://example.org/a.json', page.environment, async (url, {cache}) => {
      asked.push(cache);
      if (made.answer instanceof LoadFailure) throw made.answer;
      if (typeof made.answer === 'string') throw new LoadFailure(made.answer, 'as the test wishes');
      return {value: made.answer, text: JSON.stringify(made.answer), url};
    }),
  };
  return made;
}

describe('a source that is refreshed', () => {
  const wait = async (page) => {
    await page.armed();
    return page.waits();
  };
  /** Moves the clock to the next request, and on until it is answered. */
  const next = async (page) => {
    page.pass(Math.max(...page.waits()));
    return wait(page);
  };

  it('is asked in the shortest time that a listener wants, and at least 15 seconds apart', async () => {
    const page = makePage();
    const {source} = makeSource(page);
    listen(source);
    listen(source, 600);
    await wait(page);
    assert.deepEqual(await next(page), [600_000]);
    const hasty = listen(source, 1);
    assert.deepEqual(page.waits(), [16_500]);
    listen(source, 60);
    hasty.stop();
    assert.deepEqual(page.waits(), [60_000]);
  });

  it('is not asked again for listeners who do not want it', async () => {
    const page = makePage();
    const {source, asked} = makeSource(page);
    const listeners = [undefined, 0, -5, NaN].map((refresh) => listen(source, refresh));
    await Promise.all(listeners.map(({news}) => news(1)));
    assert.deepEqual(page.waits(), []);
    assert.equal(page.watchers.size, 0);
    assert.equal(asked.length, 1);
  });

  it('takes the environment of the page with a listener', async () => {
    const page = makePage();
    const source = new SummitSource(server.url('/summit.json'));
    listen(source, 60, page.environment);
    assert.deepEqual(await wait(page), [37_500]);
  });

  it('never waits longer than a clock can count', async () => {
    const page = makePage();
    listen(makeSource(page).source, 1e9);
    await wait(page);
    assert.deepEqual(await next(page), [86_400_000]);
  });

  it('spreads the first wait over the whole interval and later ones by a tenth, never below 15 seconds', async () => {
    for (const [random, refresh, first, later] of [
      [0, 60, 15_000, 54_000],
      [0.75, 60, 48_750, 63_000],
      [1, 60, 60_000, 66_000],
      [0, 15, 15_000, 15_000],
      [0.5, 15, 22_500, 16_500],
      [1, 15, 30_000, 18_000],
      [1, 20, 30_000, 22_000],
    ]) {
      const page = makePage({random: () => random});
      listen(makeSource(page).source, refresh);
      assert.deepEqual(await wait(page), [first]);
      assert.deepEqual(await next(page), [later]);
      assert.deepEqual(await next(page), [later]);
    }
  });

  it('asks the server first and its cache later, and tells what is new, once', async () => {
    const page = makePage();
    const made = makeSource(page);
    const {heard} = listen(made.source, 60);
    await wait(page);
    await next(page);
    assert.deepEqual(made.asked, [undefined, 'no-cache']);
    assert.equal(heard.length, 1);
    made.answer = {...summit, revision: 2, title: 'Later'};
    await next(page);
    await next(page);
    assert.deepEqual(
      heard.map(({title}) => title),
      [summit.title, 'Later'],
    );
    assert.equal(made.asked.length, 4);
  });

  it('asks past every cache once for each edition that somebody has a later one of', async () => {
    const page = makePage();
    const made = makeSource(page);
    const {heard, news} = listen(made.source);
    await news(1);
    made.answer = {...summit, revision: 2};
    assert.equal(made.source.reload(), true);
    await news(2);
    assert.deepEqual(made.asked, [undefined, 'reload']);
    assert.deepEqual(
      heard.map(({revision}) => revision),
      [1, 2],
    );
    assert.equal(made.source.reload(), true);
    assert.equal(made.source.reload(), true);
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(made.source.reload(), false);
    assert.deepEqual(made.asked, [undefined, 'reload', 'reload']);
  });

  it('shows two texts that come in turn under one revision once each, and a raised revision at once', async () => {
    const page = makePage();
    const texts = ['One', 'Two', 'Three'].map((title) => ({...summit, title}));
    const made = makeSource(page, texts[0]);
    const {heard} = listen(made.source, 60);
    await wait(page);
    for (let i = 1; i < 9; i += 1) {
      made.answer = texts[i % 3];
      await next(page);
    }
    assert.deepEqual(
      heard.map(({title}) => title),
      ['One', 'Two', 'Three'],
    );
    made.answer = {...texts[0], revision: summit.revision + 1};
    await next(page);
    assert.deepEqual(
      heard.map(({title}) => title),
      ['One', 'Two', 'Three', 'One'],
    );
  });

  it('ignores an edition before the one it has, but not another summit', async () => {
    const page = makePage();
    const made = makeSource(page, {...summit, revision: 3});
    const {heard} = listen(made.source, 60);
    await wait(page);
    for (const answer of [
      {...summit, revision: 2},
      {...summit, revision: 3},
      {...summit, revision: 2},
    ]) {
      made.answer = answer;
      await next(page);
    }
    assert.deepEqual(
      heard.map(({revision}) => revision),
      [3],
    );
    made.answer = {...summit, id: 'another', revision: 1};
    await next(page);
    assert.deepEqual(
      heard.map(({id}) => id),
      [summit.id, 'another'],
    );
  });

  it('doubles the wait after each failure up to 95 seconds or its own interval, and spreads the wait after a recovery', async () => {
    for (const [refresh, backoffs, recovery, later] of [
      [15, [30_000, 60_000, 95_000, 95_000], 22_500, 16_500],
      [60, [95_000, 95_000], 84_000, 60_000],
      [600, [600_000, 600_000], 840_000, 600_000],
    ]) {
      const page = makePage();
      const made = makeSource(page);
      listen(made.source, refresh);
      await wait(page);
      made.answer = 'network';
      for (const backoff of backoffs) assert.deepEqual(await next(page), [backoff]);
      made.answer = summit;
      assert.deepEqual(await next(page), [recovery]);
      assert.deepEqual(await next(page), [later]);
    }
  });

  it('asks within two minutes however long an outage was', async () => {
    for (const random of [0, 0.5, 1]) {
      const page = makePage({random: () => random});
      const made = makeSource(page, 'timeout');
      listen(made.source, 60);
      await wait(page);
      for (let i = 0; i < 20; i += 1) {
        const [ms] = await next(page);
        assert.ok(ms >= 15_000 && ms + 10_000 < 120_000, `${ms} ms`);
      }
    }
  });

  it('asks within a minute when the page wakes up after a failure, and never within 15 seconds after it', async () => {
    for (const [random, refresh, passed, ms] of [
      [0.5, 60, 20_000, 30_000],
      [0.999, 60, 20_000, 59_940],
      [0.001, 60, 1_000, 14_000],
      [0.5, 15, 1_000, 14_000],
      [0.5, 600, 100_000, 30_000],
      // What is due sooner stays.
      [0.5, 60, 90_000, 5_000],
    ]) {
      const page = makePage({random: () => random});
      const made = makeSource(page);
      listen(made.source, refresh);
      await wait(page);
      made.answer = 'network';
      await next(page);
      await next(page);
      page.pass(passed);
      page.show();
      assert.deepEqual(page.waits(), [ms]);
      // Once more makes no difference.
      page.show();
      assert.deepEqual(page.waits(), [ms]);
    }
  });

  it('spreads the wait over the whole interval again if that is longer than the minute of waking up', async () => {
    for (const [refresh, ms] of [
      [60, 60_000],
      [600, 307_500],
    ]) {
      const page = makePage();
      const {source} = makeSource(page);
      listen(source, refresh);
      await wait(page);
      page.hide();
      page.pass(3_600_000);
      page.show();
      assert.deepEqual(page.waits(), [30_000]);
      assert.deepEqual(await next(page), [ms]);
    }
  });

  it('leaves the wait alone when the page wakes up without a failure', async () => {
    const page = makePage();
    listen(makeSource(page).source, 60);
    await wait(page);
    page.pass(10_000);
    page.show();
    assert.deepEqual(page.waits(), [27_500]);
  });

  it('waits as long as the server asks, up to an hour, and spreads readers after it', async () => {
    for (const [retryAfterMs, ms] of [
      [300_000, 347_500],
      [7_200_000, 3_647_500],
      [20_000, 95_000],
      [-5, 95_000],
      [0, 95_000],
    ]) {
      const page = makePage();
      const made = makeSource(page);
      listen(made.source, 60);
      await wait(page);
      made.answer = Object.assign(new LoadFailure('http', 'as the test wishes'), {retryAfterMs});
      assert.deepEqual(await next(page), [ms]);
      if (retryAfterMs !== 300_000) continue;
      page.pass(10_000);
      page.show();
      assert.deepEqual(page.waits(), [290_000]);
      made.answer = summit;
      assert.deepEqual(await next(page), [84_000]);
    }
  });

  it('tells of failures once for each code, and of their end with the summit there was', async () => {
    const page = makePage();
    const made = makeSource(page);
    const {heard} = listen(made.source, 60);
    await wait(page);
    const wrong = {...summit, title: ''};
    for (const answer of ['network', 'network', 'http', 'network', wrong, wrong, summit, summit]) {
      made.answer = answer;
      await next(page);
    }
    assert.deepEqual(
      heard.map((news) => news.id ?? news),
      [summit.id, 'network', 'http', 'invalid', summit.id],
    );
    assert.equal(heard[4], heard[0]);
    made.answer = 'network';
    await next(page);
    assert.equal(heard[5], 'network');
  });

  it('gives those who come during failures the summit, and says that it may be old', async () => {
    const page = makePage();
    const made = makeSource(page);
    listen(made.source, 60);
    await wait(page);
    made.answer = 'network';
    await next(page);
    const late = listen(made.source);
    await late.news(2);
    assert.deepEqual(
      late.heard.map((news) => news.id ?? news),
      [summit.id, 'network'],
    );
    assert.equal(made.asked.length, 2);
  });

  it('asks nothing while nobody sees the page, and soon when somebody does', async () => {
    const page = makePage();
    const {source, asked} = makeSource(page);
    listen(source, 60);
    await wait(page);
    page.hide();
    page.pass(60_000);
    page.pass(6_000_000);
    assert.equal(asked.length, 1);
    page.show();
    assert.deepEqual(page.waits(), [30_000]);
    await next(page);
    assert.equal(asked.length, 2);
    page.hide();
    page.pass(10_000);
    page.show();
    assert.deepEqual(page.waits(), [50_000]);
  });

  it('stops for good when the summit has ended or is cancelled', async () => {
    for (const value of ['ended', 'cancelled']) {
      const page = makePage();
      const made = makeSource(page);
      const {news} = listen(made.source, 60);
      await wait(page);
      made.answer = {...summit, revision: 2, status: {...summit.status, value}};
      page.pass(60_000);
      await news(2);
      assert.deepEqual(page.waits(), []);
      assert.equal(page.watchers.size, 0);
      await listen(made.source, 15).news(1);
      assert.deepEqual(page.waits(), []);
      assert.equal(made.asked.length, 2);
    }
  });

  it('stops with the last listener who wants it, and leaves nothing behind', async () => {
    const page = makePage();
    const {source} = makeSource(page);
    const plain = listen(source);
    const [one, other] = [listen(source, 60), listen(source, 60)];
    await wait(page);
    one.stop();
    one.stop();
    assert.equal(page.waits().length, 1);
    other.stop();
    assert.deepEqual(page.waits(), []);
    assert.equal(page.watchers.size, 0);
    plain.stop();
    assert.equal(source.idle, true);
  });

  it('does not start its wait over when an element is moved', async () => {
    const page = makePage();
    const {source, asked} = makeSource(page);
    const {stop} = listen(source, 60);
    await wait(page);
    page.pass(20_000);
    stop();
    const again = listen(source, 60);
    assert.deepEqual(page.waits(), [17_500]);
    again.stop();
    page.pass(600_000);
    listen(source, 60);
    assert.deepEqual(page.waits(), [30_000]);
    assert.equal(asked.length, 1);
  });

  it('keeps the wait when the clock is put back', async () => {
    const page = makePage();
    const {source} = makeSource(page);
    const {stop} = listen(source, 60);
    await wait(page);
    stop();
    page.pass(-86_400_000);
    listen(source, 60);
    assert.deepEqual(page.waits(), [37_500]);
  });
});
