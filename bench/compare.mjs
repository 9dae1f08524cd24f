/** One page with the three boxes, made in every way: what it weighs, what it costs, when it is there. */
import {shownOnly} from '../tools/build/pack-summit.mjs';
import {alaska2025} from '../dist/data/summits/alaska-2025.js';
import {PROFILES, visit, visitLate} from './browser.mjs';
import {checkSame} from './check-same.mjs';
import {launchFirefox, visitInFirefox} from './firefox.mjs';
import {bar, interleave, median, ratio, summarize, valuesOf} from './statistics.mjs';
import {formatNumber, formatRatio, formatSpread} from './tables.mjs';
import {serveVariants, TAKE_OVER} from './variants.mjs';
import {weighScripts} from './weigh-scripts.mjs';

/** @returns What results.json has of it. */
export async function compare({browser, server, rounds, tell}) {
  tell('compare: building the peers, and looking whether all show the same');
  const variants = await serveVariants(server);

  const shown = {};
  const weights = {};
  for (const {name, path} of variants) {
    const {shown: found, requested} = await visit(browser, server, path, {name});
    shown[name] = found;
    weights[name] = {html: server.sizeOf([path]), rest: server.sizeOf(requested), requests: requested.length};
  }
  checkSame(variants, shown, shownOnly(alaska2025).claims);

  const samples = {};
  for (const [profile, count] of [
    ['desktop', rounds],
    ['phone', Math.max(2, Math.round(rounds / 3))],
  ]) {
    samples[profile] = await interleave([...variants, TAKE_OVER], {
      rounds: count,
      seed: profile.length,
      tell: (round) => tell(`compare, ${profile}: round ${round + 1} of ${count}`),
      run: async (variant) => {
        const {name, path, late} = variant;
        if (late) return visitLate(browser, server, variant, {profile: PROFILES[profile]});
        const sample = await visit(browser, server, path, {name, profile: PROFILES[profile]});
        delete sample.shown;
        delete sample.requested;
        return sample;
      },
    });
  }
  const takeOver = {};
  for (const [profile, of] of Object.entries(samples)) {
    takeOver[profile] = of[TAKE_OVER.name];
    delete of[TAKE_OVER.name];
  }
  const firefox = await runFirefox(variants, {server, rounds: Math.max(1, Math.round(rounds / 2)), tell});
  const bars = barsOf(samples, takeOver);
  return {
    variants: variants.map(({name, what}) => ({name, what})),
    weights,
    scripts: weighScripts(),
    samples,
    takeOver,
    firefox,
    bars,
  };
}

/** By the clock alone: it is all that Firefox tells. */
async function runFirefox(variants, {server, rounds, tell}) {
  const {browser, missing} = await launchFirefox();
  if (!browser) return {missing};
  try {
    const version = await browser.version();
    const shown = {};
    for (const {name, path} of variants)
      shown[name] = (await visitInFirefox(browser, server, path, {name, read: true})).shown;
    checkSame(variants, shown, shownOnly(alaska2025).claims);
    const samples = await interleave(variants, {
      rounds,
      seed: 3,
      tell: (round) => tell(`compare, Firefox: round ${round + 1} of ${rounds}`),
      run: async ({name, path}) => ({drawn: (await visitInFirefox(browser, server, path, {name})).drawn}),
    });
    return {version, samples};
  } finally {
    await browser.close();
  }
}

function barsOf({desktop, phone}, takeOver) {
  const times = (name, base, measure, samples = desktop) =>
    ratio(valuesOf(samples[name], measure), valuesOf(samples[base], measure));
  const shifts = [...takeOver.desktop, ...takeOver.phone].map(({shift}) => shift);
  return [
    bar('page CPU, live : hand', times('live', 'hand', 'task'), 1.1),
    bar('page CPU, live : static-shadow', times('live', 'static-shadow', 'task'), 1.3),
    bar('page CPU on the phone, live : hand', times('live', 'hand', 'task', phone), 1.1),
    bar('page CPU on the phone, live : static-shadow', times('live', 'static-shadow', 'task', phone), 1.3),
    bar('largest layout shift of all take-overs', Math.max(...shifts), 0),
    bar('page CPU, prerendered : static-shadow', times('prerendered', 'static-shadow', 'task'), 1.05),
    bar(
      'page CPU on the phone, prerendered : static-shadow',
      times('prerendered', 'static-shadow', 'task', phone),
      1.05,
    ),
    bar('drawn, prerendered : static-shadow', times('prerendered', 'static-shadow', 'drawn'), 1.1),
    bar('drawn on the phone, prerendered : static-shadow', times('prerendered', 'static-shadow', 'drawn', phone), 1.1),
  ];
}

/** The table that leads the page, with the lightest page first. Ratios are to static HTML in a shadow root. */
export function leadRows({weights, scripts, samples: {desktop, phone}}) {
  const base = 'static-shadow';
  const bytesOf = ({html, rest}) => html.brotli + rest.brotli;
  const times = (samples, name, measure) =>
    formatRatio(ratio(valuesOf(samples[name], measure), valuesOf(samples[base], measure)));
  const pages = Object.entries(weights)
    .sort(([, a], [, b]) => bytesOf(a) - bytesOf(b))
    .map(([name, weight]) => [
      name,
      bytesOf(weight).toLocaleString('en-US'),
      formatRatio(bytesOf(weight) / bytesOf(weights[base])),
      weight.requests + 1,
      times(desktop, name, 'task'),
      times(phone, name, 'task'),
      formatNumber(Math.max(...valuesOf(desktop[name], 'shift'), ...valuesOf(phone[name], 'shift'))),
      times(desktop, name, 'heap'),
    ]);
  const others = Object.entries(scripts).map(([name, {brotli, requests}]) => [
    `${name}, script and styles only`,
    brotli.toLocaleString('en-US'),
    formatRatio(brotli / bytesOf(weights[base])),
    requests,
    ...Array.from({length: 4}, () => '–'),
  ]);
  return [
    ['page', 'bytes, Brotli', 'ratio', 'requests', 'page CPU', 'on the phone', 'layout shift', 'heap'],
    ...pages,
    ...others,
  ];
}

/** @returns {{title: string, rows: string[][]}[]} */
export function compareTables({weights, samples, takeOver, firefox}) {
  const weightRows = Object.entries(weights).map(([name, {html, rest, requests}]) =>
    [name, html.brotli, html.raw, rest.brotli, rest.raw, html.brotli + rest.brotli, requests].map((cell) =>
      typeof cell === 'number' ? cell.toLocaleString('en-US') : cell,
    ),
  );
  return [
    {
      title: 'What a page weighs, in bytes',
      rows: [
        [
          'variant',
          'HTML, brotli',
          'HTML, raw',
          'rest, brotli',
          'rest, raw',
          'all, brotli',
          'requests beyond the HTML',
        ],
        ...weightRows,
      ],
    },
    ...Object.entries(samples).map(([profile, of]) => workTable(profile, of)),
    {
      title: 'The script comes to a prerendered page that is idle',
      rows: [
        ['', 'page CPU, ms', 'most layout shift', 'runs'],
        ...Object.entries(takeOver).map(([profile, runs]) => [
          profile,
          formatSpread(summarize(valuesOf(runs, 'task'))),
          formatNumber(Math.max(...valuesOf(runs, 'shift'))),
          runs.length,
        ]),
      ],
    },
    {
      title: 'What a page holds once it is idle',
      rows: [
        ['variant', 'heap, kB', 'of it script, kB', ': hand', 'DOM nodes', 'listeners'],
        ...Object.entries(samples.desktop).map(([name, runs]) => [
          name,
          formatSpread(summarize(valuesOf(runs, 'heap').map((bytes) => bytes / 1000))),
          formatNumber(median(valuesOf(runs, 'jsHeap')) / 1000),
          formatRatio(ratio(valuesOf(runs, 'heap'), valuesOf(samples.desktop.hand, 'heap'))),
          formatNumber(median(valuesOf(runs, 'nodes'))),
          formatNumber(median(valuesOf(runs, 'listeners'))),
        ]),
      ],
    },
    firefoxTable(firefox),
  ];
}

function firefoxTable({missing, version, samples = {}}) {
  const drawn = (name) => valuesOf(samples[name], 'drawn');
  return {
    title: missing ? `Firefox: not measured. ${missing}` : `In ${version}, by the clock`,
    rows: [
      ['variant', 'drawn after, ms', ': hand', ': static-shadow'],
      ...Object.keys(samples).map((name) => [
        name,
        formatSpread(summarize(drawn(name))),
        formatRatio(ratio(drawn(name), drawn('hand'))),
        formatRatio(ratio(drawn(name), drawn('static-shadow'))),
      ]),
    ],
  };
}

const PROFILE_TITLES = {
  desktop: 'On this machine, as fast as it is',
  phone: 'A fourth of its speed, 1.6 Mbit/s, 150 ms of delay',
};

function workTable(profile, samples) {
  const rows = Object.entries(samples).map(([name, runs]) => {
    const middle = (measure) => formatNumber(median(valuesOf(runs, measure)));
    const against = (base, measure) => formatRatio(ratio(valuesOf(runs, measure), valuesOf(samples[base], measure)));
    return [
      name,
      formatSpread(summarize(valuesOf(runs, 'task'))),
      `${formatNumber(Math.min(...valuesOf(runs, 'task')))}–${formatNumber(Math.max(...valuesOf(runs, 'task')))}`,
      against('hand', 'task'),
      against('static-shadow', 'task'),
      middle('style'),
      middle('layout'),
      formatNumber(median(runs.map(({task, style, layout}) => task - style - layout))),
      formatSpread(summarize(valuesOf(runs, 'drawn'))),
      against('static-shadow', 'drawn'),
      formatNumber(Math.max(...valuesOf(runs, 'shift'))),
    ];
  });
  return {
    title: `${PROFILE_TITLES[profile]}; ${samples.live.length} rounds`,
    rows: [
      [
        'variant',
        'page CPU, ms',
        'min–max',
        ': hand',
        ': static-shadow',
        'of it style',
        'layout',
        'script and all else',
        'drawn after, ms',
        ': static-shadow',
        'most layout shift',
      ],
      ...rows,
    ],
  };
}
