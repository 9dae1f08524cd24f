/**
 * What the pages of the documentation tell editors, against the built package: examples of data, fields, words, what commands
 * print. Needs `npm run build`. code-blocks.test.mjs looks at all other code, links.test.mjs at links.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {parse as parseYaml} from 'yaml';
import {commandsOf} from './code-blocks/shell.mjs';
import {blocksOf, pages} from './pages.mjs';

/** The compiled library: `dist`, or another build of it. */
const dist = path.resolve(import.meta.dirname, process.env.SUMMIT_EMBEDS_DIST ?? '../../dist');
const load = (module) => import(pathToFileURL(path.join(dist, module)).href);

const {parseSummit} = await load('data/parse-summit.js');
const {checkLedger} = await load('data/check-references.js');
const {checkUnknownKeys} = await load('data/check-unknown-keys.js');
const {parseFittingTranslation} = await load('data/parse-fitting-translation.js');
const {en} = await load('format/languages/en.js');
const {customDataMessages} = await load('format/languages/custom-data.en.js');
const schema = JSON.parse(readFileSync(path.join(dist, 'schema/summit.schema.json'), 'utf8'));

const data = pages.find(({name}) => name === 'docs/data.md').text;
const fields = pages.find(({name}) => name === 'docs/fields.md').text;

const read = ({language, code}) => (language === 'json' ? JSON.parse(code) : parseYaml(code));

const isSummit = (value) => 'schemaVersion' in value && 'claims' in value;
const isTranslation = (value) => 'of' in value && 'texts' in value;

describe('examples of data', () => {
  const blocks = pages.flatMap((page) => blocksOf(page, 'json', 'yaml'));
  const isRules = (example) => example.language === 'json' && 'dataOrigins' in read(example);
  const examples = blocks.filter((example) => !isRules(example));

  it('show the rules of frame pages that the package has', () => {
    const [rules] = blocks.filter(isRules).map(read);
    assert.deepEqual(rules, JSON.parse(readFileSync('dist/embed/frame.json', 'utf8')));
  });

  it('are there, of all kinds', () => {
    const values = examples.map(read);
    assert.ok(values.some(isSummit));
    assert.ok(values.some(isTranslation));
    assert.deepEqual([...new Set(examples.map(({language}) => language))].sort(), ['json', 'yaml']);
  });

  for (const example of examples) {
    it(`are valid: ${example.at}`, () => {
      const value = read(example);
      if (isTranslation(value)) {
        const summits = examples.map(read).filter((other) => isSummit(other) && other.id === value.of.id);
        assert.equal(summits.length, 1, 'the page has its summit');
        assert.deepEqual(parseFittingTranslation(value, summits[0]).issues, undefined);
        return;
      }
      const {summit, issues = []} = parseSummit(value);
      assert.deepEqual(checkUnknownKeys(value), []);
      if (isSummit(value)) {
        assert.deepEqual(issues, []);
        assert.deepEqual(checkLedger(summit), []);
      } else {
        // A part of a file lacks the rest of it, and what it points to.
        const wrong = issues.filter(({message}) => !/^(?:is missing|no \w+ has the id)\b/.test(message));
        assert.deepEqual(wrong, []);
      }
    });
  }
});

describe('tables of fields', () => {
  /** Every field of the schema by its way from the top, and whether it is needed; ids of entries apart. */
  function fieldsOf({properties, required = [], items}, way = '') {
    if (items && !Array.isArray(items)) return fieldsOf(items, way);
    return Object.entries(properties ?? {}).flatMap(([name, field]) => {
      const place = way ? `${way}.${name}` : name;
      return [...(name === 'id' && way ? [] : [[place, required.includes(name)]]), ...fieldsOf(field, place)];
    });
  }

  /** What the rows say. A bold name opens a group, and the names after it are inside, up to the end of the table. */
  function documented() {
    const topLevel = new Set(Object.keys(schema.properties));
    let group = '';
    return fields.split('\n').flatMap((line) => {
      if (line.startsWith('#')) group = '';
      const [, names = '', needed] = /^\| ([^|]+) \| (yes|no) \|/.exec(line) ?? [];
      const spans = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      if (names.startsWith('**')) {
        [group] = spans;
        assert.ok(topLevel.has(group), line);
        return [[group, needed === 'yes']];
      }
      return spans.map((name) => [group ? `${group}.${name}` : name, needed === 'yes']);
    });
  }

  /** A view's own group has nothing to say but its title and subtitle. */
  const silent = new Set(['views.comparison', 'views.regions', 'views.facts']);

  it('name every field of the schema, with whether it is needed, and no other', () => {
    const known = fieldsOf(schema).filter(([place]) => !silent.has(place));
    assert.ok(known.length > 80, String(known.length));
    assert.deepEqual(documented().sort(), known.sort());
  });

  it('leave out the ids of entries, which are told once for all lists that have them', () => {
    const lists = Object.entries(schema.properties)
      .filter(([, {items}]) => items?.properties?.id)
      .map(([name]) => name);
    const [, told] = /Each\s+entry of ([^.]*?) also\s+needs\s+an\s+`id`/.exec(fields);
    assert.deepEqual([...told.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort(), [...lists, 'items'].sort());
  });

  it('explain every word that a field may have', () => {
    const words = new Set();
    JSON.stringify(schema, (key, value) => {
      if (key === 'enum') for (const word of value) words.add(word);
      if (key === 'const') words.add(value);
      return value;
    });
    assert.ok(words.has('speculation') && words.has('under-way') && words.has('primary'));
    for (const word of words) assert.ok(`${data}${fields}`.includes(`\`${word}\``), word);
  });
});

describe('docs/data.md', () => {
  it('explains every error code there is, and no other', () => {
    const types = readFileSync(path.join(dist, 'loading/load-failure.d.ts'), 'utf8');
    const [, union] = /type LoadFailureCode = ([^;]+);/.exec(types);
    const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
    assert.ok(codes.includes('unsupported-version'));
    const rows = data.slice(data.indexOf('\n## Error codes\n'), data.indexOf('\n## Limits'));
    const told = [...rows.matchAll(/^\| `([\w-]+)` \| [^|]+ \| [^|]+ \|$/gm)].map(([, code]) => code);
    assert.deepEqual(told.sort(), codes.sort());
  });

  it('quotes the boxes word for word', () => {
    for (const text of ['gap', 'nothingGiven', 'noDate', 'noCorrections'])
      assert.ok(data.includes(`| ${en[text]} |`), text);
    for (const text of ['failed', 'sources', 'seeks', 'rejects', 'supports']) {
      assert.ok(data.includes(`“${en[text]}”`), text);
    }
    for (const text of ['disputedBy', 'asOf', 'stale', 'reviewed', 'updatedAt', 'shownIn']) {
      for (const part of customDataMessages[text].split('{x}')) assert.ok(data.includes(part), text);
    }
    for (const text of ['changes', 'changedClaims']) {
      assert.ok(data.includes(customDataMessages[text].one.replace('{n}', '1')), text);
    }
    for (const certainty of ['stated', 'reported', 'analysis', 'speculation']) {
      assert.ok(data.includes(`\n| \`${certainty}\` | ${en[`${certainty}Means`]} |`), certainty);
    }
  });

  it('stays short enough to be read', () => {
    assert.ok(data.split('\n').length < 500);
  });
});

describe('commands', () => {
  const bin = path.join(dist, 'cli/bin.js');
  const commands = pages.flatMap((page) => blocksOf(page, 'sh')).flatMap(({code}) => commandsOf(code));

  const starter = readFileSync(path.join(dist, 'templates/starter.yaml'), 'utf8');

  it('are there', () => {
    const names = new Set(commands.map((line) => /^npx summit-embeds (\S+)/.exec(line)?.[1]));
    for (const name of ['init', 'validate', 'diff', 'translate', 'map', 'render', 'snippet'])
      assert.ok(names.has(name), name);
  });

  it('say of a fault what the page says they do', () => {
    const input = starter.replace('claims: [south-water]', 'claims: [south-watr]');
    const {stdout} = spawnSync(process.execPath, [bin, 'validate', '-'], {input, encoding: 'utf8', timeout: 60_000});
    // Not to the line: the starter may grow.
    const unplaced = (text) => text.replace(/^\S+:\d+:\d+ /gm, '').replaceAll(/^\S+: /gm, '');
    const [, told] = /^```text\n(talks\.yaml:[^]*?)^```$/m.exec(data);
    assert.equal(unplaced(told), unplaced(stdout));
  });

  it('make of a YAML file the JSON that a page reads', () => {
    const line = commands.find((command) => command.includes('validate talks.yaml --out'));
    const folder = mkdtempSync(path.join(tmpdir(), 'summit-embeds-'));
    try {
      writeFileSync(path.join(folder, 'talks.yaml'), starter);
      const {status} = spawnSync(
        process.execPath,
        [
          bin,
          ...line
            .replace(/ +# .*$/, '')
            .split(' ')
            .slice(2),
        ],
        {cwd: folder, timeout: 60_000},
      );
      assert.equal(status, 0);
      assert.equal(parseSummit(JSON.parse(readFileSync(path.join(folder, 'talks.json'), 'utf8'))).issues, undefined);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
});
