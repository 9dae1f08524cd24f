import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import type {Issue} from './issue.js';
import {parseFittingTranslation} from './parse-fitting-translation.js';
import {parseTranslation} from './parse-translation.js';
import {translateSummit} from './translate-summit.js';

const translation = {
  schemaVersion: '1.0',
  of: {id: 'lake-verra-2031', revision: 1},
  lang: 'de',
  machine: true,
  texts: {title: 'Die Gespräche am Verrasee', 'claims.north-quota.text': 'Northfield will weniger Wasser.'},
};

/** Issues of a translation with these differences, checked against the summit. */
function issuesOf(differences: object): readonly Issue[] {
  return parseFittingTranslation({...translation, ...differences}, makeSummit()).issues ?? [];
}

describe('parseTranslation', () => {
  it('lets a good translation through, with its summit and without', () => {
    expect(parseTranslation(translation)).to.deep.equal({translation});
    expect(parseFittingTranslation(translation, makeSummit())).to.deep.equal({translation});
  });

  it('leaves out keys beside the texts that it does not know', () => {
    expect(parseTranslation({...translation, comment: 'for a later version'})).to.deep.equal({translation});
  });

  it('names every wrong place at once', () => {
    const of = {id: 'lake-verra-2031', revision: 0};
    const issues = issuesOf({schemaVersion: '2.0', of, lang: 'german!', texts: {title: ' '}});
    expect(issues.map(({path}) => path)).to.deep.equal(['schemaVersion', 'of.revision', 'lang', 'texts.title']);
  });

  it('says of a text what is wrong with it', () => {
    expect(issuesOf({texts: {title: 5, 'venue.name': '', 'topics.water.label': 'Wasser '.repeat(300)}})).to.deep.equal([
      {path: 'texts.title', message: 'must be a text; put it in quotes'},
      {path: 'texts.venue.name', message: 'must not be empty; leave the key out to show the original'},
      {path: 'texts.topics.water.label', message: 'is longer than 2000 characters; shorten it'},
    ]);
  });

  it('takes no other controls than line breaks, and none that turn the direction', () => {
    for (const sign of ['\u202e', '\u2066', '\u0000', '\u0085', '\ud800']) {
      const [issue] = issuesOf({texts: {'claims.north-quota.text': `Weniger${sign} Wasser`}});
      expect(issue?.path).to.equal('texts.claims.north-quota.text');
      expect(issue?.message).to.match(/U\+.*remove it/);
    }
    expect(issuesOf({texts: {title: 'Am\nSee'}})).to.deep.equal([]);
  });

  it('names a key that fits nothing, and the one that was meant', () => {
    expect(issuesOf({texts: {'claims.north-qota.text': 'Weniger Wasser', 'venue.address': 'Insel'}})).to.deep.equal([
      {
        path: 'texts.claims.north-qota.text',
        message: "no text of the summit has this key; did you mean 'claims.north-quota.text'?",
      },
      {path: 'texts.venue.address', message: 'no text of the summit has this key; remove it'},
    ]);
  });

  it('names keys that only look harmless', () => {
    const texts: unknown = JSON.parse('{"__proto__": "X", "constructor": "X", "a\\nb": "X"}');
    expect(issuesOf({texts: texts as object}).map(({path}) => path)).to.have.members([
      'texts.__proto__',
      'texts.constructor',
      "texts['a\nb']",
    ]);
  });

  it('shows nothing of them without the summit', () => {
    const texts: unknown = JSON.parse('{"__proto__": "X", "constructor": "X"}');
    const parsed = parseTranslation({...translation, texts});
    expect(parsed.translation && translateSummit(makeSummit(), parsed.translation).summit).to.deep.equal(makeSummit());
    expect(({} as Record<string, unknown>)['title']).to.equal(undefined);
  });

  it('names another summit and an edition that is not there yet', () => {
    expect(issuesOf({of: {id: 'lake-verra-2032', revision: 1}})).to.deep.equal([
      {
        path: 'of.id',
        message: "the summit is 'lake-verra-2031', not 'lake-verra-2032'; write the id of the translated summit",
      },
    ]);
    expect(issuesOf({of: {id: 'lake-verra-2031', revision: 2}})).to.deep.equal([
      {path: 'of.revision', message: 'the summit is at revision 1; write the revision that was translated'},
    ]);
  });

  it('bears with what an earlier edition had too much', () => {
    const input = {...translation, texts: {'claims.gone.text': 'Nicht mehr da.'}};
    expect(parseFittingTranslation(input, makeSummit({revision: 2})).issues).to.equal(undefined);
  });

  it('keeps its report short', () => {
    const texts = Object.fromEntries(
      Array.from({length: 5000}, (_, i) => [`claims.north-quote${String(i)}.text`, 'X']),
    );
    expect(issuesOf({texts})).to.have.lengthOf(201);
  });

  it('never throws, whatever comes', () => {
    const {proxy, revoke} = Proxy.revocable({}, {});
    revoke();
    const trap = {
      ...translation,
      get texts(): never {
        throw new TypeError('not today');
      },
    };
    const circle: Record<string, unknown> = {};
    circle['texts'] = circle;
    for (const input of [
      undefined,
      null,
      0,
      'text',
      [],
      {},
      circle,
      () => 1,
      proxy,
      trap,
      {...translation, texts: ['X']},
    ]) {
      for (const summit of [undefined, makeSummit()]) {
        expect(
          (summit ? parseFittingTranslation(input, summit) : parseTranslation(input)).issues,
          typeof input,
        ).not.to.be.oneOf([undefined, []]);
      }
    }
  });
});
