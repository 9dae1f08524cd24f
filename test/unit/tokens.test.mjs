/** The design tokens, and that nothing repeats them by hand. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {documentedDefault, tokenSwatches} from '../../src/element/token-values.ts';
import {tokens} from '../../src/element/tokens.ts';
import {elementNames} from '../../src/components/element-names.ts';

const SOURCE = 'src/element/tokens.ts';
const names = Object.keys(tokens);

/** Copies of defaults in files that neither import a module nor pass through the build. */
const copies = [{file: 'demo/icon.svg', pattern: /(?<=<path fill=")#\w+/, value: tokenSwatches().accent}];

const listFiles = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !/node_modules/.test(entry.parentPath ?? entry.path))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

/** The style sheets of the elements: their files, sources and CSS. */
const sheets = await Promise.all(
  listFiles('src')
    .filter((file) => /(?:^|[./\\])styles\.ts$/.test(file))
    .map(async (file) => ({
      file,
      source: readFileSync(file, 'utf8'),
      css: Object.values(await import(pathToFileURL(file).href)).join('\n'),
    })),
);

/** Names of custom properties in a text, without `--summit-`. */
const namesIn = (text) => new Set(Array.from(text.matchAll(/--summit-([\w-]+)/g), ([, name]) => name));

describe('the design tokens', () => {
  it('have a type, a description and an element that exists', () => {
    for (const [name, {type, description, element}] of Object.entries(tokens)) {
      assert.match(String(type), /^[a-z-]+$/, `${SOURCE}: ${name} needs a type`);
      assert.match(String(description), /^[A-Z].+\.$/, `${SOURCE}: ${name} needs a description in sentences`);
      if (element)
        assert.ok(
          elementNames.some((one) => element === `summit-${one}`),
          `${SOURCE}: ${name}: ${element}`,
        );
    }
  });

  it('have descriptions that name the default where it has no column of its own', () => {
    for (const [name, token] of Object.entries(tokens)) {
      if (documentedDefault(token) !== undefined) continue;
      for (const value of [token.default, ...Object.values(token.variants ?? {})]) {
        const [, number, unit] = /([\d.]+)(%|em|px)/.exec(value ?? '') ?? [];
        const words = number ? `${number}${unit === '%' ? ' %' : unit}` : '';
        assert.ok(token.description.includes(words), `${SOURCE}: the description of ${name} must say ${words}`);
      }
    }
  });

  it('are what the style sheets read', () => {
    assert.ok(sheets.length >= 4, 'the style sheets are found');
    for (const {file, css} of sheets)
      for (const name of namesIn(css))
        assert.ok(names.includes(name), `${file} reads --summit-${name}: add it to ${SOURCE}`);
    const read = namesIn(sheets.map(({css}) => css).join('\n'));
    for (const name of names) assert.ok(read.has(name), `${SOURCE}: no style sheet reads --summit-${name}`);
  });

  it('are written out in no style sheet', () => {
    for (const {file, source} of sheets)
      for (const name of namesIn(source))
        assert.fail(`${file}: write \${token('${name}')} instead of --summit-${name}`);
  });

  it('have the same value in files without imports', () => {
    for (const {file, pattern, value} of copies) {
      const text = readFileSync(file, 'utf8');
      if (process.env.UPDATE) writeFileSync(file, text.replace(pattern, value));
      else
        assert.equal(
          pattern.exec(text)?.[0],
          value,
          `${file} differs from ${SOURCE}: node tools/run-tests/run-tests.mjs unit/tokens --update`,
        );
    }
  });

  it('have an accent that no other file repeats', () => {
    const colours = tokens.accent.default.match(/#\w+/g);
    const files = ['builder', 'demo', 'src', 'stories'].flatMap(listFiles);
    const allowed = [SOURCE, ...copies.map(({file}) => file)].map(path.normalize);
    for (const file of files.filter((one) => !allowed.includes(one))) {
      const text = readFileSync(file, 'utf8').toLowerCase();
      for (const colour of colours)
        assert.ok(!text.includes(colour), `${file} repeats ${colour}: take it from ${SOURCE}`);
    }
  });
});
