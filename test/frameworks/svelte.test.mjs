/** The recipe of docs/frameworks.md for Svelte: `{@html}`, rendered on a server and hydrated. */
import {readFileSync} from 'node:fs';
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
  hasLiveBox: true,
});
