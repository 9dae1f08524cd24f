// @ts-check
/** The checks of one story. */
import {axeOptions, KindMemo, findViolations, readKinds} from './storybook.mjs';

/** Stories with this tag show what readers see when something can't be loaded. */
const failureTag = 'shows-failure';

const kindMemo = new KindMemo();
const root = {include: ['#storybook-root']};

/** The page around the element as a host may change it while the story is open: both schemes and both directions. */
const pages = [
  {scheme: 'light', dir: 'ltr'},
  {scheme: 'dark', dir: 'rtl'},
];

/**
 * @param {import('puppeteer-core').Page} page The story is open in it.
 * @param {import('./storybook.mjs').Entry} entry
 * @param {import('./storybook.mjs').Log} log
 * @returns {Promise<string[]>} Its problems.
 */
export async function checkStory(page, entry, log) {
  const isDone = await page.waitForFunction(isRendered, {timeout: 60_000, polling: 50}).then(
    () => true,
    () => false,
  );
  if (!isDone) return ['the element has not rendered after a minute', ...log.errors];

  const problems = [];
  const story = await page.evaluate(readStory);
  const wanted = entry.tags.includes(failureTag) ? 'failed' : 'loaded';
  if (story.state !== wanted) problems.push(`the story has ${story.state}, not ${wanted}`);
  if (!story.tag.startsWith('summit-')) problems.push(`there is no element but <${story.tag}>`);
  if (story.height < 20 || story.text === '') problems.push('it shows nothing');

  let markup = '';
  for (const {scheme, dir} of pages) {
    // Some stories are about a dark page and keep to it.
    await page.evaluate(setPage, story.scheme === 'dark' ? 'dark' : scheme, dir);
    const {wide} = await page.evaluate(readStory);
    // Details are part of the story too, and most of its text is in them.
    await page.evaluate(openDetails);
    const opened = await page.evaluate(readStory);
    const kinds = await page.evaluate(readKinds, '#storybook-root .column');
    const hasNewKinds = kindMemo.add(kinds.map((kind) => `${opened.scheme} ${kind}`));
    // A page of another scheme or direction changes only looks, as long as the markup stays the same.
    const hasNewMarkup = opened.markup !== markup;
    markup = opened.markup;
    const options = hasNewMarkup
      ? hasNewKinds
        ? axeOptions.all
        : axeOptions.withoutKinds
      : hasNewKinds && axeOptions.kinds;
    const violations = options ? await page.evaluate(findViolations, root, options) : [];
    for (const problem of new Set([...wide, ...opened.wide, ...violations]))
      problems.push(`${problem} (${scheme} page, ${dir})`);
  }
  return [...problems, ...log.errors, ...log.foreignRequests.map((url) => `it asks for ${url}`)];
}

/** In a page: whether the story's element is done, and its text is on screen. */
function isRendered() {
  const wrapper = /** @type {HTMLElement | null} */ (document.querySelector('#storybook-root .page'));
  const box = wrapper?.querySelector('.column > *')?.shadowRoot?.querySelector('[part~=box]');
  if (!wrapper?.dataset['state'] || !box) return false;
  return wrapper.dataset['state'] === 'failed' || box.querySelector('[part~=heading]') !== null;
}

/** In a page: what the element shows, and what is wider than its column. */
function readStory() {
  const wrapper = /** @type {HTMLElement} */ (document.querySelector('#storybook-root .page'));
  const column = /** @type {HTMLElement} */ (wrapper.querySelector('.column'));
  const element = /** @type {Element} */ (column.firstElementChild);
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const box = /** @type {HTMLElement} */ (root.querySelector('[part~=box]'));

  const wide = [document.documentElement, column, box]
    .filter((node) => node.scrollWidth > node.clientWidth)
    .map((node) => `${node.localName}.${node.className} is ${node.scrollWidth} px in ${node.clientWidth}`);
  // The element contains its layout, so what overflows in it does not make the column scroll: look at each part.
  const edges = column.getBoundingClientRect();
  for (const node of root.querySelectorAll('*')) {
    const {left, right, width} = node.getBoundingClientRect();
    // What is only for screen readers is clipped, and so are the outlines of a cropped map.
    let clipped = node.matches('svg path');
    for (let part = /** @type {Element | null} */ (node); part && !clipped; part = part.parentElement) {
      clipped = getComputedStyle(part).clipPath !== 'none';
    }
    if (width > 0 && !clipped && (left < edges.left - 1 || right > edges.right + 1)) {
      wide.push(`${node.localName}.${node.getAttribute('class')} reaches from ${left} to ${right}`);
    }
  }

  const slotted = [...root.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
  return {
    scheme: wrapper.dataset['scheme'],
    state: wrapper.dataset['state'],
    tag: element.localName,
    height: box.getBoundingClientRect().height,
    text: [box.innerText, ...slotted.map((node) => node.textContent)].join(' ').trim(),
    markup: root.innerHTML,
    wide,
  };
}

/**
 * In a page: gives the page around the element a scheme and a direction.
 *
 * @param {string} scheme
 * @param {string} dir
 */
function setPage(scheme, dir) {
  const wrapper = /** @type {HTMLElement} */ (document.querySelector('#storybook-root .page'));
  wrapper.dataset['scheme'] = scheme;
  wrapper.dir = dir;
}

/** In a page: opens all details, and waits for what the element adds to them. */
async function openDetails() {
  const root = /** @type {ShadowRoot} */ (document.querySelector('.column > *')?.shadowRoot);
  const closed = /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll('details:not([open])'));
  for (const details of closed) details.open = true;
  if (closed.length === 0) return;
  for (const start = performance.now(); performance.now() - start < 60_000; await new Promise(requestAnimationFrame)) {
    if (root.querySelector('footer [open] button')) return;
  }
  throw new Error('the footer offers no data after a minute');
}
