/** The three boxes in the styles of six sites: nothing is wider than its column, and nothing is too small to read. */
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {startPages} from '../support/page-server.mjs';
import {fontFaces, hostStyles} from './host-styles.mjs';

const TAGS = ['summit-goal-comparison', 'summit-region-list', 'summit-fact-box'];
const WIDTHS = [390, 1000];
const TEXT = 'The two leaders come to Alaska with sharply different goals, and Ukraine is not at the table.';

let pages;
before(async () => {
  pages = await startPages({folders: {'/fonts': 'test/hosts/node_modules/@fontsource'}});
});
after(() => pages?.close());

/** In a page: the sizes of labels and of small text, and what is too wide. */
function measure(tags) {
  const boxes = tags.map((tag) => document.querySelector(tag).shadowRoot);
  const sizesOf = (selector) =>
    boxes.flatMap((root) =>
      [...root.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility())
        .map((element) => parseFloat(getComputedStyle(element).fontSize)),
    );
  return {
    wide: [document.documentElement, ...boxes.map((root) => root.querySelector('[part~=box]'))]
      .filter(({scrollWidth, clientWidth}) => scrollWidth > clientWidth)
      .map(({localName, scrollWidth, clientWidth}) => `${localName}: ${scrollWidth} px in ${clientWidth}`),
    label: Math.min(...sizesOf('.label')),
    small: Math.min(...sizesOf('.small, .mark, .claims li')),
    fonts: [...document.fonts].filter(({status}) => status === 'loaded').length,
  };
}

describe('boxes in the styles of a site', () => {
  for (const {name, families, css} of hostStyles) {
    for (const width of WIDTHS) {
      it(`${name}, ${width} px`, async () => {
        const boxes = TAGS.map((tag) => `<p>${TEXT}</p><${tag}></${tag}>`).join('');
        const {page} = await pages.open(
          `<style>${families.map(fontFaces).join('\n')}\n${css}</style><main style="max-width:1000px;margin:0 auto;padding:0 16px"><h2>Who wants what in Alaska</h2>${boxes}</main><script type="module" src="/embed/summit-embeds.js"></script>`,
          {strict: false, viewport: {width, height: 800}, until: 'networkidle0'},
        );
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const closed = await page.evaluate(measure, TAGS);
        const folder = process.env['SUMMIT_PICTURES'];
        if (folder) {
          mkdirSync(folder, {recursive: true});
          await page.screenshot({path: `${folder}/${name.replaceAll(/\W+/g, '-')}-${width}.png`, fullPage: true});
        }
        await page.evaluate((tags) => {
          for (const tag of tags)
            for (const details of document.querySelector(tag).shadowRoot.querySelectorAll('details'))
              details.open = true;
        }, TAGS);
        const opened = await page.evaluate(measure, TAGS);
        for (const {wide, label, small, fonts} of [closed, opened]) {
          assert.deepEqual(wide, []);
          assert.ok(label >= 16, `a label has ${label} px`);
          assert.ok(small >= 13, `small text has ${small} px`);
          assert.ok(fonts > 0, 'no typeface of the site is loaded');
        }
        await pages.leave();
      });
    }
  }
});
