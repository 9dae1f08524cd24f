import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeChange, makeClaim, makeSummit} from '../../test/support/make-summit.js';
import {compareEditions, draftChanges, missingEntries} from './compare-editions.js';
import {withdrawnClaims} from './withdrawn-claims.js';
import {parseSummit} from './parse-summit.js';
import type {Claim, Summit} from './summit.js';

/** The summit a revision later, with one claim changed. */
function withClaim(id: string, differences: Partial<Claim>, overrides: Partial<Summit> = {}): Summit {
  const claims = makeSummit().claims.map((claim) => (claim.id === id ? {...claim, ...differences} : claim));
  return makeSummit({revision: 2, claims, ...overrides});
}

describe('compareEditions', () => {
  it('finds nothing between two equal editions', () => {
    expect(compareEditions(makeSummit(), makeSummit({revision: 2, title: 'Talks'}))).to.deep.equal({
      added: [],
      changed: [],
      withdrawn: [],
    });
  });

  it('calls a claim changed when its text, speaker, certainty, date, dispute or source is another', () => {
    const differences: Partial<Claim>[] = [
      {text: 'Other words.'},
      {by: ['southwell']},
      {certainty: 'reported'},
      {asOf: '2031-05-01'},
      {disputedBy: ['fishers']},
      {refs: [{source: 'courier', at: 'p9 s1'}]},
    ];
    for (const difference of differences) {
      const {changed} = compareEditions(makeSummit(), withClaim('north-quota', difference));
      expect(changed, JSON.stringify(difference)).to.deep.equal(['north-quota']);
    }
    expect(
      compareEditions(makeSummit(), withClaim('north-quota', {about: ['fishers'], disputedBy: []})).changed,
    ).to.deep.equal([]);
  });

  it('names what is new, and what is gone or withdrawn', () => {
    const {claims} = makeSummit();
    const after = makeSummit({
      claims: [...claims.slice(1), makeClaim('new-word', 'Something new.')],
      changes: [makeChange('withdrawal', 'Not said.', 'level-falling')],
    });
    expect(compareEditions(makeSummit(), after)).to.deep.equal({
      added: ['new-word'],
      changed: [],
      withdrawn: ['meeting-set', 'level-falling'],
    });
  });

  it('still shows a claim that was superseded', () => {
    const after = makeSummit({changes: [makeChange('superseded', 'Until May it said so.', 'bay-shallow')]});
    expect([...withdrawnClaims(after)]).to.deep.equal([]);
    expect(compareEditions(makeSummit(), after).withdrawn).to.deep.equal([]);
  });

  it('calls a claim new that comes back', () => {
    const before = makeSummit({changes: [makeChange('withdrawal', 'Not said.', 'bay-shallow')]});
    expect([...withdrawnClaims(before)]).to.deep.equal(['bay-shallow']);
    expect(compareEditions(before, makeSummit()).added).to.deep.equal(['bay-shallow']);
  });
});

describe('missingEntries', () => {
  it('asks for an entry where a text changed, and is content with a new one that names it', () => {
    const change = makeChange('correction', 'It said otherwise.', 'north-quota');
    const after = withClaim('north-quota', {text: 'Other words.'});
    const [issue, ...others] = missingEntries(makeSummit(), after);
    expect(issue?.path).to.equal('claims[2].text');
    expect(issue?.message).to.contain("'north-quota'").and.to.contain('revision 1');
    expect(others).to.deep.equal([]);
    expect(missingEntries(makeSummit(), {...after, changes: [change]})).to.deep.equal([]);
  });

  it('does not count an entry that was there before', () => {
    const changes = [makeChange('correction', 'It said otherwise.', 'north-quota')];
    const after = withClaim('north-quota', {text: 'Other words.'}, {changes});
    expect(missingEntries(makeSummit({changes}), after).map(({path}) => path)).to.deep.equal(['claims[2].text']);
  });

  it('asks for an entry where a claim is gone, unless it was withdrawn before', () => {
    const after = makeSummit({claims: makeSummit().claims.slice(1)});
    expect(missingEntries(makeSummit(), after).map(({message}) => message)).to.have.lengthOf(1);
    const changes = [makeChange('withdrawal', 'Not said.', 'meeting-set')];
    expect(missingEntries(makeSummit({changes}), {...after, changes})).to.deep.equal([]);
  });

  it('asks for none where a claim is new or has another source', () => {
    expect(missingEntries(makeSummit(), withClaim('north-quota', {refs: []}))).to.deep.equal([]);
  });
});

describe('draftChanges', () => {
  it('drafts entries that fill what is missing and pass the check', () => {
    const after = withClaim('north-quota', {text: 'Other words.', certainty: 'reported'});
    const grown = {
      ...after,
      claims: [...after.claims.filter(({id}) => id !== 'bay-shallow'), makeClaim('new-word', 'New.')],
    };
    const changes = draftChanges(makeSummit(), grown, '2031-05-04');
    expect(changes.map(({kind, date, targets, revision}) => [kind, date, revision, ...(targets ?? [])])).to.deep.equal([
      ['update', '2031-05-04', 2, 'north-quota'],
      ['withdrawal', '2031-05-04', 2, 'bay-shallow'],
      ['update', '2031-05-04', 2, 'new-word'],
    ]);
    expect(changes[0]!.text)
      .to.contain('both states')
      .and.to.contain('Other words.')
      .and.to.contain('how certain it is');
    expect(missingEntries(makeSummit(), {...grown, changes})).to.deep.equal([]);
    expect(draftChanges(makeSummit(), {...grown, changes}, '2031-05-05')).to.deep.equal([]);
  });

  for (const [kind, expected] of [
    ['correction', /^It said: “[^”]*both states[^”]*” It now says: “Other words.”$/],
    ['update', /^It said: “[^”]*both states[^”]*” It now says: “Other words.”$/],
    ['superseded', /^Until 2031-05-04 it said: “[^”]*both states.*”$/],
  ] as const) {
    it(`quotes the old words in an entry of kind ${kind}`, () => {
      const after = withClaim('north-quota', {text: 'Other words.'});
      const changes = draftChanges(makeSummit(), after, '2031-05-04', {kindOf: () => kind});
      expect(changes.map((change) => change.kind)).to.deep.equal([kind]);
      expect(changes[0]!.text).to.match(expected);
      expect(parseSummit({...after, changes}).issues).to.equal(undefined);
    });
  }

  it('keeps within the length of an entry', () => {
    const long = (letter: string): string => letter.repeat(2000);
    const [change] = draftChanges(
      withClaim('north-quota', {text: long('a')}),
      withClaim('north-quota', {text: long('b')}),
      '2031-05-04',
    );
    expect(parseSummit(makeSummit({changes: [change!]})).issues).to.equal(undefined);
  });
});
