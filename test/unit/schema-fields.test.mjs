/**
 * The metadata of the schema, and what is derived from it: references, translations, changes, withdrawals. Every promise is
 * tried with each field of a summit that has them all, so that a new field is covered or red.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseSummit} from '../../src/data/parse-summit.ts';
import {compareFields} from '../../src/authoring/compare-fields.ts';
import {compareEditions, missingEntries} from '../../src/data/compare-editions.ts';
import {claimFields, fields, lists, references} from '../../src/data/schema-paths.ts';
import {translatableTexts} from '../../src/data/translate-summit.ts';
import {visitPlaces} from '../../src/data/visit-places.ts';
import {normalizeSummit} from '../../src/model/normalize-summit.ts';
import {whole} from '../hosts/whole-summit.mjs';

const {summit} = parseSummit(whole.summit);

/** A copy of the summit with the first value at a place replaced. */
function withValue(path, change) {
  const copy = structuredClone(summit);
  const steps = path.split('.');
  const last = steps.pop();
  let parents = [copy];
  for (const step of steps) {
    parents = parents.flatMap((parent) => (step === '*' ? parent : parent?.[step] === undefined ? [] : [parent[step]]));
  }
  const parent = parents.find((one) => (last === '*' ? one.length > 0 : one?.[last] !== undefined));
  assert.ok(parent, `the whole summit has no ${path}`);
  const key = last === '*' ? 0 : last;
  parent[key] = change(parent[key]);
  return copy;
}

/** Another value of the same kind. */
function vary(value) {
  if (Array.isArray(value)) return value.slice(1);
  if (typeof value !== 'object') return `${value} varied`;
  const [[key, first], ...rest] = Object.entries(value);
  return {[key]: vary(first), ...Object.fromEntries(rest)};
}

describe('the fields of the schema', () => {
  it('are classified', () => {
    const isList = new Set(lists.map(([path]) => `${path}.*`));
    const problems = fields.flatMap(({path, type, keys, text, isId, references: list, change}) => [
      ...(type === 'string' && !text ? [`${path}: say in its metadata whether the text is translated`] : []),
      ...(isId && !list && !/(?:^|\.)id$/.test(path) ? [`${path}: say in its metadata which list it refers to`] : []),
      ...(path.endsWith('.*') && keys.includes('id') && !isList.has(path)
        ? [`${path}: say in its metadata what a message calls an entry`]
        : []),
      ...(/^claims\.\*\.[^.]+$/.test(path) && change === undefined
        ? [`${path}: say in its metadata what a change is called, or that readers don't see it`]
        : []),
    ]);
    assert.deepEqual(problems, []);
  });

  for (const [path, list] of references) {
    it(`refer to an entry of ${list}: ${path}`, () => {
      const {issues = []} = parseSummit(withValue(path, () => 'no-such-entry'));
      assert.ok(
        issues.some(({message}) => message.includes("has the id 'no-such-entry'")),
        JSON.stringify(issues),
      );
    });
  }

  for (const [path, noun] of lists) {
    it(`have ids that are unique: ${path}`, () => {
      const {issues = []} = parseSummit(withValue(path, (entries) => [...entries, entries[0]]));
      assert.ok(
        issues.some(({message}) => message.includes(`by an earlier ${noun}`)),
        JSON.stringify(issues),
      );
    });
  }

  it('can be translated if they are texts in the language of the file, and only then', () => {
    const offered = new Set(translatableTexts(summit).values());
    for (const {path, text} of fields) {
      if (!text) continue;
      visitPlaces(summit, path, (value) => {
        if (typeof value === 'string' && text === 'translated') assert.ok(offered.has(value), `${path}: ${value}`);
      });
      if (text === 'translated') continue;
      const marked = withValue(path.replace(/\.\*$/, ''), () => (path.endsWith('.*') ? ['A marker'] : 'A marker'));
      assert.ok(![...translatableTexts(marked).values()].includes('A marker'), `${path} is offered to translators`);
    }
  });

  for (const {path, change, isLogged} of fields.filter(({path}) => /^claims\.\*\.[^.]+$/.test(path))) {
    const field = path.replace('claims.*.', '');
    if (field === 'id') continue;
    it(`${change ? 'count' : "don't count"} as a change of a claim: ${field}`, () => {
      const later = withValue(path, vary);
      const {changed} = compareEditions(summit, later);
      assert.equal(changed.length, change ? 1 : 0);
      assert.equal(missingEntries(summit, {...later, revision: summit.revision + 1}).length, isLogged ? 1 : 0);
      if (change) assert.ok(claimFields.some(([name, messages]) => name === field && messages === change));
    });
  }

  const skipped = /^(?:$|\$schema$|hash$|revision$|(?:changes|claims)(?:\.|$))|(?:^|\.)id$/;
  for (const {path, isOutline = false} of fields.filter(({path}) => !skipped.test(path))) {
    it(`are compared by diff: ${path}`, () => {
      const {fields, hasOtherOutlines} = compareFields(summit, withValue(path, vary));
      assert.equal(fields.length + Number(hasOtherOutlines) > 0, true);
      if (isOutline) assert.deepEqual([fields, hasOtherOutlines], [[], true]);
    });
  }

  for (const [path] of references.filter(([, list]) => list === 'claims')) {
    it(`lose claims that are withdrawn: ${path}`, () => {
      const targets = [];
      visitPlaces(summit, path, (id) => targets.push(id));
      assert.ok(targets.length > 0);
      const withdrawal = {kind: 'withdrawal', date: '2031-04-04', text: 'No longer said.', targets};
      const left = [];
      visitPlaces(normalizeSummit({...summit, changes: [withdrawal]}), path, (id) => {
        if (id !== undefined) left.push(id);
      });
      assert.deepEqual(left, []);
    });
  }
});
