/** What a printer gets: everything once, with its heading on each page. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {prerender} from '../../dist/prerender.js';
import {startPages} from '../support/page-server.mjs';

const ELEMENTS = ['goal-comparison', 'region-list', 'fact-box'];

let pages;
before(async () => {
  pages = await startPages();
});
afterEach(() => pages.leave());
after(() => pages?.close());

const live = ELEMENTS.map((name) => `<summit-${name}></summit-${name}>`).join('');
const forms = {
  live: async () => `${live}<script type="module" src="/embed/summit-embeds.js"></script>`,
  prerendered: async () =>
    `${(await Promise.all(ELEMENTS.map((name) => prerender(name)))).join('')}<script src="/embed/summit-embeds.lazy.js"></script>`,
};

/** Prints a page, and tells how many sheets it takes and what its boxes show. */
async function print(html) {
  const {page} = await pages.open(`<main style="font:17px/1.5 serif">${html}</main>`, {strict: false});
  await page.waitForFunction(() => document.querySelector('summit-fact-box')?.shadowRoot?.querySelector('footer'));
  const margin = {top: '15mm', right: '15mm', bottom: '15mm', left: '15mm'};
  const pdf = Buffer.from(await page.pdf({format: 'A4', margin})).toString('latin1');
  await page.emulateMediaType('print');
  const found = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('summit-goal-comparison,summit-region-list,summit-fact-box')].map(
      ({shadowRoot}) => shadowRoot,
    );
    const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
    const textsOf = (elements) => elements.map(({textContent}) => textContent);
    const sources = all('footer li');
    return {
      sources: textsOf(sources),
      shownSources: textsOf(sources.filter((item) => item.checkVisibility())),
      emptySources: all('footer > details').filter(
        (details) => details.checkVisibility() && !details.querySelector('li:not([data-repeated])'),
      ).length,
      hidden: textsOf(all('.say .claims > li').filter((claim) => !claim.checkVisibility())),
      headings: all('.topic .sub, .fact > dt, .common > .sub').map((heading) => {
        const row = heading.closest('th:not(:has(.about))') ?? heading;
        return `${getComputedStyle(row).display} in ${getComputedStyle(row.closest('.topic, .fact, .common')).display}`;
      }),
    };
  });
  return {...found, sheets: pdf.match(/\/Type\s*\/Page\b/g).length};
}

describe('print', () => {
  for (const [form, make] of Object.entries(forms)) {
    it(`has each source once on a ${form} page, and every statement, on at most six sheets`, async () => {
      const {sources, shownSources, emptySources, hidden, sheets} = await print(await make());
      assert.deepEqual(shownSources, [...new Set(sources)]);
      assert.ok(shownSources.length < sources.length);
      assert.equal(emptySources, 0);
      assert.deepEqual(hidden, []);
      assert.ok(sheets <= 6, `${sheets} sheets`);
    });
  }

  it('repeats topics and questions on the next page, as headers of tables', async () => {
    const {headings} = await print(await forms.live());
    assert.ok(headings.length > 10);
    assert.deepEqual([...new Set(headings)], ['table-header-group in table']);
  });
});
