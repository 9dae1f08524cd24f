/** What helps somebody who writes a box for the first time: dates as people write them, nobody twice, a preview in spite of errors. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {checkDraft} from '../../../builder/store/check-draft.ts';
import {addActor} from '../../../builder/store/commands/actors.ts';
import {addClaim} from '../../../builder/store/commands/claims.ts';
import {asPlaced, emptyDraft} from '../../../builder/store/draft.ts';
import {isUnfinished, toStablePath} from '../../../builder/store/unfinished.ts';
import {readDate} from '../../../builder/write/fields/read-date.ts';

describe('a date as people write it', () => {
  for (const [typed, stored] of [
    ['27 Nov 2026', '2026-11-27'],
    ['27 November 2026', '2026-11-27'],
    ['November 27, 2026', '2026-11-27'],
    ['Nov. 5th, 2026', '2026-11-05'],
    ['Friday, 27 November 2026', '2026-11-27'],
    ['27.11.2026', '2026-11-27'],
    ['5. 6. 2026', '2026-06-05'],
    ['27. März 2026', '2026-03-27'],
    ['1er août 2026', '2026-08-01'],
    ['3 juillet 2026', '2026-07-03'],
    ['3 juin 2026', '2026-06-03'],
    ['27 de noviembre de 2026', '2026-11-27'],
    ['2026/11/7', '2026-11-07'],
    ['27/11/2026', '2026-11-27'],
    ['11/27/2026', '2026-11-27'],
    ['November 2026', '2026-11'],
  ]) {
    it(`is stored as the file needs it: ${typed}`, () => {
      assert.equal(readDate(typed), stored);
    });
  }

  for (const typed of [
    '2026-11-27',
    '2026-11',
    '2026',
    '5/6/2026',
    'next Friday',
    '27 Foo 2026',
    '13/13/2026',
    '31.02.2026',
    '',
  ]) {
    it(`stays as it is if it is right, or may mean something else: “${typed}”`, () => {
      assert.equal(readDate(typed), typed);
    });
  }
});

describe('an actor that is there already', () => {
  const withSpeaker = () => {
    const draft = structuredClone(emptyDraft());
    const by = {text: 'No.', by: '', newSpeaker: 'Norland', isSide: false, certainty: 'stated', refs: []};
    addClaim(draft, by);
    return {draft, actors: draft.summit.actors};
  };

  it('becomes a side with its statements when a side of that name is added', () => {
    const {draft, actors} = withSpeaker();
    assert.equal(addActor(draft, 'norland', 'principal'), 'norland');
    assert.deepEqual(actors, [{id: 'norland', role: 'principal', name: 'Norland'}]);
    assert.deepEqual(draft.summit.claims[0].by, ['norland']);
  });

  it('stays a side when it is added as another party or speaks again', () => {
    const {draft, actors} = withSpeaker();
    addActor(draft, 'Norland', 'principal');
    addActor(draft, 'Norland', 'third-party');
    addActor(draft, 'Norland', 'source');
    assert.deepEqual(actors, [{id: 'norland', role: 'principal', name: 'Norland'}]);
  });

  it('is a side from its first statement on if the editor says so', () => {
    const draft = structuredClone(emptyDraft());
    addClaim(draft, {text: 'No.', by: '', newSpeaker: 'Veya', isSide: true, certainty: 'stated', refs: []});
    assert.deepEqual(draft.summit.actors, [{id: 'veya', role: 'principal', name: 'Veya'}]);
  });
});

describe('the preview of a draft with errors', () => {
  const talks = JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'));

  it('keeps a source with a wrong date, and all that refers to it', () => {
    const wrong = structuredClone(talks);
    for (const source of wrong.sources) source.date = 'last Friday';
    const {issues, preview} = checkDraft(wrong);
    assert.equal(issues.filter(({path}) => path.endsWith('.date')).length, talks.sources.length);
    assert.deepEqual(
      preview.sources,
      talks.sources.map((source) => Object.fromEntries(Object.entries(source).filter(([key]) => key !== 'date'))),
    );
    assert.equal(preview.claims.length, talks.claims.length);
  });

  it('leaves out an entry whose required date is wrong', () => {
    const wrong = structuredClone(talks);
    wrong.changes = [{kind: 'update', date: 'soon', text: 'New.', revision: 1}];
    assert.deepEqual(checkDraft(wrong).preview.changes ?? [], []);
  });
});

describe('what is still to do', () => {
  const talks = JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'));
  const errorsIn = (summit) =>
    checkDraft(summit)
      .issues.filter(({kind}) => kind === 'error')
      .map(({path}) => path)
      .toSorted();

  it('is counted whole, whatever else is wrong', () => {
    const draft = structuredClone(talks);
    draft.positions[0].claims = [];
    draft.facts[0].claims = [];
    draft.facts[0].items = [];
    const gaps = errorsIn(draft);
    assert.ok(gaps.includes('positions[0].claims') && gaps.includes('facts[0].claims'), gaps.join());
    const worse = {...draft, title: ''};
    worse.actors = [{...draft.actors[0], name: ''}, ...draft.actors.slice(1)];
    assert.deepEqual(errorsIn(worse), [...gaps, 'actors[0].name', 'title'].toSorted());
  });

  it('is known from what is wrong, and stays at its entry when that moves', () => {
    const draft = structuredClone(talks);
    const path = 'positions[1].label';
    const issue = {path, message: 'must not be empty'};
    assert.equal(isUnfinished(draft, issue), false);
    draft.positions[1].label = '';
    assert.equal(isUnfinished(draft, issue), true);
    assert.equal(isUnfinished(draft, {path: 'facts[0]', message: 'has neither a label nor items, so'}), true);
    const before = toStablePath(draft, path);
    draft.positions.reverse();
    assert.equal(toStablePath(draft, `positions[${draft.positions.length - 2}].label`), before);
    assert.equal(toStablePath(draft, 'when.start'), 'when.start');
  });
});

describe('the id of a summit that was never saved', () => {
  it('is in the placed box what it will be in the file', () => {
    const {summit} = emptyDraft();
    const named = {...summit, title: 'The lake talks of the north'};
    assert.equal(asPlaced(named).id, 'the-lake-talks-of-the');
    assert.equal(asPlaced(named), asPlaced(named));
    const saved = {...named, id: 'older'};
    assert.equal(asPlaced(saved), saved);
  });
});
