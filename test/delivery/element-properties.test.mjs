/**
 * One box in a browser whose page changes its mind: data, addresses, ids, removals and answers in any order, settled or not
 * in between. In the end the box shows what was asked for last, or, where that is not to be had, the last good thing under a
 * line that says so. The page's `fetch` and its long timers are in our hands; nothing waits for a clock.
 */
/* global watch, net -- what the functions that prepare a page put into it */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {reach} from '../../tools/checks/reach.mjs';
import {holdClock, startPages, watchPage} from '../support/page-server.mjs';
import {properties} from '../support/runs.mjs';

const {check, report} = properties('element', 'sequences of events');

const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';

let pages;
let opened;

before(async () => {
  pages = await startPages();
  opened = await pages.open(`<summit-fact-box></summit-fact-box>${SCRIPT}`, {
    prepare: [watchPage, holdClock, holdFetch],
  });
  await opened.page.setViewport({width: 320, height: 100});
  await opened.page.evaluate(
    prepareRuns,
    reach('summit-embeds.js').map((file) => `/embed/${file}`),
  );
});

after(() => pages?.close());

/** In a page: requests for files of a run wait for an answer of ours. */
function holdFetch() {
  const {fetch} = window;
  window.net = {requests: [], settled: () => undefined};
  window.fetch = (url, options = {}) => {
    if (!String(url).includes('/run-')) return fetch(url, options);
    return new Promise((resolve, reject) => {
      const {signal} = options;
      const request = {url, done: false, givenUp: false, resolve, reject};
      signal.addEventListener('abort', () => {
        if (request.done || request.givenUp) return;
        request.givenUp = true;
        if (signal.reason?.code === 'timeout') net.settled(url, {code: 'timeout'});
      });
      net.requests.push(request);
    });
  };
}

/** In a page: `runSteps` does what it is told to one box, and tells what was not as it should be. */
async function prepareRuns(chunks) {
  const {setTimeout} = window;
  const FAILING = /^(?:The last update failed|This box could not be loaded)/;
  const talks = (marker, overrides = {}) => ({
    schemaVersion: '1.0',
    id: 'talks',
    revision: 1,
    lang: 'en',
    title: `Talks «${marker}»`,
    status: {value: 'planned', claims: []},
    actors: [],
    topics: [],
    claims: [],
    positions: [],
    regions: [],
    facts: [],
    sources: [],
    changes: [],
    ...overrides,
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

  window.runSteps = async (steps, run) => {
    const errors = [];
    const element = document.createElement('summit-fact-box');
    element.append(Object.assign(document.createElement('p'), {textContent: 'The short version.'}));
    const addressOf = (name) => new URL(`/run-${run}/${name}.json`, document.baseURI).href;
    /** The same object is the same data, however often it is handed over. */
    const own = Object.fromEntries(['x', 'y'].map((name) => [name, talks(name)]));
    own.wrong = talks('wrong', {revision: 'one'});
    own.later = talks('later', {schemaVersion: '2.0'});
    own.odd = 'no summit at all';

    let count = 0;
    const asked = {data: null, src: null, summit: null};
    /** What is held of each address, and why the latest request for it failed. */
    const files = new Map();
    const fileAt = (url) => files.get(url) ?? files.set(url, {}).get(url);
    /** Whether the subscription that there is has heard of a failure. */
    let told = false;
    /** All that may be on screen. */
    let shown = new Set(['nothing']);

    net.requests = [];
    net.settled = (url, {good, text, code}) => {
      const file = fileAt(url);
      file.failure = code;
      if (good) {
        Object.assign(file, {held: good, text});
        shown.add(good);
      } else if (element.isConnected && asked.data === null && asked.src && addressOf(asked.src) === url) told = true;
    };

    /** What the latest choice comes to, as far as that is known: `good` is on screen, `bad` says whether a line says that something failed. */
    const outcome = () => {
      const {data, src, summit} = asked;
      if (data !== null) return ['x', 'y'].includes(data) ? {good: data, bad: false} : {bad: true};
      if (src) {
        if (!element.isConnected) return undefined;
        if (src.includes(':')) return {bad: true};
        const {held, failure} = fileAt(addressOf(src));
        if (held) return {good: held, bad: Boolean(failure)};
        return told ? {bad: true} : undefined;
      }
      return summit === 'nope' ? {bad: true} : {good: 'bundled', bad: false};
    };
    const look = () => {
      const text = watch.text(element);
      const [, marker] = /«(.*?)»/.exec(text) ?? [];
      return {good: marker ?? (text.includes('Alaska') ? 'bundled' : 'nothing'), bad: FAILING.test(text), text};
    };
    const fits = () => {
      const wanted = outcome();
      if (!element.shadowRoot?.querySelector('[part=box]')) return false;
      const seen = look();
      // Never an empty box: while it loads, the fallback stands there.
      if (!seen.text && !element.shadowRoot.querySelector('slot:not([name])')) return false;
      if (wanted === undefined) return shown.has(seen.good);
      return seen.bad === wanted.bad && (wanted.good ? seen.good === wanted.good : shown.has(seen.good));
    };
    /** Until all has come of it that can. */
    const settle = async (what) => {
      let calm = 0;
      for (let turns = 0; turns < 100 && calm < 5; turns++) {
        await turn();
        calm = fits() ? calm + 1 : 0;
      }
      const seen = element.shadowRoot?.querySelector('[part=box]') ? look() : {};
      if (calm < 5)
        errors.push(
          `${what}: ${JSON.stringify({...seen, text: seen.text?.slice(0, 80)})} instead of ${JSON.stringify(outcome() ?? 'what was there')}, perhaps ${[...shown].join()}`,
        );
      shown = new Set([seen.good]);
    };

    const choose = (name, value, set) => {
      asked[name] = value;
      told = false;
      const {good} = outcome() ?? {};
      if (good) shown.add(good);
      set();
    };
    const live = () => net.requests.filter(({done, givenUp}) => !done && !givenUp);
    const doAnswer = (request, how) => {
      const {url, givenUp} = request;
      request.done = true;
      count += 1;
      const settled = (outcome) => {
        if (!givenUp) net.settled(url, outcome);
      };
      const respond = (text, status = 200) =>
        request.resolve({
          ok: status === 200,
          status,
          url,
          body: null,
          arrayBuffer: async () => new TextEncoder().encode(text).buffer,
        });
      const {held, text: heldText} = fileAt(url);
      if (how === 'network') {
        settled({code: 'network'});
        request.reject(new TypeError('no network'));
      } else if (how === 'http') {
        settled({code: 'http'});
        respond('', 500);
      } else if (how === 'not-json') {
        settled({code: 'not-json'});
        respond('<p>log in</p>');
      } else if (how === 'invalid') {
        settled({code: 'invalid'});
        respond('{}');
      } else if (how === 'same' && held) {
        settled({good: held, text: heldText});
        respond(heldText);
      } else {
        const marker = givenUp ? `late ${count}` : `file ${count}`;
        const text = JSON.stringify(talks(marker, {id: `talks-${url.at(-6)}`, revision: count}));
        settled({good: marker, text});
        respond(text);
      }
    };

    const acts = {
      data: (value) => choose('data', value, () => (element.data = value === null ? null : own[value])),
      src: (value) =>
        choose('src', value, () => (element.src = value && (value.includes(':') ? value : addressOf(value)))),
      summit: (value) => choose('summit', value, () => (element.summit = value)),
      refresh: (value) => choose('refresh', value, () => (element.refresh = value)),
      remove: () => {
        told = false;
        element.remove();
      },
      append: () => {
        if (!element.isConnected) told = false;
        const {good} = outcome() ?? {};
        if (good) shown.add(good);
        if (!element.isConnected) document.body.append(element);
      },
      move: () => {
        told = false;
        document.body.append(element);
      },
      answer: ({which, how}) => {
        const waiting = net.requests.filter(({done}) => !done);
        if (waiting.length > 0) doAnswer(waiting[which % waiting.length], how);
      },
      advance: (ms) => watch.clock.advance(ms),
    };

    for (const [i, {act, value, then}] of steps.entries()) {
      acts[act](value);
      if (act !== 'remove' && !element.isConnected && !element.hasUpdated) continue;
      if (then === 'microtask') await null;
      if (then === 'update') await element.updateComplete;
      if (then === 'turn') await turn();
      if (then === 'settle' && element.hasUpdated) await settle(`step ${i}, ${act}`);
    }

    acts.append();
    await settle('on the page');
    // Late ones first: whatever comes of them, they are not what was asked for.
    for (const request of net.requests.filter(({done, givenUp}) => !done && givenUp)) doAnswer(request, 'good');
    await settle('after late answers');
    while (live().length > 0) {
      for (const request of live()) doAnswer(request, ['good', 'http'][run % 2]);
      await settle('in the end');
    }
    element.remove();
    await turn();
    await turn();
    if (live().length > 0) errors.push('a request is left');
    if (watch.clock.waits().length > 0) errors.push(`timers are left: ${watch.clock.waits().join()}`);
    errors.push(...watch.errors.splice(0));
    watch.warnings.length = 0;
    watch.events.length = 0;
    return errors;
  };

  // Everything that is loaded when it is needed is here: what comes of a step takes turns of the page, not a network's time.
  await Promise.all(chunks.map((path) => import(path)));
  const [first] = document.getElementsByTagName('summit-fact-box');
  await watch.until(() => watch.events.length === 1, 'the bundled summit');
  first.data = talks('first');
  await watch.until(() => watch.text(first).includes('«first»'), 'data of its own');
  first.remove();
}

const then = fc.constantFrom('nothing', 'nothing', 'microtask', 'update', 'turn', 'settle', 'settle');
const step = (act, value) => fc.record({act: fc.constant(act), value, then});
const steps = fc.array(
  fc.oneof(
    step('data', fc.constantFrom('x', 'y', 'wrong', 'later', 'odd', null, null, null)),
    step('src', fc.constantFrom('a', 'a', 'b', null, 'ftp://example.org/a.json')),
    step('summit', fc.constantFrom('alaska-2025', 'nope', null)),
    step('refresh', fc.constantFrom('60', 15, null)),
    step('remove', fc.constant(null)),
    step('append', fc.constant(null)),
    step('append', fc.constant(null)),
    step('move', fc.constant(null)),
    {
      weight: 4,
      arbitrary: step(
        'answer',
        fc.record({
          which: fc.nat(3),
          how: fc.constantFrom('good', 'good', 'good', 'same', 'network', 'http', 'not-json', 'invalid'),
        }),
      ),
    },
    step('advance', fc.constantFrom(1000, 10_000, 20_000, 70_000)),
  ),
  {minLength: 1, maxLength: 16, size: 'max'},
);

describe('a box whose page changes its mind', () => {
  it('shows in the end what was asked for last, or the last good thing under a line that says so', async () => {
    const {page, exceptions} = opened;
    let run = 0;
    await check(
      fc.asyncProperty(steps, async (steps) => {
        run += 1;
        const errors = await page.evaluate(
          (steps, run) => window.runSteps([{act: 'append', then: 'nothing'}, ...steps], run),
          steps,
          run,
        );
        assert.deepEqual(errors, []);
        assert.deepEqual(exceptions, []);
      }),
      40,
    );
  });
});

it('was tried with many sequences', report);
