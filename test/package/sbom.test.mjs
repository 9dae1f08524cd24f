/** The bill of materials beside what is really in dist/. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {packageOf, readBundled} from '../../tools/build/bundled.mjs';
import {makeSbom} from '../../tools/build/sbom.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const bundled = readBundled();
const sbom = makeSbom(lock, bundled);
const namesOf = (places) =>
  places.map((place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)).sort();

/** Written by hand: whose code a folder begins to carry, somebody has to want. */
const inside = {
  dist: [
    '@lit-labs/ssr-dom-shim',
    '@lit/react',
    '@lit/reactive-element',
    'entities',
    'lit-element',
    'lit-html',
    'parse5',
  ],
  'dist/builder': [
    '@lit/reactive-element',
    'd3-array',
    'd3-geo',
    'immer',
    'lit-element',
    'lit-html',
    'polylabel',
    'tinyqueue',
    'topojson-client',
    'topojson-server',
    'topojson-simplify',
    'yaml',
  ],
  'dist/cli': [
    'd3-array',
    'd3-geo',
    'polylabel',
    'tinyqueue',
    'topojson-client',
    'topojson-server',
    'topojson-simplify',
    'yaml',
  ],
  'dist/embed': ['@lit/reactive-element', 'lit-element', 'lit-html'],
};
const installed = [
  '@lit-labs/ssr-dom-shim',
  '@lit/reactive-element',
  '@types/trusted-types',
  'lit',
  'lit-element',
  'lit-html',
  'valibot',
];

describe('what is inside dist/', () => {
  it('is the code of these packages', () => {
    assert.deepEqual(
      Object.fromEntries(Object.entries(bundled).map(([folder, places]) => [folder, namesOf(places)])),
      inside,
    );
  });

  it('is named with its licence beside the files', () => {
    for (const [folder, names] of Object.entries(inside)) {
      const [, ...works] = readFileSync(`${folder}/LICENSES.txt`, 'utf8').split('\n---\n\n');
      const told = works
        .filter((work) => !work.startsWith('Map paths'))
        .flatMap((work) => work.split('\n', 1)[0].split(', '));
      assert.deepEqual(told.sort(), [...names, 'summit-embeds'].sort(), folder);
    }
  });

  it('is told from ours by its place', () => {
    assert.equal(
      packageOf('/x/node_modules/parse5/node_modules/entities/dist/decode.js'),
      'node_modules/parse5/node_modules/entities',
    );
    assert.equal(packageOf('C:\\x\\node_modules\\@lit-labs\\ssr\\index.js'), 'node_modules/@lit-labs/ssr');
    assert.equal(packageOf('/x/build/js/define.js'), undefined);
    assert.equal(packageOf('\0/x/node_modules/a/b.js?commonjs'), undefined);
  });
});

describe('the bill of materials', () => {
  it('names all that is inside or installed, and nothing else', () => {
    const expected = [...new Set([...Object.values(inside).flat(), ...installed])].sort();
    assert.deepEqual(sbom.components.map(({name}) => name).sort(), expected);
  });

  it('says of each the version that was built in, its licence and its hash', () => {
    for (const places of Object.values(bundled)) {
      for (const place of places) {
        const {name, version, license} = JSON.parse(readFileSync(`${place}/package.json`, 'utf8'));
        const component = sbom.components.find((one) => one.name === name);
        assert.deepEqual([component.version, component.licenses], [version, [{license: {id: license}}]]);
        assert.match(component.hashes[0].content, /^[\da-f]{128}$/);
      }
    }
  });

  it('says where each is', () => {
    const where = (name) => sbom.components.find((one) => one.name === name).properties.map(({value}) => value);
    assert.deepEqual(where('yaml'), ['dist/builder', 'dist/cli']);
    assert.deepEqual(where('valibot'), ['as a dependency']);
    assert.deepEqual(where('parse5'), ['dist/prerender.js']);
  });

  it('leads nowhere in vain, and is the same each time', () => {
    const refs = new Set([
      sbom.metadata.component['bom-ref'],
      ...sbom.components.map((component) => component['bom-ref']),
    ]);
    assert.equal(refs.size, sbom.components.length + 1);
    for (const {ref, dependsOn} of sbom.dependencies)
      for (const one of [ref, ...dependsOn]) assert.ok(refs.has(one), one);
    assert.equal(sbom.dependencies.length, refs.size);
    assert.deepEqual(makeSbom(lock, bundled), sbom);
  });

  it('is not made where the lock file says too little', () => {
    assert.throws(
      () => makeSbom(lock, {'dist/cli': ['node_modules/unheard-of']}),
      /lacks version, license or integrity of node_modules\/unheard-of/,
    );
  });
});
