/** What the package, and so a publisher, depends on. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const {dependencies, peerDependencies, peerDependenciesMeta, optionalDependencies, scripts} = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Names of all that comes with these packages, and with those. */
function withTheirs(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    withTheirs(Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}), found);
  }
  return [...found].sort();
}

describe('the supply', () => {
  it('of a production build are two packages, and five that Lit consists of', () => {
    assert.deepEqual(Object.keys(dependencies).sort(), ['lit', 'valibot']);
    assert.equal(optionalDependencies, undefined);
    // A front end that is there lends its types to ours; none is installed for their sake.
    assert.deepEqual(Object.keys(peerDependencies).sort(), [
      '@types/react',
      'preact',
      'react',
      'solid-js',
      'svelte',
      'vue',
    ]);
    assert.deepEqual(
      peerDependenciesMeta,
      Object.fromEntries(Object.keys(peerDependencies).map((name) => [name, {optional: true}])),
    );
    assert.deepEqual(withTheirs(Object.keys(dependencies)), [
      '@lit-labs/ssr-dom-shim',
      '@lit/reactive-element',
      '@types/trusted-types',
      'lit',
      'lit-element',
      'lit-html',
      'valibot',
    ]);
  });

  it('is the one that was locked: every package by its hash, none by an address', () => {
    const locked = Object.entries(packages).filter(([name]) => name);
    assert.ok(locked.length > 400);
    for (const [name, {integrity, resolved, link}] of locked) {
      assert.match(integrity ?? '', /^sha(?:512|1)-/, name);
      assert.deepEqual([resolved, link], [undefined, undefined], name);
    }
    for (const name of withTheirs(Object.keys(dependencies))) {
      const {integrity, hasInstallScript} = packages[`node_modules/${name}`];
      assert.match(integrity, /^sha512-/, name);
      assert.equal(hasInstallScript, undefined, name);
    }
  });

  it('runs nothing on the machine of whoever installs it', () => {
    // npm runs `prepare` for whoever installs the package from a folder or a repository, and for whoever packs it.
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack'])
      assert.equal(scripts[name], undefined);
  });

  it('is inside the script-tag files, which name no package and no other host', () => {
    const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
    const files = JSON.stringify(manifest).match(/[\w./-]+\.js(?=")/g);
    assert.ok(files.length > 5);
    for (const file of new Set(files)) {
      const code = readFileSync(`dist/embed/${file.replace(/^embed\//, '')}`, 'utf8');
      for (const [, from] of code.matchAll(/\b(?:import|from)\s*\(?\s*["']([^"']+)["']/g))
        assert.match(from, /^\.\.?\//, file);
    }
  });
});
