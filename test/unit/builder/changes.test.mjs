/** The log of changes as the desk writes it. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {raiseRevision, restoreClaim, setNote, withdrawClaim} from '../../../builder/store/commands/changes.ts';
import {DeskStore} from '../../../builder/store/desk-store.ts';
import {emptyDraft} from '../../../builder/store/draft.ts';
import {listDifferences} from '../../../builder/store/list-differences.ts';
import {today} from '../../../builder/store/today.ts';
import {parseSummit} from '../../../src/data/parse-summit.ts';
import {missingEntries} from '../../../src/data/compare-editions.ts';

const published = parseSummit(JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'))).summit;
const [first, second] = published.claims;
const DAY = '2032-11-09';

/** A draft of the published edition with these edits. */
function draftWith(...edits) {
  const store = new DeskStore({...emptyDraft(), summit: published});
  for (const edit of edits) store.edit('Edit', edit);
  return {
    store,
    get summit() {
      return store.state.draft.summit;
    },
    get differences() {
      return listDifferences(published, store.state.draft.summit).shown;
    },
    note(index, kind) {
      const difference = this.differences[index];
      store.edit('Note', (draft) => setNote(draft, published, difference, kind, DAY));
    },
  };
}

const changeFirst = ({summit}) => {
  summit.claims[0].text = 'Other words.';
};

describe('the number of the edition', () => {
  it('goes up as soon as something differs, once', () => {
    const draft = draftWith((draft) => raiseRevision(draft, published));
    assert.equal(draft.summit.revision, published.revision);
    draft.store.edit('Edit', (draft) => {
      changeFirst(draft);
      raiseRevision(draft, published);
      raiseRevision(draft, published);
    });
    assert.equal(draft.summit.revision, published.revision + 1);
  });

  it('stays where it is higher already', () => {
    const draft = draftWith(changeFirst, ({summit}) => {
      summit.revision = published.revision + 5;
    });
    draft.store.edit('Raise', (draft) => raiseRevision(draft, published));
    assert.equal(draft.summit.revision, published.revision + 5);
  });
});

describe('a note about a changed statement', () => {
  it('has the kind, the day, the words and the statement', () => {
    const draft = draftWith(changeFirst);
    assert.deepEqual(
      draft.differences.map(({claim, kind, before, after, entry}) => [claim, kind, before, after, entry]),
      [[first.id, 'changed', first.text, 'Other words.', undefined]],
    );
    draft.note(0, 'correction');
    assert.deepEqual(draft.summit.changes.at(-1), {
      kind: 'correction',
      date: DAY,
      text: `It said: “${first.text}” It now says: “Other words.”`,
      targets: [first.id],
      revision: published.revision + 1,
    });
    assert.deepEqual(missingEntries(published, draft.summit), []);
    assert.equal(draft.differences[0].entry, published.changes.length);
  });

  it('is drafted in the language of the file', () => {
    const draft = draftWith(changeFirst, ({summit}) => {
      summit.lang = 'de';
    });
    draft.note(0, 'correction');
    assert.match(draft.summit.changes.at(-1).text, /^Bisher hieß es: „.*“ Jetzt heißt es: „Other words\.“$/);
  });

  it('changes its words with its kind, unless the editor changed them', () => {
    const draft = draftWith(changeFirst);
    draft.note(0, 'correction');
    draft.note(0, 'superseded');
    assert.match(draft.summit.changes.at(-1).text, /^Until .* it said: “/);
    draft.store.edit('Edit', ({summit}) => {
      summit.changes.at(-1).text = 'My words.';
    });
    draft.note(0, 'update');
    assert.deepEqual([draft.summit.changes.at(-1).kind, draft.summit.changes.at(-1).text], ['update', 'My words.']);
    assert.equal(draft.summit.changes.length, published.changes.length + 1);
  });

  it('is removed with “no note”, and undone', () => {
    const draft = draftWith(changeFirst);
    draft.note(0, 'correction');
    draft.note(0, undefined);
    assert.deepEqual(draft.summit.changes, published.changes);
    draft.store.undo();
    assert.equal(draft.summit.changes.length, published.changes.length + 1);
  });

  it('leaves an entry about several statements to the others', () => {
    const draft = draftWith(changeFirst, ({summit}) => {
      summit.claims[1].text = 'Other words too.';
      summit.changes.push({kind: 'update', date: DAY, text: 'Both.', targets: [first.id, second.id]});
    });
    draft.note(0, 'correction');
    assert.deepEqual(
      draft.summit.changes.slice(-2).map(({kind, targets}) => [kind, targets]),
      [
        ['update', [second.id]],
        ['correction', [first.id]],
      ],
    );
  });
});

describe('a statement that is withdrawn', () => {
  it('may stay in the file', () => {
    const draft = draftWith((draft) => withdrawClaim(draft, first.id, DAY));
    assert.deepEqual(
      draft.differences.map(({claim, kind, entry}) => [claim, kind, entry]),
      [[first.id, 'removed', published.changes.length]],
    );
    assert.deepEqual(missingEntries(published, draft.summit), []);
  });

  it('is one that was removed, which can be put back at its place', () => {
    const draft = draftWith(({summit}) => {
      summit.claims.splice(1, 1);
    });
    const {kind, before, after} = draft.differences[0];
    assert.deepEqual([kind, before, after], ['removed', second.text, undefined]);
    draft.note(0, 'withdrawal');
    assert.equal(draft.summit.changes.at(-1).text, `No longer said: “${second.text}”`);
    draft.note(0, undefined);
    draft.store.edit('Restore', (draft) => restoreClaim(draft, published, second.id));
    assert.deepEqual(draft.summit, published);
  });
});

it('a label that differs gets a note without statements', () => {
  const [position] = published.positions;
  const draft = draftWith(({summit}) => {
    summit.positions[0].label = 'Another label';
  });
  assert.deepEqual(
    draft.differences.map(({path, before, after}) => [path, before, after]),
    [[`positions.${position.id}.label`, position.label, 'Another label']],
  );
  assert.match(draft.differences[0].name, /^Position “Another label”, text$/);
  draft.note(0, 'update');
  assert.equal(draft.summit.changes.at(-1).text, `It said: “${position.label}” It now says: “Another label”`);
  assert.equal('targets' in draft.summit.changes.at(-1), false);
  assert.equal(draft.differences[0].entry, published.changes.length);
});

it('the day is that of the editor’s clock', () => {
  assert.equal(today(new Date(2032, 10, 9, 0, 5)), DAY);
});
