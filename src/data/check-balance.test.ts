import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {checkBalance, checkMainAims} from './check-balance.js';

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

describe('checkMainAims', () => {
  it('names a side without a main aim, and a main aim without a column', () => {
    const {positions, actors} = makeSummit();
    const third = actors.find(({role}) => role === 'third-party')!;
    const aims = positions.filter(({rank}) => rank === 'primary');
    expect(checkMainAims(makeSummit())).to.deep.equal([]);
    const plain = {...aims[0]!, rank: undefined};
    const changed = [plain, ...positions.filter((position) => position !== aims[0])];
    expect(checkMainAims(makeSummit({positions: changed}))[0]!.message).to.match(/has positions but no main aim/);
    const foreign = {...aims[0]!, id: 'foreign', actor: third.id};
    expect(checkMainAims(makeSummit({positions: [...positions, foreign]}))[0]!.message).to.match(/which has no column/);
  });

  it('has nothing to say where no side has a main aim, or the editor hides the gaps of the topic', () => {
    const {positions, topics} = makeSummit();
    expect(checkMainAims(makeSummit({positions: positions.filter(({rank}) => !rank)}))).to.deep.equal([]);
    expect(checkBalance(makeSummit({topics: topics.map((topic) => ({...topic, hideGaps: true}))}))).to.deep.equal([]);
  });
});
