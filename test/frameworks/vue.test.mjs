/** The recipe of docs/frameworks.md for Vue: a render function with `innerHTML`, rendered on a server and hydrated. */
/* global watch */
import assert from 'node:assert/strict';
import {it} from 'node:test';
import {tryApp} from './try-app.mjs';

tryApp('Vue', 'vue', {
  ending: 'js',
  further({hydrate, assertQuiet}) {
    it('shows data without prerendered HTML once it hydrates', async () => {
      const opened = await hydrate();
      const {page} = opened;
      await page.evaluate(() => watch.until(() => document.querySelector('#data').shadowRoot?.querySelector('h2')));
      assert.match(await page.$eval('#data', ({shadowRoot}) => shadowRoot.textContent), /Verra/);
      await assertQuiet(opened);
    });
  },
});
