/**
 * Every payload in every field of a summit and in every attribute, in boxes that live on a page and in those that came with
 * it. The pages have no policy that would stop a script, so whatever can run does; those with one are for what else might
 * come of it. Nothing runs, nothing is asked for, nothing leaves its place, and all of it is there to be read.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {prerender} from '../../../dist/prerender.js';
import {startServer} from '../../support/page-server.mjs';
import {ELEMENTS} from '../../support/prerendered.mjs';
import {inEveryEngine} from '../../support/engines.mjs';
import {fillMarkers, fillRound, shownIn} from '../fields.mjs';
import {groups, isRefused, payloads} from '../payloads.mjs';
import {bare, whole} from '../whole-summit.mjs';

const shown = payloads.filter((payload) => !isRefused(payload));
const now = new Date('2031-04-30T12:00Z');
const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';
const CANARIES = '<script src="/hosts/canary.js"></script>';
/** Rounds of those boxes that a server has to write: each payload still stands in a dozen fields of each. */
const STEP = 6;

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
/** The engines read HTML alike and differ in what they make of it: one of them sees every pair of payload and field. */
const SPARSE = {chromium: 1, firefox: 4, webkit: 4};

const counts = {checked: 0, engines: new Set()};
const fields = new Set(['sources[].url']);

let server;

before(async () => {
  const files = {};
  for (const name of ['canary.js', 'fields.mjs', 'in-page.mjs', 'payloads.mjs']) files[`/hosts/${name}`] = read(name);
  for (let round = 0; round < shown.length; round += 1) files[`/rounds/${round}.json`] = JSON.stringify(fillRound(whole, shown, round).data);
  files['/rounds/harmless.json'] = JSON.stringify(fillMarkers(whole));
  server = await startServer({files});
});

after(async () => {
  await server?.close();
  console.log(
    `# injection, boxes: ${payloads.length} payloads in ${Object.keys(groups).length} groups × ${fields.size} fields and 13 attributes ` +
      `in ${[...counts.engines].join(', ')}: ${counts.checked} checks`,
  );
});

/** Opens a page and runs a function of in-page.mjs there; asserts that it found no fault. */
async function runIn(engine, html, {strict = false}, name, ...args) {
  counts.engines.add(engine.name);
  await engine.goto(server.origin + server.add(`${CANARIES}${html}`, {strict}));
  const result = await engine.evaluate(async (name, args) => (await import('/hosts/in-page.mjs'))[name](...args), name, args);
  assert.deepEqual(result.faults, []);
  counts.checked += result.checked;
  return result;
}

function liveBoxes(engine) {
  const sparse = () => SPARSE[engine.name];
  const step = (least) => ({step: least * sparse()});
  before(() => engine.setViewport({width: 450, height: 100}));

  for (const element of ELEMENTS) {
    const tag = `summit-${element}`;
    it(`${tag} shows as text what is in its data`, async () => {
      for (const [sorted, options] of [[whole, step(1)], [bare, step(9)]]) {
        const result = await runIn(engine, SCRIPT, {}, 'tryRounds', tag, sorted, shown, options);
        for (const field of result.fields) fields.add(field);
      }
    });

    it(`${tag} shows as text what is in its file, under a strict policy too`, async () => {
      await runIn(engine, SCRIPT, {}, 'tryRounds', tag, whole, shown, {src: '/rounds/', ...step(4)});
      await runIn(engine, SCRIPT, {strict: true}, 'tryRounds', tag, whole, shown, {src: '/rounds/', from: 1, ...step(12)});
    });

    it(`${tag} keeps its attributes what they are`, async () => {
      await runIn(engine, SCRIPT, {}, 'tryAttributes', tag, payloads, step(1));
    });
  }

  it('name no summit and no file by a payload, and show the fallback', async () => {
    await runIn(engine, SCRIPT, {}, 'tryNames', 'summit-fact-box', payloads);
  });

  it('refuse data with characters that disguise them', async () => {
    await runIn(engine, SCRIPT, {}, 'tryRefused', whole, payloads.filter(isRefused));
  });

  it('copy, link and hand over what they show, and no more', async () => {
    await runIn(engine, SCRIPT, {}, 'tryComforts', whole, shown, step(STEP));
  });

  it('are led to no statement by a payload in the address', async () => {
    // Safari lets a page change its address a hundred times in half a minute.
    await runIn(engine, SCRIPT, {}, 'tryHashes', payloads.filter((_, i) => i % (3 * sparse()) === 0));
  });
}

const kinds = Object.fromEntries(
  ELEMENTS.flatMap((element) => ['both', 'plain'].map((as) => [`${element} ${as}`, {element, as}])),
);
kinds['fact-box shadow'] = {element: 'fact-box', as: 'shadow'};

const written = new Map();

/** Boxes of one round, each in a place of its own; -1 for harmless ones. */
async function boxesOf(round) {
  if (!written.has(round)) {
    const data = round < 0 ? fillMarkers(whole) : fillRound(whole, shown, round).data;
    const parts = [];
    for (const [kind, {element, as}] of Object.entries(kinds)) {
      const html = await prerender(element, {data, as, now});
      const mark = `data-round="${round}" data-kind="${kind}"`;
      parts.push(as === 'plain' ? `<div ${mark}>${html}</div>` : html.replace(/^<summit-[a-z-]+/, (tag) => `${tag} ${mark}`));
    }
    written.set(round, parts.join('\n'));
  }
  return written.get(round);
}

function standingBoxes(engine) {
  const BATCH = 12;
  let expected;

  before(async () => {
    await engine.setViewport({width: 450, height: 100});
    await engine.goto(server.origin + server.add(`${CANARIES}${await boxesOf(-1)}`, {strict: false}));
    const layers = await engine.evaluate(async () => (await import('/hosts/in-page.mjs')).layersThere());
    expected = Object.fromEntries(
      Object.entries(layers).map(([kind, all]) => [kind, {layers: all.map(({skeleton, text}) => ({skeleton, shown: shownIn(text, whole)}))}]),
    );
  });

  const runs = [
    {name: 'without the script', options: {strict: false}, script: ''},
    {name: 'taken over by the script', options: {strict: false}, script: SCRIPT},
    {name: 'under a strict policy, taken over by the script', options: {strict: true}, script: SCRIPT, sparse: 4},
  ];
  for (const {name, options, script, sparse = 1} of runs) {
    it(`stay texts ${name}`, async () => {
      const all = [];
      const step = STEP * Math.max(sparse, SPARSE[engine.name] / 2);
      for (let round = 0; round < shown.length; round += step) all.push(round);
      for (let from = 0; from < all.length; from += BATCH) {
        const rounds = all.slice(from, from + BATCH);
        const html = (await Promise.all(rounds.map(boxesOf))).join('\n');
        const path = server.add(`${CANARIES}${html}${script}`, options);
        await engine.goto(server.origin + path);
        const {faults, checked, surroundings} = await engine.evaluate(
          async (args) => (await import('/hosts/in-page.mjs')).tryStanding(args),
          {expected, count: rounds.length * Object.keys(kinds).length, sorted: whole, payloads: shown, live: script !== ''},
        );
        assert.deepEqual(faults, []);
        assert.deepEqual([surroundings.title, surroundings.cookies, surroundings.stored], ['Page', '', 0]);
        assert.equal(surroundings.address, server.origin + path);
        counts.checked += checked;
      }
    });
  }
}

// Each engine has a window of its own, for one thing at a time.
describe('payloads in boxes', {concurrency: 3}, () => {
  inEveryEngine('boxes', (engine) => {
    describe('on a page', {concurrency: 1}, () => {
      describe('live', () => liveBoxes(engine));
      describe('prerendered', () => standingBoxes(engine));
    });
  });
});
