/** How an article becomes sentences, what their words suggest, and the commands that make statements of them. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {addArticle, addClaim, setArticle} from '../../../builder/store/commands/claims.ts';
import {removeEntry} from '../../../builder/store/commands/entries.ts';
import {DeskStore} from '../../../builder/store/desk-store.ts';
import {emptyDraft} from '../../../builder/store/draft.ts';
import {headlineOf, splitArticle} from '../../../builder/write/article/split-article.ts';
import {suggestCertainty, suggestSpeaker} from '../../../builder/write/article/suggest-certainty.ts';
import {suggestPublisher} from '../../../builder/write/sources/suggest-publisher.ts';

/** The sentences with their places, one a line. */
const split = (text, lang = 'en', headline = '') =>
  splitArticle(text, headline, lang).flatMap(({sentences}) => sentences.map(({at, text}) => `${at}: ${text}`));

describe('an article', () => {
  it('is split into paragraphs at blank lines, and into sentences', () => {
    assert.deepEqual(
      split('Talks open\n\nNorland met Sudland. They spoke\nfor hours.\n\n \nNothing was signed.', 'en', 'Talks open'),
      [
        'headline: Talks open',
        'p1 s1: Norland met Sudland.',
        'p1 s2: They spoke for hours.',
        'p2 s1: Nothing was signed.',
      ],
    );
  });

  it('without blank lines is split at its lines, whatever ends them', () => {
    const expected = ['p1 s1: One.', 'p2 s1: Two.', 'p2 s2: Three.'];
    for (const end of ['\n', '\r\n', '\r', '\u2029']) {
      assert.deepEqual(split(`One.${end}Two. Three.${end}`), expected);
      assert.deepEqual(split(`${end}One.${end}${end}Two.${end}Three.`), expected);
    }
  });

  it('may be empty', () => {
    assert.deepEqual(split(''), []);
    assert.deepEqual(split(' \n\n\r\n '), []);
  });

  it('goes on after abbreviations, initials and numbers', () => {
    assert.deepEqual(
      split(
        'Mr. Smith met J. R. Jones at the U.S. Capitol. He said no. Then No. 5 left. It began in 2020. All agreed.',
      ),
      [
        'p1 s1: Mr. Smith met J. R. Jones at the U.S. Capitol.',
        'p1 s2: He said no.',
        'p1 s3: Then No. 5 left.',
        'p1 s4: It began in 2020.',
        'p1 s5: All agreed.',
      ],
    );
    assert.deepEqual(
      split('Dr. Meier kam am 3. Mai, z. B. Frau Huber nach Art. 5 schon früher. Danach ging er.', 'de-AT').length,
      2,
    );
    assert.deepEqual(split('M. Martin a vu Mme. Dubois. Elle part.', 'fr').length, 2);
    assert.deepEqual(split('El Sr. Pérez y la Sra. Gómez firmaron. ¿Y después? Nada.', 'es').length, 3);
  });

  it('in Japanese or Arabic is split too', () => {
    assert.deepEqual(split('両国は会談した。合意はなかった。', 'ja'), [
      'p1 s1: 両国は会談した。',
      'p1 s2: 合意はなかった。',
    ]);
    assert.deepEqual(split('التقى الوفدان اليوم. هل اتفقا؟ لا أحد يعلم.', 'ar').length, 3);
  });

  it('in an unknown language is split as well', () => {
    assert.deepEqual(split('One. Two.', 'not a language').length, 2);
  });

  it('of a long line without an end is split in linear time', () => {
    const started = performance.now();
    assert.equal(split('a'.repeat(200_000)).length, 1);
    assert.equal(split('a. '.repeat(50_000)).length, 1);
    assert.ok(performance.now() - started < 3000);
  });

  it('has its first line as headline, if the line is no sentence', () => {
    assert.equal(headlineOf('  Talks  open \n\nText.'), 'Talks open');
    const sentence = 'Norland met Sudland.\nText.';
    assert.deepEqual(split(sentence, 'en', headlineOf(sentence))[0], 'p1 s1: Norland met Sudland.');
    assert.ok(headlineOf('word '.repeat(100)).length <= 162);
    assert.equal(headlineOf(' \n'), '');
  });
});

describe('words', () => {
  const suggested = (text, lang = 'en') => {
    const {value, because} = suggestCertainty(text, lang) ?? {};
    return value && `${value}: ${because}`;
  };

  it('suggest a certainty in four languages, the weakest first', () => {
    assert.equal(suggested('Norland said it will stay.'), 'stated: said');
    assert.equal(suggested('Norland announced that it may leave.'), 'speculation: may');
    assert.equal(suggested('According to the army, it left.'), 'reported: According to');
    assert.equal(suggested('Analysts said the plan is dead.'), 'analysis: Analysts');
    assert.equal(suggested('Die Lage könnte sich ändern, sagte er.', 'de-CH'), 'speculation: könnte');
    assert.equal(suggested('Nordland erklärte, es bleibe.', 'de'), 'stated: erklärte');
    assert.equal(suggested('Selon l’armée, le plan est mort.', 'fr'), 'reported: Selon');
    assert.equal(suggested('Le ministre a annoncé son départ.', 'fr'), 'stated: a annoncé');
    assert.equal(suggested('El plan podría fracasar, dijo.', 'es'), 'speculation: podría');
  });

  it('suggest nothing as part of other words, in quotation marks, or in other languages', () => {
    assert.equal(suggested('The mayor crossed the road.'), undefined);
    assert.equal(suggested('They signed “what may come” on Monday.'), undefined);
    assert.equal(suggested('Norland said it.', 'uk'), undefined);
    assert.equal(suggested('Norland said it.', 'constructor'), undefined);
  });

  const actors = [
    {id: 'norland', role: 'principal', name: 'Norland'},
    {id: 'korea', role: 'principal', kind: 'state', name: 'Korea'},
    {id: 'north-korea', role: 'principal', kind: 'state', name: 'North Korea'},
    {id: 'ann', role: 'source', kind: 'person', name: 'Ann Example (II)', shortName: 'Ms Example'},
  ];
  const speaker = (text, lang = 'en') => suggestSpeaker(text, actors, lang);

  it('suggest the speaker who is named beside a word for speaking', () => {
    assert.deepEqual(speaker('Norland said that Korea must leave.'), {value: 'norland', because: 'Norland said'});
    assert.deepEqual(speaker('Korea must leave, said Ms Example.'), {value: 'ann', because: 'said Ms Example'});
    assert.deepEqual(speaker('The army of North Korea said so.'), {value: 'north-korea', because: 'North Korea said'});
    assert.deepEqual(speaker('Laut Norland ist es vorbei.', 'de'), {value: 'norland', because: 'Laut Norland'});
  });

  it('suggest nobody who is only mentioned', () => {
    assert.equal(speaker('Norland left the talks.'), undefined);
    assert.equal(speaker('Norlanders said no.'), undefined);
    assert.equal(speaker(`Norland ${'left '.repeat(20)} and he said so.`), undefined);
  });
});

describe('an address', () => {
  it('suggests the publisher of the same host, or the host', () => {
    const sources = [{id: 'a', role: 'reporting', title: 'A', url: 'https://www.example.org/1', publisher: 'The Wire'}];
    assert.equal(suggestPublisher('https://example.org/2', sources), 'The Wire');
    assert.equal(suggestPublisher('https://www.example.com/2', sources), 'example.com');
    for (const url of ['', 'example', 'mailto:a@example.org']) assert.equal(suggestPublisher(url, sources), undefined);
  });
});

describe('commands', () => {
  const details = {text: 'Talks open\n\nNorland stays.', title: 'Talks open', publisher: 'The Wire', url: '', date: ''};

  it('make a source, a statement and its speaker, and are undone', () => {
    const store = new DeskStore(emptyDraft());
    const before = store.state.draft;
    store.edit('Add', (draft) => {
      addArticle(draft, details);
    });
    const statement = {
      text: 'Norland stays',
      by: '',
      newSpeaker: 'Ann Example',
      isSide: false,
      certainty: 'stated',
      refs: [{source: 'the-wire', at: 'p1 s1'}],
    };
    for (let i = 0; i < 2; i += 1) {
      store.edit('Make', (draft) => {
        addClaim(draft, statement);
      });
    }
    const {summit, articles} = store.state.draft;
    assert.deepEqual(articles, {'the-wire': details.text});
    assert.deepEqual(summit.sources, [{id: 'the-wire', role: 'reporting', title: 'Talks open', publisher: 'The Wire'}]);
    assert.deepEqual(summit.actors, [{id: 'ann-example', role: 'source', name: 'Ann Example'}]);
    assert.deepEqual(summit.claims, [
      {id: 'norland-stays', text: 'Norland stays', by: ['ann-example'], certainty: 'stated', refs: statement.refs},
      {id: 'norland-stays-2', text: 'Norland stays', by: ['ann-example'], certainty: 'stated', refs: statement.refs},
    ]);
    while (store.undo());
    assert.deepEqual(store.state.draft, before);
  });

  it('give a statement without a speaker to the article, and keep the original words if asked', () => {
    const draft = structuredClone(emptyDraft());
    const quote = {text: 'nunca', lang: 'es'};
    addClaim(draft, {text: 'Never.', by: '', newSpeaker: '', isSide: false, certainty: 'reported', refs: [], quote});
    assert.deepEqual(draft.summit.claims, [{id: 'never', text: 'Never.', certainty: 'reported', refs: [], quote}]);
  });

  it('remove the text of an article with its source, so that no later source has it', () => {
    const draft = structuredClone(emptyDraft());
    const id = addArticle(draft, details);
    setArticle(draft, id, 'Other text');
    assert.deepEqual(draft.articles, {[id]: 'Other text'});
    removeEntry(draft, 'sources', id);
    assert.deepEqual(draft.articles, {});
  });
});
