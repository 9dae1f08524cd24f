/**
 * Pages whose styles are old, careless or hostile. What a box takes from the page is chosen (src/element/styles.ts lists it);
 * everything else changes nothing inside, to the pixel. Whatever the page does to type and direction, all of a box stays to be
 * read, nothing overlaps, and nothing leaves it. What a page does to the element itself (hides, clips, moves it) is its right.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {prerender} from '../../../dist/prerender.js';
import {inEveryEngine} from '../../support/engines.mjs';
import {boxes, heard, SCRIPT, startHost, TAGS} from '../host-pages.mjs';

/** After which a box is the same to the pixel. `body *`, since a page that shows its own head has other worries. */
const harmless = {
  'everything unset': 'body, body * { all: unset !important } body { display: block !important; font: 16px serif !important }',
  'everything initial': 'body * { all: initial !important; display: block !important; font-family: serif !important }',
  'a reset with !important':
    '* { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: border-box !important; vertical-align: baseline !important; background: none !important; list-style: none !important; outline: 0 !important }',
  'capitals, italics, small capitals': '* { text-transform: uppercase !important; font-style: italic !important; font-variant: small-caps !important }',
  'indents, centred, shadows': '* { text-indent: 3em !important; text-align: center !important; text-shadow: 0 0 9px red !important }',
  'justified, set to the right': '* { text-align: justify !important } body * { text-align: right !important }',
  'lines that do not wrap': '* { white-space: nowrap !important; text-wrap: nowrap !important; word-break: break-all !important }',
  'as in code': '* { white-space: pre !important; tab-size: 40 !important; font-variant-ligatures: none !important; word-break: keep-all !important }',
  'no line height': '* { line-height: 0 !important }',
  'a large line height': '* { line-height: 4 !important }',
  'inline elements': 'body * { display: inline !important }',
  'block elements': 'body * { display: block !important }',
  'contents alone': 'body * { display: contents !important }',
  'tables of the page’s own': 'table, td, th, tr, tbody, thead { display: inline !important; border: 5px solid red !important; border-spacing: 9px !important; padding: 9px !important }',
  'all elements that a box is made of hidden':
    'section, p, table, td, th, tr, details, summary, ul, ol, li, dl, dt, dd, svg, path, circle, text, footer, figure, b, bdi, slot { display: none !important; position: absolute !important; float: left !important }',
  'names that a box uses': '.box, .heading, .small, .muted, .mark, .who, .label, .claims, .count, #heading { display: none !important; font-size: 90px !important }',
  'before and after everything': '*::before, *::after { content: "x" !important; display: block !important; float: none !important }',
  'transitions and animations': '@keyframes spin { to { rotate: 1turn } } * { transition: all 9s !important; scroll-behavior: smooth !important } p { animation: spin 1s infinite }',
  'its own colours': '* { color: rebeccapurple !important; background-color: lightyellow !important; fill: red !important; stroke: red !important; accent-color: red !important }',
  'variables of ours': '* { --_gap: 9em !important; --_near: 9em !important; --_rule: 9px solid red !important; --_line: 9px solid red !important; --_muted: transparent !important; --_paper: red !important; --_accent: red !important }',
  'no pointer and no selection': '* { pointer-events: none !important; user-select: none !important; cursor: none !important }',
  'a size of the root that makes a rem 10 px': 'html { font-size: 62.5% } body { font-size: 16px }',
  'lists and quotes': '* { list-style: square inside !important; quotes: none !important; orphans: 9; widows: 9 }',
};

/** After which all stays to be read. */
const altered = {
  'no font size': '* { font-size: 0 !important }',
  'the old hack of a font': '* { font: 0/0 a !important }',
  'tiny text': '* { font-size: 4px !important }',
  'huge text': '* { font-size: 40px !important }',
  'another typeface, bold': '* { font-family: monospace !important; font-weight: 900 !important; font-stretch: expanded !important }',
  'letters far apart': '* { letter-spacing: 0.5em !important; word-spacing: 1em !important }',
  'letters close together': '* { letter-spacing: -0.03em !important; word-spacing: -0.1em !important }',
  'right to left': '* { direction: rtl !important }',
  'right to left, by force': '* { direction: rtl !important; unicode-bidi: bidi-override !important }',
  'a first line and a first letter': '*::first-line { text-transform: uppercase; letter-spacing: 1px } *::first-letter { font-size: 40px }',
  'zoomed in': 'body { zoom: 2 }',
  'zoomed out': 'body { zoom: 0.7 }',
  'hyphens everywhere': '* { hyphens: auto !important; overflow-wrap: normal !important; line-break: strict !important }',
  'flex containers': 'body * { display: flex !important }',
  'grid containers': 'body * { display: grid !important }',
  'floats': 'body * { float: left !important }',
  'inline blocks': 'body * { display: inline-block !important }',
  'a narrow element': 'body * { max-width: 200px !important }',
};

/** In a page: under one more sheet, or none, what is to be seen of each box, and where. */
function measure(sheet) {
  // In the place of the one before: to lay the page out without any in between would double the time.
  const style = document.querySelector('style.hostile') ?? document.createElement('style');
  style.className = 'hostile';
  style.textContent = sheet;
  document.head.append(style);
  const found = {};
  for (const element of document.querySelectorAll('summit-goal-comparison, summit-region-list, summit-fact-box')) {
    const frame = element.shadowRoot.querySelector('[part=box]');
    for (const details of frame.querySelectorAll('details')) details.open = true;
    const outer = frame.getBoundingClientRect();
    const texts = [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const {currentNode: text} = walker;
      const {parentElement: parent} = text;
      const drawn = text.data.trim() && parent.checkVisibility() && parent.localName !== 'style';
      // The head of a stacked table is for screen readers alone.
      if (!drawn || getComputedStyle(parent.closest('thead') ?? parent).clipPath !== 'none') continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const {color, fontSize, textTransform, fontStyle, stroke} = getComputedStyle(parent);
      texts.push({
        text: text.data.trim(),
        lines: [...range.getClientRects()]
          .filter(({width, height}) => width > 0 && height > 0)
          .map(({left, top, width, height}) => [left - outer.left, top - outer.top, width, height].map((n) => Math.round(n * 2) / 2)),
        color,
        // On the map it is in units of the map.
        fontSize: parent instanceof SVGElement ? undefined : parseFloat(fontSize),
        looks: [textTransform, fontStyle, parent instanceof SVGElement && stroke].join(),
      });
    }
    found[element.localName] = {width: Math.round(outer.width * 2) / 2, height: Math.round(outer.height * 2) / 2, texts};
  }
  // One text: lists of thousands take Firefox's protocol seconds.
  return JSON.stringify(found);
}

let host;
let prerendered = '';
let measured = 0;
before(async () => {
  host = await startHost();
  for (const tag of TAGS) prerendered += await prerender(tag.replace('summit-', ''), {shape: 'shadow'});
});
after(async () => {
  await host.close();
  console.log(`# css: ${measured} boxes measured under ${Object.keys(harmless).length + Object.keys(altered).length} hostile sheets`);
});

/** How a box differs from what it was, in words; by a pixel it may, since engines round. */
function differences(seen, plain, slack = 1) {
  const far = (a, b) => Math.abs(a - b) > slack;
  const found = [];
  if (far(seen.width, plain.width) || far(seen.height, plain.height)) {
    found.push(`${seen.width} × ${seen.height} px and not ${plain.width} × ${plain.height}`);
  }
  if (seen.texts.length !== plain.texts.length) found.push(`${seen.texts.length} texts and not ${plain.texts.length}`);
  for (const [i, {text, lines, fontSize, looks}] of seen.texts.entries()) {
    const was = plain.texts[i];
    if (!was || text !== was.text || looks !== was.looks || (fontSize && far(fontSize, was.fontSize))) {
      found.push(`“${text}” (${fontSize} px, ${looks}) and not “${was?.text}” (${was?.fontSize} px, ${was?.looks})`);
    } else if (lines.length !== was.lines.length || lines.flat().some((n, k) => far(n, was.lines.flat()[k]))) {
      found.push(`“${text}” at ${lines.join(' | ')} and not ${was.lines.join(' | ')}`);
    }
  }
  return found.slice(0, 3);
}

/** What is wrong with a box, in words. */
function faultsOf({width, texts}, zoom) {
  const faults = [];
  const boxes = texts.flatMap(({text, lines}, i) => lines.map((line) => ({text, i, line})));
  for (const {text, lines, fontSize, color} of texts) {
    if (lines.length === 0) faults.push(`“${text}” is not to be seen`);
    if (fontSize < 12 * zoom) faults.push(`“${text}” is ${fontSize} px small`);
    if (/^rgba.*, 0\)$|\/ 0\)$/.test(color)) faults.push(`“${text}” is transparent`);
  }
  for (const {text, line} of boxes) {
    const [left, , wide] = line;
    if (left < -1.5 || left + wide > width + 1.5) faults.push(`“${text}” leaves the box: ${line.join(' ')} of ${width}`);
  }
  // Lines of different texts: by more than the leading that lines share.
  for (const [n, a] of boxes.entries()) {
    for (const b of boxes.slice(n + 1)) {
      if (a.i === b.i) continue;
      const across = Math.min(a.line[0] + a.line[2], b.line[0] + b.line[2]) - Math.max(a.line[0], b.line[0]);
      const down = Math.min(a.line[1] + a.line[3], b.line[1] + b.line[3]) - Math.max(a.line[1], b.line[1]);
      if (across > 2 && down > 0.45 * Math.min(a.line[3], b.line[3])) faults.push(`“${a.text}” and “${b.text}” overlap`);
    }
  }
  return faults.slice(0, 5);
}

inEveryEngine('the styles of a page', (engine) => {
  const kinds = {
    live: {
      html: () => boxes() + SCRIPT,
      async ready() {
        await engine.evaluate(heard, 3);
        // With what readers can do, which comes once something is opened.
        await engine.evaluate(async () => {
          const roots = [...document.querySelectorAll('[id^=summit-]')].map(({shadowRoot}) => shadowRoot);
          for (const details of roots.flatMap((root) => [...root.querySelectorAll('details')])) details.open = true;
          const served = (root) => [...root.querySelectorAll('details li[data-id]')].every((item) => item.querySelector('button'));
          await window.watch.until(() => roots.every((root) => root.querySelector('footer button') && served(root)));
        });
      },
    },
    'prerendered, without script': {html: () => prerendered, ready: async () => {}},
  };
  const widths = [480, 800, 1000];
  const look = async (sheet) => JSON.parse(await engine.evaluate(measure, sheet));

  for (const [kind, {html, ready}] of Object.entries(kinds)) {
    describe(kind, () => {
      const open = async (width, more) => {
        await engine.setViewport({width, height: 600});
        await host.open(engine, `<style>body { margin: 0; font: 16px/1.4 serif }</style>${html()}`, {strict: false, ...more});
        await ready();
      };

      it('change nothing inside, where they are for something else', async () => {
        const faults = [];
        for (const width of widths) {
          await open(width);
          const plain = await look('');
          assert.equal(Object.keys(plain).length, TAGS.length);
          for (const [name, sheet] of Object.entries(harmless)) {
            const seen = await look(sheet);
            for (const tag of TAGS) {
              measured += 1;
              const found = [...differences(seen[tag], plain[tag]), ...faultsOf(seen[tag], 1)];
              for (const fault of found) faults.push(`${tag}, ${width} px, ${name}: ${fault}`);
            }
          }
        }
        assert.deepEqual(faults, []);
      });

      it('leave all to be read, whatever they do to type and direction', async () => {
        const faults = [];
        for (const width of widths) {
          await open(width);
          const plain = await look('');
          for (const [name, sheet] of Object.entries(altered)) {
            const seen = await look(sheet);
            for (const tag of TAGS) {
              measured += 1;
              const texts = ({texts}) => texts.map(({text}) => text).sort();
              // Names repeat where a box is too narrow for columns, and numbers alone stay where there is no room.
              const missing = new Set(texts(plain[tag]));
              for (const text of texts(seen[tag])) missing.delete(text);
              const zoom = Number(/zoom: ([\d.]+)/.exec(sheet)?.[1] ?? 1);
              const found = [...[...missing].map((text) => `“${text}” is missing`), ...faultsOf(seen[tag], Math.min(zoom, 1))];
              for (const fault of found) faults.push(`${tag}, ${width} px, ${name}: ${fault}`);
            }
          }
        }
        assert.deepEqual(faults, []);
      });

      it('in quirks mode leave the same to be read as in standards mode', async () => {
        await open(800);
        const plain = await look('');
        await open(800, {doctype: ''});
        assert.equal(await engine.evaluate(() => document.compatMode), 'BackCompat');
        // Lines have no strut there: in Firefox texts are a pixel higher, and balanced lines may break elsewhere.
        const seen = await look('');
        for (const tag of TAGS) {
          assert.deepEqual(seen[tag].texts.map(({text, fontSize}) => [text, fontSize]), plain[tag].texts.map(({text, fontSize}) => [text, fontSize]));
          assert.ok(Math.abs(seen[tag].height - plain[tag].height) < plain[tag].height * 0.02, `${tag}: ${seen[tag].height} px high`);
          assert.deepEqual(faultsOf(seen[tag], 1), []);
        }
      });
    });
  }
});
