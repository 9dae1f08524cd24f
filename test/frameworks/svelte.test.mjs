/** The recipe of docs/frameworks.md for Svelte: `{@html}`, rendered on a server and hydrated. */
/* global watch */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {compile} from 'svelte/compiler';
import {tryApp} from './try-app.mjs';

/** Compiles components for esbuild. */
const compileSvelte = (generate) => ({
  name: 'svelte',
  setup({onLoad}) {
    onLoad({filter: /\.svelte$/}, ({path}) => ({
      contents: compile(readFileSync(path, 'utf8'), {filename: path, generate, dev: true}).js.code,
      loader: 'js',
    }));
  },
});

tryApp('Svelte', 'svelte', {
  ending: 'js',
  conditions: ['svelte', 'development'],
  pluginsFor: (generate) => [compileSvelte(generate)],
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
