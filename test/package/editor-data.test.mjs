/** What editors' programs are told of the tags is what the manifest says. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const read = (file) => JSON.parse(readFileSync(`dist/${file}`, 'utf8'));
const elements = read('custom-elements.json')
  .modules.flatMap(({declarations = []}) => declarations)
  .filter(({tagName}) => tagName);
const names = (list) => list.map(({name}) => name).sort();
const css = [...new Set(elements.flatMap(({cssProperties}) => names(cssProperties)))].sort();
const scheme = ['auto', 'light', 'dark'];

describe('VS Code is told', () => {
  const {tags} = read('vscode.html-custom-data.json');

  it('the tags and their attributes, each with its prose, and the words of those that take words', () => {
    assert.deepEqual(names(tags), elements.map(({tagName}) => tagName).sort());
    for (const {name, attributes, description} of tags) {
      const element = elements.find(({tagName}) => tagName === name);
      assert.deepEqual(names(attributes), names(element.attributes));
      assert.ok(description.startsWith(element.description));
      for (const attribute of attributes) {
        assert.equal(
          attribute.description,
          element.attributes.find((other) => other.name === attribute.name).description,
        );
        assert.deepEqual(
          attribute.values.map((value) => value.name),
          attribute.name === 'scheme' ? scheme : [],
        );
      }
    }
  });

  it('the custom properties', () => {
    assert.deepEqual(names(read('vscode.css-custom-data.json').properties), css);
  });
});

describe('JetBrains’ programs are told', () => {
  const {name, version, contributions} = read('web-types.json');

  it('the package', () => {
    const own = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual({name, version}, {name: own.name, version: own.version});
    assert.equal(own['web-types'], './dist/web-types.json');
  });

  it('the tags, attributes, properties, events and slots', () => {
    assert.deepEqual(names(contributions.html.elements), elements.map(({tagName}) => tagName).sort());
    for (const {name: tag, attributes, slots, js} of contributions.html.elements) {
      const element = elements.find(({tagName}) => tagName === tag);
      assert.deepEqual(names(attributes), names(element.attributes));
      assert.deepEqual(names(slots), names(element.slots));
      assert.deepEqual(names(js.events), names(element.events));
      assert.deepEqual(names(js.properties), names(element.members.filter((member) => !member.static)));
      assert.equal(
        attributes.find((attribute) => attribute.name === 'scheme').value.type,
        "'auto' | 'light' | 'dark' | undefined",
      );
    }
  });

  it('the custom properties', () => {
    assert.deepEqual([...new Set(names(contributions.css.properties))].sort(), css);
  });
});
