// @ts-check
/**
 * The three elements in every state a reader may meet, on one page: for tests that look at all there is to see.
 *
 *   const page = await openStates(pages, {states: ['edited', 'failed']});
 *
 * Hosts have ids such as `fact-box-edited`; all details are open unless `opened` is false. A state costs as much as most
 * tests: a page has those that its test looks at.
 */
import {readFileSync} from 'node:fs';
import {alaska2025} from '../../dist/data/summits/alaska-2025.js';
import {watchPage} from './page-server.mjs';
import {ELEMENTS} from './prerendered.mjs';

/**
 * @typedef {import('../../src/data/summit.js').Summit} Summit
 * @typedef {import('../../src/components/element-names.js').ElementName} ElementName
 * @typedef {import('./page-server.mjs').PageOptions} PageOptions
 * @typedef {import('./page-server.mjs').VisitOptions} VisitOptions
 *
 * @typedef {object} Host What an element is written as.
 * @property {Record<string, string>} [attributes]
 * @property {string} [fallback]
 * @property {string} [note]
 *
 * @typedef {object} State
 * @property {unknown} [data] What it is given once it is there.
 * @property {unknown} [then] What it is given after that.
 * @property {number} [events] How many follow on that.
 *
 * @typedef {'bundled' | 'edited' | 'climate' | 'kept' | 'failed' | 'bare'} StateName
 */

export const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';

/** The page's own; a strict policy would refuse it, and has its own tests. */
const SHEET = 'body{margin:0;font-family:"DejaVu Sans",sans-serif}';

/** Five sides, corrections and withdrawals; of its sixty places a dozen are enough. */
const climate = shorten(JSON.parse(readFileSync('templates/climate-talks.json', 'utf8')), 12);

/**
 * @param {Summit} summit
 * @param {number} count
 */
function shorten(summit, count) {
  const regions = (summit.regions ?? []).slice(0, count);
  const kept = (/** @type {readonly string[] | undefined} */ ids) =>
    ids?.filter((id) => regions.some((region) => region.id === id));
  const positions = summit.positions.map((position) => ({...position, regions: kept(position.regions)}));
  return {...summit, regions, positions: positions.filter(({regions}) => regions?.length !== 0), hash: undefined};
}

/** The bundled summit after two weeks of news: corrected, brought up to date, partly taken back, disputed, dated. */
export const edited = {
  ...alaska2025,
  id: 'edited-talks',
  revision: 4,
  translations: undefined,
  hash: undefined,
  when: {start: '2031-05-12'},
  asOf: {date: '2031-05-02'},
  claims: alaska2025.claims.map((claim) =>
    claim.id === 'trump-critical' ? {...claim, disputedBy: ['putin', 'trump'], asOf: '2031-04'} : claim,
  ),
  changes: [
    {kind: 'correction', date: '2031-05-04', text: 'It said three regions.', targets: ['putin-demands']},
    {kind: 'update', date: '2031-05-05', text: 'The meeting has a place now.', targets: ['meeting-scheduled']},
    // All that some labels rest on: they are struck through.
    {
      kind: 'withdrawal',
      date: '2031-05-06',
      text: 'The source took it back.',
      targets: ['ukraine-rejects', 'zelensky-leads'],
    },
    {
      kind: 'withdrawal',
      date: '2031-05-06',
      text: 'The source took this back, too.',
      targets: ['impl-europe', 'clash'],
    },
  ],
};

/** @type {Record<StateName, Host & State>} */
const STATES = {
  bundled: {},
  edited: {data: edited, attributes: {'policy-url': '/policy', 'feedback-url': '/feedback'}, note: 'A remark of ours.'},
  climate: {data: climate},
  // Its notice is what is new here.
  kept: {attributes: {facts: 'who', topics: 'territory'}, data: edited, then: {}, events: 2},
  failed: {attributes: {summit: 'unknown'}, fallback: 'The short version.'},
  bare: {attributes: {summit: 'unknown'}},
};

/**
 * One element as HTML, with an id; slotted text comes in it.
 *
 * @param {ElementName} element
 * @param {string} id
 * @param {Host} [host]
 */
export function hostOf(element, id, {attributes = {}, fallback, note} = {}) {
  const written = Object.entries({id, ...attributes}).map(([name, value]) => ` ${name}="${value}"`);
  const inside = [fallback && `<p>${fallback} <a href="/short">Read on</a></p>`, note && `<p slot="note">${note}</p>`];
  return `<summit-${element}${written.join('')}>${inside.filter(Boolean).join('')}</summit-${element}>`;
}

/** In a page: `flat` walks what is on screen, through shadow roots and slots. */
export function watchFlat() {
  /** @param {string} id */
  const elementOf = (id) => /** @type {Element} */ (document.getElementById(id));
  window.flat = {
    parentOf: (node) =>
      (node instanceof Element || node instanceof Text ? node.assignedSlot : null) ??
      node.parentElement ??
      (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null),
    childrenOf: (node) =>
      node instanceof HTMLSlotElement
        ? node.assignedNodes()
        : ((node instanceof Element && node.shadowRoot) || node).childNodes,
    /** Everything in an element that a selector finds, in its own shadow root. */
    inside: (id, selector) => [.../** @type {ShadowRoot} */ (elementOf(id).shadowRoot).querySelectorAll(selector)],
    /** Opens all details, and waits for what a reader can do with the statements in them. */
    async openAll(id) {
      for (const details of window.flat.inside(id, 'details')) /** @type {HTMLDetailsElement} */ (details).open = true;
      const claims = () => window.flat.inside(id, '[open] li[data-id]');
      await window.watch.until(() => claims().every((claim) => claim.querySelector('button')), `actions in ${id}`);
    },
  };
}

/**
 * @param {Awaited<ReturnType<typeof import('./page-server.mjs').startPages>>} pages
 * @param {PageOptions & VisitOptions & {
 *   elements?: readonly ElementName[],
 *   states?: StateName[],
 *   without?: string[],
 *   sheet?: string,
 *   opened?: boolean,
 *   more?: string,
 * }} [options] Those of `pages.open` as well. `without` are ids of hosts that the page does without, `sheet` are rules of
 *   the page; `opened` is whether all details are, `more` what else stands on the page.
 */
export async function openStates(
  pages,
  {
    elements = ELEMENTS,
    states = /** @type {StateName[]} */ (Object.keys(STATES)),
    without = [],
    sheet = '',
    opened = true,
    more = '',
    ...options
  } = {},
) {
  const hosts = elements
    .flatMap((element) => states.map((state) => ({id: `${element}-${state}`, element, ...STATES[state]})))
    .filter(({id}) => !without.includes(id));
  const html =
    `<style>${SHEET}${sheet}</style><meta name="viewport" content="width=device-width"><body><main><h2>News</h2>` +
    `<button id="before">Before</button>${hosts.map((host) => hostOf(host.element, host.id, host)).join('')}${more}` +
    `<button id="after">After</button></main>${SCRIPT}`;
  const {page} = await pages.open(html, {
    strict: false,
    ...options,
    prepare: [watchPage, watchFlat, ...(options.prepare ?? [])],
  });
  await page.evaluate(
    async (hosts, opened) => {
      const {watch} = window;
      await customElements.whenDefined('summit-fact-box');
      /** @type {Record<string, number>} */
      const earlier = {};
      const give = (/** @type {string} */ id, /** @type {unknown} */ data) =>
        Reflect.set(/** @type {Element} */ (document.getElementById(id)), 'data', data);
      for (const {id, data} of hosts) {
        earlier[id] = watch.eventsOf(id).length;
        if (data) give(id, data);
      }
      for (const {id, data, then, events = 1} of hosts) {
        // What a box showed before its data came counts apart.
        const start = earlier[id] ?? 0;
        const next = (/** @type {number} */ count) =>
          watch.until(() => watch.eventsOf(id).length >= start + count, `${count} events of ${id}`);
        await next(data || start === 0 ? 1 : 0);
        if (!then) continue;
        give(id, then);
        await next(events);
      }
      if (opened) await Promise.all(hosts.map(({id}) => window.flat.openAll(id)));
    },
    hosts,
    opened,
  );
  return page;
}
