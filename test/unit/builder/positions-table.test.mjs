/** The table of topics and sides, its commands, and what goes when an entry is removed. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {checkReferences} from '../../../src/data/check-references.ts';
import {addEntry, moveEntry, removeEntry} from '../../../builder/store/commands/entries.ts';
import {addItem, moveItem, removeItem} from '../../../builder/store/commands/items.ts';
import {addToRow, setStance} from '../../../builder/store/commands/positions.ts';
import {describeRemoval} from '../../../builder/store/describe-removal.ts';
import {DeskStore} from '../../../builder/store/desk-store.ts';
import {emptyDraft} from '../../../builder/store/draft.ts';
import {checkDraft} from '../../../builder/store/check-draft.ts';
import {deskWords} from '../../../builder/store/desk-words.ts';
import {completeShape} from '../../../builder/store/complete-shape.ts';
import {findStatements} from '../../../builder/store/find-statements.ts';
import {balanceOf, indicesIn, openCell, rowsOf} from '../../../builder/store/positions-table.ts';

const talks = JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'));
const storeOf = (summit) => new DeskStore({...emptyDraft(), summit});
const summitOf = (store) => store.state.draft.summit;
const edit = (store, recipe) => store.edit('Edit', recipe);

/** Two sides, a mediator and a speaker; two topics. */
function makeStore() {
  const store = storeOf(emptyDraft().summit);
  edit(store, (draft) => {
    for (const [name, role] of [
      ['Norland', 'principal'],
      ['Panel', 'mediator'],
      ['Sudland', 'principal'],
      ['Ann Speaker', 'source'],
    ])
      addEntry(draft, 'actors', name, {name, role});
    for (const label of ['Borders', 'Trade']) addEntry(draft, 'topics', label, {label});
    for (const [text, by] of [
      ['Norland wants the valley', ['norland']],
      ['Sudland rejects it', ['sudland']],
      ['Élan in the talks', undefined],
    ])
      addEntry(draft, 'claims', text, {text, certainty: 'stated', refs: [], ...(by && {by})});
  });
  return store;
}

const borders = {kind: 'topic', topic: 'borders'};

describe('the table', () => {
  it('has a cell for each position, and main aims twice', () => {
    const store = makeStore();
    edit(store, (draft) => {
      addToRow(draft, {row: borders, actor: 'norland', label: 'The valley'});
      addToRow(draft, {row: {kind: 'aims'}, actor: 'norland', label: 'Peace'});
      addToRow(draft, {row: borders, actor: 'panel', label: 'A line'});
      addToRow(draft, {row: {kind: 'constraints'}, actor: undefined, label: 'No time'});
      draft.summit.positions[0].rank = 'primary';
    });
    const summit = summitOf(store);
    assert.deepEqual(
      rowsOf(summit).map(({kind}) => kind),
      ['aims', 'topic', 'topic', 'constraints'],
    );
    assert.deepEqual(indicesIn(summit, {row: borders, actor: 'norland'}), [0]);
    assert.deepEqual(indicesIn(summit, {row: {kind: 'aims'}, actor: 'norland'}), [0, 1]);
    assert.deepEqual(indicesIn(summit, {row: borders, actor: undefined}), [2]);
    assert.deepEqual(indicesIn(summit, {row: {kind: 'constraints'}, actor: undefined}), [0]);
    assert.deepEqual(summit.positions[1], {id: 'peace', actor: 'norland', rank: 'primary', label: 'Peace', claims: []});
  });

  it('gives a position that starts with a statement an id from it', () => {
    const store = makeStore();
    let path;
    edit(store, (draft) => {
      path = addToRow(draft, {row: borders, actor: 'sudland', label: '', claims: ['sudland-rejects-it']});
    });
    assert.equal(path, 'positions[0]');
    assert.deepEqual(summitOf(store).positions[0], {
      id: 'sudland-rejects-it',
      actor: 'sudland',
      topic: 'borders',
      label: '',
      claims: ['sudland-rejects-it'],
    });
  });

  it('opens the cell of the entry that the check names', () => {
    const store = makeStore();
    edit(store, (draft) => {
      addToRow(draft, {row: borders, actor: 'sudland', label: 'No'});
      addToRow(draft, {row: {kind: 'constraints'}, actor: 'norland', label: 'A vote'});
    });
    const summit = summitOf(store);
    const chosen = {row: {kind: 'topic', topic: 'trade'}, actor: 'norland'};
    assert.deepEqual(openCell(summit, 'positions[0]', chosen), {row: borders, actor: 'sudland'});
    assert.deepEqual(openCell(summit, 'constraints[0]', chosen), {row: {kind: 'constraints'}, actor: 'norland'});
    assert.deepEqual(openCell(summit, '', chosen), chosen);
    assert.equal(openCell(summit, '', {row: {kind: 'topic', topic: 'gone'}, actor: 'norland'}), undefined);
  });

  it('keeps a condition only for a conditional position', () => {
    const store = makeStore();
    edit(store, (draft) => {
      addToRow(draft, {row: borders, actor: 'sudland', label: 'Yes, but'});
      setStance(draft, 0, 'conditional');
      draft.summit.positions[0].condition = 'if paid';
    });
    edit(store, (draft) => {
      setStance(draft, 0, 'rejects');
    });
    assert.deepEqual(
      [summitOf(store).positions[0].stance, summitOf(store).positions[0].condition],
      ['rejects', undefined],
    );
    edit(store, (draft) => {
      setStance(draft, 0, undefined);
    });
    assert.equal('stance' in summitOf(store).positions[0], false);
  });

  it('counts what the file has from each side', () => {
    const store = makeStore();
    edit(store, (draft) => {
      addToRow(draft, {row: borders, actor: 'norland', label: 'The valley'});
      addToRow(draft, {row: {kind: 'aims'}, actor: 'norland', label: 'Peace'});
      draft.summit.topics[1].hideGaps = true;
    });
    assert.deepEqual(
      balanceOf(summitOf(store)).map(({side, positions, aims, statements, gaps}) => [
        side.id,
        positions,
        aims,
        statements,
        gaps,
      ]),
      [
        ['norland', 2, 1, 1, []],
        ['sudland', 0, 0, 1, ['Borders']],
      ],
    );
  });
});

describe('the search for statements', () => {
  it('finds words in any order, without accents, in text, speaker and certainty', () => {
    const summit = summitOf(makeStore());
    const found = (query, first) => findStatements(summit, query, first).map(({id}) => id);
    assert.deepEqual(found('valley WANTS'), ['norland-wants-the-valley']);
    assert.deepEqual(found('elan'), ['elan-in-the-talks']);
    assert.deepEqual(found('the source own'), ['elan-in-the-talks']);
    assert.deepEqual(found('nothing like it'), []);
    assert.deepEqual(found('', 'sudland')[0], 'sudland-rejects-it');
    assert.equal(found('', 'sudland').length, 3);
  });
});

describe('removing', () => {
  it('takes along what would be untrue or unseen without it, says so, and undo brings it back', () => {
    const store = makeStore();
    edit(store, (draft) => {
      addToRow(draft, {row: borders, actor: 'norland', label: 'The valley'});
      addToRow(draft, {row: borders, actor: 'sudland', label: 'No'});
      addEntry(draft, 'outcomes', 'A line', {topic: 'borders', value: 'agreed', label: 'A line', claims: []});
      addEntry(draft, 'outcomes', 'A pact', {value: 'partly', label: 'A pact', claims: []});
      draft.summit.positions[0].rank = 'primary';
    });
    const before = summitOf(store);
    edit(store, (draft) => {
      removeEntry(draft, 'topics', 'borders');
    });
    const after = summitOf(store);
    assert.deepEqual(
      after.positions.map(({id, topic}) => [id, topic]),
      [['the-valley', undefined]],
    );
    assert.deepEqual(
      after.outcomes.map(({id}) => id),
      ['a-pact'],
    );
    assert.equal(
      describeRemoval(before, after, 'topics', 'borders'),
      'Removed “Borders”, and with it 1 position and 1 outcome. Undo brings all back.',
    );
    store.undo();
    assert.deepEqual(summitOf(store), before);
  });

  it('of an actor takes its positions, constraints and unnamed numbers', () => {
    const store = makeStore();
    edit(store, (draft) => {
      addToRow(draft, {row: borders, actor: 'norland', label: 'The valley'});
      addToRow(draft, {row: {kind: 'constraints'}, actor: 'norland', label: 'A vote'});
      addEntry(draft, 'figures', 'Votes', {label: 'Votes', items: []});
      addItem(draft, 'figures[0].items', 'Norland', {actor: 'norland', value: 1, claims: []});
      addItem(draft, 'figures[0].items', 'North', {actor: 'norland', label: 'North', value: 2, claims: []});
    });
    edit(store, (draft) => {
      removeEntry(draft, 'actors', 'norland');
    });
    const summit = summitOf(store);
    assert.deepEqual([summit.positions, summit.constraints], [[], undefined]);
    assert.deepEqual(summit.figures[0].items, [{id: 'north', label: 'North', value: 2, claims: []}]);
    // Nobody else is made to say it: the check asks who does.
    assert.deepEqual(summit.claims[0].by, []);
  });
});

describe('items', () => {
  it('are added, moved and removed', () => {
    const store = makeStore();
    const path = 'facts[0].items';
    const labels = () => summitOf(store).facts[0].items?.map(({id}) => id);
    edit(store, (draft) => {
      addEntry(draft, 'facts', 'who', {question: 'who'});
      for (const label of ['One', 'One', 'Два']) addItem(draft, path, label, {label, claims: []});
      moveItem(draft, path, 2, -1);
      moveItem(draft, path, 0, -1);
    });
    assert.deepEqual(labels(), ['one', 'item-1', 'one-2']);
    edit(store, (draft) => {
      removeItem(draft, path, 0, true);
      removeItem(draft, path, 5, true);
    });
    assert.deepEqual(labels(), ['item-1', 'one-2']);
    edit(store, (draft) => {
      removeItem(draft, path, 0, true);
      removeItem(draft, path, 0, true);
    });
    assert.equal('items' in summitOf(store).facts[0], false);
  });
});

describe('a number that isn’t finished', () => {
  it('is kept, survives opening the file again, and is named by the check', () => {
    const store = makeStore();
    edit(store, (draft) => {
      addEntry(draft, 'figures', 'Votes', {label: 'Votes', items: []});
      addItem(draft, 'figures[0].items', 'Yes', {label: 'Yes', value: '', claims: []});
      addItem(draft, 'figures[0].items', 'No', {label: 'No', value: '12 or so', claims: []});
      addItem(draft, 'figures[0].items', 'Blank', {label: 'Blank', claims: []});
    });
    const {summit} = completeShape(JSON.parse(JSON.stringify(summitOf(store))));
    assert.deepEqual(
      summit.figures[0].items.map(({value}) => value),
      ['', '12 or so', ''],
    );
    const {byPath} = checkDraft(summit);
    const messages = [0, 1, 2].map((i) => deskWords(summit, byPath.get(`figures[0].items[${i}].value`)[0]));
    assert.deepEqual(messages, ['is missing', 'must be a number', 'is missing']);
  });
});

const LISTS = ['actors', 'topics', 'claims', 'positions', 'constraints', 'regions', 'sources', 'figures', 'outcomes'];

/** An edit that an editor may make anywhere: the numbers choose among what is there. */
const action = fc.oneof(
  fc.record({kind: fc.constant('remove'), list: fc.constantFrom(...LISTS), at: fc.nat(99)}),
  fc.record({
    kind: fc.constant('move'),
    list: fc.constantFrom(...LISTS),
    at: fc.nat(99),
    steps: fc.integer({min: -9, max: 9}),
  }),
  fc.record({
    kind: fc.constant('add'),
    row: fc.nat(99),
    actor: fc.nat(99),
    claim: fc.nat(99),
    label: fc.string({maxLength: 8}),
  }),
  fc.record({kind: fc.constant('undo')}),
);

function apply(store, step) {
  const summit = summitOf(store);
  const pick = (list, at) => list?.[at % list.length];
  if (step.kind === 'undo') {
    store.undo();
  } else if (step.kind === 'add') {
    const actor = pick(summit.actors, step.actor);
    const claim = pick(summit.claims, step.claim);
    if (!actor || !claim) return;
    edit(store, (draft) => {
      addToRow(draft, {row: pick(rowsOf(summit), step.row), actor: actor.id, label: step.label, claims: [claim.id]});
    });
  } else {
    const entry = pick(summit[step.list] ?? [], step.at);
    if (!entry) return;
    edit(store, (draft) => {
      if (step.kind === 'remove') removeEntry(draft, step.list, entry.id);
      else moveEntry(draft, step.list, entry.id, step.steps);
    });
  }
}

describe('any edits', () => {
  it('leave no reference that leads nowhere, and all can be undone', () => {
    fc.assert(
      fc.property(fc.array(action, {maxLength: 12}), (steps) => {
        const store = storeOf(talks);
        for (const step of steps) {
          apply(store, step);
          assert.deepEqual(checkReferences(summitOf(store)), []);
        }
        while (store.undo() !== undefined);
        assert.deepEqual(summitOf(store), talks);
      }),
      {numRuns: 60},
    );
  });
});
