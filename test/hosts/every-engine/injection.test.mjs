/**
 * Payloads in the fields of a summit and in attributes, in boxes that live on a page and in those that came with it. The pages
 * have no policy that would stop a script, so whatever can run does; those with one are for what else might come of it.
 * Nothing runs, nothing is asked for, nothing leaves its place, and all of it is there to be read.
 *
 * In each round each field has a payload of its own. Without `FC_RUNS` there are as many rounds as it takes for each field to
 * meet a payload of each group, and for each payload to be shown; with `FC_RUNS=15` each field meets each payload.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {prerender} from '../../../dist/prerender.js';
import {startServer} from '../../support/page-server.mjs';
import {ELEMENTS} from '../../support/prerendered.mjs';
import {inEveryEngine, onlyInChromium} from '../../support/engines.mjs';
import {selectRounds} from '../../support/runs.mjs';
import {fillMarkers, fillRound, shownIn} from '../fields.mjs';
import {groups, isRefused, payloads} from '../payloads.mjs';
import {bare, whole} from '../whole-summit.mjs';

const shown = payloads.filter((payload) => !isRefused(payload));
const now = new Date('2031-04-30T12:00Z');
const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';
const CANARIES = '<script src="/hosts/canary.js"></script>';
const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
/** The engines read HTML alike: Chromium has most of the rounds. */
const all = selectRounds(shown.length, 15);
const some = selectRounds(shown.length, 45);
const few = selectRounds(shown.length, 75);

const counts = {checked: 0, engines: new Set()};
const fields = new Set(['sources[].url']);

let server;

before(async () => {
  const files = {};
  for (const name of ['canary.js', 'fields.mjs', 'in-page.mjs', 'payloads.mjs']) files[`/hosts/${name}`] = read(name);
  for (const round of new Set([...all, ...some, ...few]))
    files[`/rounds/${round}.json`] = JSON.stringify(fillRound(whole, shown, round).data);
  files['/rounds/harmless.json'] = JSON.stringify(fillMarkers(whole));
  server = await startServer({files});
});

after(async () => {
  await server?.close();
  console.log(
    `# injection, boxes: ${payloads.length} payloads in ${Object.keys(groups).length} groups in ${fields.size} fields and 13 attributes ` +
      `in ${[...counts.engines].join(', ')}: ${counts.checked} checks`,
  );
});

/** Opens a page and runs a function of in-page.mjs there; asserts that it found no fault. */
async function runIn(engine, html, {strict = false}, name, ...args) {
  counts.engines.add(engine.name);
  await engine.goto(server.origin + server.add(`${CANARIES}${html}`, {strict}));
  const result = await engine.evaluate(
    async (name, args) => (await import('/hosts/in-page.mjs'))[name](...args),
    name,
    args,
  );
  assert.deepEqual(result.errors, []);
  counts.checked += result.checked;
  return result;
}

function liveBoxes(engine) {
  before(() => engine.setViewport({width: 450, height: 100}));

  it('show as text what is in their file, under a strict policy', async () => {
    for (const element of ELEMENTS)
      await runIn(engine, SCRIPT, {strict: true}, 'tryRounds', `summit-${element}`, whole, shown, few, {
        src: '/rounds/',
      });
  });

  onlyInChromium(engine, () => {
    it('show as text what is in their data', async () => {
      const tried = new Set();
      for (const element of ELEMENTS) {
        for (const [sorted, rounds] of [
          [whole, all],
          [bare, some],
        ]) {
          const result = await runIn(engine, SCRIPT, {}, 'tryRounds', `summit-${element}`, sorted, shown, rounds);
          for (const field of result.fields) fields.add(field);
          for (const payload of result.tried) tried.add(payload);
        }
      }
      assert.deepEqual(
        shown.filter((payload) => !tried.has(payload)),
        [],
        'payloads that no box had to show',
      );
    });

    it('show as text what is in their file, without a policy', async () => {
      for (const element of ELEMENTS)
        await runIn(engine, SCRIPT, {}, 'tryRounds', `summit-${element}`, whole, shown, few, {src: '/rounds/'});
    });

    it('keep their attributes what they are', async () => {
      const rounds = selectRounds(payloads.length, 15);
      for (const element of ELEMENTS)
        await runIn(engine, SCRIPT, {}, 'tryAttributes', `summit-${element}`, payloads, rounds);
    });

    it('name no summit and no file by a payload, and show the fallback', async () => {
      await runIn(
        engine,
        SCRIPT,
        {},
        'tryNames',
        'summit-fact-box',
        selectRounds(payloads.length, 4).map((i) => payloads[i]),
      );
    });

    it('refuse data with characters that disguise them', async () => {
      await runIn(engine, SCRIPT, {}, 'tryRefused', whole, payloads.filter(isRefused));
    });

    it('copy, link and hand over what they show, and no more', async () => {
      await runIn(engine, SCRIPT, {}, 'tryComforts', whole, shown, some);
    });

    it('are led to no statement by a payload in the address', async () => {
      await runIn(
        engine,
        SCRIPT,
        {},
        'tryHashes',
        selectRounds(payloads.length, 8).map((i) => payloads[i]),
      );
    });
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
      parts.push(
        as === 'plain' ? `<div ${mark}>${html}</div>` : html.replace(/^<summit-[a-z-]+/, (tag) => `${tag} ${mark}`),
      );
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
      Object.entries(layers).map(([kind, all]) => [
        kind,
        {layers: all.map(({skeleton, text}) => ({skeleton, shown: shownIn(text, whole)}))},
      ]),
    );
  });

  const runs = [
    {name: 'without the script', options: {strict: false}, script: '', chromium: some, others: few},
    {name: 'taken over by the script', options: {strict: false}, script: SCRIPT, chromium: some, others: few},
    {
      name: 'under a strict policy, taken over by the script',
      options: {strict: true},
      script: SCRIPT,
      chromium: few,
      others: [],
    },
  ];
  for (const {name, options, script, chromium, others} of runs) {
    const tried = engine.name === 'chromium' ? chromium : others;
    if (tried.length === 0) continue;
    it(`stay texts ${name}`, async () => {
      for (let from = 0; from < tried.length; from += BATCH) {
        const rounds = tried.slice(from, from + BATCH);
        const html = (await Promise.all(rounds.map(boxesOf))).join('\n');
        const path = server.add(`${CANARIES}${html}${script}`, options);
        await engine.goto(server.origin + path);
        const {errors, checked, surroundings} = await engine.evaluate(
          async (args) => (await import('/hosts/in-page.mjs')).tryStanding(args),
          {
            expected,
            count: rounds.length * Object.keys(kinds).length,
            sorted: whole,
            payloads: shown,
            live: script !== '',
          },
        );
        assert.deepEqual(errors, []);
        assert.deepEqual([surroundings.title, surroundings.cookies, surroundings.stored], ['Page', '', 0]);
        assert.equal(surroundings.address, server.origin + path);
        counts.checked += checked;
      }
    });
  }
}

inEveryEngine('payloads in boxes', (engine) => {
  describe('live', () => liveBoxes(engine));
  describe('prerendered', () => standingBoxes(engine));
});
