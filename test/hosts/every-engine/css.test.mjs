/**
 * Pages whose styles are old, careless or hostile. What a box takes from the page is chosen (src/element/styles.ts lists it);
 * everything else changes nothing inside, to the pixel. Whatever the page does to type and direction, all of a box stays to be
 * read, nothing overlaps, and nothing leaves it. What a page does to the element itself (hides, clips, moves it) is its right.
 *
 * No pictures are compared but where each line of each text is, its size and its looks.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {prerender} from '../../../dist/prerender.js';
import {inEveryEngine, onlyInChromium} from '../../support/engines.mjs';
import {boxes, SCRIPT, startHost, TAGS} from '../host-pages.mjs';
import {problemsOf} from '../in-styled-page.mjs';

/** After which a box is the same to the pixel. `body *`, since a page that shows its own head has other worries. */
const harmless = {
  'everything unset':
    'body, body * { all: unset !important } body { display: block !important; font: 16px serif !important }',
  'everything initial': 'body * { all: initial !important; display: block !important; font-family: serif !important }',
  'a reset with !important':
    '* { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: border-box !important; vertical-align: baseline !important; background: none !important; list-style: none !important; outline: 0 !important }',
  'capitals, italics, small capitals':
    '* { text-transform: uppercase !important; font-style: italic !important; font-variant: small-caps !important }',
  'indents, centred, shadows':
    '* { text-indent: 3em !important; text-align: center !important; text-shadow: 0 0 9px red !important }',
  'justified, set to the right': '* { text-align: justify !important } body * { text-align: right !important }',
  'lines that do not wrap':
    '* { white-space: nowrap !important; text-wrap: nowrap !important; word-break: break-all !important }',
  'as in code':
    '* { white-space: pre !important; tab-size: 40 !important; font-variant-ligatures: none !important; word-break: keep-all !important }',
  'no line height': '* { line-height: 0 !important }',
  'a large line height': '* { line-height: 4 !important }',
  'inline elements': 'body * { display: inline !important }',
  'block elements': 'body * { display: block !important }',
  'contents alone': 'body * { display: contents !important }',
  'tables of the page’s own':
    'table, td, th, tr, tbody, thead { display: inline !important; border: 5px solid red !important; border-spacing: 9px !important; padding: 9px !important }',
  'all elements that a box is made of hidden':
    'section, p, table, td, th, tr, details, summary, ul, ol, li, dl, dt, dd, svg, path, circle, text, footer, figure, b, bdi, slot { display: none !important; position: absolute !important; float: left !important }',
  'names that a box uses':
    '.box, .heading, .small, .muted, .mark, .who, .label, .claims, .count, #heading { display: none !important; font-size: 90px !important }',
  'before and after everything':
    '*::before, *::after { content: "x" !important; display: block !important; float: none !important }',
  'transitions and animations':
    '@keyframes spin { to { rotate: 1turn } } * { transition: all 9s !important; scroll-behavior: smooth !important } p { animation: spin 1s infinite }',
  'its own colours':
    '* { color: rebeccapurple !important; background-color: lightyellow !important; fill: red !important; stroke: red !important; accent-color: red !important }',
  'variables of ours':
    '* { --_gap: 9em !important; --_near: 9em !important; --_rule: 9px solid red !important; --_line: 9px solid red !important; --_muted: transparent !important; --_paper: red !important; --_accent: red !important }',
  'no pointer and no selection':
    '* { pointer-events: none !important; user-select: none !important; cursor: none !important }',
  'a size of the root that makes a rem 10 px': 'html { font-size: 62.5% } body { font-size: 16px }',
  'lists and quotes': '* { list-style: square inside !important; quotes: none !important; orphans: 9; widows: 9 }',
};

/** After which all stays to be read. */
const altered = {
  'no font size': '* { font-size: 0 !important }',
  'the old hack of a font': '* { font: 0/0 a !important }',
  'tiny text': '* { font-size: 4px !important }',
  'huge text': '* { font-size: 40px !important }',
  'another typeface, bold':
    '* { font-family: monospace !important; font-weight: 900 !important; font-stretch: expanded !important }',
  'letters far apart': '* { letter-spacing: 0.5em !important; word-spacing: 1em !important }',
  'letters close together': '* { letter-spacing: -0.03em !important; word-spacing: -0.1em !important }',
  'right to left': '* { direction: rtl !important }',
  'right to left, by force': '* { direction: rtl !important; unicode-bidi: bidi-override !important }',
  'a first line and a first letter':
    '*::first-line { text-transform: uppercase; letter-spacing: 1px } *::first-letter { font-size: 40px }',
  'zoomed in': 'body { zoom: 2 }',
  'zoomed out': 'body { zoom: 0.7 }',
  'hyphens everywhere':
    '* { hyphens: auto !important; overflow-wrap: normal !important; line-break: strict !important }',
  'flex containers': 'body * { display: flex !important }',
  'grid containers': 'body * { display: grid !important }',
  floats: 'body * { float: left !important }',
  'inline blocks': 'body * { display: inline-block !important }',
  'a narrow element': 'body * { max-width: 200px !important }',
};

/** Sheets of which engines make something of their own. Firefox and WebKit try these. */
const perEngine = [
  'everything unset',
  'everything initial',
  'a reset with !important',
  'as in code',
  'no line height',
  'tables of the page’s own',
  'before and after everything',
  'no font size',
  'the old hack of a font',
  'another typeface, bold',
  'letters far apart',
  'right to left, by force',
  'a first line and a first letter',
  'zoomed in',
  'hyphens everywhere',
  'flex containers',
];

let host;
let measured = 0;
before(async () => {
  const files = {'/hosts/in-styled-page.mjs': readFileSync('test/hosts/in-styled-page.mjs', 'utf8')};
  host = await startHost({files});
});
after(async () => {
  await host.close();
  console.log(
    `# css: ${measured} boxes measured under ${Object.keys({...harmless, ...altered}).length} hostile sheets`,
  );
});

inEveryEngine('the styles of a page', (engine) => {
  /** Opens a page and calls a function of in-styled-page.mjs there. */
  async function callIn(html, options, name, ...args) {
    const {width = 800, ...more} = options;
    await engine.setViewport({width, height: 600});
    await host.open(engine, `<style>body { margin: 0; font: 16px/1.4 serif }</style>${html}`, {strict: false, ...more});
    return engine
      .evaluate(
        async (name, args) => {
          const module = await import('/hosts/in-styled-page.mjs');
          if (customElements.get('summit-fact-box')) await module.openAll();
          // As one text: lists of thousands take Firefox's protocol seconds.
          return JSON.stringify(await module[name](...args));
        },
        name,
        args,
      )
      .then(JSON.parse);
  }

  const forEngine = (sheets) =>
    engine.name === 'chromium'
      ? sheets
      : Object.fromEntries(Object.entries(sheets).filter(([name]) => perEngine.includes(name)));

  function trySheets(makeHtml, width) {
    const assertNoFaults = async (name, sheets) => {
      const {errors, boxes, texts} = await callIn(await makeHtml(), {width}, name, sheets);
      assert.deepEqual(errors, []);
      assert.equal(boxes, TAGS.length);
      assert.ok(texts > 100, `${texts} texts`);
      measured += boxes * Object.keys(sheets).length;
    };

    it(`change nothing inside, where they are for something else, ${width} px`, () =>
      assertNoFaults('tryHarmless', forEngine(harmless)));

    it(`leave all to be read, whatever they do to type and direction, ${width} px`, () =>
      assertNoFaults('tryAltered', forEngine(altered)));
  }

  const live = boxes() + SCRIPT;
  const prerendered = async () =>
    (await Promise.all(TAGS.map((tag) => prerender(tag.replace('summit-', ''), {shape: 'shadow'})))).join('');

  describe('live', () => {
    // With columns and without.
    trySheets(() => live, 480);
    onlyInChromium(engine, () => trySheets(() => live, 1000));

    it('in quirks mode leave the same to be read as in standards mode', async () => {
      const plain = await callIn(live, {}, 'measure');
      const seen = await callIn(live, {doctype: ''}, 'measure');
      assert.equal(await engine.evaluate(() => document.compatMode), 'BackCompat');
      // Lines have no strut there: in Firefox texts are a pixel higher, balanced lines may break elsewhere, and the actions
      // of a claim may need a line more.
      for (const tag of TAGS) {
        assert.deepEqual(
          seen[tag].texts.map(({text, fontSize}) => [text, fontSize]),
          plain[tag].texts.map(({text, fontSize}) => [text, fontSize]),
        );
        assert.ok(
          Math.abs(seen[tag].height - plain[tag].height) < plain[tag].height * 0.05,
          `${tag}: ${seen[tag].height} px high and not ${plain[tag].height}`,
        );
        assert.deepEqual(problemsOf(seen[tag]), []);
      }
    });
  });

  onlyInChromium(engine, () => {
    describe('prerendered, without script', () => trySheets(prerendered, 800));
  });
});
