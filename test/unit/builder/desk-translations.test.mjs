/** Translations in the desk: what is missing or to be reviewed, and the files that are written. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readSummitText} from '../../../builder/file/read-file.ts';
import {setField} from '../../../builder/store/commands/fields.ts';
import {
  addTranslation,
  confirmText,
  removeTranslation,
  setMachine,
  setTranslatedText,
  takeTranslation,
} from '../../../builder/store/commands/translations.ts';
import {describeText, placeInList} from '../../../builder/store/describe-text.ts';
import {DeskStore} from '../../../builder/store/desk-store.ts';
import {emptyDraft} from '../../../builder/store/draft.ts';
import {
  issuesOf,
  openTranslation,
  publishable,
  readTranslation,
  textsOf,
  writeForPages,
  writeForTranslator,
} from '../../../builder/store/translations.ts';
import {parseFittingTranslation} from '../../../src/data/parse-fitting-translation.ts';
import {translatableTexts} from '../../../src/data/translate-summit.ts';
import {whole} from '../../hosts/whole-summit.mjs';

const summit = JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'));
const [first, second] = summit.claims;
const keyOf = ({id}) => `claims.${id}.text`;

/** A desk with the climate talks, and an empty German translation. */
function open() {
  const store = new DeskStore({...emptyDraft(), summit: structuredClone(summit)});
  const run = (command, ...args) => store.edit(command.name, (draft) => void command(draft, ...args));
  run(addTranslation, 'de');
  return {
    store,
    run,
    summit: () => store.state.draft.summit,
    german: () => store.state.draft.translations.de,
    stateOf: (key) =>
      textsOf(store.state.draft.summit, store.state.draft.translations.de).find((text) => text.key === key),
  };
}

/** The value of a written file. */
async function read(text, name) {
  const result = await readSummitText(text, name);
  assert.equal(result.kind, 'read', result.message);
  return result.value;
}

describe('a translation', () => {
  it('is added with its entry in the summit, and removed with it', () => {
    const {store, run} = open();
    assert.deepEqual(store.state.draft.summit.translations, [{lang: 'de', src: 'climate-talks-2032.de.json'}]);
    run(addTranslation, 'fr');
    run(removeTranslation, 'de');
    assert.deepEqual(
      store.state.draft.summit.translations.map(({lang}) => lang),
      ['fr'],
    );
    run(removeTranslation, 'fr');
    assert.equal(Object.hasOwn(store.state.draft.summit, 'translations'), false);
    assert.deepEqual(store.state.draft.translations, {});
    for (let i = 0; i < 4; i += 1) store.undo();
    assert.equal(store.state.draft.summit.translations, summit.translations);
  });

  it('keeps the address of an entry that is there', () => {
    const {store, run} = open();
    run(setField, 'translations[0].src', 'https://paper.example/de.json');
    run(addTranslation, 'de');
    assert.deepEqual(store.state.draft.summit.translations, [{lang: 'de', src: 'https://paper.example/de.json'}]);
  });

  it('lists every text that can be translated, in the order of the file', () => {
    const {german} = open();
    const texts = textsOf(summit, german());
    assert.deepEqual(
      texts.map(({key}) => key),
      [...translatableTexts(summit).keys()],
    );
    assert.ok(texts.every(({state}) => state === 'missing'));
  });

  it('does not list texts that are not written yet', () => {
    const {run, german, summit: now, stateOf} = open();
    run(setField, 'claims[0].text', '');
    assert.equal(stateOf(keyOf(first)), undefined);
    assert.equal(textsOf(now(), german()).length, translatableTexts(summit).size - 1);
  });

  it('knows when an original has changed, and when the text was reviewed', () => {
    const {run, stateOf, summit: now, german} = open();
    run(setTranslatedText, 'de', keyOf(first), 'Eins');
    assert.equal(stateOf(keyOf(first)).state, 'done');
    run(setField, 'claims[0].text', 'Another text');
    assert.deepEqual(stateOf(keyOf(first)), {
      key: keyOf(first),
      original: 'Another text',
      text: 'Eins',
      state: 'changed',
      earlier: first.text,
    });
    assert.deepEqual(publishable(now(), german()).texts, {});
    run(confirmText, 'de', keyOf(first));
    assert.equal(stateOf(keyOf(first)).state, 'done');
    assert.deepEqual(publishable(now(), german()).texts, {[keyOf(first)]: 'Eins'});
    run(setTranslatedText, 'de', keyOf(first), ' ');
    assert.equal(stateOf(keyOf(first)).state, 'missing');
    assert.deepEqual([german().texts, german().originals], [{}, {}]);
  });

  it('names texts that pages would not show', () => {
    const {run, german} = open();
    run(setTranslatedText, 'de', keyOf(first), 'lang '.repeat(600));
    run(setTranslatedText, 'de', keyOf(second), 'Kurz');
    assert.deepEqual([...issuesOf(summit, german()).keys()], [keyOf(first)]);
  });
});

describe('the texts of a summit', () => {
  it('have the words of the desk, not those of the file', () => {
    const names = [...translatableTexts(whole.summit).keys()].map((key) => {
      const {heading, field} = placeInList(whole.summit, key);
      return `${heading}: ${field}`;
    });
    for (const name of names) assert.doesNotMatch(name, /[“.]|\w[A-Z]|\b(?:label|asOf|claim|actor|region)/);
    for (const expected of [
      'Summit: Name of the summit',
      'Summit: City or place of the talks',
      'Sides and speakers: name inside a sentence',
      'Positions: short version, text',
      'Fact box: answer',
      'Fact box: part 1, text',
      'Votes, sums and counts: number 1, condition',
      'Map: sea 1, name',
    ]) {
      assert.ok(names.includes(expected), `${expected} is not among:\n${names.join('\n')}`);
    }
  });

  it('are named by the question of a reader if they have no other name', () => {
    assert.equal(
      describeText(whole.summit, 'facts.expect.items.no-deal.label'),
      'Answer “What is expected?”, part 1, text',
    );
  });
});

describe('the translation that is worked on', () => {
  it('is the chosen one, or the only one', () => {
    const {store, run} = open();
    const opened = (chosen) => openTranslation(store.state.draft, chosen)?.lang;
    assert.equal(opened(''), 'de');
    run(addTranslation, 'fr');
    assert.equal(opened(''), undefined);
    assert.equal(opened('fr'), 'fr');
    run(removeTranslation, 'fr');
    assert.equal(opened('fr'), 'de');
  });
});

describe('the files', () => {
  it('are valid for the summit at any time', async () => {
    const {run, german, summit: now} = open();
    const check = async (texts) => {
      for (const [text, name] of [
        [writeForPages(now(), german()), 'a.json'],
        [writeForTranslator(now(), german()), 'a.yaml'],
      ]) {
        // YAML without a text has an empty “texts”.
        const value = await read(text, name);
        const {translation, issues} = parseFittingTranslation({...value, texts: value.texts ?? {}}, now());
        assert.deepEqual([issues, {...translation?.texts}], [undefined, texts], name);
        assert.equal(translation.of.revision, summit.revision);
      }
    };
    await check({});
    run(setTranslatedText, 'de', keyOf(first), 'Eins: „zwei“ # drei');
    run(setTranslatedText, 'de', keyOf(second), 'Zwei');
    await check({[keyOf(first)]: 'Eins: „zwei“ # drei', [keyOf(second)]: 'Zwei'});
    run(setField, 'claims[0].text', 'Another text');
    await check({[keyOf(second)]: 'Zwei'});
  });

  it('say that a machine translated the texts', async () => {
    const {run, german} = open();
    run(setMachine, 'de', true);
    assert.equal((await read(writeForPages(summit, german()), 'a.json')).machine, true);
    assert.match(writeForTranslator(summit, german()), /^machine: true /m);
  });

  it('for a translator keep what the log of changes tells of', async () => {
    const {store, run} = open();
    const earlier = {
      schemaVersion: '1.0',
      of: {id: summit.id, revision: summit.revision},
      lang: 'de',
      texts: {[keyOf(first)]: 'Eins', [keyOf(second)]: 'Zwei'},
    };
    run(setField, 'revision', summit.revision + 1);
    store.edit('Correct', ({summit: draft}) => {
      draft.changes.push({date: '2032-12-01', revision: draft.revision, text: 'Corrected.', targets: [first.id]});
    });
    run(takeTranslation, earlier);
    const {summit: now, translations} = store.state.draft;
    const states = new Map(textsOf(now, translations.de).map(({key, state}) => [key, state]));
    assert.deepEqual([states.get(keyOf(first)), states.get(keyOf(second))], ['changed', 'done']);
    const yaml = writeForTranslator(now, translations.de);
    assert.match(yaml, /# CHANGED since revision 4: review this text/);
    const value = await read(yaml, 'a.yaml');
    assert.deepEqual([value.of.revision, value.texts], [summit.revision, earlier.texts]);
    assert.deepEqual(publishable(now, translations.de).texts, {[keyOf(second)]: 'Zwei'});
    run(confirmText, 'de', keyOf(first));
    const reviewed = await read(writeForTranslator(now, store.state.draft.translations.de), 'a.yaml');
    assert.deepEqual([reviewed.of.revision, reviewed.texts], [summit.revision + 1, earlier.texts]);
  });
});

describe('a file to import', () => {
  const file = {schemaVersion: '1.0', of: {id: summit.id, revision: summit.revision}, lang: 'de', texts: {}};

  it('may have empty texts', () => {
    const {translation} = readTranslation({...file, texts: {[keyOf(first)]: 'Eins', [keyOf(second)]: ''}}, summit);
    assert.deepEqual({...translation.texts}, {[keyOf(first)]: 'Eins'});
  });

  it('must be a translation of this summit into another language', () => {
    const pathsOf = (value) => readTranslation(value, summit).issues?.map(({path}) => path);
    assert.deepEqual(pathsOf(file), undefined);
    assert.deepEqual(pathsOf(summit), ['']);
    assert.deepEqual(pathsOf({...file, lang: summit.lang}), ['lang']);
    assert.deepEqual(pathsOf({...file, of: {id: 'other', revision: 1}}), ['of.id']);
    assert.deepEqual(pathsOf({...file, texts: {'claims.nix.text': 'Nichts'}}), ['texts.claims.nix.text']);
  });
});
