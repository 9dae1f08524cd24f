/**
 * Boxes on pages that stay open: thousands of them come and go, a day of looking for news goes by, and an origin fails every
 * other time. Nothing is left behind, nobody is asked more often than was said, and what was on screen stays there.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, it} from 'node:test';
import {parse} from 'yaml';
import {prerender} from '../../dist/prerender.js';
import {startDataServer} from '../support/data-server.mjs';
import {inChromium} from '../support/engines.mjs';
import {FAILURES} from './failures.mjs';
import {NO_TROUBLE, SCRIPT, startHost, TAGS, troubles} from './host-pages.mjs';
import {countRuns} from '../support/runs.mjs';
import {prepareChurn, prepareOrigin, takeTime} from './long-time.mjs';

/** Of coming and going, once to make what is made once and the same again: `FC_RUNS=10` ten times as many. */
const ROUNDS = countRuns(300);
/** On a page of the day. */
const BOXES = 60;
/** Who come in the same second: so many that chance is even. */
const READERS = 200;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** By how much a wait may differ from what was asked for, and the least there is. */
const JITTER = 0.1;
const LEAST = 15_000;
/** Where the wait stops doubling after failures. */
const MAX_BACKOFF = 95_000;
/** Pages that become visible ask within this time. */
const WAKE_SPREAD = 60_000;

/**
 * By how much the heap may grow between two looks at a page that does the same again and again. A box on the page of the day
 * takes 45 kB and 650 nodes, so this is some twenty of those that come and go; what the engine keeps of its own (compiled code,
 * tables of weak references that have grown) moves by up to half of it.
 */
const HEAP_BOUND = 1_000_000;

/**
 * By how many nodes: fewer than the smallest box has. When the collector lets go of the last few is up to it and the machine; a
 * box that is kept would be some hundred in each of hundreds of rounds.
 */
const NODES_BOUND = 50;

/** Enough for each kind. */
const LOOKS = countRuns(45);

/** A summit with a little of everything: two hundred boxes of it are no great work for a browser. */
const small = parse(readFileSync('templates/starter.yaml', 'utf8'), {schema: 'core'});

let host;
let server;
const lines = [];
before(async () => {
  server = await startDataServer();
  host = await startHost({connect: [server.origin]});
  host.put('/small.json', JSON.stringify(small));
});
afterEach(() => server.forget());
after(async () => {
  await Promise.all([host.close(), server.close()]);
  for (const line of lines) console.log(`# soak: ${line}`);
});

/** By the browser's own counters, what a page has once everything is collected that can be. */
async function measure({page}) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  // Twice: what a finaliser lets go of is collected by the next.
  for (let i = 0; i < 2; i += 1) await session.send('HeapProfiler.collectGarbage');
  const {metrics} = await session.send('Performance.getMetrics');
  await session.detach();
  const found = Object.fromEntries(metrics.map(({name, value}) => [name, value]));
  return {
    heap: found.JSHeapUsedSize,
    nodes: found.Nodes,
    listeners: found.JSEventListeners,
    documents: found.Documents,
  };
}

/** As in a line of figures. */
const count = (number) => number.toLocaleString('en');
const kilobytes = (bytes) => `${count(Math.round(bytes / 1000))} kB`;
function compare(before, after) {
  return `, heap ${kilobytes(before.heap)} before and ${kilobytes(after.heap)} after, nodes ${count(before.nodes)} and ${count(after.nodes)}, listeners ${before.listeners} and ${after.listeners}`;
}

/**
 * Nothing is left, and the heap has not grown by more than one may expect. With boxes on the page, `spare` is the part by which
 * nodes may differ: where an edition has its news there are marks.
 */
function assertBounded(before, after, spare = 0) {
  const told = JSON.stringify({before, after});
  assert.ok(after.nodes <= before.nodes * (1 + spare) + NODES_BOUND, told);
  assert.ok(after.listeners <= before.listeners, told);
  assert.ok(after.documents <= before.documents, told);
  assert.ok(after.heap - before.heap < HEAP_BOUND, told);
}

/** Lies between the two. */
function assertWithin(value, least, most, what) {
  assert.ok(value >= least && value <= most, `${what}: ${value}, not ${least} to ${most}`);
}

inChromium('a page that stays open', (engine) => {
  const open = (html) => host.open(engine, html + SCRIPT, {prepare: [takeTime], styles: ["'unsafe-inline'"]});
  const assertCalm = async () => assert.deepEqual(await engine.evaluate(troubles), NO_TROUBLE);

  it('keeps nothing of a box that has gone while the page keeps its data', async () => {
    await open('<div id="place"></div>');
    await engine.evaluate(() => customElements.whenDefined('summit-fact-box').then(() => true));
    const showAndRemove = (rounds) =>
      engine.evaluate(
        async (tags, small, rounds) => {
          window.kept ??= [];
          const place = document.getElementById('place');
          for (let round = 0; round < rounds; round += 1) {
            const data = structuredClone(small);
            window.kept.push(data);
            const boxes = tags.map((tag) => Object.assign(document.createElement(tag), {data}));
            const loaded = boxes.map((box) => new Promise((resolve) => box.addEventListener('summit-load', resolve)));
            place.append(...boxes);
            await Promise.all(loaded);
            place.replaceChildren();
          }
          await new Promise((resolve) => requestAnimationFrame(resolve));
        },
        TAGS,
        small,
        rounds,
      );
    await showAndRemove(2);
    const before = await measure(engine);
    await showAndRemove(20);
    assertBounded(before, await measure(engine));
    await assertCalm();
  });

  it(`keeps nothing of boxes that come, go and change`, async () => {
    const now = new Date('2026-01-01T12:00Z');
    const german = {attributes: {lang: 'de'}, now};
    const boxes = [
      await prerender('goal-comparison', {now}),
      await prerender('region-list', german),
      await prerender('fact-box', {data: small, attributes: {src: '/small.json?n=1', refresh: '60'}, now}),
    ];
    // A parser would take the layers out; clones get theirs when they are made.
    const kept = boxes.join('').replaceAll('shadowrootmode=', 'data-mode=');
    await open(`<template id="prerendered">${kept}</template>`);
    await engine.evaluate(() => customElements.whenDefined('summit-fact-box').then(() => true));
    const listeners = await engine.evaluate(() => watch.time.listeners());
    await engine.evaluate(prepareChurn, {
      tags: TAGS,
      data: [small, {...small, id: 'other-talks', lang: 'de'}],
      addresses: [1, 2, 3].map((n) => `/small.json?n=${n}`),
      statement: '#summit-alaska-2025-putin-primary',
    });
    // The same by chance each time: the templates and lazy files that it takes are there after the first time.
    const churn = async () => {
      await engine.evaluate(() => watch.time.reseed());
      for (let left = ROUNDS; left > 0; left -= 500)
        await engine.evaluate((rounds) => watch.churn(rounds), Math.min(left, 500));
      await engine.evaluate(() => watch.leave());
      return measure(engine);
    };
    const warm = await churn();
    const end = await churn();

    // On a busy machine the last requests of the boxes may still be on their way.
    await engine.evaluate(() => watch.fetch('/icon.svg').then(() => true));
    const asked = host.requests.length;
    const left = await engine.evaluate(async (day) => {
      watch.time.advance(day);
      await watch.time.turn();
      return {
        timers: watch.time.timers(),
        listeners: watch.time.listeners(),
        boxes: document.querySelectorAll('#prerendered ~ div *').length,
      };
    }, DAY);
    // What was asked for before is in the server's log when this is.
    await engine.evaluate(() => watch.fetch('/icon.svg').then(() => true));
    assert.deepEqual(left, {timers: 0, listeners, boxes: 0});
    assert.deepEqual(host.requests.slice(asked), ['/icon.svg']);
    const counts = await engine.evaluate(() => watch.churn(0));
    assert.equal(counts.connects, counts.disconnects);
    // All kinds of things were done, and the lazy files were in play: how many boxes lived to see them is up to the machine.
    const {furnished, ...done} = counts;
    for (const [name, number] of Object.entries(done)) assert.ok(number > (2 * ROUNDS) / 50, `${name}: ${number}`);
    assert.ok(furnished > 0);
    assertBounded(warm, end);
    await assertCalm();
    const {connects, disconnects, moves, changes, opened, taken} = counts;
    lines.push(
      `${count(2 * ROUNDS)} rounds: ${count(connects)} connects, ${count(disconnects)} disconnects, ${count(moves)} moves, ` +
        `${count(changes)} changes, ${count(opened)} times opened, ${count(taken)} prerendered${compare(warm, end)}`,
    );
  });

  /** Puts so many boxes on a page, in turn of each kind and for each address, and waits until all have something to show. */
  const fill = (addresses, refresh, boxes = BOXES) =>
    engine.evaluate(
      async ({tags, addresses, refresh, boxes}) => {
        for (let i = 0; i < boxes; i += 1) {
          const box = document.createElement(tags[i % tags.length]);
          box.id = `box-${i}`;
          box.setAttribute('src', addresses[i % addresses.length]);
          box.setAttribute('refresh', refresh);
          document.body.append(box);
        }
        await watch.until(() => watch.events.length === boxes);
        await watch.time.settled(watch.origin.live);
      },
      {tags: TAGS, addresses, refresh, boxes},
    );

  /** Takes all boxes off the page; a day later nothing has been asked for, and nothing waits. */
  async function leave(live) {
    const before = await engine.evaluate(() => watch.origin.requests());
    const left = await engine.evaluate(async (day) => {
      document.querySelectorAll('[id^=box]').forEach((box) => box.remove());
      await watch.time.settled(() => 0);
      watch.time.advance(day);
      await watch.time.turn();
      return {timers: watch.time.timers(), listeners: watch.time.listeners(), requests: watch.origin.requests()};
    }, DAY);
    assert.deepEqual(left, {timers: 0, listeners: live, requests: before});
  }

  it(`asks for news once in each interval for a day, in all for ${BOXES} boxes, and never while nobody looks`, async () => {
    const addresses = [1, 2, 3, 4, 5].map((n) => `/day-${n}.json`);
    const refresh = 60;
    await open('');
    const listeners = await engine.evaluate(() => watch.time.listeners());
    const blank = await measure(engine);
    await engine.evaluate(prepareOrigin, {base: small, addresses});
    await fill(addresses, refresh);
    const pass = (ms) => engine.evaluate((ms) => watch.time.pass(ms, watch.origin.live), ms);
    const asked = () => engine.evaluate(() => watch.origin.asked);
    const requests = () => engine.evaluate(() => watch.origin.requests());
    assert.equal(await requests(), addresses.length);

    let edition = 1;
    /** Every hour one of the addresses has news, in turn; in the last one each of them, and it is the last. */
    const publish = (status, some) =>
      engine.evaluate(
        async ({some, revision, status}) => {
          for (const address of some) watch.origin.publish(address, revision, status);
          watch.events.length = 0;
        },
        {some, revision: (edition += 1), status},
      );
    const seesNews = (some) =>
      engine.evaluate(
        ({some, revision}) =>
          watch.until(() =>
            [...document.querySelectorAll('[id^=box]')].every(
              (box) =>
                !some.includes(box.getAttribute('src')) ||
                (box.shadowRoot.querySelector('[part=heading]').textContent.includes(`edition ${revision}`) &&
                  watch.eventsOf(box.id, 'summit-change').length === 1),
            ),
          ),
        {some, revision: edition},
      );
    let warm;
    for (let hour = 0; hour < 8; hour += 1) {
      const some = [addresses[hour % addresses.length]];
      await publish('under-way', some);
      await pass(HOUR);
      await seesNews(some);
      if (hour === 4) warm = await measure(engine);
    }

    // Until here nobody has looked away.
    const waits = [];
    for (const [address, times] of Object.entries(await asked())) {
      assert.equal(times[0], 0, address);
      assertWithin(times[1], LEAST, refresh * 1000, `${address}, the first wait`);
      const between = times.slice(2).map((time, i) => time - times[i + 1]);
      for (const wait of between)
        assertWithin(wait, refresh * 1000 * (1 - JITTER), refresh * 1000 * (1 + JITTER), address);
      // As many as there is room for, at the waits there were: none too many, none left out.
      assertWithin(8 * HOUR - times.at(-1), 0, refresh * 1000 * (1 + JITTER), `${address}, the last`);
      waits.push(...between);
    }
    // Evenly all over the range, so that readers who came together don't stay so.
    const tenths = Array.from({length: 10}, () => 0);
    for (const wait of waits)
      tenths[Math.min(9, Math.floor(((wait / 1000 / refresh - 1 + JITTER) / (2 * JITTER)) * 10))] += 1;
    for (const [i, number] of tenths.entries()) assertWithin(number / waits.length, 0.06, 0.14, `waits in tenth ${i}`);

    // In another tab for four hours: nothing. Back again: one look at each, soon and not all at once.
    const before = await asked();
    await publish('under-way', addresses);
    await engine.evaluate(() => watch.time.hide(true));
    await pass(4 * HOUR);
    assert.deepEqual(await asked(), before);
    await engine.evaluate(() => watch.time.hide(false));
    await pass(WAKE_SPREAD);
    const back = Object.entries(await asked()).map(([address, times]) => [
      times.length - before[address].length,
      times.at(-1) - 12 * HOUR,
    ]);
    for (const [looks, after] of back) {
      assert.equal(looks, 1);
      assertWithin(after, 0, WAKE_SPREAD, 'the request of a page that becomes visible');
    }
    assert.equal(new Set(back.map(([, after]) => after)).size, addresses.length);
    await seesNews(addresses);

    for (let hour = 0; hour < 10; hour += 1) {
      const some = [addresses[hour % addresses.length]];
      await publish('under-way', some);
      await pass(HOUR);
      await seesNews(some);
    }
    await engine.evaluate(() => (watch.events.length = 0));
    const full = await measure(engine);
    // Any one edition of the boxes of an address would be a fifth.
    assertBounded(warm, full, 0.01);

    // The talks end: one more look at each, and none in the two hours that are left.
    const beforeEnd = await requests();
    await publish('ended', addresses);
    await pass(refresh * 1000 * (1 + JITTER));
    await seesNews(addresses);
    const end = await requests();
    assertWithin(end - beforeEnd, addresses.length, 2 * addresses.length, 'looks until the end');
    await pass(2 * HOUR);
    assert.equal(await requests(), end);
    const hours = 18;
    assertWithin(
      end / addresses.length,
      (hours * 60) / (1 + JITTER),
      (hours * 60) / (1 - JITTER) + 3,
      'looks at each address',
    );
    assert.deepEqual(await engine.evaluate(() => watch.time.waits()), []);

    await leave(listeners);
    await engine.evaluate(() => (watch.events.length = 0));
    const empty = await measure(engine);
    // The templates that the boxes are made of stay, and there is no whole box among that.
    assertWithin(empty.nodes - blank.nodes, 0, 400, 'nodes once all boxes are gone');
    await assertCalm();
    lines.push(
      `a day with ${BOXES} boxes of ${addresses.length} addresses, 18 hours of it seen and under way: ${count(end)} requests, ` +
        `${edition - 1} rounds of news${compare(warm, full)}; ${empty.nodes - blank.nodes} nodes more than before the first box once all are gone`,
    );
  });

  it(`asks no more often than every 15 seconds, for ${BOXES} boxes of one address`, async () => {
    const addresses = ['/news.json'];
    await open('');
    const listeners = await engine.evaluate(() => watch.time.listeners());
    await engine.evaluate(prepareOrigin, {base: small, addresses});
    await fill(addresses, 1);
    const time = 4 * HOUR;
    await engine.evaluate((time) => watch.time.pass(time, watch.origin.live), time);
    const times = await engine.evaluate(() => watch.origin.asked['/news.json']);
    // The first wait is up to twice as long, later ones up to a fifth: none is shorter.
    const longest = (i) => LEAST * (i === 1 ? 2 : 1 + 2 * JITTER);
    for (let i = 1; i < times.length; i += 1)
      assertWithin(Math.round(times[i] - times[i - 1]), LEAST, longest(i), `wait ${i}`);
    assertWithin(times.length - 1, Math.floor((time - longest(1)) / longest(2)), time / LEAST, 'requests');
    assertWithin(time - times.at(-1), 0, longest(2), 'since the last request');
    await leave(listeners);
    await assertCalm();
    lines.push(
      `${time / HOUR} hours with ${BOXES} boxes of one address at the least wait: ${count(times.length)} requests`,
    );
  });

  it(`is one of ${READERS} that opened in the same second, and they don't ask again in the same second`, async () => {
    // What stands for pages of as many readers: each address has a source with a chance of its own.
    const addresses = Array.from({length: READERS}, (_, n) => `/reader-${n}.json`);
    const refresh = 60;
    await open('');
    const listeners = await engine.evaluate(() => watch.time.listeners());
    await engine.evaluate(prepareOrigin, {base: small, addresses});
    await fill(addresses, refresh, READERS);
    await engine.evaluate((ms) => watch.time.pass(ms, watch.origin.live), refresh * 1000);
    const seconds = new Map();
    for (const [address, [, look]] of Object.entries(await engine.evaluate(() => watch.origin.asked))) {
      assertWithin(look, LEAST, refresh * 1000, address);
      const second = Math.floor(look / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    const most = Math.max(...seconds.values());
    const even = READERS / (refresh - LEAST / 1000);
    assertWithin(most, even, 3 * even, 'requests in the second with the most of them');
    await leave(listeners);
    await assertCalm();
    lines.push(
      `${READERS} that came in the same second: at most ${most} ask again in the same second, over ${seconds.size} seconds`,
    );
  });

  it('shows the last good edition all the time while its origin fails every other time, and asks less often', async () => {
    const src = server.url('/news.json');
    const edition = (revision) => ({
      ...small,
      id: 'news',
      revision,
      title: `News, edition ${revision}`,
      views: undefined,
    });
    const good = (revision) => server.put('/news.json', edition(revision));
    const attributes = {src, refresh: '60'};
    const boxes = TAGS.flatMap((tag) =>
      [1, 2, 3].map((n) => `<${tag} id="${tag}-${n}" src="${src}" refresh="60"></${tag}>`),
    );
    const made = await prerender('fact-box', {data: edition(1), attributes, now: new Date('2026-01-01T12:00Z')});
    boxes.push(made.replace('<summit-fact-box', '<summit-fact-box id="made"'));
    good(1);
    server.put('/wrong.json', {...small, claims: 'none'});
    server.put('/later.json', {...small, schemaVersion: '2.0'});
    await open(boxes.join(''));
    await engine.evaluate(async (count) => {
      await watch.until(() => watch.events.length === count);
      await watch.time.settled(() => 1);
      watch.blanks = 0;
      // At no moment is there a box without its content.
      for (const box of document.querySelectorAll('[refresh]')) {
        new MutationObserver(() => {
          if (!box.shadowRoot.querySelector('[part=heading]')?.textContent.includes('News, edition')) watch.blanks += 1;
        }).observe(box.shadowRoot, {childList: true, subtree: true, characterData: true});
      }
    }, boxes.length);

    /** The same order of things each time. */
    let state = 7;
    const chance = (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    let shown = 1;
    let hadFailed = false;
    let longest = 0;
    let told = new Set();
    let left = [];
    const seen = {failures: 0, successes: 0, kinds: new Set(), codes: new Set()};
    let asked = 1;
    for (let look = 0; look < LOOKS; look += 1) {
      // One long spell, so that it comes to where the wait grows no more.
      const fails = (look >= 10 && look < 20) || chance(2) === 0;
      let news = shown;
      let path;
      let code;
      if (fails) {
        if (left.length === 0) left = [...FAILURES];
        [[path, code]] = left.splice(chance(left.length), 1);
        server.put('/news.json', '', {status: 302, headers: {Location: path}});
        // What may not be read from elsewhere is refused wherever it leads to.
        if (path === '/no-cors/news.json')
          server.put(path, edition(999), {headers: {'Access-Control-Allow-Origin': 'null'}});
      } else {
        news = shown + chance(2);
        good(news);
      }
      const before = path && server.requests(path).length;
      await engine.evaluate(() => {
        watch.events.length = 0;
        watch.step = watch.time.step();
      });
      if (code === 'timeout') {
        await server.arrived(path, before + 1);
        await engine.evaluate(() => watch.time.step());
      }
      const expected = !fails
        ? news === shown
          ? []
          : [`summit-load ${news}`, `summit-change ${news}`]
        : told.has(code)
          ? []
          : [`summit-error ${code}`];
      const found = await engine.evaluate(async (count) => {
        await watch.time.settled(() => 1);
        const boxes = [...document.querySelectorAll('[refresh]')];
        // A later edition may have to be told from another of its number first.
        await watch.until(() => boxes.every((box) => watch.eventsOf(box.id).length >= count));
        await watch.time.turn();
        for (const box of boxes) await box.updateComplete;
        return {
          waits: watch.time.waits(),
          told: boxes.map((box) =>
            watch.eventsOf(box.id).map(({type, code, revision}) => `${type} ${code ?? revision}`),
          ),
          texts: boxes.map((box) => watch.text(box)),
        };
      }, expected.length);
      asked += 1;
      const about = `look ${look}, ${path ?? `edition ${news}`}`;
      assert.equal(server.requests('/news.json').length, asked, about);

      seen[fails ? 'failures' : 'successes'] += 1;
      const wait = fails ? MAX_BACKOFF : 60_000;
      assert.equal(found.waits.length, 1, about);
      // Once after a recovery it is spread over a whole interval.
      const spread = !fails && hadFailed ? 60_000 : 2 * JITTER * wait;
      assertWithin(found.waits[0], wait * (1 - JITTER), wait * (1 - JITTER) + spread, `${about}, the wait`);
      hadFailed = fails;
      longest = Math.max(longest, found.waits[0]);
      shown = news;
      told = fails ? told.add(code) : new Set();
      if (fails) {
        seen.kinds.add(path);
        seen.codes.add(code);
      }
      for (const events of found.told) assert.deepEqual(events, expected, about);
      for (const text of found.texts) {
        assert.match(text, new RegExp(`News, edition ${shown}\\b[^]*Sources`), about);
        const notices = text.match(/^The last update failed\. This is the version from .*$/gm) ?? [];
        assert.equal(notices.length, fails ? 1 : 0, about);
      }
    }
    assert.equal(seen.kinds.size, FAILURES.length);
    assert.equal(longest > MAX_BACKOFF, true);
    assert.equal(await engine.evaluate(() => watch.blanks), 0);
    const {errors, violations, warnings} = await engine.evaluate(troubles);
    assert.deepEqual({errors, violations}, {errors: [], violations: []});
    for (const warning of warnings)
      assert.match(warning, /^summit-[a-z-]+ (?:http|network|timeout|not-json|too-large|invalid|unsupported-version) /);
    const timers = await engine.evaluate(async (day) => {
      for (const box of document.querySelectorAll('[refresh]')) box.remove();
      await watch.time.settled(() => 0);
      watch.time.advance(day);
      await watch.time.turn();
      return watch.time.timers();
    }, DAY);
    assert.equal(timers, 0);
    await engine.evaluate((url) => watch.fetch(url).then(() => true), server.url('/404'));
    assert.equal(server.requests('/news.json').length, asked);
    lines.push(
      `an origin that fails: ${LOOKS} looks, ${seen.failures} failures of ${seen.kinds.size} kinds and ${seen.codes.size} codes, ` +
        `the longest wait ${Math.round(longest / 1000)} seconds, ${boxes.length} boxes never without content`,
    );
  });
});
