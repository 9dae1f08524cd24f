/**
 * The three elements on pages in languages whose script, direction or line breaks differ: at 320 px nothing is wider than
 * its box, axe finds nothing, and the digits, signs and marks are those of the language. Dates, corrections and disputes
 * are in the data; all details are open.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {openStates} from '../support/box-states.mjs';
import {ELEMENTS} from '../support/prerendered.mjs';
import {startPages} from '../support/page-server.mjs';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const ids = ELEMENTS.map((element) => `${element}-edited`);

/** Something to read in each language, with the digits of its dates. */
const LANGUAGES = {
  fa: {dir: 'rtl', text: /۲ مهٔ? ۲۰۳۱|۲ مه ۲۰۳۱/},
  he: {dir: 'rtl', text: /נכון ל־2 במאי 2031/},
  hi: {dir: 'ltr', text: /2 मई 2031 तक की जानकारी।/},
  ja: {dir: 'ltr', text: /2031年5月2日時点。/},
  ko: {dir: 'ltr', text: /2031년 5월 2일 기준\./},
  ru: {dir: 'ltr', text: /По состоянию на 2 мая 2031\sгода\./},
  tr: {dir: 'ltr', text: /Son durum: 2 Mayıs 2031\./},
  'zh-CN': {dir: 'ltr', text: /截至2031年5月2日。/},
};

let pages;

before(async () => {
  pages = await startPages();
});

after(async () => {
  await pages?.close();
});

/** In the page: texts that reach out of their element, direction of each box, and all that can be read. */
function readBoxes(ids) {
  const problems = [];
  if (document.scrollingElement.scrollWidth > innerWidth) problems.push('the page scrolls sideways');
  const boxes = ids.map((id) => {
    const host = document.getElementById(id);
    const frame = host.getBoundingClientRect();
    const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('svg, style') || !element.checkVisibility()) continue;
      const isUnseen = element.closest('.unseen') || getComputedStyle(element).clipPath !== 'none';
      if (isUnseen || element.closest('thead')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const {left, right, width} of range.getClientRects()) {
        if (width > 1 && (left < frame.left - 1 || right > frame.right + 1))
          problems.push(`${id}: ${node.data.trim()}`);
      }
    }
    const box = host.shadowRoot.querySelector('.box');
    return {dir: getComputedStyle(box).direction, wordBreak: getComputedStyle(box).wordBreak, text: box.textContent};
  });
  return {problems, boxes};
}

describe('boxes at 320 px', () => {
  for (const [lang, {dir, text}] of Object.entries(LANGUAGES)) {
    it(`in ${lang}: fit, are accessible, and write as ${lang} does`, async () => {
      const page = await openStates(pages, {
        lang,
        states: ['edited'],
        sheet: `body{margin:8px;direction:${dir}}`,
        viewport: {width: 320, height: 900},
      });
      const {problems, boxes} = await page.evaluate(readBoxes, ids);
      assert.deepEqual(problems, []);
      for (const box of boxes) {
        assert.equal(box.dir, dir);
        // Korean breaks lines between words.
        assert.equal(box.wordBreak, lang === 'ko' ? 'keep-all' : 'normal');
        assert.match(box.text.replace(/\s+/g, ' '), text);
      }
      await page.evaluate(axe);
      const violations = await page.evaluate(async (ids) => {
        const {violations} = await window.axe.run(
          ids.map((id) => `#${id}`),
          {rules: {region: {enabled: false}}},
        );
        return violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`);
      }, ids);
      assert.deepEqual(violations, []);
      await pages.leave();
    });
  }
});
