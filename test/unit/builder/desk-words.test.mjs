/**
 * Every message of the validator in the words of the desk. The messages are made: each field of a summit that has them all
 * gets each kind of wrong value. The test also reads the sources of the messages, so that a new one fails here until it is
 * made, and worded.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {completeShape} from '../../../builder/store/complete-shape.ts';
import {deskWords, describeIssues, findWords} from '../../../builder/store/desk-words.ts';
import {describePath} from '../../../builder/store/labels.ts';
import {readTranslation} from '../../../builder/store/translations.ts';
import {listWarnings} from '../../../src/authoring/list-warnings.ts';
import {checkLedger} from '../../../src/data/check-references.ts';
import {checkUnknownKeys} from '../../../src/data/check-unknown-keys.ts';
import {parseFittingTranslation} from '../../../src/data/parse-fitting-translation.ts';
import {parseSummit} from '../../../src/data/parse-summit.ts';
import {fields} from '../../../src/data/schema-paths.ts';
import {whole} from '../../hosts/whole-summit.mjs';

const {summit} = parseSummit(whole.summit);

/** A copy of the summit in which a function changed something. */
function changed(change) {
  const copy = structuredClone(summit);
  change(copy);
  return copy;
}

/** A copy with another value in the first field at each path such as `claims.*.text`; `undefined` removes the field. */
function withValue(paths, value) {
  return changed((copy) => {
    for (const path of [paths].flat()) setValue(copy, path, value);
  });
}

function setValue(copy, path, value) {
  const steps = path.split('.');
  const last = steps.pop();
  let parents = [copy];
  for (const step of steps) {
    parents = parents.flatMap((one) => (step === '*' ? one : one?.[step] === undefined ? [] : [one[step]]));
  }
  const parent = parents.find((one) => (last === '*' ? one.length > 0 : one?.[last] !== undefined));
  if (!parent) return;
  if (value === undefined && last !== '*') delete parent[last];
  else parent[last === '*' ? 0 : last] = value;
}

/** The paths of single values, some at a time, since all the issues of a summit are listed at once; each object alone. */
const places = [
  ...fields.filter(({path, keys}) => path && keys.length > 0).map(({path}) => path),
  ...Array.from({length: 20}, (_, i) =>
    fields.filter(({keys}, j) => keys.length === 0 && j % 20 === i).map(({path}) => path),
  ),
];

const WRONG = ['', 'Not One Of Them', 'no-such-entry', 'x'.repeat(2100), 5, -2e6, 2e18, 1.5, null, {}, [1], undefined];

/** Characters that a text may not have, or that readers don't see as they were meant. */
const ODD_TEXTS = ['a\u202Eb', 'a\u200Bb', '\u200Bab', '<b>bold</b>', '&amp;', 'Pаris', '\uD800'];

function* wrongSummits() {
  for (const place of places) for (const value of WRONG) yield withValue(place, value);
  for (const text of ODD_TEXTS) yield withValue('claims.*.text', text);
  yield withValue('title', true);
  yield withValue('title', new Date(0));
  for (const {path, keys} of fields) {
    if (keys.length === 0) continue;
    yield path ? withValue(path, {zzz: 1, [`${keys[0]}x`]: 2}) : {...summit, zzz: 1, titel: 'x'};
  }
  // Each entry twice, and a reference to one that is gone.
  for (const [list, entries] of Object.entries(summit)) {
    if (!Array.isArray(entries)) continue;
    yield changed((copy) => copy[list].push(structuredClone(entries[0])));
    if (entries[0].id !== undefined && list !== 'claims') yield changed((copy) => copy[list].shift());
  }
  yield changed(({figures}) => figures[0].items.push(structuredClone(figures[0].items[0])));
  yield changed(({changes, claims}) => changes.push({...changes[0], targets: [claims[0].id, claims[0].id]}));
  yield changed(({changes}) => changes.push({...changes[0], targets: ['no-such-entry']}));
  yield changed((copy) => Object.assign(copy.when, {start: '2031-05-04', end: '2031-05-01'}));
  yield changed((copy) => Object.assign(copy, {reviewBy: '2031-05-04', changes: [], asOf: undefined}));
  yield {...summit, schemaVersion: '9.1'};
  // What the ledger lacks.
  yield changed(({positions}) => Object.assign(positions[0], {topic: undefined, rank: undefined, regions: undefined}));
  yield changed(({positions, facts}) => {
    positions[0].claims = [];
    Object.assign(facts[0], {label: undefined, items: []});
  });
  yield changed(({claims}) => Object.assign(claims[0], {by: [], refs: []}));
  yield changed(({claims}) => claims.push({...claims[0], id: 'not-shown'}));
  // What an editor should consider.
  const [one, other] = summit.actors.filter(({role}) => role === 'principal');
  const position = summit.positions.find(({actor}) => actor === one.id);
  yield changed(({positions}) => {
    for (const each of positions) each.rank = each.actor === one.id ? 'primary' : undefined;
    positions.push({...position, id: 'second-aim', rank: 'primary'});
    positions.push({...position, id: 'others-aim', actor: other.id, rank: undefined});
    positions.push({...position, id: 'foreign-aim', actor: 'third', rank: 'primary'});
  });
  yield changed(({topics, positions}) => {
    topics.push({id: 'lonely', label: 'Lonely'});
    positions.push({...position, id: 'lonely-position', topic: 'lonely'});
  });
  yield changed(({positions}) =>
    Object.assign(positions[0], {brief: {label: 'Short', claims: [summit.claims.at(-1).id]}}),
  );
  yield changed(({topics}) => topics.forEach((topic) => delete topic.claims));
  yield changed((copy) => {
    copy.asOf = {date: '2031-01-01'};
    copy.claims[0].asOf = '2032-01-01';
  });
  yield changed(({regions}) => regions.push({id: 'nowhere', name: 'Nowhere'}));
  yield changed(({sources}) => sources.push({...sources[0], id: 'uncited', role: 'reporting'}));
  yield changed(({changes, claims}) =>
    changes.push({kind: 'withdrawal', date: '2031-05-04', text: 'All.', targets: claims.map(({id}) => id)}),
  );
  for (const url of [
    'https://a@b.org/',
    'https://rеuters.com/',
    'http://localhost/',
    'https://203.0.113.9/',
    'https://%zz/',
  ])
    yield changed(({sources}) => Object.assign(sources[0], {url}));
  yield changed((copy) => (copy.translations = [{lang: 'de', src: 'https://other.example.org/de.json'}]));
  yield changed((copy) => (copy.translations = ['a', 'b'].map((src) => ({lang: 'de', src}))));
  yield changed(({regions, map}) => {
    const shape = {d: 'M0 0L9 0L9 9Z', label: [50, 50]};
    for (const id of ['near', 'nearer']) regions.push({id, name: `${id} with a very long name`, shape});
    regions.push({id: 'named', name: 'No', shape: {...shape, room: 500}});
    map.land.push(...['One', 'Two'].map((name) => ({name, d: 'M0 0L9 0L9 9Z', label: [50, 300]})));
    map.seas = [{name: 'Sea', label: [50, 50]}];
  });
  // Too much of everything.
  yield changed(({topics}) => {
    for (let i = 0; i < 9000; i += 1) topics.push({id: `topic-${i}`, label: `Topic ${i}`});
  });
  yield changed(({regions, positions}) => {
    for (let i = 0; i < 60; i += 1) regions.push({id: `place-${i}`, name: `Place ${i}`});
    const ids = regions.map(({id}) => id).slice(1);
    for (let i = 0; i < 90; i += 1) positions.push({...position, id: `position-${i}`, regions: ids});
  });
  yield {...summit, title: Array.from({length: 10_001}, () => 1)};
  yield {...summit, claims: Array.from({length: 400}, () => Array.from({length: 1000}, () => 1))};
  yield {...summit, claims: Array.from({length: 300}, () => 5)};
  let deep = {};
  for (let i = 0; i < 20; i += 1) deep = {deep};
  yield {...summit, deep};
  const circle = {...summit};
  circle.self = circle;
  yield circle;
  yield {
    get title() {
      throw new Error('No');
    },
  };
}

function* wrongTranslations() {
  const file = {schemaVersion: '1.0', of: {id: summit.id, revision: summit.revision}, lang: 'de', texts: {}};
  yield {...file, of: {id: 'another', revision: 1}};
  yield {...file, of: {id: summit.id, revision: 999}};
  yield {...file, texts: {titel: 'x', zzzzzzzzzz: 'y', title: 'x'.repeat(1900)}};
  yield {...file, texts: {title: 5, 'asOf.note': ' ', [`claims.${summit.claims[0].id}.text`]: 'x'.repeat(2100)}};
  yield {...file, lang: 'Deutsch'};
  yield {...file, lang: summit.lang};
  yield {title: 'Talks'};
}

/** Every issue, with the content that it is about. */
const found = [];
for (const value of wrongSummits()) {
  const parsed = parseSummit(value);
  const issues = [
    ...checkUnknownKeys(value),
    ...(parsed.issues ?? []),
    ...(parsed.summit ? [...checkLedger(parsed.summit), ...listWarnings(parsed.summit)] : []),
  ];
  for (const issue of issues) found.push({value, issue});
}
for (const value of wrongTranslations()) {
  const issues = [
    ...(readTranslation(value, summit).issues ?? []),
    ...(parseFittingTranslation(value, summit).issues ?? []),
  ];
  for (const issue of issues) found.push({value: summit, issue});
}

/** The texts in the sources from which messages are made, without their variable parts. */
function messageParts() {
  const folder = new URL('../../../src/data/', import.meta.url);
  const files = readdirSync(folder).filter((name) =>
    /^(?:check-(?!.*test)|copy-plain|parse-(?:summit|fitting)|report|schema-(?:issues|parts))[\w-]*\.ts$/.test(name),
  );
  return files
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const source = readFileSync(new URL(name, folder), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
        .replace(/v\.(?:description|examples)\((?:[^()]|\([^()]*\))*\)/g, '')
        .replace(/origin: .*|`\$\{number\(.*|\blines\(\s*'[^']*',\s*'[^']*'/g, '');
      const texts = source.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
      return texts.flatMap((text) => {
        const parts = text
          .slice(1, -1)
          .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
          .sort((one, other) => other.length - one.length);
        return /^[^{}]*[a-z]{2,},? [a-z]{2,}[^{}]*$/.test(parts[0]) && parts[0].length >= 16 ? [parts[0]] : [];
      });
    });
}

describe('the messages that the desk shows', () => {
  it('are tried, each that the sources have', () => {
    const messages = [...new Set(found.map(({issue}) => issue.message))];
    const untried = messageParts().filter((part) => !messages.some((message) => message.includes(part)));
    assert.deepEqual(untried, []);
  });

  it('have words of the desk, each', () => {
    const unworded = found.filter(({value, issue}) => findWords(value, issue) === undefined);
    assert.deepEqual([...new Set(unworded.map(({issue}) => issue.message))], []);
  });

  it('speak of labels and fields, not of ids, keys and the syntax of files', () => {
    const FORMAT = /\bids?\b|\bkeys?\b|\bclaims?\b|\bactors?\b|\brefs\b|asOf|rank:|role:|`|\s'|'\s|\{|\bJSON\b/;
    const ids = new Set(['second-aim', 'others-aim', 'foreign-aim', 'lonely-position', 'not-shown']);
    JSON.stringify(summit, (key, value) => {
      if (key === 'id' && value.includes('-')) ids.add(value);
      return value;
    });
    const wrong = found.flatMap(({value, issue}) => {
      const words = deskWords(value, issue);
      return FORMAT.test(words) || [...ids].some((id) => words.includes(id)) ? [`${issue.message} → ${words}`] : [];
    });
    assert.deepEqual([...new Set(wrong)].slice(0, 20), []);
  });

  it('name their place without keys', () => {
    const KEYS = /[a-z][A-Z](?<!ISO)|[[\]]|\brefs\b|\bclaims\b/;
    const wrong = found.flatMap(({value, issue: {path}}) => {
      const words = describePath(value, path);
      // What the format doesn't have is named as the file has it.
      return KEYS.test(words.replace(/“[^]*”/g, '')) ? [`${path} → ${words}`] : [];
    });
    assert.deepEqual([...new Set(wrong)], []);
    for (const {path, keys} of fields) {
      for (const key of keys) {
        const place = `${path ? `${path.replace(/\.\*/g, '[0]')}.` : ''}${key}`;
        assert.doesNotMatch(describePath(summit, place).replace(/^[^“]*“[^”]*”(?=,|$)/, ''), /“|^$/, place);
      }
    }
  });

  it('say what an editor can do', () => {
    const [one] = summit.actors;
    const issue = {
      path: 'actors[0]',
      message: `'${one.id}' has positions but no main aim, so the top of its column is empty; add rank: primary to one of them`,
    };
    assert.equal(
      deskWords(summit, issue),
      `“${one.shortName}” has positions but no main aim, so the top of its column is empty; tick “Main aim” at one of them`,
    );
    assert.deepEqual(
      describeIssues(summit, [
        {path: 'positions[0].claims', message: 'no claim supports this; add the id of at least one'},
        {path: 'when.end', message: "is before the start, '2031-05-04'; fix one of the two"},
      ]),
      [
        {
          path: `Position “${summit.positions[0].label}”, statements`,
          message: 'no statement shows it; choose at least one',
        },
        {path: 'Last day', message: 'is before the first day, 2031-05-04; change one of the two'},
      ],
    );
    const draft = changed(({claims}) => Object.assign(claims[0], {certainty: '', refs: [{source: ''}]}));
    const words = parseSummit(draft).issues.map((issue) => deskWords(draft, issue));
    assert.deepEqual([...new Set(words)], ['nothing is chosen yet']);
  });

  it('of a file that can’t be edited name the field', () => {
    const value = {title: 'Talks', claims: [{text: 5}]};
    const {issue} = completeShape(value);
    assert.deepEqual(describeIssues(value, [issue]), [
      {path: 'Statement “(no text)”, text', message: 'must be a text'},
    ]);
  });
});
