// @ts-check
/**
 * In a page with `watch` and the boxes: puts one style sheet after the other on it, and compares what is to be seen of each
 * box, and where. It is a module of the page, so that a whole list of sheets takes one call of the driver.
 */

const elements = 'summit-goal-comparison, summit-region-list, summit-fact-box';

/**
 * @typedef {{text: string, lines: number[][], color: string, fontSize: number | undefined, looks: string, isVariant: boolean}} Text
 * @typedef {{width: number, height: number, texts: Text[]}} Box
 */

/** @param {Element} element */
const rootOf = (element) => /** @type {ShadowRoot} */ (element.shadowRoot);

/** With what readers can do, which comes once something is opened. */
export async function openAll() {
  const {watch} = window;
  await watch.until(() => watch.events.length >= 3, 'the boxes');
  const roots = [...document.querySelectorAll(elements)].map(rootOf);
  for (const details of roots.flatMap((root) => [...root.querySelectorAll('details')])) details.open = true;
  /** @param {ShadowRoot} root */
  const isServed = (root) =>
    [...root.querySelectorAll('details li[data-id]')].every((item) => item.querySelector('button'));
  await watch.until(() => roots.every((root) => root.querySelector('footer button') && isServed(root)), 'the buttons');
}

/**
 * What is to be seen of each box under one more sheet, or none, by its tag.
 *
 * @param {string} [sheet]
 */
export function measure(sheet = '') {
  // In the place of the one before: to lay the page out without any in between would double the time.
  const style = document.querySelector('style.hostile') ?? document.createElement('style');
  style.className = 'hostile';
  style.textContent = sheet;
  document.head.append(style);
  /** @type {Record<string, Box>} */
  const found = {};
  for (const element of document.querySelectorAll(elements)) {
    const frame = /** @type {Element} */ (rootOf(element).querySelector('[part=box]'));
    for (const details of frame.querySelectorAll('details')) details.open = true;
    const outer = frame.getBoundingClientRect();
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const text = measureText(/** @type {globalThis.Text} */ (walker.currentNode), outer);
      if (text) texts.push(text);
    }
    found[element.localName] = {width: round(outer.width), height: round(outer.height), texts};
  }
  return found;
}

/**
 * @param {globalThis.Text} text
 * @param {DOMRect} outer
 * @returns {Text | undefined} Nothing where it is not drawn.
 */
function measureText(text, outer) {
  const parent = /** @type {Element} */ (text.parentElement);
  if (!text.data.trim() || parent.localName === 'style' || !parent.checkVisibility()) return undefined;
  // Some text is for screen readers alone.
  for (let part = /** @type {Element | null} */ (parent); part; part = part.parentElement) {
    if (getComputedStyle(part).clipPath !== 'none') return undefined;
  }
  const range = document.createRange();
  range.selectNodeContents(text);
  const {color, fontSize, textTransform, fontStyle, stroke} = getComputedStyle(parent);
  return {
    text: text.data.trim(),
    lines: [...range.getClientRects()]
      .filter(({width, height}) => width > 0 && height > 0)
      .map(({left, top, width, height}) => [left - outer.left, top - outer.top, width, height].map(round)),
    color,
    // On the map it is in units of the map.
    fontSize: parent instanceof SVGElement ? undefined : parseFloat(fontSize),
    looks: [textTransform, fontStyle, parent instanceof SVGElement && stroke === 'none'].join(),
    isVariant: parent.closest('.short, .long, .aims th') !== null,
  };
}

/** @param {number} pixels */
function round(pixels) {
  return Math.round(pixels * 2) / 2;
}

/**
 * Sheets after which a box is the same to the pixel.
 *
 * @param {Record<string, string>} sheets
 */
export function tryHarmless(sheets) {
  return trySheets(sheets, (seen, plain) => [...differences(seen, plain), ...problemsOf(seen)]);
}

/**
 * Sheets after which all stays to be read.
 *
 * @param {Record<string, string>} sheets
 */
export function tryAltered(sheets) {
  return trySheets(sheets, (seen, plain, sheet) => {
    // Names repeat where a box is too narrow for columns, and numbers alone stay where there is no room.
    // A narrow column has short labels instead of the full ones, and no heading for the aims.
    const missing = new Set(plain.texts.filter(({isVariant}) => !isVariant).map(({text}) => text));
    for (const {text} of seen.texts) missing.delete(text);
    const zoom = Number(/zoom: ([\d.]+)/.exec(sheet)?.[1] ?? 1);
    return [...[...missing].map((text) => `“${text}” is missing`), ...problemsOf(seen, Math.min(zoom, 1))];
  });
}

/**
 * @param {Record<string, string>} sheets
 * @param {(seen: Box, plain: Box, sheet: string) => string[]} compare
 */
function trySheets(sheets, compare) {
  // WebKit evaluates `:has()` for what has been opened only when a sheet comes.
  measure('* {}');
  const plain = Object.entries(measure());
  const errors = [];
  for (const [name, sheet] of Object.entries(sheets)) {
    const seen = measure(sheet);
    for (const [tag, box] of plain) {
      for (const problem of compare(/** @type {Box} */ (seen[tag]), box, sheet))
        errors.push(`${tag}, ${name}: ${problem}`);
    }
  }
  return {errors, boxes: plain.length, texts: plain.reduce((sum, [, {texts}]) => sum + texts.length, 0)};
}

/**
 * How a box differs from what it was, in words; by a pixel it may, since engines round.
 *
 * @param {Box} seen
 * @param {Box} plain
 */
function differences(seen, plain, slack = 1) {
  /** @type {(a?: number, b?: number) => boolean} */
  const isFar = (a = 0, b = 0) => Math.abs(a - b) > slack;
  const found = [];
  if (isFar(seen.width, plain.width) || isFar(seen.height, plain.height)) {
    found.push(`${seen.width} × ${seen.height} px and not ${plain.width} × ${plain.height}`);
  }
  if (seen.texts.length !== plain.texts.length) found.push(`${seen.texts.length} texts and not ${plain.texts.length}`);
  for (const [i, {text, lines, fontSize, looks}] of seen.texts.entries()) {
    const was = plain.texts[i];
    if (!was || text !== was.text || looks !== was.looks || isFar(fontSize, was.fontSize)) {
      found.push(`“${text}” (${fontSize} px, ${looks}) and not “${was?.text}” (${was?.fontSize} px, ${was?.looks})`);
    } else if (lines.length !== was.lines.length || lines.flat().some((n, k) => isFar(n, was.lines.flat()[k]))) {
      found.push(`“${text}” at ${lines.join(' | ')} and not ${was.lines.join(' | ')}`);
    }
  }
  return found.slice(0, 3);
}

/**
 * What keeps a reader from reading a box, in words.
 *
 * @param {Box} box
 */
export function problemsOf({width, texts}, zoom = 1) {
  const found = [];
  for (const {text, lines, fontSize, color} of texts) {
    if (lines.length === 0) found.push(`“${text}” is not to be seen`);
    if (fontSize !== undefined && fontSize < 12 * zoom) found.push(`“${text}” is ${fontSize} px small`);
    if (/^rgba.*, 0\)$|\/ 0\)$/.test(color)) found.push(`“${text}” is transparent`);
  }
  const boxes = texts.flatMap(({text, lines}, i) =>
    lines.map(([left = 0, top = 0, wide = 0, high = 0]) => ({
      text,
      i,
      left,
      top,
      high,
      right: left + wide,
      bottom: top + high,
    })),
  );
  for (const {text, left, right} of boxes) {
    if (left < -1.5 || right > width + 1.5) found.push(`“${text}” leaves the box: ${left} to ${right} of ${width}`);
  }
  // Lines of different texts: by more than the leading that lines share.
  for (const [n, a] of boxes.entries()) {
    for (const b of boxes.slice(n + 1)) {
      if (a.i === b.i) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 0.45 * Math.min(a.high, b.high)) found.push(`“${a.text}” and “${b.text}” overlap`);
    }
  }
  return found.slice(0, 5);
}
