import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeChange, makeSummit} from '../../test/support/make-summit.js';
import {translatableTexts, translateSummit} from './translate-summit.js';
import type {Change, Summit} from './summit.js';
import type {Translation} from './translation.js';

/** A translation of the invented summit. */
function makeTranslation(texts: Readonly<Record<string, string>>, revision = 1): Translation {
  return {schemaVersion: '1.0', of: {id: 'lake-verra-2031', revision}, lang: 'de', machine: true, texts};
}

/** Every text of a summit in capitals. */
function shout(summit: Summit, revision = summit.revision): Translation {
  const texts = [...translatableTexts(summit)].map(([key, text]) => [key, text.toUpperCase()] as const);
  return makeTranslation(Object.fromEntries(texts), revision);
}

/** The second edition of the invented summit, with these entries in its log. */
function makeSecondEdition(...changes: readonly Change[]): Summit {
  return makeSummit({revision: 2, changes});
}

/** The keys whose texts a translation into capitals does not reach. */
function untouched(summit: Summit, translation: Translation): string[] {
  const {summit: translated} = translateSummit(summit, translation);
  return [...translatableTexts(translated)].filter(([, text]) => text !== text.toUpperCase()).map(([key]) => key);
}

describe('translateSummit', () => {
  it('puts every text of the translation in its place, and its language', () => {
    const {summit, missing, stale} = translateSummit(makeSummit(), shout(makeSummit()));
    expect(summit.lang).to.equal('de');
    expect(summit.title).to.equal('THE LAKE VERRA TALKS');
    expect(summit.actors[0]).to.include({shortName: 'NORTHFIELD', office: 'PRESIDENT OF NORRLAND'});
    expect(summit.claims[0]?.text).to.equal('NORTHFIELD AND SOUTHWELL ARE TO MEET ON VERRA ISLAND IN MAY.');
    expect(summit.facts[1]?.items?.[0]?.label).to.equal('THE FIRST OF TWO MEETINGS');
    expect(summit.map?.land[0]?.name).to.equal('LAKE VERRA');
    expect(summit.map?.basis).to.equal('OUTLINE OF AN INVENTED LAKE.');
    expect(summit.asOf?.note).to.equal('THE STATES, PEOPLE AND PLACES HERE ARE INVENTED.');
    expect(untouched(makeSummit(), shout(makeSummit()))).to.deep.equal([]);
    expect(missing).to.have.property('size', 0);
    expect(stale).to.equal(false);
  });

  it('changes nothing but texts and language', () => {
    const {summit} = translateSummit(makeSummit(), shout(makeSummit()));
    const back = Object.fromEntries(translatableTexts(makeSummit()));
    expect({...translateSummit(summit, makeTranslation(back)).summit, lang: 'en'}).to.deep.equal(makeSummit());
  });

  it('leaves names in the language of the place, titles of sources, licences and credits as they are', () => {
    const differences = {shortTitle: 'Courier', license: 'free', note: 'Read it.'};
    const sources = makeSummit().sources.map((source) => ({...source, ...differences}));
    const original = makeSummit({sources});
    const all = {
      ...shout(original).texts,
      'regions.reed-bay.native.name': 'X',
      'sources.courier.title': 'X',
      'sources.courier.shortTitle': 'X',
      'sources.courier.license': 'X',
      'map.credit': 'X',
    };
    const {summit, originals, missing} = translateSummit(original, makeTranslation(all));
    expect(summit.regions[0]?.native?.name).to.equal('Baie des Roseaux');
    expect(summit.map?.credit).to.equal('drawn for this example');
    expect(summit.sources).to.deep.equal(sources.map((source) => ({...source, note: 'READ IT.'})));
    expect([...originals]).to.have.members([
      'drawn for this example',
      'Two presidents and one lake',
      'Courier',
      'free',
    ]);
    expect([...missing]).to.deep.equal([]);
  });

  it('shows the original where a text is missing, and says which', () => {
    const {'claims.north-quota.text': gone, ...texts} = shout(makeSummit()).texts;
    const {summit, originals, missing} = translateSummit(makeSummit(), makeTranslation(texts));
    const text = 'Northfield wants both states to draw less water.';
    expect(gone).to.equal(text.toUpperCase());
    expect(summit.claims.find(({id}) => id === 'north-quota')?.text).to.equal(text);
    expect([...missing]).to.deep.equal([text]);
    expect(originals.has(text)).to.equal(true);
  });

  it('counts no text as missing that the translation gives word for word elsewhere', () => {
    const {'venue.name': gone, ...texts} = shout(makeSummit()).texts;
    const {originals, missing} = translateSummit(makeSummit(), makeTranslation({...texts, title: 'Verra Island'}));
    expect(gone).to.equal('VERRA ISLAND');
    expect(missing).to.have.property('size', 0);
    expect(originals.has('Verra Island')).to.equal(false);
  });

  it('leaves its input alone and shares what it does not change', () => {
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    };
    const original = makeSummit();
    const translation = makeTranslation({title: 'Die Gespräche am See', 'claims.north-quota.text': 'Weniger Wasser.'});
    freeze(original);
    freeze(translation);
    const {summit} = translateSummit(original, translation);
    expect(summit.title).to.equal('Die Gespräche am See');
    expect(summit.positions).to.equal(original.positions);
    expect(summit.map).to.equal(original.map);
    expect(summit.claims[0]).to.equal(original.claims[0]);
    expect(original).to.deep.equal(makeSummit());
  });

  it('uses nothing of a translation of another summit or of a later edition', () => {
    const other = {...shout(makeSummit()), of: {id: 'lake-verra-2032', revision: 1}};
    for (const translation of [other, shout(makeSummit(), 2)]) {
      const {summit, missing, stale} = translateSummit(makeSummit(), translation);
      expect(summit).to.deep.equal(makeSummit());
      expect([...missing]).to.deep.equal([...new Set(translatableTexts(makeSummit()).values())]);
      expect(stale).to.equal(false);
    }
  });

  it('has nothing to show of keys that every object has, nor of keys that fit nothing', () => {
    const texts: unknown = JSON.parse(
      '{"__proto__": "X", "constructor": "X", "toString": "X", "claims.nobody.text": "X"}',
    );
    const {summit} = translateSummit(makeSummit(), makeTranslation(texts as Record<string, string>));
    expect(summit).to.deep.equal(makeSummit());
  });

  it('takes no text from a prototype', () => {
    const texts = Object.create({title: 'X'}) as Record<string, string>;
    expect(translateSummit(makeSummit(), makeTranslation(texts)).summit.title).to.equal('The Lake Verra talks');
  });

  it('shows the original of a text whose translation is far longer, since it may stand in very many places', () => {
    const summit = makeSummit();
    const long = 'x'.repeat(2000);
    const {summit: shown, missing} = translateSummit(summit, {
      schemaVersion: '1.0',
      of: {id: summit.id, revision: summit.revision},
      lang: 'de',
      machine: false,
      texts: {title: 'Die Gespräche', 'topics.water.label': long},
    });
    expect(shown.title).to.equal('Die Gespräche');
    expect(shown.topics[0]!.label).to.equal(summit.topics[0]!.label);
    expect([...missing]).to.include(summit.topics[0]!.label);
  });
});

describe('translateSummit with a translation of an earlier edition', () => {
  it('uses it, but for what only an index leads to', () => {
    const summit = makeSecondEdition();
    expect(translateSummit(summit, shout(summit, 1)).stale).to.equal(true);
    expect(untouched(summit, shout(summit, 1))).to.deep.equal(['map.land.0.name']);
  });

  it('leaves out claims that have changed since, and the labels that rest on them', () => {
    const summit = makeSecondEdition(makeChange('correction', 'It said ten days.', 'level-falling', 'no-signing'));
    const {missing} = translateSummit(summit, shout(summit, 1));
    const keys = [
      'topics.water.label',
      'claims.level-falling.text',
      'claims.no-signing.text',
      'positions.water-north.label',
      'constraints.held-by-drought.label',
      'facts.expect.label',
      'facts.expect.items.nothing-signed.label',
      'map.land.0.name',
      'changes.0.text',
    ];
    expect(untouched(summit, shout(summit, 1))).to.deep.equal(keys);
    expect([...missing]).to.deep.equal(keys.map((key) => translatableTexts(summit).get(key)));
  });

  it('keeps claims whose changes it knows already', () => {
    const summit = makeSummit({
      revision: 3,
      changes: [
        {...makeChange('update', 'In the second edition.', 'north-ferry'), revision: 2},
        {...makeChange('update', 'In the third edition.', 'for-birds'), revision: 3},
      ],
    });
    const keys = untouched(summit, shout(summit, 2));
    expect(keys).to.include('claims.for-birds.text');
    expect(keys).not.to.include('claims.north-ferry.text');
    expect(keys).not.to.include('positions.ferry-north.label');
  });

  it('asks for nothing again once the edition is translated', () => {
    const summit = makeSecondEdition(makeChange('correction', 'It said ten days.', 'level-falling'));
    expect(untouched(summit, shout(summit, 2))).to.deep.equal([]);
  });
});

describe('translatableTexts', () => {
  it('names texts by the ids on the way to them, and by an index where there are none', () => {
    const texts = translatableTexts(makeSummit({changes: [makeChange('update', 'Now on an island.')]}));
    expect(texts.get('title')).to.equal('The Lake Verra talks');
    expect(texts.get('actors.fishers.shortName')).to.equal('the fishers');
    expect(texts.get('facts.follows.items.birds.label')).to.equal('For the birds of Reed Bay');
    expect(texts.get('changes.0.text')).to.equal('Now on an island.');
    expect(texts.get('sources.courier.note')).to.equal('An invented article in an invented paper.');
  });
});
