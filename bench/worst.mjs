/** The worst files that the check lets through: how long each takes to check, to prerender and to show. */
import {checkSummitFile} from '../build/js/src/authoring/check-data-file.js';
import {parseSummit} from '../dist/data/parse-summit.js';
import {prerender} from '../dist/prerender.js';
import {difference, openPage, readMetrics} from './browser.mjs';
import {bar, valuesOf} from './statistics.mjs';
import {formatNumber} from './tables.mjs';
import {script, serveEmbed, LIVE_SCRIPT} from './variants.mjs';
import {makeWorst, scale, shapes} from './worst-data.mjs';

const MAX_BYTES = 2_000_000;
const ELEMENTS = ['goal-comparison', 'region-list', 'fact-box'];
const VIEWPORT = {width: 800, height: 1000, deviceScaleFactor: 1};
/** Shapes in a whole run; a quick one has the families alone. */
const SHAPES = 220;
const QUICK = 26;

/** The largest file of a shape that passes: its lists are made longer until it is refused or too large. */
function grow(shape) {
  let passes = 0;
  let fails;
  let found;
  const attempt = (factor) => {
    const summit = makeWorst(scale(shape, factor));
    const text = JSON.stringify(summit);
    const isGood = text.length <= MAX_BYTES && !parseSummit(summit).issues;
    if (isGood) {
      passes = factor;
      found = {summit, text};
    } else fails = factor;
  };
  for (let factor = 0.01; fails === undefined && factor < 5000; factor *= 1.7) attempt(factor);
  for (let i = 0; i < 6; i += 1) attempt((passes + (fails ?? passes * 1.7)) / 2);
  return found;
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** A page with one box of the file: the work of its main thread until all of it is there, and its longest task. */
async function show(browser, server, element, text) {
  server.put('/worst/data.json', text);
  server.put(
    '/worst/page.html',
    `<!doctype html><meta charset="utf-8"><title>Worst</title><link rel="icon" href="data:,">${script(LIVE_SCRIPT)}<summit-${element} src="data.json"></summit-${element}>`,
  );
  const tab = await openPage(browser, server.origin, {viewport: VIEWPORT});
  try {
    const {page, session} = tab;
    await page.evaluateOnNewDocument(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const {duration} of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({type: 'longtask', buffered: true});
    });
    const before = await readMetrics(session);
    const start = performance.now();
    await page.goto(`${server.origin}/worst/page.html`, {waitUntil: 'load'});
    // Its content is there once nothing has come for a while.
    const shown = await page.evaluate(async (name) => {
      const box = document.querySelector(`summit-${name}`);
      const count = () => box.shadowRoot.querySelectorAll('*').length;
      const until = performance.now() + 20_000;
      while (!box.shadowRoot?.querySelector('footer') && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50));
      let last = -1;
      while (last !== count()) {
        last = count();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
      }
      return {
        nodes: last,
        height: box.getBoundingClientRect().height,
        isThere: !!box.shadowRoot.querySelector('footer'),
      };
    }, element);
    const clock = performance.now() - start;
    if (!shown.isThere) throw new Error(`The ${element} did not come.`);
    const {task} = difference(await readMetrics(session), before);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    const longest = await page.evaluate(() => window.longest);
    return {task, clock, longest, ...shown};
  } finally {
    await tab.close();
  }
}

/** Bars: milliseconds for each step, and for one task of a page. */
const MAX_STEP = 2000;
const MAX_TASK = 200;
/** Rows of the table. */
const LISTED = 12;

/**
 * Looks for the worst file: shapes that somebody thought of, and mixtures of them, each as long as the check lets through. A page has
 * the box that takes longest to prerender.
 */
export async function worst({browser, server, quick, tell}) {
  serveEmbed(server);
  const results = [];
  for (const {name, shape} of shapes(quick ? QUICK : SHAPES)) {
    const found = grow(shape);
    if (!found) throw new Error(`No file of the shape “${name}” passes.`);
    const {summit, text} = found;
    const place = (issue) => ({...issue, line: 1, column: 1});
    const validate = await timed(() =>
      checkSummitFile({value: JSON.parse(text), faults: [], cuts: [], place, textAt: () => undefined}, '2031-01-01'),
    );
    let slowest = {element: '', prerender: 0};
    for (const element of ELEMENTS) {
      const time = await timed(() => prerender(element, {data: summit}));
      if (time > slowest.prerender) slowest = {element, prerender: time};
    }
    const {task: live, longest, nodes} = await show(browser, server, slowest.element, text);
    results.push({name, bytes: text.length, validate, ...slowest, live, longest, nodes});
    if (results.length % 20 === 0) tell(`worst: ${results.length} shapes`);
  }
  const most = (measure) => Math.max(...valuesOf(results, measure));
  return {
    results,
    bars: [
      bar('worst file under 2 MB: validate, ms', most('validate'), MAX_STEP),
      bar('worst file under 2 MB: prerender, ms', most('prerender'), MAX_STEP),
      bar('worst file under 2 MB: live, page CPU, ms', most('live'), MAX_STEP),
      bar('worst file under 2 MB: longest task of the page, ms', most('longest'), MAX_TASK),
    ],
  };
}

/** @returns {{title: string, rows: string[][]}[]} */
export function worstTables({results}) {
  const slowest = [...results]
    .sort((a, b) => b.live + b.prerender + b.validate - a.live - a.prerender - a.validate)
    .slice(0, LISTED);
  return [
    {
      title: `The slowest of ${results.length} shapes of files that the check lets through, in ms`,
      rows: [
        ['', 'kB', 'element', 'validate', 'prerender', 'live, page CPU', 'longest task', 'elements'],
        ...slowest.map(({name, bytes, element, nodes, ...times}) => [
          name,
          formatNumber(bytes / 1000),
          element,
          ...['validate', 'prerender', 'live', 'longest'].map((step) => formatNumber(times[step])),
          formatNumber(nodes),
        ]),
      ],
    },
  ];
}
