/**
 * A page's own data in a browser, from another origin, under a strict policy: what readers see, what the page hears, and
 * what servers are asked for, when all goes well and when it does not. Nothing waits for a clock: timers of the page go
 * off when a test says so.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {OWN_DATA_CHUNKS} from '../../tools/checks/own-data-chunks.mjs';
import {startDataServer} from '../support/data-server.mjs';
import {holdClock, startPages, watchPage} from '../support/page-server.mjs';

const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';
const TAGS = ['summit-fact-box', 'summit-goal-comparison', 'summit-region-list'];
/** How long a request may take. */
const LIMIT_MS = 10_000;
const FAILED = 'This box could not be loaded.';
const STALE = /^The last update failed\. This is the version from \d/;

/** A claim that the fact box shows, and its text. */
const CLAIM = 'meeting-scheduled';

/** The bundled summit under another name: what stands on screen is not the default. */
const talks = {
  ...JSON.parse(readFileSync('dist/data/alaska-2025.json', 'utf8')),
  id: 'own-talks',
  title: 'Talks of our own',
  views: undefined,
  translations: undefined,
  hash: undefined,
};

/** An edition, with another text of one claim. */
function edition(revision, text, overrides = {}) {
  const claims = talks.claims.map((claim) => (claim.id === CLAIM && text ? {...claim, text} : claim));
  return {...talks, revision, claims, ...overrides};
}

let server;
/** A server that the pages' policy does not name. */
let foreign;
/** Its address leads nowhere. */
let gone;
let pages;

before(async () => {
  [server, foreign, gone] = await Promise.all([startDataServer(), startDataServer(), startDataServer()]);
  await gone.close();
  pages = await startPages({connect: [server.origin, gone.origin]});
});

afterEach(async () => {
  await pages.leave();
  server.forget();
});

after(async () => {
  await Promise.all([pages?.close(), server?.close(), foreign?.close()]);
});

async function open(html = '', options = {}) {
  return pages.open(html + SCRIPT, {prepare: [watchPage, holdClock], ...options});
}

/** A fact box with a fallback; attributes with their values as they are. */
function box(attributes, id = 'box') {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<summit-fact-box id="${id}" ${written.join(' ')}><p>The short version.</p></summit-fact-box>`;
}

/** Waits until a page has heard of so many events of an element, in all, or of each of several. */
function heard(page, count, ids = 'box') {
  return page.evaluate(
    ([ids, count]) =>
      watch.until(() => ids.every((id) => watch.eventsOf(id).length >= count), `${count} events of ${ids.join()}`),
    [[ids].flat(), count],
  );
}

/** What a page has heard of an element, as `load 1` or `error http`. */
function historyOf(page, id = 'box') {
  return page.evaluate(
    (id) => watch.eventsOf(id).map(({type, revision, code}) => `${type.replace('summit-', '')} ${code ?? revision}`),
    id,
  );
}

/** Checks what a page has heard of an element, once it has heard so much: a part of the script may still be on its way. */
async function assertHistory(page, expected, id = 'box') {
  await heard(page, expected.length, id);
  assert.deepEqual(await historyOf(page, id), expected);
}

function textOf(page, id = 'box') {
  return page.evaluate((id) => watch.text(document.getElementById(id)), id);
}

/** Waits until a refreshing element has nothing to do but to wait for its next look: no request is on its way. */
function settled(page) {
  return page.evaluate((limit) => {
    const {waits} = watch.clock;
    return watch.until(() => waits().length > 0 && !waits().includes(limit), 'a next look');
  }, LIMIT_MS);
}

/** Lets time pass, and whatever comes of it. */
async function pass(page, seconds) {
  await page.evaluate((ms) => watch.clock.advance(ms), seconds * 1000);
  await settled(page);
}

/** Lets an hour pass, for what should do nothing in it: how often each path is asked for, at the end. */
async function idle(page, path) {
  const waits = await page.evaluate(() => {
    watch.clock.advance(3_600_000);
    return watch.clock.waits();
  });
  // Whatever it asked for before is in the log when this is.
  await page.evaluate((url) => fetch(url), server.url('/404'));
  return {waits, asked: server.requests(path).length};
}

/** Settles when all answers to a path have ended, or the page has hung up. */
async function closed(path) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${path} is still being read`)), 60_000).unref();
  });
  await Promise.race([Promise.all(server.requests(path).map((request) => request.closed)), late]);
}

/** A page has met with no exception, and with nothing else that a developer would see as one. */
async function assertCalm({page, exceptions}) {
  assert.deepEqual(exceptions, []);
  assert.deepEqual(await page.evaluate(() => watch.errors), []);
}

/** Whether a message names an address, and not one that merely starts with it. */
function names(message, address) {
  const [, after] = message.split(address);
  return after !== undefined && /^[" ]/.test(after);
}

/**
 * Puts the three boxes on a page for each of these cases, all at once: one with a fallback and no data, one with good
 * data on screen, one with nothing. Then checks what came of it.
 */
async function fail(cases, {late = false} = {}) {
  server.put('/good.json', talks);
  const named = (kind) => cases.map((_, i) => `${kind}-${i}`);
  const good = server.url('/good.json');
  const opened = await open(
    named('kept')
      .map((id) => `<${TAGS[1]} id="${id}" src="${good}"></${TAGS[1]}>`)
      .join(''),
  );
  const {page} = opened;
  await heard(page, 1, named('kept'));

  await page.evaluate(
    ([tags, list]) => {
      for (const [i, properties] of list.entries()) {
        const [fresh, bare] = [document.createElement(tags[0]), document.createElement(tags[2])];
        fresh.id = `fresh-${i}`;
        fresh.append(Object.assign(document.createElement('p'), {textContent: 'The short version.'}));
        bare.id = `bare-${i}`;
        for (const element of [fresh, bare, document.getElementById(`kept-${i}`)]) {
          Object.assign(element, properties);
          if (!element.isConnected) document.body.append(element);
        }
      }
    },
    [TAGS, cases.map(({properties}) => properties)],
  );
  if (late) {
    for (const {address} of cases) await server.arrived(new URL(address).pathname);
    await page.evaluate((ms) => watch.clock.advance(ms), LIMIT_MS - 1);
    assert.deepEqual(await page.evaluate(() => watch.events.filter(({type}) => type === 'summit-error')), []);
    await page.evaluate(() => watch.clock.advance(1));
  }
  await heard(page, 1, [...named('fresh'), ...named('bare')]);
  await heard(page, 2, named('kept'));

  const {warnings, violations, shown} = await page.evaluate(() => ({
    warnings: watch.warnings,
    violations: watch.violations,
    shown: Object.fromEntries(
      [...document.querySelectorAll('[id]')].map((element) => {
        const frame = element.shadowRoot.querySelector('[part=box]').getBoundingClientRect();
        const [fallback] = element.children;
        const place = fallback?.getBoundingClientRect();
        // The fallback has its place in the frame, under a line.
        const told = fallback && {
          visible: fallback.checkVisibility(),
          above: place.top - frame.top,
          below: frame.bottom - place.bottom,
        };
        return [element.id, {events: watch.eventsOf(element.id), text: watch.text(element), told}];
      }),
    ),
  }));
  for (const [i, {name, address, code, says, issues = false}] of cases.entries()) {
    for (const [kind, tag] of [
      ['fresh', TAGS[0]],
      ['kept', TAGS[1]],
      ['bare', TAGS[2]],
    ]) {
      const {events} = shown[`${kind}-${i}`];
      const about = `${name}, ${kind}: ${JSON.stringify(events)}`;
      assert.deepEqual(
        events.map(({type}) => type),
        [...(kind === 'kept' ? ['summit-load'] : []), 'summit-error'],
        about,
      );
      const error = events.at(-1);
      assert.equal(error.code, code, about);
      assert.match(error.message, says, about);
      assert.ok(!address || names(error.message, address), about);
      assert.equal(error.issues.length > 0, issues, about);
      assert.equal(warnings.filter((line) => line === `${tag} ${code} ${error.message}`).length, 1, about);
    }
    const {text, told} = shown[`fresh-${i}`];
    assert.match(text, new RegExp(`^${FAILED} A short version follows\\.`), name);
    assert.ok(told.visible && told.above > 10 && told.below >= 0, `${name}: ${JSON.stringify(told)}`);
    assert.equal(shown[`bare-${i}`].text, FAILED, name);
    const [notice, ...kept] = shown[`kept-${i}`].text.split('\n');
    assert.match(notice, STALE, name);
    assert.match(kept.join('\n'), /Talks of our own: who wants what[^]+Trump[^]+Sources/, name);
  }
  assert.equal(warnings.length, 3 * cases.length);
  await assertCalm(opened);
  return {page, violations};
}

describe('data that do not come', () => {
  /** One case: what the boxes are given, and what comes of it. */
  const from = (address, code, says, more = {}) => ({
    name: address,
    address,
    properties: {src: address},
    code,
    says,
    ...more,
  });
  const at = (path, ...rest) => from(server.url(path), ...rest);

  it('are told of once, in words that help, by each box, whatever the server does', async () => {
    server.put('/slip.json', '{\n  "id": "a",\n}');
    server.put('/latin.json', Buffer.from('{"title": "Z\xfcrich"}', 'latin1'));
    server.put('/later.json', {...talks, schemaVersion: '2.0'});
    server.put('/wrong.json', {...talks, claims: talks.claims.map((claim) => ({...claim, certainty: 'sure'}))});
    server.put('/list.json', []);
    server.put('/private.json', {}, {status: 403});
    await fail([
      at('/404', 'http', /HTTP 404.*check it/),
      at('/500', 'http', /HTTP 500.*try again later/),
      at('/private.json', 'http', /HTTP 403.*without cookies/),
      at('/truncated', 'network', /Access-Control-Allow-Origin/),
      at('/truncated-chunked', 'network', /Access-Control-Allow-Origin/),
      at('/redirect-loop', 'network', /Access-Control-Allow-Origin/),
      at('/no-cors/good.json', 'network', /Access-Control-Allow-Origin/),
      from(gone.url('/good.json'), 'network', /Access-Control-Allow-Origin/),
      at('/html', 'not-json', /is a web page/),
      at('/empty', 'not-json', /it is empty/),
      at('/slip.json', 'not-json', /line 3, column 1/),
      at('/latin.json', 'not-json', /UTF-8/),
      at('/later.json', 'unsupported-version', /schemaVersion: .*2\.0/, {issues: true}),
      at('/wrong.json', 'invalid', /claims\[0\]\.certainty: /, {issues: true}),
      at('/list.json', 'invalid', /the data as a whole: /, {issues: true}),
    ]);
  });

  it('are left where they are if there are 50 MB of them, announced or not, packed or not', async () => {
    const paths = ['/big', '/big-announced', '/big-packed'];
    await fail(paths.map((path) => at(path, 'too-large', /more than 2 MB/)));
    for (const path of paths) {
      await closed(path);
      assert.ok(server.sentBytes(path) < 20_000_000, path);
    }
  });

  it('are waited for 10 seconds in all, however little comes, and then the request ends', async () => {
    const paths = ['/hang', '/hang-body', '/drip'];
    await fail(
      paths.map((path) => at(path, 'timeout', /within 10 seconds/)),
      {late: true},
    );
    for (const path of paths) await closed(path);
  });

  it('are not even asked for where there is no address of a file', async () => {
    const addresses = [
      'https://',
      'http://[::1',
      `${'java'}script:window.pwned=1`,
      'data:application/json,{}',
      'ftp://127.0.0.1/talks.json',
      'file:///etc/hosts',
      'blob:http://127.0.0.1/1',
      'mailto:desk@example.org',
    ];
    const {page, violations} = await fail([
      ...addresses.map((address) => from(address, 'bad-url', /https:\/\//)),
      {
        ...from('https://editor:secret@example.org/a.json', 'bad-url', /^(?!.*secret).*example\.org/),
        address: undefined,
      },
      {
        name: 'unknown id',
        properties: {src: '', summit: 'nowhere'},
        code: 'unknown-summit',
        says: /"nowhere".*alaska-2025/,
      },
    ]);
    assert.deepEqual(violations, []);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
  });

  it('are kept away by the page’s policy, from the first address or from where that leads', async () => {
    foreign.put('/good.json', talks);
    const refused = foreign.url('/good.json');
    server.put('/away.json', '', {status: 302, headers: {Location: refused}});
    const {violations} = await fail([
      from(refused, 'network', /connect-src/),
      at('/away.json', 'network', /connect-src/),
      at('/redirect-away', 'network', /connect-src/),
      at('/redirect-data', 'network', /connect-src/),
    ]);
    assert.equal(foreign.requests('/good.json').length, 0);
    for (const violation of violations) assert.match(violation, /^connect-src /);
    assert.ok(violations.includes(`connect-src ${refused}`), violations.join());
  });

  it('are told of alike where they are a property, which has no address', async () => {
    const data = (value, code, says) => ({
      name: JSON.stringify(value).slice(0, 30),
      properties: {data: value},
      code,
      says,
      issues: true,
    });
    await fail([
      data({}, 'invalid', /^The data is not valid\. Fix these errors:\n {2}schemaVersion: /),
      data('talks', 'invalid', /the data as a whole: /),
      data([talks], 'invalid', /the data as a whole: /),
      data({...talks, claims: []}, 'invalid', /\n {2}status\.claims\[0\]: /),
      data({...talks, schemaVersion: '3.1'}, 'unsupported-version', /3\.1/),
    ]);
  });

  it('leave room for good data later, and then nothing tells of the failure', async () => {
    server.put('/talks.json', talks);
    const opened = await open(box({src: server.url('/404')}));
    const {page} = opened;
    await heard(page, 1);
    await page.evaluate((src) => document.querySelector('#box').setAttribute('src', src), server.url('/talks.json'));
    await assertHistory(page, ['error http', 'load 1']);
    assert.match(await textOf(page), /^Talks of our own in brief/);
    await assertCalm(opened);
  });
});

describe('one file', () => {
  it('is asked for once by thirty boxes, and once by those that come later', async () => {
    server.put('/talks.json', talks);
    const src = server.url('/talks.json');
    const boxes = Array.from({length: 30}, (_, i) => `<${TAGS[i % 3]} id="box-${i}" src="${src}"></${TAGS[i % 3]}>`);
    const opened = await open(boxes.join(''));
    const {page, requests} = opened;
    await heard(
      page,
      1,
      Array.from({length: 30}, (_, i) => `box-${i}`),
    );
    await page.evaluate(
      ([tags, src]) => {
        for (const tag of tags)
          document.body.append(Object.assign(document.createElement(tag), {id: tag, src: `${src}#${tag}`}));
      },
      [TAGS, src],
    );
    await heard(page, 1, TAGS);
    for (const tag of TAGS) assert.match(await textOf(page, tag), /Talks of our own/);
    assert.equal(server.requests('/talks.json').length, 1);
    assert.equal(new Set(requests).size, requests.length);
    assert.deepEqual(await page.evaluate(() => watch.events.filter(({type}) => type !== 'summit-load')), []);
    await assertCalm(opened);
  });

  it('loads with summit-elements.js the files that its size is counted with', async () => {
    server.put('/talks.json', talks);
    const boxes = TAGS.map((tag) => `<${tag} id="${tag}" src="${server.url('/talks.json')}"></${tag}>`).join('');
    const {page, requests} = await pages.open(
      `${boxes}<script type="module" src="/embed/summit-elements.js"></script>`,
      {prepare: [watchPage]},
    );
    await heard(page, 1, TAGS);
    const chunks = requests.flatMap((url) => /^\/embed\/(.+?)(?:-[\w-]{6})?\.js$/.exec(url)?.[1] ?? []);
    assert.deepEqual(chunks.sort(), [...OWN_DATA_CHUNKS.map((name) => `chunks/${name}`), 'summit-elements']);
  });

  it('loads the checker only for a file that isn’t valid', async () => {
    server.put('/talks.json', talks);
    const opened = await open(TAGS.map((tag) => `<${tag} id="${tag}"></${tag}>`).join(''));
    const {page, requests} = opened;
    await heard(page, 1, TAGS);
    assert.deepEqual(requests, ['/embed/summit-embeds.js']);
    await page.evaluate((src) => (document.querySelector('summit-fact-box').src = src), server.url('/talks.json'));
    await heard(page, 2, TAGS[0]);
    const count = (chunk) => requests.filter((url) => url.startsWith(`/embed/chunks/${chunk}-`)).length;
    assert.deepEqual(['custom-data', 'parse-summit'].map(count), [1, 0], requests.join());
    await assertCalm(opened);
  });

  it('is read without cookies, and can set none', async () => {
    server.put('/talks.json', talks, {headers: {'Set-Cookie': 'theirs=1; Path=/'}});
    const {page} = await open();
    const own = {name: 'ours', value: '1', url: server.origin};
    await page.setCookie(own);
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('summit-fact-box'), {id: 'box', src}));
    }, server.url('/talks.json'));
    await heard(page, 1);
    // A request with cookies would have them.
    await page.evaluate((url) => fetch(url, {credentials: 'include', mode: 'no-cors'}), server.url('/404'));
    assert.equal(server.requests('/talks.json')[0].headers.cookie, undefined);
    assert.equal(server.requests('/404')[0].headers.cookie, 'ours=1');
  });

  it('is followed to where it has moved; its translations are looked for there', async () => {
    server.put('/new/talks.json', {...talks, translations: [{lang: 'de', src: 'talks.de.json'}]});
    server.put('/new/talks.de.json', {
      schemaVersion: '1.0',
      of: {id: 'own-talks', revision: 1},
      lang: 'de',
      texts: {title: 'Eigene Gespräche'},
    });
    server.put('/old/talks.json', '', {status: 301, headers: {Location: '/new/talks.json'}});
    const opened = await open(box({src: server.url('/old/talks.json')}), {lang: 'de'});
    await heard(opened.page, 1);
    assert.match(await textOf(opened.page), /Eigene Gespräche/);
    const asked = ['/new/talks.json', '/new/talks.de.json', '/old/talks.de.json'].map(
      (path) => server.requests(path).length,
    );
    assert.deepEqual(asked, [1, 1, 0]);
    await assertCalm(opened);
  });
});

describe('a box that changes its mind', () => {
  it('shows the latest choice, however late an earlier one is answered', async () => {
    server.put('/slow.json', {...talks, title: 'Slow talks'});
    server.put('/quick.json', {...talks, title: 'Quick talks'});
    const held = server.hold('/slow.json');
    const slow = server.url('/slow.json');
    // Another box still wants the slow one: its answer does come.
    const opened = await open(box({src: slow}) + box({src: slow}, 'patient'));
    const {page} = opened;
    await server.arrived('/slow.json');
    await page.evaluate((src) => (document.querySelector('#box').src = src), server.url('/quick.json'));
    await heard(page, 1);
    held.release();
    await heard(page, 1, 'patient');
    assert.match(await textOf(page, 'patient'), /^Slow talks/);
    assert.match(await textOf(page), /^Quick talks/);
    await assertHistory(page, ['load 1']);
    assert.equal(server.requests('/slow.json').length, 1);
    await assertCalm(opened);
  });

  it('hangs up on a server that nobody waits for any more', async () => {
    server.put('/quick.json', talks);
    const opened = await open(box({src: server.url('/hang')}));
    const {page} = opened;
    await server.arrived('/hang');
    await page.evaluate((src) => (document.querySelector('#box').src = src), server.url('/quick.json'));
    await heard(page, 1);
    await closed('/hang');
    await page.evaluate(() => watch.clock.advance(20_000));
    await assertHistory(page, ['load 1']);
    await assertCalm(opened);
  });

  it('goes back to the bundled summit, and to what the page hands over, without asking again', async () => {
    server.put('/talks.json', talks);
    const {page} = await open(box({src: server.url('/talks.json')}));
    await heard(page, 1);
    await page.evaluate(() => document.querySelector('#box').removeAttribute('src'));
    await heard(page, 2);
    assert.match(await textOf(page), /^The Alaska summit in brief/);
    await page.evaluate((src) => document.querySelector('#box').setAttribute('src', src), server.url('/talks.json'));
    await heard(page, 3);
    assert.match(await textOf(page), /^Talks of our own/);
    const data = {...talks, id: 'handed', title: 'Handed over'};
    await page.evaluate((data) => Object.assign(document.querySelector('#box'), {data}), data);
    await heard(page, 4);
    assert.match(await textOf(page), /^Handed over/);
    assert.deepEqual(await page.evaluate(() => watch.eventsOf('box').map(({origin}) => origin)), [
      'src',
      'bundled',
      'src',
      'data',
    ]);
    assert.equal(server.requests('/talks.json').length, 1);
  });

  it('from an id that there is not to the bundled one tells of no failure, though the file for failures comes late', async () => {
    const opened = await open(box({}));
    const {page} = opened;
    await heard(page, 1);
    await page.evaluate(async () => {
      const ask = async (element, summit) => {
        element.summit = summit;
        await element.updateComplete;
      };
      const [box] = document.getElementsByTagName('summit-fact-box');
      await ask(box, 'nope');
      await ask(box, 'alaska-2025');
      // That box's file has come when another one has failed by it.
      const other = document.body.appendChild(document.createElement('summit-fact-box'));
      other.id = 'other';
      await ask(other, 'nope');
    });
    await assertHistory(page, ['error unknown-summit'], 'other');
    await assertHistory(page, ['load 1', 'load 1']);
    assert.match(await textOf(page), /^The Alaska summit in brief/);
    await assertCalm(opened);
  });
});

describe('a box that leaves the page', () => {
  it('while its file is on the way hangs up and says nothing, and asks again when it is back', async () => {
    server.put('/talks.json', talks);
    const held = server.hold('/talks.json');
    const opened = await open(box({src: server.url('/talks.json')}));
    const {page} = opened;
    await server.arrived('/talks.json');
    await page.evaluate(() => {
      const element = document.querySelector('#box');
      window.removed = element;
      window.told = [];
      for (const type of ['summit-load', 'summit-error']) element.addEventListener(type, () => window.told.push(type));
      element.remove();
    });
    await closed('/talks.json');
    held.release();
    await page.evaluate(() => watch.clock.advance(20_000));
    const {waits} = await idle(page, '/talks.json');
    assert.deepEqual(waits, []);
    assert.deepEqual(await page.evaluate(() => window.told), []);
    await page.evaluate(() => document.body.append(window.removed));
    await assertHistory(page, ['load 1']);
    assert.match(await textOf(page), /^Talks of our own/);
    assert.equal(server.requests('/talks.json').length, 2);
    await assertCalm(opened);
  });

  it('for another place on it asks for nothing again, before its file is there and after', async () => {
    server.put('/talks.json', talks);
    const held = server.hold('/talks.json');
    const opened = await open(`${box({src: server.url('/talks.json')})}<div id="column"></div>`);
    const {page} = opened;
    await server.arrived('/talks.json');
    const move = (to) => page.evaluate((to) => document.querySelector(to).append(document.querySelector('#box')), to);
    await move('#column');
    held.release();
    await heard(page, 1);
    await move('body');
    await page.evaluate(() => document.querySelector('#box').updateComplete);
    const {asked} = await idle(page, '/talks.json');
    assert.equal(asked, 1);
    await assertHistory(page, ['load 1']);
    assert.match(await textOf(page), /^Talks of our own/);
    await assertCalm(opened);
  });
});

describe('refresh', () => {
  /** Opens a page with a box that looks for a later edition every minute. */
  async function follow(path, {refresh = '60', data = talks, more = ''} = {}) {
    server.put(path.replace(/^\/(?:etag|cached)/, ''), data);
    const opened = await open(box({src: server.url(path), refresh}) + more);
    await settled(opened.page);
    await assertHistory(opened.page, [`load ${data.revision}`]);
    return opened;
  }

  it('asks the server no more than whether there is another file, and says nothing if there is none', async () => {
    const opened = await follow('/etag/talks.json');
    const {page} = opened;
    // The first wait is spread over the whole interval: here it is the middle between 15 and 60 seconds.
    await pass(page, 37);
    assert.equal(server.requests('/etag/talks.json').length, 1);
    await pass(page, 1);
    assert.equal(server.requests('/etag/talks.json').length, 2);
    await pass(page, 59);
    assert.equal(server.requests('/etag/talks.json').length, 2);
    await pass(page, 1);
    const [first, ...later] = server.requests('/etag/talks.json');
    assert.equal(later.length, 2);
    await closed('/etag/talks.json');
    assert.deepEqual([first.status, ...later.map(({status}) => status)], [200, 304, 304]);
    assert.equal(first.headers['if-none-match'], undefined);
    for (const {headers} of later) assert.match(headers['if-none-match'], /^"\d+"$/);
    await assertHistory(page, ['load 1']);
    await assertCalm(opened);
  });

  it('does not believe a cache that calls a file fresh', async () => {
    const opened = await follow('/cached/talks.json');
    server.put('/talks.json', edition(2, 'The meeting is off, the article says.'));
    await pass(opened.page, 38);
    const [, later] = server.requests('/cached/talks.json');
    assert.match(later.headers['cache-control'], /max-age=0|no-cache/);
    await assertHistory(opened.page, ['load 1', 'load 2', 'change 2']);
    await assertCalm(opened);
  });

  it('shows a later edition, says what is new in it, and announces it once', async () => {
    const opened = await follow('/etag/talks.json');
    const {page} = opened;
    const announced = () =>
      page.evaluate(() => {
        const {shadowRoot} = document.querySelector('#box');
        return [...shadowRoot.querySelectorAll('[role=status]')].map((one) => one.innerText);
      });
    assert.deepEqual(await announced(), ['']);
    await page.evaluate(() => {
      const [status] = document.querySelector('#box').shadowRoot.querySelectorAll('[role=status]');
      window.announcements = [];
      new MutationObserver(() => window.announcements.push(status.innerText)).observe(status, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    server.put('/talks.json', edition(2, 'The meeting is off, the article says.'));
    await pass(page, 38);
    await pass(page, 60);

    await assertHistory(page, ['load 1', 'load 2', 'change 2']);
    const {added, changed, withdrawn} = await page.evaluate(() => watch.eventsOf('box', 'summit-change')[0]);
    assert.deepEqual({added, changed, withdrawn}, {added: [], changed: [CLAIM], withdrawn: []});
    const text = await textOf(page);
    assert.match(text, /Donald Trump and Vladimir Putin\s+Updated at \d/);
    await page.evaluate(() => {
      for (const details of document.querySelector('#box').shadowRoot.querySelectorAll('details')) details.open = true;
    });
    assert.match(await textOf(page), /The meeting is off, the article says\.[^\n]*Updated at \d/);
    const [announcement, ...more] = await announced();
    assert.match(announcement, /^Updated at \d.*: 1 statement changed$/);
    assert.deepEqual(more, []);
    // The line that listens was there before, and has changed once.
    assert.deepEqual(await page.evaluate(() => window.announcements), [announcement]);
    await assertCalm(opened);
  });

  it('leaves an edition on screen that is later than what comes', async () => {
    const opened = await follow('/etag/talks.json', {data: edition(5)});
    const {page} = opened;
    server.put('/talks.json', edition(4, 'This is the day before yesterday’s.'));
    await pass(page, 38);
    assert.equal(server.requests('/etag/talks.json').length, 2);
    await assertHistory(page, ['load 5']);
    const whole = await page.evaluate(() => document.querySelector('#box').shadowRoot.textContent);
    assert.ok(!whole.includes('before yesterday'));
    server.put('/talks.json', edition(6, 'This is today’s.'));
    await pass(page, 60);
    await assertHistory(page, ['load 5', 'load 6', 'change 6']);
    await assertCalm(opened);
  });

  it('that fails leaves everything on screen, with a line that goes when it works again', async () => {
    const opened = await follow('/etag/talks.json');
    const {page} = opened;
    const before = await textOf(page);
    server.put('/etag/talks.json', 'Out of order', {status: 503});
    await pass(page, 38);
    await heard(page, 2);
    const [notice, ...rest] = (await textOf(page)).split('\n');
    assert.match(notice, STALE);
    assert.equal(rest.join('\n').trim(), before);
    await assertHistory(page, ['load 1', 'error http']);
    // It waits longer, and is not told of twice.
    await pass(page, 94);
    assert.equal(server.requests('/etag/talks.json').length, 2);
    await pass(page, 1);
    assert.equal(server.requests('/etag/talks.json').length, 3);
    await assertHistory(page, ['load 1', 'error http']);

    server.put('/etag/talks.json', talks);
    await pass(page, 95);
    assert.equal(await textOf(page), before);
    await assertHistory(page, ['load 1', 'error http']);
    assert.equal((await page.evaluate(() => watch.warnings)).length, 1);
    await assertCalm(opened);
  });

  it('that brings an invalid file keeps the good one, and takes the mended one', async () => {
    const opened = await follow('/talks.json');
    const {page} = opened;
    server.put('/talks.json', {...edition(2), topics: 'none'});
    await pass(page, 38);
    await heard(page, 2);
    assert.match(await textOf(page), STALE);
    server.put('/talks.json', edition(2, 'Mended.'));
    await pass(page, 95);
    await assertHistory(page, ['load 1', 'error invalid', 'load 2', 'change 2']);
    assert.match(await textOf(page), /^Talks of our own in brief/);
    await assertCalm(opened);
  });

  it('never comes more often than every 15 seconds, and for two boxes as often as the keener one asks', async () => {
    const more =
      box({src: server.url('/talks.json'), refresh: '40'}, 'other') + box({src: server.url('/talks.json')}, 'calm');
    const {page} = await follow('/talks.json', {refresh: '1', more});
    await pass(page, 22);
    assert.equal(server.requests('/talks.json').length, 1);
    await pass(page, 1);
    assert.equal(server.requests('/talks.json').length, 2);
    await page.evaluate(() => document.querySelector('#box').remove());
    await pass(page, 39);
    assert.equal(server.requests('/talks.json').length, 2);
    await pass(page, 1);
    assert.equal(server.requests('/talks.json').length, 3);
  });

  it('asks for nothing while nobody sees the page, and within a minute when somebody does', async () => {
    const opened = await follow('/talks.json');
    const {page} = opened;
    const setHidden = (hidden) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});
        Object.defineProperty(document, 'visibilityState', {
          get: () => (hidden ? 'hidden' : 'visible'),
          configurable: true,
        });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await setHidden(true);
    assert.deepEqual(await idle(page, '/talks.json'), {waits: [], asked: 1});
    server.put('/talks.json', edition(2, 'The meeting is off.'));
    await setHidden(false);
    // Not all readers come back in the same second.
    await pass(page, 29);
    assert.equal(server.requests('/talks.json').length, 1);
    await pass(page, 1);
    assert.equal(server.requests('/talks.json').length, 2);
    await assertHistory(page, ['load 1', 'load 2', 'change 2']);
    await pass(page, 60);
    assert.equal(server.requests('/talks.json').length, 3);
    await assertCalm(opened);
  });

  it('asks within a minute after a failure when the network is back, but not while nobody sees the page', async () => {
    const opened = await follow('/talks.json');
    const {page} = opened;
    const goOnline = (hidden) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});
        window.dispatchEvent(new Event('online'));
      }, hidden);
    server.put('/talks.json', 'Out of order', {status: 503});
    await pass(page, 38);
    server.put('/talks.json', edition(2, 'The meeting is off.'));
    await goOnline(true);
    assert.deepEqual(await page.evaluate(() => watch.clock.waits()), [95_000]);
    await goOnline(false);
    assert.deepEqual(await page.evaluate(() => watch.clock.waits()), [30_000]);
    await pass(page, 30);
    await assertHistory(page, ['load 1', 'error http', 'load 2', 'change 2']);
    await assertCalm(opened);
  });

  for (const [what, end] of [
    ['the attribute goes', () => document.querySelector('#box').removeAttribute('refresh')],
    ['the attribute says 0', () => document.querySelector('#box').setAttribute('refresh', '0')],
    ['the box goes', () => document.querySelector('#box').remove()],
    ['another file is chosen', (other) => (document.querySelector('#box').src = other)],
    ['the page hands over data', () => (document.querySelector('#box').data = {schemaVersion: '9'})],
  ]) {
    it(`ends when ${what}, without a word`, async () => {
      server.put('/other.json', edition(1, 'Elsewhere.', {id: 'other', status: {...talks.status, value: 'ended'}}));
      const opened = await follow('/talks.json');
      const {page} = opened;
      await page.evaluate(end, server.url('/other.json'));
      await page.evaluate(() => watch.until(() => watch.clock.waits().length === 0, 'no more to wait for'));
      server.put('/talks.json', edition(2, 'Nobody hears of it.'));
      assert.deepEqual(await idle(page, '/talks.json'), {waits: [], asked: 1});
      assert.deepEqual(
        (await historyOf(page)).filter((event) => /2$/.test(event)),
        [],
      );
      await assertCalm(opened);
    });
  }

  for (const value of ['ended', 'cancelled']) {
    it(`ends with a summit that is ${value}`, async () => {
      const opened = await follow('/talks.json');
      const {page} = opened;
      server.put('/talks.json', edition(2, undefined, {status: {...talks.status, value}}));
      await page.evaluate(() => watch.clock.advance(38_000));
      await heard(page, 3);
      await page.evaluate(() => watch.until(() => watch.clock.waits().length === 0, 'no more to wait for'));
      assert.deepEqual(await idle(page, '/talks.json'), {waits: [], asked: 2});
      await assertCalm(opened);
    });
  }
});
