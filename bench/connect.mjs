/** Elements that come and go: what they cost, and what they leave behind. And how often one address is asked for. */
import {difference, openPage, readMemory, readMetrics, visit} from './browser.mjs';
import {barePage, readBoxes} from './content.mjs';
import {makeList} from './list-data.mjs';
import {bar, interleave, median, summarize, valuesOf} from './statistics.mjs';
import {formatNumber, formatSpread} from './tables.mjs';
import {buildFor, LIVE_SCRIPT, script, serveEmbed} from './variants.mjs';

const VIEWPORT = {width: 800, height: 1000, deviceScaleFactor: 1};
/** How often, in a whole run and in a quick one. */
const TIMES = 2000;
const QUICK_TIMES = 500;
const BATCH = 100;
const SHARING = 100;

const SCRIPTS = {static: '/connect/static-box.js', hand: '/peers/hand.js', live: LIVE_SCRIPT};

/** What comes and goes. */
const WAYS = {
  new: (times) => `${times} elements, each new, in batches of ${BATCH}`,
  same: (times) => `one element, ${times} times`,
};

/** In a page: lets elements come, be drawn, and go. */
export async function comeAndGo({way, times, batch, kind}) {
  const make = () => (kind === 'static' ? window.makeStatic() : document.createElement('summit-fact-box'));
  const {body} = document;
  const once = way === 'same' ? make() : undefined;
  for (let i = 0; i < times; i += batch) {
    if (once) {
      for (let j = 0; j < batch; j += 1) {
        body.append(once);
        once.remove();
      }
      body.append(once);
      await window.bench.nextFrame();
      once.remove();
    } else {
      const elements = Array.from({length: batch}, make);
      body.append(...elements);
      await window.bench.nextFrame();
      if (!elements.at(-1).shadowRoot.querySelector('footer')) throw new Error('Nothing came.');
      for (const element of elements) element.remove();
    }
    await window.bench.nextFrame();
  }
}

async function run(browser, server, {kind, way}, times) {
  const tab = await openPage(browser, server.origin, {viewport: VIEWPORT});
  try {
    const {page, session} = tab;
    await page.goto(`${server.origin}/connect/${kind}.html`, {waitUntil: 'load'});
    const go = (count) => page.evaluate(comeAndGo, {way, times: count, batch: BATCH, kind});
    // Until then code is compiled and tables grow.
    await go(3 * BATCH);
    const memory = await readMemory(session);
    const work = await readMetrics(session);
    server.takeRequests();
    await go(times);
    const {task} = difference(await readMetrics(session), work);
    const requests = server.takeRequests().length;
    const left = difference(await readMemory(session), memory);
    tab.check(`connect, ${kind}, ${way}`);
    return {task, requests, ...left};
  } finally {
    await tab.close();
  }
}

/** @returns What results.json has of it. */
export async function connect({browser, server, rounds, quick, tell}) {
  const times = quick ? QUICK_TIMES : TIMES;
  const boxes = await readBoxes();
  serveEmbed(server);
  server.put('/peers/hand.js', await buildFor('hand', boxes));
  server.put('/connect/static-box.js', await buildFor('static-box', boxes));
  for (const [kind, address] of Object.entries(SCRIPTS))
    server.put(`/connect/${kind}.html`, barePage([], script(address)));

  const variants = Object.keys(WAYS).flatMap((way) =>
    Object.keys(SCRIPTS).map((kind) => ({name: `${kind}, ${way}`, kind, way})),
  );
  const samples = await interleave(variants, {
    rounds,
    tell: (round) => tell(`connect: round ${round + 1} of ${rounds}`),
    run: (variant) => run(browser, server, variant, times),
  });

  server.put('/connect/shared.json', JSON.stringify(makeList(4)));
  const tag = '<summit-fact-box src="/connect/shared.json"></summit-fact-box>';
  server.put('/connect/shared.html', barePage(Array(SHARING).fill(tag), script(LIVE_SCRIPT)));
  const {requested} = await visit(browser, server, '/connect/shared.html', {viewport: VIEWPORT, read: false});
  const asked = requested.filter((path) => path === '/connect/shared.json').length;

  const most = (way, measure) => Math.max(...valuesOf(samples[`live, ${way}`], measure));
  const heaps = (way) =>
    median(valuesOf(samples[`live, ${way}`], 'heap')) - median(valuesOf(samples[`static, ${way}`], 'heap'));
  return {
    samples,
    times,
    asked,
    bars: [
      ...Object.keys(WAYS).flatMap((way) => [
        bar(`nodes left behind, ${WAYS[way](times)}`, Math.max(0, most(way, 'nodes')), 0),
        bar(`listeners left behind, ${WAYS[way](times)}`, Math.max(0, most(way, 'listeners')), 0),
        bar(`requests, ${WAYS[way](times)}`, most(way, 'requests'), 0),
        // What the engine keeps of its own moves by as much; a single box with its content takes more.
        bar(`heap growth beyond that of static HTML, kB, ${WAYS[way](times)}`, Math.max(0, heaps(way) / 1000), 250),
      ]),
      bar(`requests of ${SHARING} elements with one address`, asked, 1),
    ],
  };
}

/** @returns {{title: string, rows: string[][]}[]} */
export function connectTables({samples, times}) {
  return [
    ...Object.entries(WAYS).map(([way, title]) => ({
      title: `Coming and going: ${title(times)}`,
      rows: [
        ['', 'page CPU of one, µs', 'nodes left', 'listeners left', 'requests', 'heap growth, kB'],
        ...Object.keys(SCRIPTS).map((kind) => {
          const runs = samples[`${kind}, ${way}`];
          return [
            kind,
            formatSpread(summarize(valuesOf(runs, 'task').map((ms) => (ms * 1000) / times))),
            ...['nodes', 'listeners', 'requests'].map((measure) => formatNumber(Math.max(...valuesOf(runs, measure)))),
            formatSpread(summarize(valuesOf(runs, 'heap').map((bytes) => bytes / 1000))),
          ];
        }),
      ],
    })),
  ];
}
