/** Custom properties are public: what the styles read, the manifest explains, snippets take, and the README lists. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {makeFolder} from '../support/run-cli.mjs';

const namesIn = (text) => [...new Set(Array.from(text.matchAll(/--summit-([\w-]+)/g), ([, name]) => name))].sort();

const styles = readdirSync('dist', {recursive: true})
  .filter((file) => /(?:^|[./])styles\.js$/.test(file))
  .map((file) => readFileSync(`dist/${file}`, 'utf8'));
const read = namesIn(styles.join('\n'));

describe('the custom properties that the styles read', () => {
  it('are about twenty', () => {
    assert.equal(read.length, 22, read.join());
  });

  it('are explained in the manifest, and no others', () => {
    const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
    const explained = modules.flatMap(({declarations = []}) =>
      declarations.flatMap(({cssProperties = []}) => cssProperties),
    );
    assert.deepEqual([...new Set(explained.map(({name}) => name.replace('--summit-', '')))].sort(), read);
    assert.ok(explained.every(({description}) => description.length > 5));
  });

  it('are what a snippet takes', () => {
    const {run, remove} = makeFolder();
    const {stdout} = run('snippet', '--help');
    remove();
    const [, looks] = /([^]*?) VALUE\n +values/.exec(stdout.slice(stdout.indexOf('  --accent')));
    assert.deepEqual(Array.from(looks.matchAll(/--([\w-]+)/g), ([, name]) => name).sort(), read);
  });

  it('are listed in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    const table = readme.slice(readme.indexOf('| for | custom properties'), readme.indexOf('Storybook shows them'));
    assert.deepEqual(Array.from(table.matchAll(/`([\w-]+)`/g), ([, name]) => name).sort(), ['--summit-', ...read]);
  });
});
