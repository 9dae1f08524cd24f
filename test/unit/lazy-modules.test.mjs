/** Which modules a page loads at once. The build makes a chunk of every dynamic import; a static one beside it would undo that. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

const entry = 'src/define.ts';

const sources = new Map();

/** A module's imports that stay at run time, as paths of sources. */
function importsOf(file) {
  if (!sources.has(file)) {
    const code = readFileSync(file, 'utf8');
    const resolve = (matches) =>
      [...matches].map(([, target]) => path.join(path.dirname(file), target).replace(/\.js$/, '.ts'));
    sources.set(file, {
      atOnce: resolve(code.matchAll(/^(?:import|export) (?!type\b)(?:[^;'"]* from )?'(\.[^']+)';$/gm)),
      later: resolve(code.matchAll(/\bimport\('(\.[^']+)'\)/g)),
    });
  }
  return sources.get(file);
}

/** A module and all that are loaded with it. */
function loadedWith(file) {
  const loaded = new Set([file]);
  for (const one of loaded) for (const next of importsOf(one).atOnce) loaded.add(next);
  return loaded;
}

/** Modules that are imported dynamically, from the entry on. */
function findLazyModules() {
  const roots = new Set([entry]);
  for (const root of roots)
    for (const file of loadedWith(root)) for (const lazy of importsOf(file).later) roots.add(lazy);
  roots.delete(entry);
  return [...roots];
}

const lazyModules = findLazyModules();

describe('modules that are loaded when they are needed', () => {
  it('are the check of data, what few readers use, translations and languages', () => {
    const names = lazyModules.map((file) => path.relative('src', file)).sort();
    for (const name of [
      'data/parse-summit.ts',
      'data/parse-translation.ts',
      'components/summit-fact-box/summit-fact-box.templates.ts',
      'element/interactions.ts',
      'element/custom-data.ts',
      'format/languages/de.ts',
    ]) {
      assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
    }
  });

  for (const lazy of lazyModules) {
    it(`${path.relative('src', lazy)} comes with no other module`, () => {
      // Templates and interactions share the messages, which are requested with either.
      const others = lazy.endsWith('format/messages.ts') ? [] : lazyModules.filter((file) => file !== lazy);
      for (const root of [entry, ...others]) {
        assert.ok(!loadedWith(root).has(lazy), `it is loaded with ${root}`);
      }
    });
  }
});
