/** What the builder writes into a file: only what changed, and exactly the data. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {editYaml} from '../../../src/authoring/edit-yaml.ts';
import {readSummitText} from '../../../builder/file/read-file.ts';
import {writeSummitText} from '../../../builder/file/write-file.ts';

const files = ['templates/starter.yaml', 'test/unit/builder/files/colombia-1.yaml'];
const starter = readFileSync(files[0], 'utf8');

/** Writes a YAML text again with changed data; checks that reading it gives these data. */
async function change(text, edit) {
  const {value} = await readSummitText(text, 'talks.yaml');
  const changed = structuredClone(value);
  edit(changed);
  const written = writeSummitText({text, format: 'yaml'}, changed);
  const read = await readSummitText(written, 'talks.yaml');
  assert.deepEqual(read.value, changed, read.message);
  return written;
}

/** The lines that two texts don't share. */
function differ(before, after) {
  const [old, now] = [before, after].map((text) => text.split('\n'));
  return {
    removed: old.filter((line) => !now.includes(line)),
    added: now.filter((line) => !old.includes(line)),
  };
}

/** Paths of all texts and numbers. Another id would be another entry. */
function leavesOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return path.at(-1) === 'id' ? [] : [path];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
}

describe('a YAML file', () => {
  for (const file of files) {
    it(`without a change stays byte for byte: ${file}`, async () => {
      const text = readFileSync(file, 'utf8');
      for (const one of [text, text.replaceAll('\n', '\r\n'), text.trimEnd()]) {
        assert.equal(await change(one, () => undefined), one);
      }
    });

    it(`differs in one line after each change of one value: ${file}`, async () => {
      const text = readFileSync(file, 'utf8');
      const {value} = await readSummitText(text, file);
      for (const path of leavesOf(value)) {
        const written = await change(text, (draft) => {
          const parent = path.slice(0, -1).reduce((part, key) => part[key], draft);
          parent[path.at(-1)] = 'Peace: a plan # 1';
        });
        const [old, now] = [text, written].map((one) => one.split('\n'));
        const others = now.filter((line, i) => line !== old[i]);
        assert.deepEqual([now.length, others.length], [old.length, 1], `${path.join('.')}: ${others.join('\n')}`);
      }
    });

    it(`keeps everything else at each change of a value: ${file}`, async () => {
      const text = readFileSync(file, 'utf8');
      const {value} = await readSummitText(text, file);
      for (const key of Object.keys(value)) {
        const written = await change(text, (draft) => void (draft[key] = 'Peace: a plan # 1'));
        const comments = (one) => (one.match(/^# .*$/gm) ?? []).length;
        assert.equal(comments(written), comments(text), key);
      }
    });
  }

  it('gets a changed text on its line, with the comment after it', async () => {
    const written = await change(starter, (draft) => {
      draft.title = 'Peace: a plan';
      draft.topics[0].label = 'Water';
      draft.revision = 2;
    });
    assert.deepEqual(differ(starter, written), {
      removed: [
        'revision: 1                # add 1 for each edition that you publish',
        'title: The Example Lake talks',
        '    label: Use of the water',
      ],
      added: [
        'revision: 2                # add 1 for each edition that you publish',
        'title: "Peace: a plan"',
        '    label: Water',
      ],
    });
  });

  it('gets a new entry, and keeps the blank line between the lists', async () => {
    const written = await change(starter, (draft) => {
      draft.topics.push({id: 'fish', label: 'Fish'});
      draft.claims.splice(1, 0, {
        id: 'fish-too',
        text: 'Yes',
        by: ['report'],
        certainty: 'stated',
        refs: [{source: 'example-report', at: 'p5'}],
      });
    });
    assert.match(written, /Line of the border\n {2}- id: fish\n {4}label: Fish\n\nclaims:/);
    assert.match(
      written,
      /\n {2}- id: fish-too\n {4}text: "Yes"\n {4}by: \[report\]\n {4}certainty: stated\n {4}refs: \[\{source: example-report, at: p5\}\]\n {2}- id: north-water/,
    );
    assert.deepEqual(differ(starter, written).removed, []);
  });

  it('keeps the comments of entries that move, and drops those of entries that go', async () => {
    const text =
      'lang: en\ntopics:  # rows\n  # About b\n  - id: b\n    label: B  # first\n  - id: a\n    label: A\n# End\n';
    assert.equal(
      await change(text, ({topics}) => void topics.reverse()),
      'lang: en\ntopics:  # rows\n  - id: a\n    label: A\n  # About b\n  - id: b\n    label: B  # first\n# End\n',
    );
    assert.equal(
      await change(text, ({topics}) => void topics.shift()),
      'lang: en\ntopics:  # rows\n  - id: a\n    label: A\n# End\n',
    );
    assert.equal(await change(text, (draft) => void (draft.topics = [])), 'lang: en\ntopics: []  # rows\n# End\n');
  });

  it('gets new fields at their place in the format', async () => {
    const written = await change(starter, (draft) => {
      draft.topics[0].note = 'x';
      draft.claims[0].about = ['northland'];
      draft.venue.code = 'US-AK';
    });
    assert.match(written, /certainty: reported[^]*?\n {4}about: \[northland\]\n {4}refs:/);
    assert.match(written, /name: Harbour House, Middletown\n {2}code: US-AK\n/);
  });

  it('keeps lists in brackets and folded texts', async () => {
    const text = "a: [x, 'y']  # two\nb: >-\n  One long\n  text\nc: {d: 1, e: 'f'}\n";
    const written = await change(text, (draft) => {
      draft.a.push('z, or more');
      draft.b = 'Another text';
      draft.c.e = 'g';
      draft.c.h = '2031';
    });
    assert.equal(written, `a: [x, 'y', "z, or more"]  # two\nb: >-\n  Another text\nc: {d: 1, e: 'g', h: "2031"}\n`);
  });

  it('has exactly the data that were written, whatever changes', async () => {
    const texts = fc.oneof(
      fc.constantFrom(
        'yes',
        '2031',
        '12:30',
        'a: b',
        'a #b',
        '- x',
        '',
        ' x ',
        'x\ny',
        "it's",
        '"',
        '~',
        '1e3',
        'x:',
        '?',
        '\u00a0',
        '{a',
        '0x1f',
      ),
      fc.string({unit: 'grapheme', maxLength: 12}),
    );
    const key = fc.oneof(fc.constantFrom('id', 'label', 'a', 'b', '1', 'y'), fc.string({minLength: 1, maxLength: 5}));
    const {value: data} = fc.letrec((tie) => ({
      value: fc.oneof(
        {maxDepth: 4},
        texts,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
        tie('entries'),
      ),
      list: fc.array(tie('value'), {maxLength: 4}),
      object: fc.dictionary(key, tie('value'), {maxKeys: 4}),
      entries: fc.uniqueArray(
        fc.record({id: fc.constantFrom('a', 'b', 'c', 'd'), label: texts, part: tie('value')}, {requiredKeys: ['id']}),
        {selector: ({id}) => id},
      ),
    }));
    const summit = fc.dictionary(key, data, {minKeys: 1, maxKeys: 5});
    let edited = 0;
    await fc.assert(
      fc.asyncProperty(summit, summit, async (before, after) => {
        const fresh = writeSummitText(undefined, before);
        const read = await readSummitText(fresh, 'talks.yaml');
        assert.deepEqual(read.value, JSON.parse(JSON.stringify(before)), fresh);
        const written = writeSummitText({text: fresh, format: 'yaml'}, after);
        const again = await readSummitText(written, 'talks.yaml');
        assert.deepEqual(again.value, JSON.parse(JSON.stringify(after)), written);
        if (editYaml(fresh, JSON.parse(JSON.stringify(after))) !== undefined) edited++;
      }),
      {numRuns: 500},
    );
    assert.ok(edited >= 495, `only ${String(edited)} of 500 were edited in place`);
  });
});

describe('a new file', () => {
  it('is written in the order of the format', async () => {
    const {value} = await readSummitText(starter, 'talks.yaml');
    const shuffled = Object.fromEntries(Object.entries(value).reverse());
    const written = writeSummitText(undefined, shuffled);
    assert.deepEqual((await readSummitText(written, 'talks.yaml')).value, value);
    assert.match(written, /^schemaVersion: "1\.0"\nid: example-lake-talks\nrevision: 1\nlang: en\ntitle: /);
    assert.match(written, /\n\nsources:\n {2}- id: example-report\n/);
  });
});

describe('a JSON file', () => {
  const text = readFileSync('templates/climate-talks.json', 'utf8');

  it('stays as it is without a change, and keeps the order of its keys', () => {
    const value = JSON.parse(text);
    const tabs = JSON.stringify(value, null, '\t');
    assert.equal(writeSummitText({text: tabs, format: 'json'}, value), tabs);
    const written = writeSummitText({text, format: 'json'}, {...value, title: 'New'});
    assert.equal(written, `${JSON.stringify({...value, title: 'New'}, null, 2)}\n`);
  });
});
