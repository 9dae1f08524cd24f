import {describe, it} from 'node:test';
import {expect} from 'chai';
import {alaska2025} from '../data/summits/alaska-2025.js';
import {selectFacts} from './select-facts.js';
import {normalizeSummit} from './normalize-summit.js';

describe('selectFacts', () => {
  const ids = (wanted: string[]): string[] => selectFacts(alaska2025, wanted).map(({fact}) => fact.id);

  it('shows all facts, in the order of the data', () => {
    expect(ids([])).to.deep.equal(alaska2025.facts.map(({id}) => id));
  });

  it('shows the chosen ones in the chosen order, each once', () => {
    expect(ids(['where', 'who', 'where'])).to.deep.equal(['where', 'who']);
  });

  it('shows all where none of the chosen is there', () => {
    expect(ids(['how'])).to.deep.equal(ids([]));
  });

  it('gives items one ledger where speakers and certainties are the same in each', () => {
    const [expected, follows] = selectFacts(alaska2025, ['expect', 'follows']);
    expect(expected?.shared).to.equal(undefined);
    expect(follows?.shared?.claims).to.have.lengthOf(4);
    expect(follows?.shared?.groups.map(({certainty}) => certainty)).to.deep.equal(['analysis']);
  });

  it('gives a headline no ledger for claims that its items carry', () => {
    const [answer] = selectFacts(
      normalizeSummit({
        ...alaska2025,
        facts: [
          {
            id: 'f',
            question: 'expect',
            label: 'All',
            claims: ['wh-preliminary', 'clash'],
            items: [{id: 'i', label: 'One', claims: ['wh-preliminary']}],
          },
        ],
      }),
      [],
    );
    expect(answer?.statement.claims.map(({id}) => id)).to.deep.equal(['clash']);
  });
});
