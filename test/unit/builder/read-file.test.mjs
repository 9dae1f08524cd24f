/** What the builder reads from files and pasted text, with the messages and positions of the command line. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readChosenFile, readSummitText} from '../../../builder/file/read-file.ts';

const starter = readFileSync('templates/starter.yaml', 'utf8');
const climate = readFileSync('templates/climate-talks.json', 'utf8');

describe('the text of a file', () => {
  it('is read as YAML or JSON', async () => {
    const yaml = await readSummitText(starter, 'talks.yaml');
    assert.deepEqual([yaml.kind, yaml.format, yaml.value.schemaVersion], ['read', 'yaml', '1.0']);
    const json = await readSummitText(climate, 'talks.json');
    assert.deepEqual([json.kind, json.format, json.value], ['read', 'json', JSON.parse(climate)]);
  });

  it('without a name shows its format', async () => {
    assert.equal((await readSummitText(starter, '')).format, 'yaml');
    assert.equal((await readSummitText(climate, '')).format, 'json');
  });

  it('with an error is refused with the place and the advice', async () => {
    const {kind, message, at} = await readSummitText(
      starter.replace('title: The Example', 'title: Peace: the Example'),
      'talks.yaml',
    );
    assert.deepEqual([kind, at], ['bad', {line: 15, column: 8}]);
    assert.match(message, /^This isn’t valid YAML\. Line 15, column 8: .*needs quotation marks/);
    const json = await readSummitText('{\n  "id": "a",\n  "id": "b"\n}', 'talks.json');
    assert.deepEqual([json.kind, json.at], ['bad', {line: 3, column: 3}]);
    assert.match(json.message, /^This isn’t valid JSON\. Line 3, column 3, id: appears twice/);
  });

  it('with several errors has all of them', async () => {
    const {message, issues} = await readSummitText('id: a\nid: b\nlang: en\nlang: de\n', '');
    assert.match(message, /Line 2, column 1, id/);
    assert.deepEqual(
      issues.map(({path, message}) => `${path}: ${message}`),
      ['lang: line 4: appears twice here; keep one'],
    );
  });

  it('is refused if it has no fields', async () => {
    for (const text of ['Talks', '- a\n- b', '[1]', '# only a comment']) {
      assert.equal((await readSummitText(text, '')).kind, 'bad', text);
    }
  });
});

describe('a chosen file', () => {
  it('is read as text', async () => {
    assert.equal(await readChosenFile(new File([starter], 'talks.yaml')), starter);
  });

  it('is refused if it is too large or not text', async () => {
    assert.match((await readChosenFile(new File([' '.repeat(2_000_001)], 'big.json'))).message, /larger than 2 MB/);
    assert.match((await readChosenFile(new File([new Uint8Array([0x5a, 0xfc])], 'latin.json'))).message, /UTF-8/);
  });
});
