/** One list of very many places: shown first, and changed. */
import {difference, openPage, PROFILES, readMemory, readMetrics} from './browser.mjs';
import {barePage, readBox} from './content.mjs';
import {makeList} from './list-data.mjs';
import {prepareList} from './list-page.mjs';
import {longestTask} from './longest-task.mjs';
import {bar, interleave, median, ratio, summarize, valuesOf} from './statistics.mjs';
import {formatNumber, formatRatio, formatSpread} from './tables.mjs';
import {buildFor, LIVE_SCRIPT, script, serveEmbed} from './variants.mjs';

const VIEWPORT = {width: 800, height: 1000, deviceScaleFactor: 1};
const COUNTS = [4, 100, 1000, 5000];
const WARM_UP = 20;

/** What is done to a list that is there, and what it is in the tables. */
const STEPS = {
  region: 'one place renamed, all else the same objects',
  claim: 'one statement rewritten, all else the same objects',
  clone: 'one place renamed, all of it new objects',
};
/** How often each is done in a page. */
const REPEATS = 2;

const scripts = {live: LIVE_SCRIPT, flat: '/list/flat-list.js'};

/** The tree of a box with all places in one list: our groups of places are what is measured. */
function flatten(node) {
  if (typeof node === 'string') return node;
  const [name, attributes, ...children] = node;
  if (attributes.part === 'regions') return ['ol', attributes, ...children.flatMap(([, , ...rows]) => rows)];
  return [name, attributes, ...children.map(flatten)];
}

/** Puts data and pages on a server. */
export async function serveLists(server, counts) {
  serveEmbed(server);
  let box;
  for (const count of new Set([WARM_UP, ...counts])) {
    const summit = makeList(count);
    box = await readBox('region-list', {data: summit});
    server.put(`/list/${count}.json`, JSON.stringify({summit, tree: box.tree.map(flatten)}));
    server.put(`/list/src-${count}.json`, JSON.stringify(summit));
    server.put(
      `/list/src-${count}.html`,
      barePage([`<summit-region-list src="src-${count}.json"></summit-region-list>`], script(LIVE_SCRIPT)),
    );
  }
  server.put('/list/flat-list.js', await buildFor('flat-list', [{...box, tree: []}]));
  server.put('/list/check.js', await buildFor('check', []));
  for (const [kind, address] of Object.entries(scripts)) {
    // The lists come later; until there is a box, the page would be looking for one.
    server.put(`/list/${kind}.html`, barePage(['<p data-box><i data-end></i></p>'], script(address)));
  }
}

/** A page with everything warm and nothing on it. */
export async function openList(browser, server, kind, count) {
  const tab = await openPage(browser, server.origin, {viewport: VIEWPORT});
  await tab.page.goto(`${server.origin}/list/${kind}.html`, {waitUntil: 'load'});
  await tab.page.evaluate(prepareList, {kind, count, warmUp: WARM_UP});
  return tab;
}

/** What one call in a page takes: the main thread's work up to the end of the frame that shows it, and by the clock. */
async function measureStep({page, session}, call, argument) {
  // What was dropped before is not this step's to collect.
  await session.send('HeapProfiler.collectGarbage');
  const before = await readMetrics(session);
  const clock = await page.evaluate(call, argument);
  const {task, script: scriptTime, layout, style} = difference(await readMetrics(session), before);
  return {task, clock, layout, style, rest: task - layout - style, script: scriptTime};
}

const first = () => window.list.first();
const step = () => window.list.step();

async function runPage(browser, server, {kind, count}) {
  const tab = await openList(browser, server, kind, count);
  try {
    const {page, session} = tab;
    const found = {first: [await measureStep(tab, first)]};
    found.memory = await readMemory(session);
    const text = count <= 1000 ? await page.evaluate(() => window.list.text()) : '';
    for (const how of kind === 'flat' ? ['targeted', 'rebuild'] : ['']) {
      for (let i = 0; i < REPEATS; i += 1) {
        for (const what of Object.keys(STEPS)) {
          await page.evaluate((...plan) => window.list.plan(...plan), what, how, `Place ${what} ${how} ${i}`);
          const sample = await measureStep(tab, step);
          await page.evaluate(() => window.list.keep());
          (found[how ? `${what}, ${how}` : what] ??= []).push(sample);
        }
      }
    }
    tab.check(`list, ${kind}, ${count}`);
    return {...found, text};
  } finally {
    await tab.close();
  }
}

/** What the check of fresh data takes: the main thread's work, in ms. */
async function measureCheck(browser, server, count) {
  const tab = await openPage(browser, server.origin, {viewport: VIEWPORT});
  try {
    const {page} = tab;
    await page.addScriptTag({url: `${server.origin}/list/check.js`, type: 'module'});
    await page.evaluate(
      async (names) => {
        const read = async (name) => (await (await fetch(`/list/${name}.json`)).json()).summit;
        const [warm, fresh] = await Promise.all(names.map(read));
        for (let i = 0; i < 9; i += 1) window.parseSummit(structuredClone(warm));
        window.fresh = fresh;
      },
      [WARM_UP, count],
    );
    const {task} = await measureStep(tab, () => {
      const {issues} = window.parseSummit(window.fresh);
      if (issues) throw new Error(issues[0].message);
    });
    tab.check(`list, check, ${count}`);
    return task;
  } finally {
    await tab.close();
  }
}

/** The longest task of a page with a file at `src` on a slow processor, from the start until every place is there. */
async function measureLongestTask(browser, server, count) {
  const {slowdown} = PROFILES.phone;
  const tab = await openPage(browser, server.origin, {viewport: VIEWPORT, profile: {slowdown}});
  try {
    const {page} = tab;
    const longest = await longestTask(page, async () => {
      await page.goto(`${server.origin}/list/src-${count}.html`, {waitUntil: 'load'});
      await page.waitForFunction(
        (places) =>
          document.querySelector('summit-region-list').shadowRoot?.querySelectorAll('.place[data-region]').length ===
          places,
        {polling: 500, timeout: 120_000},
        count,
      );
    });
    tab.check(`list, longest task, ${count}`);
    return longest;
  } finally {
    await tab.close();
  }
}

/** @returns What results.json has of it. */
export async function list({browser, server, rounds, quick, tell}) {
  const counts = COUNTS.filter((count) => count <= 1000 || !quick);
  tell('list: making the data');
  await serveLists(server, counts);
  const samples = {};
  for (const count of counts) {
    const variants = [...Object.keys(scripts), 'check', 'longest'].map((name) => ({name}));
    const texts = {};
    const runs = await interleave(variants, {
      rounds: count > 1000 ? Math.max(2, Math.ceil(rounds / 2)) : rounds,
      seed: count,
      tell: (round) => tell(`list, ${count} places: round ${round + 1}`),
      run: async ({name}) => {
        if (name === 'check') return measureCheck(browser, server, count);
        if (name === 'longest') return measureLongestTask(browser, server, count);
        const {text, ...sample} = await runPage(browser, server, {kind: name, count});
        texts[name] = text;
        return sample;
      },
    });
    if (texts.live !== texts.flat) throw new Error(`The two lists of ${count} do not show the same.`);
    const gather = (name) => {
      const keys = Object.keys(runs[name][0]);
      const {memory, ...steps} = Object.fromEntries(keys.map((key) => [key, runs[name].flatMap((run) => run[key])]));
      return {steps, memory};
    };
    samples[count] = {live: gather('live'), flat: gather('flat'), check: runs.check, longest: runs.longest};
  }

  const most = Math.max(...counts);
  const {live, flat, longest} = samples[most];
  const times = (mine, theirs) => ratio(valuesOf(live.steps[mine], 'task'), valuesOf(flat.steps[theirs], 'task'));
  return {
    samples,
    bars: [
      bar(`CPU of the first rendering of ${most} places, live : flat`, times('first', 'first'), 0.6),
      bar(`CPU of one place renamed among ${most}, live : flat, built anew`, times('region', 'region, rebuild'), 0.12),
      bar(
        `CPU of one statement rewritten among ${most} places, live : flat, built anew`,
        times('claim', 'claim, rebuild'),
        0.12,
      ),
      bar(`longest task of a page with ${most} places on the phone, ms`, median(longest), 200),
    ],
  };
}

/** @returns {{title: string, rows: string[][]}[]} */
export function listTables({samples}) {
  const head = ['places', 'CPU, ms', ': flat', 'style', 'layout', 'script and all else', 'drawn after, ms', ': flat'];
  const row = (name, runs, base) => {
    const middle = (measure) => formatNumber(summarize(valuesOf(runs, measure)).median);
    const against = (measure) => (base ? formatRatio(ratio(valuesOf(runs, measure), valuesOf(base, measure))) : '');
    const spread = (measure) => formatSpread(summarize(valuesOf(runs, measure)));
    const work = [spread('task'), against('task'), middle('style'), middle('layout'), middle('rest')];
    return [name, ...work, spread('clock'), against('clock')];
  };
  const kilobytes = (memory, measure) => formatNumber(summarize(valuesOf(memory, measure)).median / 1000);
  return [
    {
      title: 'First rendering of a list',
      rows: [
        head,
        ...Object.entries(samples).flatMap(([count, {live, flat}]) => [
          row(`${count}, flat`, flat.steps.first),
          row(`${count}, live`, live.steps.first, flat.steps.first),
        ]),
      ],
    },
    {
      title: 'First rendering: setup before the list, and what the page holds afterwards',
      rows: [
        ['places', 'check of the data, CPU, ms', 'longest task on the phone, ms', 'heap live, kB', 'heap flat, kB'],
        ...Object.entries(samples).map(([count, {check, longest, live, flat}]) => [
          count,
          formatSpread(summarize(check)),
          formatSpread(summarize(longest)),
          kilobytes(live.memory, 'heap'),
          kilobytes(flat.memory, 'heap'),
        ]),
      ],
    },
    ...Object.entries(STEPS).map(([what, title]) => ({
      title: `${title}; “: flat” compares with rebuilding`,
      rows: [
        head,
        ...Object.entries(samples).flatMap(([count, {live, flat}]) => [
          row(`${count}, flat, changed row given`, flat.steps[`${what}, targeted`], flat.steps[`${what}, rebuild`]),
          row(`${count}, flat, built anew`, flat.steps[`${what}, rebuild`]),
          row(`${count}, live`, live.steps[what], flat.steps[`${what}, rebuild`]),
        ]),
      ],
    })),
  ];
}
