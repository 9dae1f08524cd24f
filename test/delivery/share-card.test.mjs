// @ts-check
/** Share cards in a browser, in the typeface of this machine: no text leaves its place or touches another. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {shareCard} from '../../dist/prerender.js';
import {sharedBrowser} from '../support/browser.mjs';

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
const now = new Date('2032-10-01');
/** @type {readonly (readonly [string, import('../../dist/prerender.js').ShareCardOptions])[]} */
const cards = [
  ['English', {}],
  ['German', {attributes: {lang: 'de'}}],
  ['Ukrainian', {attributes: {lang: 'uk'}}],
  ['Arabic', {attributes: {lang: 'ar'}}],
  ['five sides', {data: read('templates/climate-talks.json'), now}],
  ['right to left, three sides', {data: read('templates/water-talks-ar.json'), now}],
];

describe('share cards', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let context;
  /** @type {import('puppeteer-core').Page} */
  let page;

  before(async () => {
    context = await (await sharedBrowser()).createBrowserContext();
    page = await context.newPage();
  });

  after(() => context.close());

  for (const [name, options] of cards) {
    it(`keep their texts apart and inside: ${name}`, async () => {
      for (const size of /** @type {const} */ (['landscape', 'square', 'portrait'])) {
        const {svg, widthPx, heightPx} = await shareCard({...options, size, paper: 'The Northern Courier'});
        await page.setViewport({width: widthPx, height: heightPx});
        await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
        const texts = await page.$$eval('svg text', (nodes) =>
          nodes.map((node) => {
            const {left, right} = node.getBoundingClientRect();
            return {
              left,
              right,
              y: Number(node.getAttribute('y')),
              size: Number(node.getAttribute('font-size')),
              text: node.textContent ?? '',
            };
          }),
        );
        for (const [i, {left, right, y, size: px, text}] of texts.entries()) {
          const where = `${size}: “${text}” from ${left} to ${right}`;
          // Italic and Arabic letters may reach a little over their place.
          assert.ok(left >= 57 && right <= widthPx - 57 && y <= heightPx - 38, where);
          const touched = texts
            .slice(i + 1)
            .find(
              (other) =>
                Math.abs(other.y - y) < Math.min(px, other.size) * 0.8 && other.left < right && left < other.right,
            );
          assert.equal(touched, undefined, where);
        }
      }
    });
  }
});
