import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeChange, makeSummit} from '../../test/support/make-summit.js';
import {whole} from '../../test/hosts/whole-summit.mjs';
import {acceptSummit} from './accept-summit.js';
import {parseSummit} from './parse-summit.js';
import {alaska2025} from './summits/alaska-2025.js';

const template = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../templates/${name}.json`, import.meta.url), 'utf8'));

describe('acceptSummit', () => {
  for (const [name, data] of Object.entries({
    'an invented summit': makeSummit({changes: [makeChange('update', 'New.', 'meeting-set')]}),
    'a summit with every field': whole.summit,
    'the Alaska summit': alaska2025,
    'the largest template': template('climate-talks'),
    'an Arabic template': template('water-talks-ar'),
  })) {
    it(`accepts ${name}, as parseSummit does`, () => {
      const {summit} = parseSummit(data);
      expect(summit).to.not.equal(undefined);
      expect(acceptSummit(data)).to.deep.equal(summit);
    });
  }

  it('returns objects and lists that a page can’t change', () => {
    const {claims} = acceptSummit(makeSummit())!;
    for (const part of [claims, claims[0], claims[0]!.refs]) expect(part).to.be.frozen;
  });

  it('reads each value once, because an object of the page may return another one each time', () => {
    let reads = 0;
    const data = Object.defineProperty({...makeSummit()}, 'title', {
      enumerable: true,
      get: () => ['The Lake Verra talks', '\u0007'][reads++],
    });
    expect(acceptSummit(data)?.title).to.equal('The Lake Verra talks');
  });

  const {claims, actors, positions} = makeSummit();
  for (const [name, changed] of Object.entries({
    'an id that two entries have': {actors: [...actors, actors[0]]},
    'a reference that leads nowhere': {positions: [{...positions[0], claims: ['nowhere']}, ...positions.slice(1)]},
    'a claim that a change names twice': {changes: [makeChange('update', 'New.', 'a', 'a')]},
    'a language with two translations': {
      translations: [
        {lang: 'de', src: 'a.json'},
        {lang: 'de', src: 'b.json'},
      ],
    },
    'an end before the start': {when: {start: '2031-05-12', end: '2031-05-11'}},
    'a review of data without a date': {reviewBy: '2031-05-12', asOf: undefined, changes: []},
    'a character that disguises a text': {title: 'Talks\u202e'},
    'options that aren’t text': {status: {value: ['ended'], claims: []}},
    'several options at once': {claims: [{...claims[0], certainty: 'stated|reported'}, ...claims.slice(1)]},
    'an unknown key, which may contain anything': {extra: 1},
  })) {
    it(`leaves ${name} to parseSummit`, () => {
      expect(acceptSummit({...makeSummit(), ...changed})).to.equal(undefined);
    });
  }
});
