// @ts-check
/**
 * In a page with canary.js and the script of the boxes: shows boxes, and tells what of them is not as it should be. It is a
 * module of the page, and uses nothing but what all browsers have.
 */
import {even, fillMarkers, fillRound, seen, shownIn, write} from './fields.mjs';

/**
 * @typedef {import('../../src/element/summit-element.js').SummitElement} SummitElement
 * @typedef {import('../../src/data/summit.js').Summit} Summit
 * @typedef {import('./fields.mjs').SortedSummit} SortedSummit
 *
 * @typedef {Element | DocumentFragment} Root
 */

/** @param {Element} element */
export const rootOf = (element) => /** @type {ShadowRoot} */ (element.shadowRoot);

/**
 * Names of all elements in a tree and of their attributes, in order; what readers open and shut is left out.
 *
 * @param {Root} root
 */
export function skeletonOf(root) {
  return [...root.querySelectorAll('*')].map((element) => {
    const {namespaceURI, localName} = element;
    const names = element
      .getAttributeNames()
      .filter((name) => name !== 'open')
      .sort();
    return [namespaceURI?.slice(-4), localName, ...names].join(' ');
  });
}

/**
 * What stands in a box, open or not.
 *
 * @param {Root} root
 */
export function wordsOf(root) {
  return even((root.querySelector('[part~=box]') ?? root).textContent ?? '');
}

/**
 * What a reader finds in a box with everything open, blanks run together. It has to be laid out for that, which takes time.
 *
 * @param {Root} root
 */
export function textOf(root) {
  for (const details of root.querySelectorAll('details')) details.open = true;
  const box = /** @type {HTMLElement} */ (root.querySelector('[part~=box]') ?? root);
  // Not every browser counts what is written in a drawing.
  const drawn = [...box.querySelectorAll('svg text, svg title')].map(({textContent}) => textContent);
  return seen([box.innerText ?? box.textContent, ...drawn].join('\n'));
}

/**
 * What must never be found in a box.
 *
 * @param {Root} root
 */
export function dangersIn(root) {
  const found = [];
  for (const element of root.querySelectorAll('*')) {
    for (const name of element.getAttributeNames())
      if (/^on|^style$|^srcdoc$/.test(name)) found.push(`${element.localName} ${name}`);
    if (/^(?:script|iframe|img|object|embed|form|input|link|meta|base)$/.test(element.localName))
      found.push(element.localName);
  }
  for (const {protocol, href} of root.querySelectorAll('a')) {
    // What can't be read at all leads nowhere.
    if (!/^https?:$/.test(protocol) && URL.canParse(href)) found.push(`a link to ${href}`);
  }
  return found;
}

/** Attributes that one box alone has. */
const LISTS = {
  'summit-goal-comparison': ['actors', 'topics'],
  'summit-region-list': ['no-map'],
  'summit-fact-box': ['facts'],
};

/** One round in so many is laid out. */
const LAID_OUT = 5;

const ends = ['summit-load', 'summit-error'];

const PATIENCE_MS = 60_000;

/**
 * What `look` finds, once it finds something.
 *
 * @template T
 * @param {() => T} look
 * @returns {Promise<Exclude<T, false | '' | null | undefined>>}
 */
export async function settled(look) {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found) return /** @type {Exclude<T, false | '' | null | undefined>} */ (found);
    if (performance.now() > end) throw new Error(`waited in vain: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/**
 * Puts a box on the page, lets `set` give it what it is to show, and waits for what comes of it.
 *
 * @param {string} tag
 * @param {(element: SummitElement) => void} set
 */
export async function show(tag, set) {
  const element = /** @type {SummitElement} */ (document.createElement(tag));
  /** @type {Promise<AnySummitEvent>} */
  const ended = new Promise((resolve, reject) => {
    for (const type of ends)
      element.addEventListener(type, /** @type {(event: unknown) => void} */ (resolve), {once: true});
    setTimeout(() => reject(new Error(`${tag}: nothing in a minute`)), PATIENCE_MS);
  });
  set(element);
  document.body.append(element);
  const {type, message} = await ended;
  await element.updateComplete;
  return {element, type, message};
}

/** @type {string | undefined} */
let before;

/** What was caught, and what of the page is not as it was. */
export function trouble() {
  before ??= JSON.stringify(window.surroundings());
  const now = JSON.stringify(window.surroundings());
  const found = window.caught.splice(0);
  if (now !== before) found.push(`${before} became ${now}`);
  return found;
}

/**
 * @param {string[]} skeleton
 * @param {string[]} expected
 */
function difference(skeleton, expected) {
  const at = skeleton.findIndex((entry, i) => entry !== expected[i]);
  return at < 0 && skeleton.length === expected.length
    ? []
    : [`built otherwise, at ${at}: ${skeleton[at]}, not ${expected[at]}`];
}

/**
 * Shows rounds of a summit in a box, and tells what came of the payloads beside a text.
 *
 * @param {string} tag
 * @param {SortedSummit} sorted
 * @param {string[]} payloads
 * @param {number[]} rounds
 * @param {{src?: string}} [options] Where their files are; without it, the data are handed over.
 */
export async function tryRounds(tag, sorted, payloads, rounds, {src} = {}) {
  trouble();
  const errors = [];
  let checked = 0;
  /** @type {Set<string>} */
  const tried = new Set();
  /** @type {(data: Summit, round: number | string) => (element: SummitElement) => void} */
  const give = (data, round) => (element) => {
    if (src) element.src = `${src}${round}.json`;
    else element.data = data;
  };
  const harmless = await show(tag, give(fillMarkers(sorted), 'harmless'));
  const root = rootOf(harmless.element);
  const skeleton = skeletonOf(root);
  // Without and with the layout.
  const [quick, thorough] = [
    {read: wordsOf, plain: even, shown: shownIn(wordsOf(root), sorted)},
    {read: textOf, plain: seen, shown: shownIn(textOf(root), sorted)},
  ];
  harmless.element.remove();
  if (harmless.type !== 'summit-load') errors.push(`harmless: ${harmless.message}`);
  for (const [number, round] of rounds.entries()) {
    if (errors.length >= 10) break;
    const {data, at} = fillRound(sorted, payloads, round);
    const {element, type, message} = await show(tag, give(data, round));
    const shadowRoot = rootOf(element);
    const found = type === 'summit-load' ? difference(skeletonOf(shadowRoot), skeleton) : [String(message)];
    found.push(...dangersIn(shadowRoot));
    const {read, plain, shown} = number % LAID_OUT === 0 ? thorough : quick;
    const text = read(shadowRoot);
    for (const i of shown) {
      checked += 1;
      tried.add(at(i));
      if (!text.includes(plain(at(i)))) found.push(`${sorted.texts[i]?.field} does not say ${at(i)}`);
    }
    const hrefs = [...shadowRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    for (const {url, role} of data.sources)
      if (role === 'reporting' && url && !hrefs.includes(url)) found.push(`no link to ${url}`);
    element.remove();
    errors.push(...[...found, ...trouble()].map((error) => `${tag}, round ${round}: ${error}`));
  }
  const fields = new Set(thorough.shown.map((i) => sorted.texts[i]?.field));
  return {errors, checked, fields: [...fields], tried: [...tried]};
}

/**
 * Gives payloads to every attribute of a box: one to each, so that they don't get in each other's way.
 *
 * @param {keyof typeof LISTS} tag
 * @param {string[]} payloads
 * @param {number[]} rounds
 */
export async function tryAttributes(tag, payloads, rounds) {
  trouble();
  const errors = [];
  let checked = 0;
  const names = ['heading', 'policy-url', 'feedback-url', 'lang', 'scheme', 'refresh', 'heading-level', ...LISTS[tag]];
  /** @type {(values: string[]) => (element: Element) => void} */
  const set = (values) => (element) => names.forEach((name, i) => element.setAttribute(name, values[i] ?? ''));
  // Headings may have another level, and a link is there or not.
  const flat = (/** @type {Root} */ root) =>
    skeletonOf(root)
      .join()
      .replaceAll(/ h[1-6]\b/g, ' h');
  const expected = [];
  for (const policy of ['/x', 'x:y']) {
    for (const feedback of ['/x', 'x:y']) {
      const {element} = await show(
        tag,
        set(['heading', policy, feedback, ...names.slice(3).map((name) => `${name}-word`)]),
      );
      expected.push(flat(rootOf(element)));
      element.remove();
    }
  }
  for (const round of rounds) {
    if (errors.length >= 10) break;
    const values = names.map((_, i) => payloads[(i * 29 + round) % payloads.length] ?? '');
    const [heading = ''] = values;
    const {element, type, message} = await show(tag, set(values));
    checked += names.length;
    const shadowRoot = rootOf(element);
    const found = type === 'summit-load' ? [] : [String(message)];
    if (!expected.includes(flat(shadowRoot))) found.push(`built otherwise with ${JSON.stringify(values)}`);
    found.push(...dangersIn(shadowRoot));
    // An empty heading is none; a NUL has no shape.
    if (heading.trim() && !even(shadowRoot.querySelector('[part=heading]')?.textContent ?? '').includes(even(heading)))
      found.push(`the heading does not say ${heading}`);
    names.forEach((name, i) => {
      if (element.getAttribute(name) !== values[i]) found.push(`${name} became ${element.getAttribute(name)}`);
    });
    element.remove();
    errors.push(...[...found, ...trouble()].map((error) => `${tag}, round ${round}: ${error}`));
  }
  return {errors, checked};
}

/**
 * Names a summit, then a data file, by every payload. Nothing is asked for but by http(s), and what was there stays readable.
 *
 * @param {string} tag
 * @param {string[]} payloads
 */
export async function tryNames(tag, payloads) {
  trouble();
  const errors = [];
  /** @type {string[]} */
  const fetched = [];
  const {fetch} = window;
  window.fetch = (address) => {
    fetched.push(String(address));
    return Promise.reject(new TypeError('not here'));
  };
  try {
    for (const payload of payloads) {
      for (const name of ['summit', 'src']) {
        const {element, type} = await show(tag, (element) => {
          element.setAttribute(name, payload);
          element.setAttribute('refresh', payload);
          element.append(payload);
        });
        const found = type === 'summit-error' ? [] : ['it is known'];
        const shadowRoot = rootOf(element);
        found.push(...dangersIn(shadowRoot));
        if (element.childNodes.length !== 1) found.push('the fallback became something else');
        // The fallback is shown, as a text.
        if (
          payload.trim() &&
          !shadowRoot
            .querySelector('slot')
            ?.assignedNodes()
            .includes(/** @type {Text} */ (element.firstChild))
        )
          found.push('no fallback');
        element.remove();
        for (const address of fetched.splice(0)) {
          if (name === 'summit' || !/^https?:\/\/[^@/]*(?:\/|$)/.test(address)) found.push(`asked for ${address}`);
        }
        errors.push(...[...found, ...trouble()].map((error) => `${tag} ${name}=${JSON.stringify(payload)}: ${error}`));
        if (errors.length > 10) return {errors};
      }
    }
  } finally {
    window.fetch = fetch;
  }
  return {errors, checked: payloads.length * 2};
}

/**
 * Hands over data in which every text is one that no data may hold.
 *
 * @param {SortedSummit} sorted
 * @param {string[]} refused
 */
export async function tryRefused(sorted, refused) {
  trouble();
  const errors = [];
  for (const payload of refused) {
    const data = write(sorted.summit, sorted.texts, () => payload);
    const {element, type} = await show('summit-fact-box', (element) => (element.data = data));
    const found = [...dangersIn(rootOf(element)), ...trouble()];
    if (type !== 'summit-error') found.push('they are shown');
    element.remove();
    errors.push(...found.map((error) => `${JSON.stringify(payload)}: ${error}`));
  }
  return {errors, checked: refused.length};
}

/**
 * Copies every statement of a box, looks at its link, and has the data handed over.
 *
 * @param {SortedSummit} sorted
 * @param {string[]} payloads
 * @param {number[]} rounds
 */
export async function tryComforts(sorted, payloads, rounds) {
  trouble();
  const errors = [];
  let checked = 0;
  /** @type {{text?: string}} */
  const copied = {};
  /** @type {string[]} */
  const saved = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {writeText: async (/** @type {string} */ text) => void (copied.text = text)},
  });
  const {click} = HTMLElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    saved.push(this.download, this.protocol);
  };
  for (const round of rounds) {
    if (errors.length >= 10) break;
    /** @type {{data: Summit}} */
    const {data} = fillRound(sorted, payloads, round);
    const {element} = await show('summit-fact-box', (element) => (element.data = data));
    const shadowRoot = rootOf(element);
    textOf(shadowRoot);
    await settled(() => shadowRoot.querySelectorAll('.acts').length > 3);
    const found = dangersIn(shadowRoot);
    for (const acts of shadowRoot.querySelectorAll('li[data-id] .acts')) {
      const id = acts.parentElement?.dataset['id'];
      const claim = /** @type {Summit['claims'][number]} */ (data.claims.find((one) => one.id === id));
      const href = acts.querySelector('a')?.href;
      copied.text = undefined;
      acts.querySelector('button')?.click();
      await settled(() => copied.text !== undefined);
      const text = copied.text ?? '';
      checked += 1;
      if (!even(text).startsWith(even(claim.text))) found.push(`copied ${text}, not ${claim.text}`);
      for (const {source} of claim.refs) {
        const {title, url = ''} = /** @type {Summit['sources'][number]} */ (
          data.sources.find((one) => one.id === source)
        );
        if (!text.includes(title) || !text.includes(url)) found.push(`copied without ${title} – ${url}`);
      }
      if (href !== `${location.href.replace(/#.*/, '')}#summit-${data.id}-${id}`)
        found.push(`the link leads to ${href}`);
    }
    /** @type {HTMLElement | null} */ (shadowRoot.querySelector('footer .acts button'))?.click();
    const [name, protocol] = saved.splice(0);
    if (name !== `${data.id}@${data.revision}.json` || protocol !== 'blob:')
      found.push(`saved ${name} from ${protocol}`);
    element.remove();
    errors.push(...[...found, ...trouble()].map((error) => `round ${round}: ${error}`));
  }
  Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  if (HTMLElement.prototype.click !== click) errors.push('click');
  return {errors, checked};
}

/**
 * Visits the page with every payload where the address names a statement.
 *
 * @param {string[]} payloads
 */
export async function tryHashes(payloads) {
  trouble();
  const errors = [];
  const {href} = location;
  for (const payload of payloads) {
    history.replaceState(null, '', `#summit-alaska-2025-${payload}`);
    const {element} = await show('summit-fact-box', () => undefined);
    // Those it knows are marked by being focusable.
    if (rootOf(element).querySelector('[tabindex]')) errors.push(`${payload} names a statement`);
    element.remove();
    history.replaceState(null, '', href);
    errors.push(...trouble());
  }
  return {errors, checked: payloads.length};
}

/**
 * The layers of a box: the styles apart, whose work the script does by other means.
 *
 * @param {Element} box
 */
function layersOf(box) {
  return [...(box.shadowRoot ? [box.shadowRoot] : []), box].map((root) => ({
    root,
    skeleton: skeletonOf(root).filter((entry) => !/ style(?: nonce)?$/.test(entry)),
    text: root === box ? even(box.textContent ?? '') : textOf(root),
  }));
}

/** @returns {SummitElement[]} */
const standing = () => [...document.querySelectorAll('[data-round]')].map((box) => /** @type {SummitElement} */ (box));

/** The layers of boxes that came with the page, by their kind. */
export function layersThere() {
  return Object.fromEntries(
    standing().map((box) => [box.dataset['kind'], layersOf(box).map(({skeleton, text}) => ({skeleton, text}))]),
  );
}

/**
 * What came of the payloads in boxes that came with the page.
 *
 * @param {object} tried
 * @param {Record<string, {layers: {skeleton: string[], shown: number[]}[]}>} tried.expected
 * @param {number} tried.count
 * @param {SortedSummit} tried.sorted
 * @param {string[]} tried.payloads
 * @param {boolean} tried.live
 */
export async function tryStanding({expected, count, sorted, payloads, live}) {
  const errors = [];
  let checked = 0;
  const boxes = standing();
  if (live) {
    const tags = ['summit-goal-comparison', 'summit-region-list', 'summit-fact-box'];
    await Promise.all(tags.map((tag) => customElements.whenDefined(tag)));
    await Promise.all(boxes.map(({updateComplete}) => updateComplete));
  }
  if (boxes.length !== count) errors.push(`${boxes.length} boxes, not ${count}`);
  for (const box of boxes) {
    const round = Number(box.dataset['round']);
    const {at} = fillRound(sorted, payloads, round);
    const found = [];
    const layers = layersOf(box);
    const wanted = expected[box.dataset['kind'] ?? '']?.layers ?? [];
    if (layers.length !== wanted.length) found.push(`${layers.length} layers, not ${wanted.length}`);
    layers.forEach(({root, skeleton, text}, n) => {
      const {skeleton: built = [], shown = []} = wanted[n] ?? {};
      found.push(...difference(skeleton, built), ...dangersIn(root));
      for (const i of shown) {
        checked += 1;
        if (!text.includes((root === box ? even : seen)(at(i))))
          found.push(`${sorted.texts[i]?.field} does not say ${at(i)}`);
      }
    });
    errors.push(...found.slice(0, 5).map((error) => `${box.dataset['kind']}, round ${round}: ${error}`));
  }
  errors.push(...window.caught.splice(0));
  const outside = [...document.body.children]
    .map(({localName}) => localName)
    .filter((name) => !/^(?:div|script|summit-.*)$/.test(name));
  if (outside.length > 0) errors.push(`beside the boxes: ${outside}`);
  return {errors: errors.slice(0, 10), checked, surroundings: window.surroundings()};
}
