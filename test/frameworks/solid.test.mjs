/** The recipe of docs/frameworks.md for Solid: `innerHTML`, rendered on a server and hydrated. */
import {readFileSync} from 'node:fs';
import {transformAsync} from '@babel/core';
import solid from 'babel-preset-solid';
import {tryApp} from './try-app.mjs';

/** Compiles JSX for esbuild. */
const compileSolid = (generate) => ({
  name: 'solid',
  setup({onLoad}) {
    onLoad({filter: /solid\/\w+\.jsx$/}, async ({path}) => {
      const options = {generate: generate === 'server' ? 'ssr' : 'dom', hydratable: true};
      const {code} = await transformAsync(readFileSync(path, 'utf8'), {
        filename: path,
        babelrc: false,
        configFile: false,
        presets: [[solid, options]],
      });
      return {contents: code, loader: 'js'};
    });
  },
});

tryApp('Solid', 'solid', {conditions: ['solid', 'development'], pluginsFor: (generate) => [compileSolid(generate)]});
