import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {checkBalance} from './check-balance.js';

describe('checkBalance', () => {
  it('names the topic and the sides where one has a position and the other has none', () => {
    const issues = checkBalance(makeSummit());
    expect(issues.map(({path}) => path)).to.deep.equal(['topics[1]']);
    expect(issues[0]!.message).to.match(/a position of 'northfield' and none of 'southwell'/);
  });

  it('has nothing to say where all sides have a position, or none has', () => {
    const {positions} = makeSummit();
    const ferry = {
      id: 'ferry-south',
      actor: 'southwell',
      topic: 'ferry',
      label: 'Does not mind',
      claims: ['north-ferry'],
    };
    expect(checkBalance(makeSummit({positions: [...positions, ferry]}))).to.deep.equal([]);
    expect(checkBalance(makeSummit({positions: positions.filter(({topic}) => topic !== 'ferry')}))).to.deep.equal([]);
  });

  it('says the same when the sides change places', () => {
    const {actors} = makeSummit();
    expect(checkBalance(makeSummit({actors: actors.toReversed()}))).to.deep.equal(checkBalance(makeSummit()));
  });
});
