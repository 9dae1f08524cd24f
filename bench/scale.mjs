/** Many live elements on one page, against as many by hand. */
import {visit} from './browser.mjs';
import {barePage, BOXES, readBoxes} from './content.mjs';
import {bar, interleave, median, ratio, summarize, valuesOf} from './statistics.mjs';
import {formatNumber, formatRatio, formatSpread} from './tables.mjs';
import {buildFor, LIVE_SCRIPT, script, serveEmbed} from './variants.mjs';

const VIEWPORT = {width: 800, height: 1000, deviceScaleFactor: 1};
const COUNTS = [1, 10, 100, 1000];

/** What stands on a page: fact boxes alone, or the three in turn. */
const KINDS = {
  'fact-box': (i) => `summit-fact-box data-number="${i}"`,
  mixed: (i) => `summit-${BOXES[i % BOXES.length]} data-number="${i}"`,
};
const closeTag = (open) => `<${open}></${open.split(' ')[0]}>`;

const SCRIPTS = {hand: '/peers/hand.js', 'hand-template': '/peers/template.js', live: LIVE_SCRIPT};

/** @returns What results.json has of it. */
export async function scale({browser, server, rounds, quick, tell}) {
  const boxes = await readBoxes();
  serveEmbed(server);
  for (const peer of ['hand', 'template']) server.put(`/peers/${peer}.js`, await buildFor(peer, boxes));

  const counts = COUNTS.filter((count) => count < 1000 || !quick);
  const cases = Object.keys(KINDS).flatMap((kind) => counts.map((count) => ({kind, count})));
  const samples = {};
  for (const {kind, count} of cases) {
    const variants = Object.entries(SCRIPTS)
      // What nothing can beat is of interest at the end of the scale.
      .filter(([name]) => name !== 'hand-template' || (count >= 100 && kind === 'fact-box'))
      .map(([name, address]) => {
        const path = `/scale/${name}-${kind}-${count}.html`;
        server.put(
          path,
          barePage(
            Array.from({length: count}, (_, i) => closeTag(KINDS[kind](i))),
            script(address),
          ),
        );
        return {name, path};
      });
    const caseName = `${count} × ${kind}`;
    samples[caseName] = await interleave(variants, {
      rounds: count === 1000 ? Math.max(2, Math.ceil(rounds / 2)) : rounds,
      seed: count,
      tell: (round) => tell(`scale, ${caseName}: round ${round + 1}`),
      run: async ({name, path}) => {
        const sample = await visit(browser, server, path, {
          name: `${name}, ${caseName}`,
          viewport: VIEWPORT,
          read: false,
        });
        delete sample.requested;
        delete sample.moved;
        return sample;
      },
    });
  }

  const bars = cases
    .filter(({count}) => count === Math.max(...counts))
    .flatMap(({kind, count}) => {
      const {live, hand} = samples[`${count} × ${kind}`];
      const times = (measure) => ratio(valuesOf(live, measure), valuesOf(hand, measure));
      return [
        bar(`page CPU of ${count} × ${kind}, live : hand`, times('task'), 1.05),
        bar(`heap of ${count} × ${kind}, live : hand`, times('heap'), 1.15),
      ];
    });
  return {samples, bars};
}

/** @returns {{title: string, rows: string[][]}[]} */
export function scaleTables({samples}) {
  const rows = Object.entries(samples).flatMap(([caseName, of]) =>
    Object.entries(of).map(([name, runs]) => {
      const against = (measure) => formatRatio(ratio(valuesOf(runs, measure), valuesOf(of.hand, measure)));
      return [
        `${caseName}, ${name}`,
        formatSpread(summarize(valuesOf(runs, 'task'))),
        against('task'),
        formatSpread(summarize(valuesOf(runs, 'drawn'))),
        against('drawn'),
        formatSpread(summarize(valuesOf(runs, 'heap').map((bytes) => bytes / 1000))),
        against('heap'),
        formatNumber(median(valuesOf(runs, 'jsHeap')) / 1000),
        formatNumber(median(valuesOf(runs, 'nodes'))),
      ];
    }),
  );
  return [
    {
      title: 'Many boxes on one page',
      rows: [
        [
          'boxes',
          'page CPU, ms',
          ': hand',
          'drawn after, ms',
          ': hand',
          'heap, kB',
          ': hand',
          'of it script, kB',
          'DOM nodes',
        ],
        ...rows,
      ],
    },
  ];
}
