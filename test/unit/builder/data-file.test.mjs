/** What an editor gives the builder for data: what can be shown, and what is said of what can't. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {bundledData, readDataText, readFile} from '../../../builder/place/data-file.ts';

const text = readFileSync('templates/climate-talks.json', 'utf8');

describe('data that were pasted', () => {
  it('can be shown where they are sound', () => {
    const {kind, origin, summit} = readDataText(text);
    assert.deepEqual([kind, origin, summit.id, summit.revision], ['good', 'text', 'climate-talks-2032', 4]);
  });

  it('come with what is to be looked over', () => {
    const {kind, warnings} = readDataText(JSON.stringify({...JSON.parse(text), positon: []}));
    assert.equal(kind, 'good');
    // A key that there is not, and topics on which a side says nothing.
    assert.deepEqual(
      warnings.map(({path}) => path.replace(/\d/, 'n')),
      ['positon', ...Array(5).fill('topics[n]')],
    );
  });

  it('are told of with the place where they are broken', () => {
    const {kind, message, at} = readDataText('{\n  "id": "talks",\n  "revision": one\n}');
    assert.deepEqual([kind, at], ['bad', {line: 3, column: 15}]);
    assert.match(message, /Line 3, column 15/);
  });

  it('are told of with every place that is wrong', () => {
    const {kind, message, issues} = readDataText(
      text.replace('"certainty": "stated"', '"certainty": "statd"').replace('"revision": 4', '"revision": "four"'),
    );
    assert.equal(kind, 'bad');
    assert.match(message, /2 errors/);
    assert.deepEqual(issues.map(({path}) => path.replace(/\d+/, 'n')).sort(), ['claims[n].certainty', 'revision']);
  });

  it('are no error while there are none, and one where they are too deep', () => {
    assert.deepEqual(readDataText(' \n'), {kind: 'empty'});
    assert.equal(readDataText('['.repeat(100_000)).kind, 'bad');
  });

  for (const yaml of ['id: talks', '---\nid: talks', '# Talks\nid: talks']) {
    it(`are told how YAML becomes JSON: ${JSON.stringify(yaml)}`, () => {
      assert.match(readDataText(yaml).message, /is YAML.*validate FILE --out FILE\.json/);
    });
  }
});

describe('a file', () => {
  it('is read as text', async () => {
    assert.equal(await readFile(new File([text], 'talks.json')), text);
  });

  it('is refused where it is YAML, too large, or no text', async () => {
    assert.match((await readFile(new File(['id: a'], 'talks.YML'))).message, /“talks\.YML” is YAML/);
    assert.match((await readFile(new File([' '.repeat(2_000_001)], 'big.json'))).message, /larger than 2 MB/);
    assert.match((await readFile(new File([new Uint8Array([0x5a, 0xfc])], 'latin.json'))).message, /UTF-8/);
  });
});

describe('a bundled summit', () => {
  it('is the default one without an id, and there is none of an unknown one', () => {
    assert.equal(bundledData(undefined).summit.id, 'alaska-2025');
    assert.equal(bundledData('').kind, 'good');
    assert.match(bundledData('yalta').message, /“yalta”/);
  });
});
