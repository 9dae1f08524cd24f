/** `summit-embeds/prerender` where there is no Node: bundled as for an edge worker, and run with globals of the web only. */
import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import vm from 'node:vm';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {rollup} from 'rollup';
import {elementNames} from '../../src/components/element-names.js';
import {makeSummit} from '../support/make-summit.js';
import * as inNode from '../../dist/prerender.js';

/** What every edge runtime has. */
const webGlobals = Object.fromEntries(
  [
    ...[
      'AbortController',
      'AbortSignal',
      'Event',
      'EventTarget',
      'Headers',
      'Request',
      'Response',
      'TextDecoder',
      'TextEncoder',
      'URL',
    ],
    ...[
      'URLSearchParams',
      'atob',
      'btoa',
      'clearTimeout',
      'console',
      'crypto',
      'fetch',
      'queueMicrotask',
      'setTimeout',
      'structuredClone',
    ],
  ].map((name) => [name, globalThis[name]]),
);

describe('the prerenderer in an edge worker', () => {
  let imports;
  let worker;
  before(async () => {
    const bundle = await rollup({
      input: 'dist/prerender.js',
      plugins: [nodeResolve({exportConditions: ['workerd', 'worker', 'browser']})],
      logLevel: 'silent',
    });
    const {output} = await bundle.generate({format: 'iife', name: 'worker', inlineDynamicImports: true});
    imports = output.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
    const context = vm.createContext({...webGlobals});
    vm.runInContext(`${output[0].code}; globalThis.worker = worker`, context);
    worker = (name, ...args) => {
      context.args = JSON.stringify(args);
      return vm.runInContext(`worker.${name}(...JSON.parse(args))`, context);
    };
  });

  it('imports nothing of Node', () => {
    assert.deepEqual(imports, []);
  });

  for (const element of elementNames) {
    it(`writes the same HTML of a ${element} as Node`, async () => {
      for (const options of [
        {},
        {attributes: {lang: 'de'}},
        {attributes: {lang: 'ar'}, as: 'text'},
        {data: makeSummit()},
        {as: 'jsonld'},
      ]) {
        assert.equal(await worker('prerender', element, options), await inNode.prerender(element, options));
      }
      assert.equal(await worker('styleHash', element), await inNode.styleHash(element));
    });
  }
});
