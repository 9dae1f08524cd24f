/**
 * The three elements where there is little room or the reader has changed the text: no line leaves its box, none lies on
 * another, none is cut off, nothing is missing, and no page scrolls sideways (WCAG 2.2, 1.4.4, 1.4.10, 1.4.12). All text is
 * read, line by line, from where the browser has put it; all details are open.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {hostOf, openStates, SCRIPT, watchFlat} from '../support/box-states.mjs';
import {startPages, watchPage} from '../support/page-server.mjs';
import {ELEMENTS} from '../support/prerendered.mjs';

const water = readFileSync('templates/water-talks-ar.json', 'utf8');

/** WCAG 1.4.12, as a reader's style sheet has it. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
const TWICE = 'body { font-size: 200%; }';

const editedIds = ELEMENTS.map((element) => `${element}-edited`);
/** Many sides and many places too, where those are. */
const englishIds = [...editedIds, 'goal-comparison-climate', 'region-list-climate'];
const arabicIds = ELEMENTS.map((element) => `${element}-water`);

let pages;
let english;
let arabic;

before(async () => {
  pages = await startPages({files: {'/water.json': water}});
  english = await openStates(pages, {
    states: ['edited', 'climate'],
    without: ['fact-box-climate'],
    sheet: 'body{margin:8px}',
    viewport: {width: 1168, height: 900},
  });
  const hosts = ELEMENTS.map((element, i) => hostOf(element, arabicIds[i], {attributes: {src: '/water.json'}}));
  ({page: arabic} = await pages.open(`<style>body{margin:8px}</style><body><main>${hosts.join('')}</main>${SCRIPT}`, {
    lang: 'ar',
    strict: false,
    prepare: [watchPage, watchFlat],
    viewport: {width: 1168, height: 900},
  }));
  await arabic.evaluate(async (ids) => {
    await window.watch.until(() => ids.every((id) => window.watch.eventsOf(id).length > 0));
    await Promise.all(ids.map((id) => window.flat.openAll(id)));
  }, arabicIds);
});

after(async () => {
  await pages?.close();
});

/** Puts a page into a shape: its width, direction, a style sheet of the page, and one that reaches into the elements. */
async function shape(page, {width, scale = 1, dir = 'ltr', sheet = '', inside = ''}) {
  await page.setViewport({width, height: 900, deviceScaleFactor: scale});
  await page.evaluate(
    (dir, sheet, inside) => {
      document.documentElement.dir = dir;
      const set = (root, css) => {
        root.readers ??= new CSSStyleSheet();
        root.readers.replaceSync(css);
        if (!root.adoptedStyleSheets.includes(root.readers))
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, root.readers];
      };
      set(document, sheet);
      for (const {shadowRoot} of document.querySelectorAll('main > *')) if (shadowRoot) set(shadowRoot, inside);
    },
    dir,
    sheet,
    inside,
  );
}

/** In the page: every line of text of these elements that a reader sees, and what is wrong with where it is. */
function readLines(ids) {
  const problems = [];
  const texts = new Set();
  let count = 0;
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) problems.push(`the page is ${root.scrollWidth} px wide in ${innerWidth}`);

  const styles = new Map();
  const styleOf = (node) => {
    if (!styles.has(node)) styles.set(node, getComputedStyle(node));
    return styles.get(node);
  };
  const {parentOf, childrenOf} = window.flat;
  /** The nearest box that is laid out as one, every box that cuts off, and whether it is for screen readers alone. */
  const known = new Map();
  const boxesOf = (element) => {
    if (!known.has(element)) {
      const parent = parentOf(element);
      const above = parent ? boxesOf(parent) : {cutting: [], hidden: false, box: element};
      const {display, overflow, clipPath} = styleOf(element);
      known.set(element, {
        box: display === 'inline' || display === 'contents' ? above.box : element,
        cutting:
          overflow === 'visible' || element === document.documentElement ? above.cutting : [...above.cutting, element],
        hidden: above.hidden || clipPath !== 'none',
      });
    }
    return known.get(element);
  };

  for (const id of ids) {
    const host = document.getElementById(id);
    const frame = host.getBoundingClientRect();
    const lines = [];
    const walk = (node) => {
      if (node instanceof Text) {
        const element = node.parentElement;
        if (!node.data.trim() || !element?.checkVisibility({visibilityProperty: true})) return;
        const {box, cutting, hidden} = boxesOf(element);
        if (hidden) return;
        const range = document.createRange();
        range.selectNodeContents(node);
        const size = parseFloat(styleOf(element).fontSize);
        for (const {left, right, top, bottom} of range.getClientRects()) {
          // A blank at the end of a line.
          if (right - left < 1) continue;
          // In a narrow column a short label has its own certainties, and those of the full one are at its claims. The aims
          // come first and need no heading.
          if (!element.closest('.marks.long, .aims [role=rowheader]')) texts.add(node.data.trim());
          const middle = (top + bottom) / 2;
          // Of a drawing, size is in units of its own.
          const half = element.closest('svg') ? (bottom - top) / 4 : size * 0.3;
          // As high as small letters: what lies over the middle of another line makes it unreadable; empty room does not.
          const text = node.data.trim().slice(0, 40);
          const line = {text, left: left + 1, right: right - 1, top: middle - half, bottom: middle + half};
          lines.push(line);
          const svg = element.closest('svg');
          // A name in a drawing may reach into the margin, as long as nothing cuts it off there.
          const drawn =
            svg && (styleOf(svg).overflowX === 'visible' ? {left: 0, right: innerWidth} : svg.getBoundingClientRect());
          const {left: start, right: end} = drawn ?? frame;
          if (left < start - 1 || right > end + 1) {
            problems.push(`${id}: “${text}” reaches from ${left} to ${right}, out of ${start} to ${end}`);
          }
          if (svg) continue;
          for (const around of [box, ...cutting]) {
            const edge = around.getBoundingClientRect();
            if (
              left < edge.left - 1 ||
              right > edge.right + 1 ||
              line.top < edge.top - 1 ||
              line.bottom > edge.bottom + 1
            ) {
              problems.push(`${id}: “${text}” leaves its ${around.localName}.${around.className}`);
            }
          }
        }
        return;
      }
      if (!(node instanceof Element) && !(node instanceof ShadowRoot)) return;
      for (const child of childrenOf(node)) walk(child);
    };
    walk(host);
    count += lines.length;
    lines.sort((a, b) => a.top - b.top);
    for (const [i, line] of lines.entries()) {
      for (let j = i + 1; j < lines.length && lines[j].top < line.bottom - 1; j += 1) {
        const other = lines[j];
        if (other.left < line.right - 1 && line.left < other.right - 1) {
          problems.push(`${id}: “${line.text}” and “${other.text}” lie on one another`);
        }
      }
    }
  }
  return {problems, count, texts: [...texts].sort()};
}

/** Each in one direction: what turns with the direction, the mirror below shows. In Arabic where there is the least room. */
const SHAPES = {
  '320 px wide, which is 1280 px at 400 %': {width: 320, dir: 'rtl'},
  '240 px wide': {width: 240, dir: 'ltr', arabic: true},
  '320 px wide, with the text spacing of WCAG 1.4.12 on the page': {width: 320, sheet: SPACING, dir: 'ltr'},
  '320 px wide, with that spacing in the elements too': {
    width: 320,
    sheet: SPACING,
    inside: SPACING,
    dir: 'ltr',
    arabic: true,
  },
  '680 px wide, with that spacing in the elements too': {width: 680, sheet: SPACING, inside: SPACING, dir: 'rtl'},
  '1168 px wide, with that spacing in the elements too': {width: 1168, sheet: SPACING, inside: SPACING, dir: 'ltr'},
  '320 px wide, with text of twice the size': {width: 320, sheet: TWICE, dir: 'ltr', arabic: true},
  '680 px wide, with text of twice the size': {width: 680, sheet: TWICE, dir: 'rtl'},
  '1168 px wide, with text of twice the size': {width: 1168, sheet: TWICE, dir: 'ltr'},
};

/** What can be read where there is room, by direction. */
const wide = {};

describe('nothing overlaps, sticks out, is cut off or missing', () => {
  for (const [name, {arabic: inArabic = false, ...given}] of Object.entries(SHAPES)) {
    const {dir} = given;
    it(`${name}, ${dir}`, async (t) => {
      if (!wide[dir]) {
        await shape(english, {width: 1168, dir});
        const {problems, texts} = await english.evaluate(readLines, englishIds);
        assert.deepEqual(problems, []);
        wide[dir] = texts;
      }
      await shape(english, given);
      const {problems, count, texts} = await english.evaluate(readLines, englishIds);
      t.diagnostic(`${count} lines`);
      assert.ok(count > 800, `${count} lines`);
      assert.deepEqual(problems, []);
      // Whatever can be read where there is room can be read here.
      assert.deepEqual(
        wide[dir].filter((text) => !texts.includes(text)),
        [],
      );
    });

    if (inArabic) {
      it(`${name}, in Arabic`, async () => {
        await shape(arabic, {...given, dir: 'rtl'});
        const {problems, count} = await arabic.evaluate(readLines, arabicIds);
        assert.ok(count > 150, `${count} lines`);
        assert.deepEqual(problems, []);
      });
    }
  }

  it('and what does so is found', async () => {
    for (const [inside, expected] of [
      ['.label { white-space: nowrap }', /reaches from|leaves its/],
      ['.box { line-height: 0.4 }', /lie on one another/],
      ['.claims { max-height: 2em; overflow: hidden }', /leaves its ul\.claims/],
      ['.box { min-width: 30em }', /px wide in|reaches from/],
    ]) {
      await shape(english, {width: 320, inside});
      const {problems} = await english.evaluate(readLines, ['fact-box-edited']);
      assert.match(problems.join('\n'), expected, inside);
    }
    await shape(english, {width: 320, inside: '.label { display: none }'});
    const {texts} = await english.evaluate(readLines, ['fact-box-edited']);
    assert.ok(!texts.includes('Anchorage, Alaska'));
  });
});

/** In the page: where every box of these elements lies that is laid out as one; what is in drawings, and in lines, apart. */
function readBoxes(ids) {
  return ids.flatMap((id) => {
    const host = document.getElementById(id);
    const frame = host.getBoundingClientRect();
    return [...host.shadowRoot.querySelectorAll('*')].flatMap((element) => {
      const {display} = getComputedStyle(element);
      const {left, right, width} = element.getBoundingClientRect();
      if (!/^(?:block|grid|flex|list-item|table)/.test(display) || width === 0) return [];
      if (element.closest('svg') !== null && element.localName !== 'svg') return [];
      let clipped = false;
      for (let node = element; node; node = node.parentElement) clipped ||= getComputedStyle(node).clipPath !== 'none';
      const name = `${id}: ${element.localName}.${element.getAttribute('class')}`;
      return clipped ? [] : {name, start: left - frame.left, end: frame.right - right};
    });
  });
}

describe('a page that turns from left-to-right to right-to-left', () => {
  for (const width of [320, 680, 1168]) {
    it(`takes its boxes with it, at once, as in a mirror: ${width} px`, async () => {
      await shape(english, {width, dir: 'ltr'});
      const before = await english.evaluate(readBoxes, editedIds);
      await english.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      const after = await english.evaluate(readBoxes, editedIds);
      assert.ok(before.length > 300, `${before.length} boxes`);
      const off = before.filter(
        ({start, end}, i) => Math.abs(start - after[i].end) > 1.5 || Math.abs(end - after[i].start) > 1.5,
      );
      assert.deepEqual(off, []);
      // Not a mirror of itself alone.
      assert.ok(before.some(({start, end}) => Math.abs(start - end) > 5));
      const {problems} = await english.evaluate(readLines, englishIds);
      assert.deepEqual(problems, []);
      await shape(english, {width, dir: 'ltr'});
      assert.deepEqual(await english.evaluate(readBoxes, editedIds), before);
    });
  }
});
