/** The first tap of a reader on a slow phone: how soon the statement opens, and what else the tap brings with it. */
import {setTimeout as sleep} from 'node:timers/promises';
import {openPage, PROFILES} from './browser.mjs';
import {articlePage} from './content.mjs';
import {settle} from './in-page.mjs';
import {countElements, readTap, waitUntilIdle, watchStatement} from './interact-page.mjs';
import {bar, interleave, median, summarize, valuesOf} from './statistics.mjs';
import {formatNumber, formatSpread} from './tables.mjs';
import {serveVariants} from './variants.mjs';

/** A phone that is held upright. */
const VIEWPORT = {width: 390, height: 844, deviceScaleFactor: 1, isMobile: true, hasTouch: true};
const PAGES = ['static-shadow', 'prerendered', 'live'];

/** The article with nothing but one statement of a few words: less than that no browser has to do. */
const BARE = {name: 'bare', path: '/interact/bare.html'};
const BARE_BOX =
  '<summit-goal-comparison><template shadowrootmode="open"><details class="say"><summary>One statement</summary>' +
  '<p>Its text</p></details><footer></footer></template></summit-goal-comparison>';

/** What has happened on an idle page before the tap. */
const WAYS = {
  first: 'nobody has touched the page',
  again: 'the box was touched before, and all that this loads is there',
};

/** How long a finger stays down. */
const PRESS_MS = 80;
/** How long after the tap its tasks count. */
const AFTER_MS = 1000;

const MAX_ANSWER_MS = 100;

async function run(browser, server, {name, page: pageName, path, way}) {
  const tab = await openPage(browser, server.origin, {profile: PROFILES.phone, viewport: VIEWPORT});
  try {
    const {page, session} = tab;
    const touch = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', {type, touchPoints});
    await page.goto(server.origin + path, {waitUntil: []});
    await page.evaluate(settle);
    const place = await page.evaluate(watchStatement);
    await page.evaluate(waitUntilIdle);
    if (way === 'again') {
      // A touch that becomes no tap, as when a reader scrolls.
      await touch('touchStart', place);
      await touch('touchCancel');
      await page.evaluate(waitUntilIdle);
    }
    const elements = await page.evaluate(countElements);
    const expected = pageName === 'live' || (pageName === 'prerendered' && way === 'again') ? 3 : 0;
    if (elements !== expected)
      throw new Error(`${name}: ${elements} boxes are elements before the tap, not ${expected}.`);

    server.takeRequests();
    // The reader's finger doesn't wait for the page.
    const pressed = touch('touchStart', place);
    await sleep(PRESS_MS);
    await Promise.all([pressed, touch('touchEnd')]);
    // Nothing of ours may run in the page while its tasks count.
    await sleep(AFTER_MS);
    await page.evaluate(waitUntilIdle);
    const requested = server.takeRequests();
    const {isOpen, ...measured} = await page.evaluate(readTap, AFTER_MS);
    tab.check(name);
    if (!isOpen) throw new Error(`${name}: the statement isn’t open in the first frame after the tap.`);
    return {...measured, bytes: server.sizeOf(requested).brotli, requests: requested.length};
  } finally {
    await tab.close();
  }
}

/** @returns What results.json has of it. */
export async function interact({browser, server, rounds, tell}) {
  server.put(BARE.path, articlePage([BARE_BOX]));
  const pages = [BARE, ...(await serveVariants(server, PAGES))];
  const variants = Object.keys(WAYS).flatMap((way) =>
    pages.map(({name, path}) => ({name: `${name}, ${way}`, page: name, path, way})),
  );
  const samples = await interleave(variants, {
    rounds,
    tell: (round) => tell(`interact: round ${round + 1} of ${rounds}`),
    run: (variant) => run(browser, server, variant),
  });
  const answer = (name) => median(valuesOf(samples[name], 'answered'));
  const shifts = Object.values(samples).flatMap((runs) => valuesOf(runs, 'shift'));
  return {
    samples,
    bars: [
      bar('first interaction on the phone, module there, ms', answer('prerendered, again'), MAX_ANSWER_MS),
      bar('first interaction on the phone, nothing loaded, ms', answer('prerendered, first'), MAX_ANSWER_MS),
      bar('largest layout shift after a tap', Math.max(...shifts), 0),
    ],
  };
}

/** @returns {{title: string, rows: string[][]}[]} */
export function interactTables({samples}) {
  return Object.entries(WAYS).map(([way, what]) => ({
    title: `The first tap on a statement: ${what}; ${samples[`live, ${way}`].length} rounds`,
    rows: [
      [
        'page',
        'open after, ms',
        'actions there after, ms',
        'longest task, ms',
        'requests',
        'bytes, Brotli',
        'most layout shift',
      ],
      ...[BARE.name, ...PAGES].map((page) => {
        const runs = samples[`${page}, ${way}`];
        const spread = (measure) => formatSpread(summarize(valuesOf(runs, measure)));
        return [
          page,
          spread('answered'),
          runs[0].actions === undefined ? '–' : spread('actions'),
          spread('longest'),
          formatNumber(median(valuesOf(runs, 'requests'))),
          formatNumber(median(valuesOf(runs, 'bytes'))),
          formatNumber(Math.max(...valuesOf(runs, 'shift'))),
        ];
      }),
    ],
  }));
}
