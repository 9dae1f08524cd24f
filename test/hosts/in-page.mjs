/**
 * In a page with canary.js and the script of the boxes: shows boxes, and tells what of them is not as it should be. It is a
 * module of the page, and uses nothing but what all browsers have.
 */
import {even, fillMarkers, fillRound, seen, shownIn, write} from './fields.mjs';

/** Names of all elements in a tree and of their attributes, in order; what readers open and shut is left out. */
export function skeletonOf(root) {
  return [...root.querySelectorAll('*')].map((element) => {
    const {namespaceURI, localName} = element;
    const names = element.getAttributeNames().filter((name) => name !== 'open').sort();
    return [namespaceURI.slice(-4), localName, ...names].join(' ');
  });
}

/** What stands in a box, open or not. */
export function wordsOf(root) {
  return even((root.querySelector('[part~=box]') ?? root).textContent);
}

/** What a reader finds in a box with everything open, blanks run together. It has to be laid out for that, which takes time. */
export function textOf(root) {
  for (const details of root.querySelectorAll('details')) details.open = true;
  const box = root.querySelector('[part~=box]') ?? root;
  // Not every browser counts what is written in a drawing.
  const drawn = [...box.querySelectorAll('svg text, svg title')].map(({textContent}) => textContent);
  return seen([box.innerText ?? box.textContent, ...drawn].join('\n'));
}

/** What must never be found in a box. */
export function dangersIn(root) {
  const found = [];
  for (const element of root.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (/^on|^style$|^srcdoc$/.test(name)) found.push(`${element.localName} ${name}`);
    if (/^(?:script|iframe|img|object|embed|form|input|link|meta|base)$/.test(element.localName)) found.push(element.localName);
  }
  for (const {protocol, href} of root.querySelectorAll('a')) {
    // What can't be read at all leads nowhere.
    if (!/^https?:$/.test(protocol) && URL.canParse(href)) found.push(`a link to ${href}`);
  }
  return found;
}

/** One round in so many is laid out. */
const LAID_OUT = 5;

const ends = ['summit-load', 'summit-error'];

const PATIENCE_MS = 60_000;

/** What `look` finds, once it finds something. */
export async function settled(look) {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/** Puts a box on the page, lets `set` give it what it is to show, and waits for what comes of it. */
export async function show(tag, set) {
  const element = document.createElement(tag);
  const ended = new Promise((resolve, reject) => {
    for (const type of ends) element.addEventListener(type, resolve, {once: true});
    setTimeout(() => reject(new Error(`${tag}: nothing in a minute`)), PATIENCE_MS);
  });
  set(element);
  document.body.append(element);
  const {type, message} = await ended;
  await element.updateComplete;
  return {element, type, message};
}

/** What was caught, and what of the page is not as it was. */
let before;
export function trouble() {
  before ??= JSON.stringify(window.surroundings());
  const now = JSON.stringify(window.surroundings());
  const found = window.caught.splice(0);
  if (now !== before) found.push(`${before} became ${now}`);
  return found;
}

function difference(skeleton, expected) {
  const at = skeleton.findIndex((entry, i) => entry !== expected[i]);
  return at < 0 && skeleton.length === expected.length ? [] : [`built otherwise, at ${at}: ${skeleton[at]}, not ${expected[at]}`];
}

/** Shows rounds of a summit in a box, and tells what came of the payloads beside a text. */
export async function tryRounds(tag, sorted, payloads, rounds, {src} = {}) {
  trouble();
  const faults = [];
  let checked = 0;
  const tried = new Set();
  const give = (data, round) => (element) => {
    if (src) element.src = `${src}${round}.json`;
    else element.data = data;
  };
  const harmless = await show(tag, give(fillMarkers(sorted), 'harmless'));
  const root = harmless.element.shadowRoot;
  const skeleton = skeletonOf(root);
  // Without and with the layout.
  const readers = [
    [wordsOf, even],
    [textOf, seen],
  ].map(([read, plain]) => ({read, plain, shown: shownIn(read(root), sorted)}));
  harmless.element.remove();
  if (harmless.type !== 'summit-load') faults.push(`harmless: ${harmless.message}`);
  for (const [number, round] of rounds.entries()) {
    if (faults.length >= 10) break;
    const {data, at} = fillRound(sorted, payloads, round);
    const {element, type, message} = await show(tag, give(data, round));
    const {shadowRoot} = element;
    const found = type === 'summit-load' ? difference(skeletonOf(shadowRoot), skeleton) : [message];
    found.push(...dangersIn(shadowRoot));
    const {read, plain, shown} = readers[number % LAID_OUT === 0 ? 1 : 0];
    const text = read(shadowRoot);
    for (const i of shown) {
      checked += 1;
      tried.add(at(i));
      if (!text.includes(plain(at(i)))) found.push(`${sorted.texts[i].field} does not say ${at(i)}`);
    }
    const hrefs = [...shadowRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    for (const {url, role} of data.sources) if (role === 'reporting' && url && !hrefs.includes(url)) found.push(`no link to ${url}`);
    element.remove();
    faults.push(...[...found, ...trouble()].map((fault) => `${tag}, round ${round}: ${fault}`));
  }
  const fields = new Set(readers[1].shown.map((i) => sorted.texts[i].field));
  return {faults, checked, fields: [...fields], tried: [...tried]};
}

/** Gives payloads to every attribute of a box: one to each, so that they don't get in each other's way. */
export async function tryAttributes(tag, payloads, rounds) {
  trouble();
  const faults = [];
  let checked = 0;
  const lists = {'summit-goal-comparison': ['actors', 'topics'], 'summit-region-list': ['no-map'], 'summit-fact-box': ['facts']};
  const names = ['heading', 'policy-url', 'feedback-url', 'lang', 'scheme', 'refresh', 'heading-level', ...lists[tag]];
  const set = (values) => (element) => names.forEach((name, i) => element.setAttribute(name, values[i]));
  // Headings may have another level, and a link is there or not.
  const flat = (root) => skeletonOf(root).join().replaceAll(/ h[1-6]\b/g, ' h');
  const expected = [];
  for (const policy of ['/x', 'x:y']) {
    for (const feedback of ['/x', 'x:y']) {
      const {element} = await show(tag, set(['heading', policy, feedback, ...names.slice(3).map((name) => `${name}-word`)]));
      expected.push(flat(element.shadowRoot));
      element.remove();
    }
  }
  for (const round of rounds) {
    if (faults.length >= 10) break;
    const values = names.map((_, i) => payloads[(i * 29 + round) % payloads.length]);
    const {element, type, message} = await show(tag, set(values));
    checked += names.length;
    const {shadowRoot} = element;
    const found = type === 'summit-load' ? [] : [message];
    if (!expected.includes(flat(shadowRoot))) found.push(`built otherwise with ${JSON.stringify(values)}`);
    found.push(...dangersIn(shadowRoot));
    // An empty heading is none; a NUL has no shape.
    if (values[0].trim() && !even(shadowRoot.querySelector('[part=heading]').textContent).includes(even(values[0]))) found.push(`the heading does not say ${values[0]}`);
    names.forEach((name, i) => {
      if (element.getAttribute(name) !== values[i]) found.push(`${name} became ${element.getAttribute(name)}`);
    });
    element.remove();
    faults.push(...[...found, ...trouble()].map((fault) => `${tag}, round ${round}: ${fault}`));
  }
  return {faults, checked};
}

/** Names a summit, then a data file, by every payload. Nothing is asked for but by http(s), and what was there stays readable. */
export async function tryNames(tag, payloads) {
  trouble();
  const faults = [];
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
        const {shadowRoot} = element;
        found.push(...dangersIn(shadowRoot));
        if (element.childNodes.length !== 1) found.push('the fallback became something else');
        // The fallback is shown, as a text.
        if (payload.trim() && !shadowRoot.querySelector('slot')?.assignedNodes().includes(element.firstChild)) found.push('no fallback');
        element.remove();
        for (const address of fetched.splice(0)) {
          if (name === 'summit' || !/^https?:\/\/[^@/]*(?:\/|$)/.test(address)) found.push(`asked for ${address}`);
        }
        faults.push(...[...found, ...trouble()].map((fault) => `${tag} ${name}=${JSON.stringify(payload)}: ${fault}`));
        if (faults.length > 10) return {faults};
      }
    }
  } finally {
    window.fetch = fetch;
  }
  return {faults, checked: payloads.length * 2};
}

/** Hands over data in which every text is one that no data may hold. */
export async function tryRefused(sorted, refused) {
  trouble();
  const faults = [];
  for (const payload of refused) {
    const data = write(sorted.summit, sorted.texts, () => payload);
    const {element, type} = await show('summit-fact-box', (element) => (element.data = data));
    const found = [...dangersIn(element.shadowRoot), ...trouble()];
    if (type !== 'summit-error') found.push('they are shown');
    element.remove();
    faults.push(...found.map((fault) => `${JSON.stringify(payload)}: ${fault}`));
  }
  return {faults, checked: refused.length};
}

/** Copies every statement of a box, looks at its link, and has the data handed over. */
export async function tryComforts(sorted, payloads, rounds) {
  trouble();
  const faults = [];
  let checked = 0;
  let copied;
  const saved = [];
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: async (text) => void (copied = text)}});
  const {click} = HTMLElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    saved.push(this.download, this.protocol);
  };
  for (const round of rounds) {
    if (faults.length >= 10) break;
    const {data} = fillRound(sorted, payloads, round);
    const {element} = await show('summit-fact-box', (element) => (element.data = data));
    const {shadowRoot} = element;
    textOf(shadowRoot);
    await settled(() => shadowRoot.querySelectorAll('.acts').length > 3);
    const found = dangersIn(shadowRoot);
    for (const acts of shadowRoot.querySelectorAll('li[data-id] .acts')) {
      const {id} = acts.parentElement.dataset;
      const claim = data.claims.find((one) => one.id === id);
      const [copy] = acts.querySelectorAll('button');
      const {href} = acts.querySelector('a');
      copied = undefined;
      copy.click();
      await settled(() => copied !== undefined);
      checked += 1;
      if (!even(copied).startsWith(even(claim.text))) found.push(`copied ${copied}, not ${claim.text}`);
      for (const {source} of claim.refs) {
        const {title, url} = data.sources.find((one) => one.id === source);
        if (!copied.includes(title) || !copied.includes(url)) found.push(`copied without ${title} – ${url}`);
      }
      if (href !== `${location.href.replace(/#.*/, '')}#summit-${data.id}-${id}`) found.push(`the link leads to ${href}`);
    }
    const [get] = [...shadowRoot.querySelectorAll('footer .acts button')];
    get.click();
    const [name, protocol] = saved.splice(0);
    if (name !== `${data.id}@${data.revision}.json` || protocol !== 'blob:') found.push(`saved ${name} from ${protocol}`);
    element.remove();
    faults.push(...[...found, ...trouble()].map((fault) => `round ${round}: ${fault}`));
  }
  delete HTMLAnchorElement.prototype.click;
  if (HTMLElement.prototype.click !== click) faults.push('click');
  return {faults, checked};
}

/** Visits the page with every payload where the address names a statement. */
export async function tryHashes(payloads) {
  trouble();
  const faults = [];
  const {href} = location;
  for (const payload of payloads) {
    history.replaceState(null, '', `#summit-alaska-2025-${payload}`);
    const {element} = await show('summit-fact-box', () => undefined);
    // Those it knows are marked by being focusable.
    if (element.shadowRoot.querySelector('[tabindex]')) faults.push(`${payload} names a statement`);
    element.remove();
    history.replaceState(null, '', href);
    faults.push(...trouble());
  }
  return {faults, checked: payloads.length};
}

/** The layers of a box: the styles apart, whose work the script does by other means. */
function layersOf(box) {
  return [...(box.shadowRoot ? [box.shadowRoot] : []), box].map((root) => ({
    root,
    skeleton: skeletonOf(root).filter((entry) => !/ style(?: nonce)?$/.test(entry)),
    text: root === box ? even(box.textContent) : textOf(root),
  }));
}

/** Boxes that came with the page, by their kind. */
export function layersThere() {
  return Object.fromEntries(
    [...document.querySelectorAll('[data-round]')].map((box) => [
      box.dataset.kind,
      layersOf(box).map(({skeleton, text}) => ({skeleton, text})),
    ]),
  );
}

/** What came of the payloads in boxes that came with the page. */
export async function tryStanding({expected, count, sorted, payloads, live}) {
  const faults = [];
  let checked = 0;
  const boxes = [...document.querySelectorAll('[data-round]')];
  if (live) {
    const tags = ['summit-goal-comparison', 'summit-region-list', 'summit-fact-box'];
    await Promise.all(tags.map((tag) => customElements.whenDefined(tag)));
    await Promise.all(boxes.map(({updateComplete}) => updateComplete));
  }
  if (boxes.length !== count) faults.push(`${boxes.length} boxes, not ${count}`);
  for (const box of boxes) {
    const round = Number(box.dataset.round);
    const {at} = fillRound(sorted, payloads, round);
    const found = [];
    const layers = layersOf(box);
    const wanted = expected[box.dataset.kind].layers;
    if (layers.length !== wanted.length) found.push(`${layers.length} layers, not ${wanted.length}`);
    layers.forEach(({root, skeleton, text}, n) => {
      found.push(...difference(skeleton, wanted[n].skeleton), ...dangersIn(root));
      for (const i of wanted[n].shown) {
        checked += 1;
        if (!text.includes((root === box ? even : seen)(at(i)))) found.push(`${sorted.texts[i].field} does not say ${at(i)}`);
      }
    });
    faults.push(...found.slice(0, 5).map((fault) => `${box.dataset.kind}, round ${round}: ${fault}`));
  }
  faults.push(...window.caught.splice(0));
  const outside = [...document.body.children].map(({localName}) => localName).filter((name) => !/^(?:div|script|summit-.*)$/.test(name));
  if (outside.length > 0) faults.push(`beside the boxes: ${outside}`);
  return {faults: faults.slice(0, 10), checked, surroundings: window.surroundings()};
}
