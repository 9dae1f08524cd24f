/** What an editor gives the builder for data: what can be shown, and what is said of what can't. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {emptyDraft} from '../../../builder/store/draft.ts';
import {bundledData, readDataText, readDraft} from '../../../builder/place/data-file.ts';

const text = readFileSync('templates/climate-talks.json', 'utf8');

describe('data that were pasted', () => {
  it('can be shown where they are sound', async () => {
    const {kind, origin, summit} = await readDataText(text);
    assert.deepEqual([kind, origin, summit.id, summit.revision], ['good', 'text', 'climate-talks-2032', 4]);
  });

  it('come with what is to be looked over', async () => {
    const {kind, warnings} = await readDataText(JSON.stringify({...JSON.parse(text), positon: []}));
    assert.equal(kind, 'good');
    // A key that there is not, and topics on which a side says nothing.
    assert.deepEqual(
      warnings.map(({path}) => path.replace(/\d/, 'n')),
      ['positon', ...Array(5).fill('topics[n]')],
    );
  });

  it('are told of with the place where they are broken', async () => {
    const {kind, message, at} = await readDataText('{\n  "id": "talks",\n  "revision": one\n}');
    assert.deepEqual([kind, at], ['bad', {line: 3, column: 15}]);
    assert.match(message, /Line 3, column 15/);
  });

  it('are told of with every place that is wrong', async () => {
    const {kind, message, issues} = await readDataText(
      text.replace('"certainty": "stated"', '"certainty": "statd"').replace('"revision": 4', '"revision": "four"'),
    );
    assert.equal(kind, 'bad');
    assert.match(message, /2 errors/);
    assert.deepEqual(issues.map(({path}) => path.replace(/\d+/, 'n')).sort(), ['claims[n].certainty', 'revision']);
  });

  it('are no error while there are none, and one where they are too deep', async () => {
    assert.deepEqual(await readDataText(' \n'), {kind: 'empty'});
    assert.equal((await readDataText('['.repeat(100_000))).kind, 'bad');
  });

  it('can be shown in YAML', async () => {
    const {kind, summit} = await readDataText(readFileSync('templates/starter.yaml', 'utf8'));
    assert.deepEqual([kind, summit.id], ['good', 'example-lake-talks']);
  });

  it('come with a warning where a comment cuts a text', async () => {
    const yaml = readFileSync('templates/starter.yaml', 'utf8');
    const {warnings} = await readDataText(yaml.replace('The Example Lake talks', 'Talks #3 at the lake'));
    assert.deepEqual(warnings.map(({path}) => path).slice(0, 1), ['title']);
  });
});

describe('a bundled summit', () => {
  it('is the default one without an id, and there is none of an unknown one', () => {
    assert.equal(bundledData(undefined).summit.id, 'alaska-2025');
    assert.equal(bundledData('').kind, 'good');
    assert.match(bundledData('yalta').message, /“yalta”/);
  });
});

describe('the summit in Write', () => {
  it('leads back to its check if it isn’t complete, without the names of fields in the file', () => {
    const {kind, message, issues} = readDraft(emptyDraft().summit);
    assert.equal(kind, 'bad');
    assert.match(message, /in Write/);
    assert.match(message, /“Check”/);
    assert.deepEqual(
      issues.map(({path}) => path),
      [''],
    );
    assert.doesNotMatch(issues[0].message, /title/);
  });

  it('can be previewed without what is wrong in it', () => {
    const draft = structuredClone(bundledData(undefined).summit);
    draft.facts[0].label = '';
    const {kind, part} = readDraft(draft);
    assert.equal(kind, 'bad');
    assert.equal(part.summit.id, draft.id);
    assert.deepEqual(part.summit.facts, draft.facts.slice(1));
  });

  it('is placed once it is complete', () => {
    assert.equal(readDraft(bundledData(undefined).summit).kind, 'good');
    assert.equal(readDraft(undefined).kind, 'empty');
  });
});
