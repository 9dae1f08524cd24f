/**
 * Simulates the requests of 100,000 readers with `refresh`: the real SummitSource, a virtual clock and a virtual origin.
 *
 *   npm run bench:load                       all cases, two at a time, in some minutes
 *   npm run bench:load -- --only A,F         some of them
 *   npm run bench:load -- --readers 10000    fewer readers: more noise in each second
 *   npm run bench:load -- --markdown         the table for docs/reliability.md
 *
 * The exit code is 1 if a limit is missed.
 */
import path from 'node:path';
import {parseArgs} from 'node:util';
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads';
import {build} from 'esbuild';
import {markdownTable, textTable} from './tables.mjs';

const MINUTE = 60;
/** Seconds of virtual time that the events of one step share. */
const STEP = 0.1;
const LATENCY = 0.1;
const TIMEOUT = 10;
/** Highest second ÷ mean after the first minute; ÷ steady rate (readers ÷ refresh) from the end of an outage on. */
const MAX_PEAK = 3;
/** Nobody may be out of date longer, in seconds. */
const MAX_AFTER_OUTAGE = 2 * MINUTE;
const MAX_AFTER_NETWORK_LOSS = 5 * MINUTE;

// The stack of a simulated failure takes longer than everything else about it.
Error.stackTraceLimit = 0;

const summit = {
  schemaVersion: '1.0',
  id: 'talks',
  revision: 1,
  lang: 'en',
  title: 'Talks',
  status: {value: 'planned', claims: []},
  actors: [],
  topics: [],
  claims: [],
  positions: [],
  regions: [],
  facts: [],
  sources: [],
  changes: [],
};
const text = JSON.stringify(summit);

/**
 * The source as it is, bundled: an `import()` in each request would take most of the time.
 *
 * @type {{SummitSource: typeof import('../src/loading/summit-source.ts').SummitSource,
 *   LoadFailure: typeof import('../src/loading/load-failure.ts').LoadFailure}}
 */
const {SummitSource, LoadFailure} = isMainThread ? {} : await bundle();

async function bundle() {
  const contents = `export * from './summit-source.ts'; export {LoadFailure} from './load-failure.ts';`;
  const resolveDir = path.join(import.meta.dirname, '..', 'src', 'loading');
  const {outputFiles} = await build({
    stdin: {contents, resolveDir},
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The same chance in each run (Mulberry32). */
function makeRandom(state = 20_310_401) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Readers, their clock and their origin. Times are in seconds. */
class World {
  now = 0;
  random = makeRandom();
  /** Requests in each second. */
  requests = [];
  readers = [];
  /** When the data became available again; readers are current once they asked after it. */
  endsAt = Infinity;
  hadFailed = false;
  /** What the origin does: `up`, `down` or `offline` (readers have no network), or seconds of `Retry-After`. */
  origin = 'up';
  #steps = new Map();

  after(seconds, callback) {
    const event = {callback};
    const step = Math.max(Math.ceil((this.now + seconds) / STEP - 1e-6), Math.round(this.now / STEP) + 1);
    const events = this.#steps.get(step);
    if (events) events.push(event);
    else this.#steps.set(step, [event]);
    return event;
  }

  /** Lets time pass. All that an event causes has happened before the next step. */
  async passUntil(end) {
    for (let step = Math.round(this.now / STEP) + 1; step <= Math.round(end / STEP); step += 1) {
      this.now = step * STEP;
      const events = this.#steps.get(step);
      if (!events) continue;
      this.#steps.delete(step);
      for (const {callback} of events) callback?.();
      await new Promise(setImmediate);
    }
  }

  /** Opens a page. */
  open(refresh) {
    const reader = {isHidden: false, wake: undefined, currentAt: Infinity};
    this.readers.push(reader);
    const environment = {
      now: () => this.now * 1000,
      setTimeout: (callback, ms) => this.after(ms / 1000, callback),
      clearTimeout: (event) => (event.callback = undefined),
      random: this.random,
      hidden: () => reader.isHidden,
      onWake: (callback) => {
        reader.wake = callback;
        return () => (reader.wake = undefined);
      },
    };
    const source = new SummitSource('https://example.org/a.json', environment, (url) => this.#fetch(url, reader));
    source.subscribe({loaded() {}, failed() {}}, refresh);
  }

  #fetch(url, reader) {
    const askedAt = this.now;
    const {origin} = this;
    // What doesn't leave the reader's device is no request.
    if (origin !== 'offline') this.requests[Math.floor(askedAt)] = (this.requests[Math.floor(askedAt)] ?? 0) + 1;
    return new Promise((resolve, reject) => {
      if (origin === 'up') {
        this.after(LATENCY, () => {
          if (askedAt >= this.endsAt && reader.currentAt === Infinity) reader.currentAt = this.now;
          resolve({value: summit, text, url});
        });
        return;
      }
      const failure = new LoadFailure(typeof origin === 'number' ? 'http' : 'network', 'as simulated');
      if (typeof origin === 'number') failure.retryAfterMs = origin * 1000;
      // An origin that is down refuses half of the requests at once and lets the other half hang.
      this.after(origin === 'down' && this.random() < 0.5 ? TIMEOUT : LATENCY, () => reject(failure));
    });
  }

  /** Does something for each reader within some seconds from now, evenly. */
  spread(count, seconds, act) {
    for (let i = 0; i < count; i += 1) this.after((seconds * (i + 0.5)) / count, () => act(this.readers[i], i));
  }

  /** From now on, readers who ask become current. */
  end() {
    this.origin = 'up';
    this.endsAt = this.now;
  }
}

/** Readers who opened their pages evenly over an interval, two minutes later. */
async function steady(world, count, refresh) {
  world.spread(count, refresh, () => world.open(refresh));
  await world.passUntil(refresh + 2 * MINUTE);
}

function see(reader) {
  reader.isHidden = false;
  reader.wake?.();
}

/** A steady state, all tabs hidden for so many minutes, and all seen again in one second. */
async function seenAtOnce(world, count, refresh, minutes) {
  await steady(world, count, refresh);
  for (const reader of world.readers) reader.isHidden = true;
  await world.passUntil(world.now + minutes * MINUTE);
  world.end();
  world.spread(count, 1, see);
}

/** A steady state, an outage of the origin of so long, and the time after it. */
async function outage(world, count, refresh, seconds, origin = 'down') {
  await steady(world, count, refresh);
  world.origin = origin;
  world.hadFailed = true;
  await world.passUntil(world.now + seconds);
  world.end();
}

async function networkLoss(world, count, seconds, wake) {
  await outage(world, count, 60, seconds, 'offline');
  wake();
}

/**
 * `run` ends when the time that is judged begins; `skip` are the seconds of it that no limit is for; `maxCurrent` is the
 * limit for the last reader to be current.
 */
const CASES = {
  A: {name: 'steady', refresh: 60, run: (world, count) => steady(world, count, 60)},
  B: {
    name: 'all open within 10 s',
    refresh: 60,
    skip: 60,
    watch: 10,
    run: (world, count) => world.spread(count, 10, () => world.open(60)),
  },
  C: {
    name: 'hidden 10 min, all seen in one second',
    refresh: 60,
    skip: 61,
    run: (world, count) => seenAtOnce(world, count, 60, 10),
  },
  C600: {
    name: 'hidden 60 min, all seen in one second',
    refresh: 600,
    skip: 61,
    watch: 25,
    run: (world, count) => seenAtOnce(world, count, 600, 60),
  },
  F: {
    name: 'all open within 1 s',
    refresh: 15,
    skip: 60,
    run: (world, count) => world.spread(count, 1, () => world.open(15)),
  },
  D: {
    name: 'outage of 5 min',
    refresh: 60,
    maxCurrent: MAX_AFTER_OUTAGE,
    run: (world, count) => outage(world, count, 60, 5 * MINUTE),
  },
  E: {
    name: 'outage of 60 min',
    refresh: 60,
    maxCurrent: MAX_AFTER_OUTAGE,
    run: (world, count) => outage(world, count, 60, 60 * MINUTE),
  },
  E15: {
    name: 'outage of 5 min',
    refresh: 15,
    maxCurrent: MAX_AFTER_OUTAGE,
    run: (world, count) => outage(world, count, 15, 5 * MINUTE),
  },
  G: {
    name: 'no network for 60 min; `online`, or seen 1 min later',
    refresh: 60,
    maxCurrent: MAX_AFTER_NETWORK_LOSS,
    run: (world, count) =>
      networkLoss(world, count, 60 * MINUTE, () => {
        // Half of the pages are hidden when the network comes back: those are seen a minute later.
        world.readers.forEach((reader, i) => (reader.isHidden = i % 2 === 1));
        for (const reader of world.readers) if (!reader.isHidden) reader.wake?.();
        world.after(MINUTE, () => world.readers.filter(({isHidden}) => isHidden).forEach(see));
      }),
  },
  G2: {
    name: 'no network for 15 min, no event',
    refresh: 60,
    maxCurrent: MAX_AFTER_NETWORK_LOSS,
    run: (world, count) => networkLoss(world, count, 15 * MINUTE, () => {}),
  },
  // Each reader is asked to stay away from within an outage of five minutes on; the last may be asked just before its end.
  H300: {
    name: '503 for 5 min, `Retry-After: 300`',
    refresh: 60,
    watch: 12,
    run: (world, count) => outage(world, count, 60, 5 * MINUTE, 300),
  },
  H7200: {
    name: '503 for 5 min, `Retry-After: 7200`',
    refresh: 60,
    watch: 65,
    run: (world, count) => outage(world, count, 60, 5 * MINUTE, 7200),
  },
};

function quantile(sorted, part) {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

function histogram(requests, from) {
  const width = Math.ceil(requests.length / 20);
  const highest = requests.reduce((a, b) => Math.max(a, b), 1);
  const lines = [];
  for (let i = 0; i < requests.length; i += width) {
    const peak = requests.slice(i, i + width).reduce((a, b) => Math.max(a, b), 0);
    lines.push(
      `${String(i - from).padStart(8)} s ${String(peak).padStart(7)} ${'#'.repeat(Math.round((50 * peak) / highest))}`,
    );
  }
  return lines.join('\n');
}

async function runCase(key, count) {
  const {name, refresh, run, skip = 0, watch = 5, maxCurrent = Infinity} = CASES[key];
  const world = new World();
  const started = performance.now();
  await run(world, count);
  const from = Math.round(world.now);
  await world.passUntil(world.now + watch * MINUTE);
  const all = Array.from({length: from + watch * MINUTE}, (_, i) => world.requests[i] ?? 0);
  const judged = all.slice(from + skip);
  const mean = judged.reduce((a, b) => a + b, 0) / judged.length;
  const highest = judged.reduce((a, b) => Math.max(a, b), 0);
  // After an outage the mean is low, since nobody or few ask at first: a recovering origin is compared with the steady rate.
  const peak = highest / (world.hadFailed ? count / refresh : mean);
  const times = world.readers.map(({currentAt}) => currentAt - world.endsAt).sort((a, b) => a - b);
  const current = world.endsAt < Infinity ? [0.5, 0.9, 1].map((part) => quantile(times, part)) : undefined;
  const misses = [];
  if (peak > MAX_PEAK) misses.push(`peak ${peak.toFixed(2)} × the mean, at most ${MAX_PEAK}`);
  if (current && current[2] > maxCurrent)
    misses.push(`current after ${current[2].toFixed(0)} s, at most ${maxCurrent}`);
  const chart =
    `${key}: ${name}, refresh ${refresh}. Highest second in each ${Math.ceil(all.length / 20)} s, judged from ${skip} s on, ` +
    `simulated in ${((performance.now() - started) / 1000).toFixed(0)} s\n${histogram(all, from)}`;
  return {key, name, refresh, mean, highest, peak, current, misses, chart};
}

/** Runs two cases at a time, each in a thread. Results are in the order of the keys. */
async function runAll(keys, count) {
  const results = [];
  const waiting = [...keys.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, key] = next;
      const worker = new Worker(new URL(import.meta.url), {workerData: {key, count}});
      results[index] = await new Promise((resolve, reject) => {
        worker.once('message', resolve).once('error', reject);
      });
      console.log(`\n${results[index].chart}`);
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

async function main() {
  const {values} = parseArgs({
    options: {
      only: {type: 'string'},
      readers: {type: 'string', default: '100000'},
      markdown: {type: 'boolean', default: false},
    },
  });
  const keys = values.only?.split(',') ?? Object.keys(CASES);
  const unknown = keys.find((key) => !(key in CASES));
  if (unknown !== undefined) throw new Error(`There is no case “${unknown}” among ${Object.keys(CASES).join(', ')}.`);
  const results = await runAll(keys, Number(values.readers));
  const rows = results.map(({key, name, refresh, mean, highest, peak, current, misses}) => [
    `${key}: ${name}`,
    refresh,
    Math.round(mean).toLocaleString('en'),
    highest.toLocaleString('en'),
    peak.toFixed(2),
    current ? current.map((seconds) => Math.round(seconds)).join(' / ') : '–',
    misses.length === 0 ? 'yes' : 'no',
  ]);
  const head = [
    'case',
    'refresh',
    'mean/s',
    'peak/s',
    'peak ÷ mean or steady rate',
    'current after s: median / p90 / max',
    'met',
  ];
  console.log(`\n${(values.markdown ? markdownTable : textTable)([head, ...rows])}`);
  for (const {key, misses} of results) for (const miss of misses) console.error(`${key}: ${miss}`);
  if (results.some(({misses}) => misses.length > 0)) process.exitCode = 1;
}

if (isMainThread) await main();
else parentPort.postMessage(await runCase(workerData.key, workerData.count));
