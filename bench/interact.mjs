/** The first time that a reader does something on a slow phone: how long the page takes to answer, and what is loaded for it. */
import {openPage, PROFILES} from './browser.mjs';
import {settle} from './in-page.mjs';
import {bar, interleave, median, summarize, valuesOf} from './statistics.mjs';
import {formatNumber, formatSpread} from './tables.mjs';
import {serveVariants} from './variants.mjs';

const VIEWPORT = {width: 412, height: 915, deviceScaleFactor: 1, hasTouch: true};
/** From the touch to the release, in ms. */
const PRESS_MS = 80;
/** Tasks of at least 50 ms are listed by browsers. */
const LONG_TASK_MS = 50;

/** What the reader does. `static-shadow` has no script: it is what the browser itself takes. */
const CASES = [
  {name: 'static-shadow, touch', variant: 'static-shadow', isWarm: false},
  {name: 'prerendered, touch before anything is loaded', variant: 'prerendered', isWarm: false},
  {name: 'prerendered, touch once the elements are there', variant: 'prerendered', isWarm: true},
  {name: 'live, touch', variant: 'live', isWarm: false},
];

/** In a page: notes how long inputs take to be answered, and long tasks, from now on. */
function watchInputs() {
  const bench = window.bench;
  bench.inputs = [];
  bench.tasks = [];
  bench.shift = 0;
  const note = (list) => (entries) => list.push(...entries.getEntries().map(({name, duration}) => ({name, duration})));
  // The duration ends with the next frame. An event that takes less than 16 ms isn't listed, but the first input always is.
  new PerformanceObserver(note(bench.inputs)).observe({type: 'event', durationThreshold: 16});
  new PerformanceObserver(note(bench.inputs)).observe({type: 'first-input', buffered: true});
  new PerformanceObserver(note(bench.tasks)).observe({type: 'longtask'});
}

/** In a page: where the first closed statement is, in CSS pixels, once it is in the middle of the screen. */
async function findStatement() {
  const box = document.querySelector('[data-box], summit-goal-comparison');
  const summary = (box.shadowRoot ?? box).querySelector('details:not([open]) > summary');
  summary.scrollIntoView({block: 'center'});
  window.bench.summary = summary;
  await window.bench.nextFrame();
  const {left, top, width, height} = summary.getBoundingClientRect();
  return {x: left + Math.min(width, 40) / 2, y: top + height / 2};
}

/** Until the network and the page have nothing left to do. */
async function quiet(page) {
  await page.waitForNetworkIdle({idleTime: 500});
  await page.evaluate(settle);
}

/** @returns What one first touch came to. */
async function touch(browser, server, {name, path, isWarm}) {
  const tab = await openPage(browser, server.origin, {profile: PROFILES.phone, viewport: VIEWPORT});
  try {
    const {page} = tab;
    await page.goto(server.origin + path, {waitUntil: []});
    await quiet(page);
    const {x, y} = await page.evaluate(findStatement);
    await quiet(page);
    server.takeRequests();
    await page.evaluate(watchInputs);
    if (isWarm) {
      // A pointer over the box loads the elements.
      await page.mouse.move(x, y);
      await page.waitForFunction(() => customElements.get('summit-goal-comparison'));
      await quiet(page);
    }
    const {
      x: left,
      y: top,
      shift,
    } = await page.evaluate(() => {
      const {left, top, width, height} = window.bench.summary.getBoundingClientRect();
      const {shift} = window.bench;
      window.bench.tasks.length = 0;
      return {x: left + Math.min(width, 40) / 2, y: top + height / 2, shift};
    });
    await page.touchscreen.touchStart(left, top);
    await new Promise((resolve) => setTimeout(resolve, PRESS_MS));
    await page.touchscreen.touchEnd();
    await page.waitForFunction(() => window.bench.summary.parentElement.open);
    await quiet(page);
    const {inputs, tasks} = await page.evaluate(() => ({inputs: window.bench.inputs, tasks: window.bench.tasks}));
    const requested = server.takeRequests();
    tab.check(name);
    if (inputs.length === 0) throw new Error(`${name}: the browser listed no input.`);
    return {
      answer: Math.max(...inputs.map(({duration}) => duration)),
      longest: Math.max(0, ...tasks.map(({duration}) => duration)),
      requests: requested.length,
      bytes: server.sizeOf(requested).brotli,
      // Of the elements alone: what opens moves what is below it.
      shift,
    };
  } finally {
    await tab.close();
  }
}

/** @returns What results.json has of it. */
export async function interact({browser, server, rounds, tell}) {
  const variants = await serveVariants(server);
  const cases = CASES.map(({variant, ...one}) => ({...one, path: variants.find(({name}) => name === variant).path}));
  const samples = await interleave(cases, {
    rounds,
    seed: 5,
    tell: (round) => tell(`interact: round ${round + 1} of ${rounds}`),
    run: (one) => touch(browser, server, one),
  });
  const answer = (isWarm) => {
    const {name} = CASES.find((one) => one.variant === 'prerendered' && one.isWarm === isWarm);
    return median(valuesOf(samples[name], 'answer'));
  };
  return {
    samples,
    bars: [
      bar('first touch on the phone, elements there, ms', answer(true), 100),
      bar('first touch on the phone, nothing loaded, ms', answer(false), 100),
    ],
  };
}

/** @returns {{title: string, rows: string[][]}[]} */
export function interactTables({samples}) {
  const rounds = Object.values(samples)[0].length;
  return [
    {
      title: `The first touch on the phone; ${rounds} rounds`,
      rows: [
        ['page', 'answer after, ms', 'slowest', 'longest task from then on, ms', 'requests', 'bytes', 'layout shift'],
        ...Object.entries(samples).map(([name, runs]) => [
          name,
          formatSpread(summarize(valuesOf(runs, 'answer'))),
          formatNumber(Math.max(...valuesOf(runs, 'answer'))),
          median(valuesOf(runs, 'longest')) < LONG_TASK_MS
            ? `under ${LONG_TASK_MS}`
            : formatSpread(summarize(valuesOf(runs, 'longest'))),
          median(valuesOf(runs, 'requests')),
          median(valuesOf(runs, 'bytes')).toLocaleString('en-US'),
          formatNumber(Math.max(...valuesOf(runs, 'shift'))),
        ]),
      ],
    },
  ];
}
