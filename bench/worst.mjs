/** The worst files that the check lets through: how long each takes to check, to prerender and to show. */
import {checkSummitFile} from '../build/js/src/cli/check-data-file.js';
import {parseSummit} from '../dist/data/parse-summit.js';
import {prerender} from '../dist/prerender.js';
import {difference, openPage, readMetrics} from './browser.mjs';
import {bar} from './statistics.mjs';
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
  server.put('/worst/page.html', `<!doctype html><meta charset="utf-8"><title>Worst</title><link rel="icon" href="data:,">${script(LIVE_SCRIPT)}<summit-${element} src="data.json"></summit-${element}>`);
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
      while (!box.shadowRoot?.querySelector('footer, [role=status]')) await new Promise((resolve) => setTimeout(resolve, 50));
      let last = -1;
      while (last !== count()) {
        last = count();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
      }
      return {nodes: last, height: box.getBoundingClientRect().height, isThere: !!box.shadowRoot.querySelector('footer')};
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

export async function worst(browser, server, {quick, tell = () => undefined}) {
  serveEmbed(server);
  const results = [];
  for (const {name, shape} of shapes(quick ? QUICK : SHAPES)) {
    const found = grow(shape);
    if (!found) throw new Error(`No file of the shape “${name}” passes.`);
    const {summit, text} = found;
    const place = (issue) => ({...issue, line: 1, column: 1});
    const validate = await timed(() => checkSummitFile({value: JSON.parse(text), faults: [], place}, '2031-01-01'));
    const result = {name, bytes: text.length, validate, prerender: 0, live: 0, longest: 0, nodes: 0};
    for (const element of ELEMENTS) {
      const prerendered = await timed(() => prerender(element, {data: summit}));
      result.prerender = Math.max(result.prerender, prerendered);
      const live = await show(browser, server, element, text);
      result.live = Math.max(result.live, live.task);
      result.longest = Math.max(result.longest, live.longest);
      result.nodes = Math.max(result.nodes, live.nodes);
    }
    results.push(result);
    tell(`${name}: ${(text.length / 1000).toFixed(0)} kB, validate ${validate.toFixed(0)} ms, prerender ${result.prerender.toFixed(0)} ms, live ${result.live.toFixed(0)} ms, longest task ${result.longest.toFixed(0)} ms, ${result.nodes} nodes`);
  }
  return results;
}
