// @ts-check
/** In a page with canary.js: frames of our own pages, and snippets that were pasted, full of payloads. See in-page.mjs. */
import {dangersIn, rootOf, settled, textOf, trouble} from './in-page.mjs';
import {even, seen} from './fields.mjs';

/**
 * @typedef {object} Asked An address of the frame page.
 * @property {string} query
 * @property {string | null} [heading] What it gives the box as heading.
 *
 * @typedef {object} Chosen An address of the builder.
 * @property {string} hash
 * @property {string | null} [heading]
 * @property {string} [form]
 * @property {boolean} [isBad] Whether the address of the data is none.
 */

/** Frames at a time. */
const WIDTH = 3;

/** @param {string} src */
function makeFrame(src) {
  const frame = document.createElement('iframe');
  frame.width = '400';
  frame.height = '100';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.src = src;
  document.body.append(frame);
  return {frame, loaded};
}

/**
 * What is in a frame now.
 *
 * @param {HTMLIFrameElement} frame
 */
function insideOf({contentDocument, contentWindow}) {
  return {
    contentDocument: /** @type {Document} */ (contentDocument),
    contentWindow: /** @type {Window & typeof globalThis} */ (contentWindow),
  };
}

/**
 * A field of the builder.
 *
 * @param {Document} page
 * @param {string} selector
 */
const fieldOf = (page, selector) =>
  /** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (page.querySelector(selector));

/** @param {ParentNode | null | undefined} root */
const headingOf = (root) => root?.querySelector('[part=heading]')?.textContent ?? '';

/** Without what a title, HTML or a transfer may leave out or put a mark of doubt in the place of: controls, half characters. */
const plainly = (/** @type {string} */ text) =>
  even(text.replaceAll(/\p{Cc}|\p{Cs}|\ufffd/gu, ' ')).replaceAll(' ', '');

/**
 * Does something with every entry, a few at a time.
 *
 * @template T
 * @param {T[]} list
 * @param {(entry: T, i: number, lane: number) => Promise<string[]>} run
 */
async function eachOf(list, run) {
  /** @type {string[]} */
  const errors = [];
  const left = [...list.entries()];
  const work = async (/** @type {number} */ lane) => {
    for (let next = left.shift(); next && errors.length < 10; next = left.shift()) {
      const [i, entry] = next;
      for (const error of await run(entry, i, lane)) errors.push(`${JSON.stringify(entry).slice(0, 400)}: ${error}`);
      for (const error of window.caught.splice(0))
        errors.push(`with or near ${JSON.stringify(entry).slice(0, 400)}: ${error}`);
    }
  };
  await Promise.all(Array.from({length: WIDTH}, (_, lane) => work(lane)));
  return errors;
}

/** Of frame.html. */
const HEAD_ELEMENTS = 10;

/**
 * Opens the frame page for every query.
 *
 * @param {string} page
 * @param {Asked[]} asked
 */
export async function tryFrames(page, asked) {
  trouble();
  const errors = await eachOf(asked, async ({query, heading}) => {
    const {frame, loaded} = makeFrame(`${page}?${query}`);
    await loaded;
    const {contentDocument, contentWindow} = insideOf(frame);
    const found = [];
    const content = await settled(() => {
      const shown = contentDocument.querySelector('#content > :not(.late)');
      return (
        shown &&
        (!shown.localName.startsWith('summit-') ||
          shown.shadowRoot?.querySelector('[part~=box]')?.textContent?.trim()) &&
        shown
      );
    });
    const {localName, shadowRoot} = content;
    if (contentWindow.location.pathname !== page) found.push(`went to ${contentWindow.location.href}`);
    if (!/^(?:p|summit-(?:fact-box|goal-comparison|region-list))$/.test(localName)) found.push(`shows a ${localName}`);
    const names = [...contentDocument.body.querySelectorAll('*')].map((element) => element.localName).join();
    if (names !== `div,${localName}`) found.push(`has ${names}`);
    if (contentDocument.head.querySelectorAll(':not(link[rel=modulepreload])').length !== HEAD_ELEMENTS)
      found.push(`has ${contentDocument.head.children.length} elements in its head`);
    for (const name of content.getAttributeNames()) if (/^on/.test(name)) found.push(name);
    if (contentWindow.getComputedStyle(content).backgroundImage !== 'none') found.push('has a picture');
    if (shadowRoot) found.push(...dangersIn(shadowRoot));
    if (heading?.trim()) {
      // An address has blanks as they are, ends trimmed.
      if (!even(headingOf(shadowRoot)).includes(even(heading))) found.push(`does not say ${heading}`);
      if (plainly(contentDocument.title) !== plainly(heading)) found.push(`is called ${contentDocument.title}`);
    }
    for (const {name} of contentWindow.performance.getEntriesByType('resource')) {
      if (!name.startsWith(location.origin) && !query.includes('src=')) found.push(`asked for ${name}`);
    }
    frame.remove();
    return found;
  });
  return {errors: [...errors, ...trouble()].slice(0, 10), checked: asked.length};
}

/**
 * Three builders, which take turns.
 *
 * @param {string} page
 */
async function openBuilders(page) {
  return Promise.all(
    Array.from({length: WIDTH}, async () => {
      const {frame, loaded} = makeFrame(`${page}#element=goal-comparison`);
      await loaded;
      await settled(() => insideOf(frame).contentDocument.querySelector('#snippet[aria-busy=false]'));
      return frame;
    }),
  );
}

/** @param {HTMLIFrameElement} frame */
function faultsOfBuilder(frame) {
  const {contentDocument} = insideOf(frame);
  const found = [];
  for (const element of contentDocument.querySelectorAll('*')) {
    for (const name of element.getAttributeNames())
      if (/^on|^srcdoc$/.test(name)) found.push(`${element.localName} ${name}`);
    if (/^(?:iframe|img|object|embed|base|svg)$/.test(element.localName)) found.push(`has a ${element.localName}`);
    if (element.shadowRoot) found.push(...dangersIn(element.shadowRoot));
  }
  if (contentDocument.querySelectorAll('script').length !== 1) found.push('has other scripts');
  for (const link of contentDocument.querySelectorAll('a'))
    if (!/^https?:$/.test(link.protocol) && URL.canParse(link.href)) found.push(`links to ${link.href}`);
  return found;
}

/**
 * Gives builders one address after the other.
 *
 * @param {string} page
 * @param {Chosen[]} asked
 */
export async function tryBuilder(page, asked) {
  trouble();
  const builders = await openBuilders(page);
  trouble();
  const {frames} = window;
  /** @type {(string | undefined)[]} */
  const snippets = [];
  const errors = await eachOf(asked, async ({hash, heading, form, isBad}, i, lane) => {
    const frame = /** @type {HTMLIFrameElement} */ (builders[lane]);
    const {contentDocument, contentWindow} = insideOf(frame);
    // Heard before the builder hears it, which reads it in the same task.
    const heard = new Promise((resolve) => contentWindow.addEventListener('hashchange', resolve, {once: true}));
    const before = contentWindow.location.hash;
    contentWindow.location.hash = `#${hash}`;
    if (contentWindow.location.hash !== before) await heard;
    await settled(
      () =>
        contentDocument.querySelector('#snippet[aria-busy=false]') ??
        contentDocument.querySelector('#snippets .reason'),
    );
    await settled(() => contentDocument.querySelector('#stage > :not(.article)'));
    const found = faultsOfBuilder(frame);
    const value = fieldOf(contentDocument, '#snippet')?.value;
    snippets[i] = value;
    if (isBad && contentDocument.querySelector('#src')?.getAttribute('aria-invalid') !== 'true')
      found.push('takes the address');
    if (typeof heading === 'string') {
      const said = fieldOf(contentDocument, '#heading')?.value;
      if (said !== heading.replaceAll(/[\r\n]/g, '')) found.push(`the field says ${said}`);
      if (heading.trim()) {
        const box = contentDocument.querySelector('#stage > :not(.article)')?.shadowRoot;
        await settled(() => even(headingOf(box)).includes(even(heading)));
      }
      if (form === 'script' && value && !value.includes('<summit-fact-box')) found.push(`makes ${value}`);
    }
    if (contentWindow.location.pathname !== page) found.push(`went to ${contentWindow.location.href}`);
    return found;
  });
  for (const frame of builders) frame.remove();
  if (frames.length > 0) errors.push('a frame is left');
  return {
    errors: [...errors, ...trouble()].slice(0, 10),
    checked: asked.length,
    snippets: asked.map((_, i) => snippets[i] ?? ''),
  };
}

/**
 * Pastes one data file after the other into builders.
 *
 * @param {string} page
 * @param {string[]} texts
 */
export async function tryPastedData(page, texts) {
  trouble();
  const builders = await openBuilders(page);
  for (const {contentWindow} of builders.map(insideOf))
    contentWindow.location.hash = '#element=fact-box&form=prerendered&data=text&script=no';
  for (const {contentDocument} of builders.map(insideOf)) await settled(() => contentDocument.querySelector('#text'));
  /** @type {(string | undefined)[]} */
  const snippets = [];
  const errors = await eachOf(texts, async (text, i, lane) => {
    const frame = /** @type {HTMLIFrameElement} */ (builders[lane]);
    const {contentDocument, contentWindow} = insideOf(frame);
    const field = /** @type {HTMLTextAreaElement} */ (contentDocument.querySelector('#text'));
    /** @type {import('../../src/data/summit.js').Summit} */
    const data = JSON.parse(text);
    field.value = text;
    field.dispatchEvent(new contentWindow.InputEvent('input', {bubbles: true}));
    const title = data.views?.facts?.title ?? '';
    await settled(() => {
      const box = contentDocument
        .querySelector('#stage > summit-fact-box')
        ?.shadowRoot?.querySelector('[part=heading]');
      return box && even(box.textContent ?? '') === even(title);
    });
    // The snippet is another way to the same data.
    await settled(() => {
      const snippet = fieldOf(contentDocument, '#snippet[aria-busy=false]')?.value;
      if (!snippet) return false;
      const made = new DOMParser().parseFromString(snippet, 'text/html').querySelector('template')?.content;
      return made && even(headingOf(made)) === even(title);
    });
    snippets[i] = fieldOf(contentDocument, '#snippet')?.value;
    const found = faultsOfBuilder(frame);
    const said = textOf(rootOf(/** @type {Element} */ (contentDocument.querySelector('#stage > summit-fact-box'))));
    for (const {label} of data.facts ?? [])
      if (label && !said.includes(seen(label))) found.push(`the preview does not say ${label}`);
    return found;
  });
  for (const frame of builders) frame.remove();
  return {errors: [...errors, ...trouble()].slice(0, 10), checked: texts.length, snippets};
}

/**
 * What came of snippets that stand on this page.
 *
 * @param {string[]} headings
 */
export async function tryPasted(headings) {
  const errors = [];
  const places = [...document.querySelectorAll('.pasted')];
  if (places.length !== headings.length) errors.push(`${places.length} places, not ${headings.length}`);
  for (const [i, place] of places.entries()) {
    if ([...place.children].map(({localName}) => localName).join() !== 'div')
      errors.push(`place ${i} has not one block`);
    for (const {localName} of place.querySelectorAll(':scope > div > *'))
      if (!/^(?:script|style|iframe|summit-fact-box)$/.test(localName)) errors.push(`place ${i} has a ${localName}`);
    for (const element of place.querySelectorAll('*')) {
      // The height of a frame is set by the script that came with it.
      const forbidden = element.localName === 'iframe' ? /^on|^srcdoc$/ : /^on|^style$/;
      for (const name of element.getAttributeNames())
        if (forbidden.test(name)) errors.push(`place ${i} has ${element.localName} ${name}`);
    }
    for (const link of place.querySelectorAll('a'))
      if (!/^https?:$/.test(link.protocol) && URL.canParse(link.href)) errors.push(`place ${i} links to ${link.href}`);
    const box = place.querySelector('summit-fact-box');
    if (!box) continue;
    const shadowRoot = rootOf(await settled(() => box.shadowRoot?.querySelector('[part~=box]') && box));
    errors.push(...dangersIn(shadowRoot).map((danger) => `place ${i}: ${danger}`));
    const said = headingOf(shadowRoot);
    if (!plainly(said).includes(plainly(headings[i] ?? '')))
      errors.push(`place ${i} does not say ${headings[i]} but ${said}`);
  }
  const outside = [...document.body.children].map(({localName, className}) => `${localName}.${className}`);
  for (const name of outside) if (name !== 'div.pasted' && name !== 'script.') errors.push(`beside: ${name}`);
  errors.push(...trouble());
  return {errors: errors.slice(0, 10)};
}
