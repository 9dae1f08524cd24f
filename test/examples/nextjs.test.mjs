import assert from 'node:assert/strict';
import {assertBoxes, assertQuiet, testExample} from './example.mjs';
import {look, readPage, settle} from './look.mjs';

testExample('nextjs', {
  framework: 'next',
  prerendered: true,
  serve: 'serve',
  further: {
    'shows the same to who comes back from another page without a new document': async ({browser, origin}) => {
      const {page, log, close} = await look(browser, origin);
      await page.evaluate(() => (window.sameDocument = true));
      await page.click('a[href="/about"]');
      await page.waitForSelector('::-p-aria([name="About"][role="heading"])');
      await page.click('a[href="/"]');
      await page.waitForSelector('#own');
      await settle(page);
      const {boxes, statuses} = await readPage(page);
      assertBoxes(boxes);
      assert.ok(statuses.includes('On screen: The lake talks, from data'), statuses.join('\n'));
      assert.ok(statuses.includes('Could not be shown: http'), statuses.join('\n'));
      // Chromium remarks that React inserts templates, which the elements then adopt.
      assertQuiet({log}, origin, {times: 2, known: [/^Found declarative shadowrootmode/]});
      assert.ok(await page.evaluate(() => window.sameDocument));
      await close();
    },
  },
});
