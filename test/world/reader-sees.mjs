// @ts-check
/** The text of a page as a reader gets it, with everything opened that can be opened. */
import {claimsIn} from '../support/prerendered.mjs';

/**
 * @typedef {object} Seen
 * @property {string} text All visible text; blocks are on lines of their own.
 * @property {string} inRoots The part of it that is in shadow roots.
 * @property {string} inFrames The part of it that is in frames.
 * @property {{text: string, path: string}[]} links The visible links outside of frames, and the paths that they lead to.
 * @property {boolean} styled Whether each box that a shadow root shows has its look.
 */

/**
 * Waits until nothing is loading, and until every element has rendered.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {boolean} script Whether scripts run in the page.
 */
async function settle(page, script) {
  await page.waitForNetworkIdle({idleTime: 0});
  if (!script) return;
  // A file that has arrived may ask for the next one.
  let before;
  let files = 0;
  do {
    before = files;
    files = 0;
    for (const frame of page.frames()) if (await runsScripts(frame)) files += await frame.evaluate(waitForElements);
    await page.waitForNetworkIdle({idleTime: 0});
  } while (files !== before);
}

/**
 * Whether scripts run in a frame. Where they don't, timers don't either.
 *
 * @param {import('puppeteer-core').Frame} frame
 */
async function runsScripts(frame) {
  const owner = await frame.frameElement();
  if (!owner) return true;
  return owner.evaluate(
    (element) => !element.hasAttribute('sandbox') || /\ballow-scripts\b/.test(element.getAttribute('sandbox') ?? ''),
  );
}

/** In a page: until each element on it has rendered. Returns the number of files that the page has loaded. */
async function waitForElements() {
  const tags = ['summit-fact-box', 'summit-goal-comparison', 'summit-region-list'];
  const task = () => new Promise((resolve) => setTimeout(resolve));
  // Whatever an event or a new file has started, begins in a task of its own.
  await task();
  // A module that has arrived may not have run yet.
  const classic = [...document.scripts].filter(({type}) => type !== 'module').map(({src}) => src);
  for (const {name} of performance.getEntriesByType('resource')) {
    if (/\/embed\/[^?]*\.js(?:\?|$)/.test(name) && !classic.includes(name)) await import(name).catch(() => undefined);
  }
  for (const element of document.querySelectorAll(tags.join())) await /** @type {any} */ (element).updateComplete;
  // While a box loads its file, it shows its fallback without a word about a failure. A request has a limit of ten
  // seconds.
  const isLoading = (/** @type {Element} */ element) => {
    const line = element.shadowRoot?.querySelector('div[part=box]')?.textContent.trim();
    return element.hasAttribute('src') && (line === '' || line?.startsWith('Loading'));
  };
  const end = performance.now() + 15_000;
  while ([...document.querySelectorAll(tags.join())].some(isLoading) && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await task();
  return performance.getEntriesByType('resource').length;
}

/**
 * Opens all details, and reads the page and its frames.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {boolean} script Whether scripts run in the page.
 * @returns {Promise<Seen>}
 */
export async function readerSees(page, script) {
  await settle(page, script);
  for (const frame of page.frames()) await frame.evaluate(openDetails);
  await settle(page, script);
  for (const frame of page.frames()) await frame.evaluate(openDetails);
  const frames = [];
  for (const frame of page.frames()) if (!(await isClipped(frame))) frames.push(frame);
  const [own, ...framed] = await Promise.all(frames.map((frame) => frame.evaluate(visibleText)));
  if (!own) throw new Error('The page is gone.');
  const inFrames = framed.map(({text}) => text).join('\n');
  return {...own, text: `${own.text}\n${inFrames}`, inFrames};
}

/**
 * Whether the page cuts a frame off completely, as WordPress does until the frame has reported its height.
 *
 * @param {import('puppeteer-core').Frame} frame
 */
async function isClipped(frame) {
  const owner = await frame.frameElement();
  if (!owner) return false;
  return owner.evaluate((element) => {
    const {position, clip} = getComputedStyle(element);
    return position === 'absolute' && clip !== 'auto';
  });
}

/** In a page: opens every `<details>`, also in shadow roots. */
function openDetails() {
  const open = (/** @type {ParentNode} */ root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLDetailsElement) element.open = true;
      if (element.shadowRoot) open(element.shadowRoot);
    }
  };
  open(document);
}

/** In a page: walks the flat tree, which is the tree that is rendered. */
function visibleText() {
  const links = /** @type {{text: string, path: string}[]} */ ([]);
  let text = '';
  let inRoots = '';
  let styled = true;
  const range = document.createRange();

  const add = (/** @type {string} */ piece, /** @type {boolean} */ inRoot) => {
    text += piece;
    if (inRoot) inRoots += piece;
  };
  const isRendered = (/** @type {Text} */ node) => {
    range.selectNodeContents(node);
    return range.getClientRects().length > 0;
  };
  /**
   * @param {Node} node
   * @param {boolean} inRoot Whether it is in a shadow root, and not slotted into one.
   */
  const walk = (node, inRoot) => {
    if (node instanceof Text) {
      if (!node.data.trim()) add(' ', inRoot);
      else if (isRendered(node)) add(node.data, inRoot);
      return;
    }
    if (!(node instanceof Element)) return;
    // A reader of text doesn't see scripts and styles even if a page has given them a `display`.
    if (/^(?:script|style|template|iframe|textarea|title)$/i.test(node.localName)) return;
    const {display, visibility} = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden') return;
    const isBlock = !/^(?:inline|contents)/.test(display);
    if (isBlock) add('\n', inRoot);
    const before = text.length;
    if (node.shadowRoot) {
      for (const child of node.shadowRoot.childNodes) walk(child, true);
      // Some editors drop `part` and keep `class`.
      const box = node.shadowRoot.querySelector('section');
      if (box && getComputedStyle(box).borderTopStyle !== 'solid') styled = false;
    } else if (node instanceof HTMLSlotElement && inRoot) {
      const assigned = node.assignedNodes();
      if (assigned.length > 0) for (const child of assigned) walk(child, false);
      else for (const child of node.childNodes) walk(child, true);
    } else {
      for (const child of node.childNodes) walk(child, inRoot);
    }
    if (node instanceof HTMLAnchorElement && text.length > before) {
      // Some editors write no-break spaces.
      links.push({text: text.slice(before).replaceAll(/\s+/g, ' ').trim(), path: node.pathname});
    }
    if (isBlock) add('\n', inRoot);
  };
  walk(document.body, false);
  return {text, inRoots, links, styled};
}

/**
 * Moves the mouse over each box, as a reader does who is about to open something: the lazy script then loads the elements.
 *
 * @param {import('puppeteer-core').Page} page
 */
export async function touchBoxes(page) {
  for (const box of await page.$$('summit-fact-box, summit-goal-comparison')) {
    if (await box.isVisible()) await box.hover();
  }
}

/**
 * Tells in a few words what a reader gets: `box`, `plain`, `frame`, `link`, `nothing`, `twice`, or a count; then each fault.
 *
 * @param {Seen} seen
 * @param {object} data
 * @param {readonly import('../support/prerendered.mjs').ShownClaim[]} data.claims
 * @param {readonly string[]} data.expected Ids of the claims in the order in which the boxes show them, as often as they do.
 * @param {readonly string[]} data.titles Of the boxes.
 * @param {readonly string[]} data.linkPaths Where a link to each box leads.
 */
export function nameOutcome({text, inRoots, inFrames, links, styled}, {claims, expected, titles, linkPaths}) {
  const seen = claimsIn(text, claims);
  const look = styled ? 'box' : 'unstyled box';
  const faults = [];
  if (/[{}]|--summit|:host/.test(text)) faults.push('style rules as text');
  if (/<\/?[a-z]/.test(text)) faults.push('markup as text');
  if (/(?:could not|couldn.t) be loaded/i.test(text)) faults.push('an error notice');
  if (/Alaska|Putin|Ukraine/.test(text)) faults.push('the bundled summit');

  const outcome = (() => {
    if (seen.length === 0) {
      const toBoxes = titles.map((title) => links.find(({text}) => text === title));
      if (toBoxes.every(Boolean))
        return toBoxes.every((link, i) => link?.path === linkPaths[i]) ? 'link' : 'broken link';
      return titles.some((title) => text.includes(title)) ? 'a title and no claim' : 'nothing';
    }
    if (sameList(seen.toSorted(), [...expected, ...expected].toSorted())) return 'twice';
    if (!sameList(seen, expected)) {
      const isSorted = sameList(seen.toSorted(), expected.toSorted());
      return isSorted ? 'another order' : `${seen.length} of ${expected.length} claims`;
    }
    if (sameList(claimsIn(inFrames, claims), expected)) return 'frame';
    const shadow = claimsIn(inRoots, claims).length;
    if (shadow === 0) return 'plain';
    return shadow === expected.length ? look : `${look} and plain`;
  })();
  return [outcome, ...faults].join(', ');
}

/**
 * @param {readonly string[]} a
 * @param {readonly string[]} b
 */
function sameList(a, b) {
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}
