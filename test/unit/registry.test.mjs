/** Everything that an element needs beyond its folder. Each test names the file and what to add to it. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {elementNames} from '../../src/components/element-names.ts';
import {elements} from '../../src/components/elements.ts';

const read = (file) => readFileSync(file, 'utf8');

describe('the list of elements', () => {
  it('has every folder of src/components, and nothing else', () => {
    const folders = readdirSync('src/components', {withFileTypes: true}).filter((entry) => entry.isDirectory());
    assert.deepEqual(folders.map(({name}) => name).sort(), elementNames.map((name) => `summit-${name}`).sort());
  });

  for (const name of elementNames) {
    const tag = `summit-${name}`;
    const className = elements[tag].name;

    it(`names the class of ${tag} after its tag`, () => {
      const words = tag.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
      assert.equal(className, words.join(''));
    });

    for (const [file, code] of [
      ['src/react.ts', `export const ${className}: SummitComponent<`],
      [`src/components/${tag}/define.ts`, `define('${tag}', ${className});`],
      [`src/components/${tag}/${tag}.ts`, `'${tag}': ${className};`],
      ['src/components/elements.ts', new RegExp(`export \\{[^}]*\\b${className}\\b`)],
      ['README.md', `<${tag}>`],
    ]) {
      it(`is complete: ${file} has ${tag}`, () => {
        assert.ok(
          code instanceof RegExp ? code.test(read(file)) : read(file).includes(code),
          `add to ${file}: ${code}`,
        );
      });
    }

    it(`is complete: there is a story and a test of ${tag}`, () => {
      for (const file of [`stories/${tag}.stories.ts`, `src/components/${tag}/${tag}.test.ts`])
        assert.ok(existsSync(file), `add ${file}`);
    });
  }
});
