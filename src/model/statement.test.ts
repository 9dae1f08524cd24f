import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {makeStatement, findByIds} from './statement.js';

describe('makeStatement', () => {
  const summit = makeSummit();

  it('groups claims by certainty, most certain first, whatever their order', () => {
    const {groups} = makeStatement(summit, {
      claims: ['south-may-wait', 'bay-shallow', 'level-falling', 'south-harvest'],
    });
    expect(groups.map(({certainty}) => certainty)).to.deep.equal(['stated', 'reported', 'analysis', 'speculation']);
  });

  it('names each speaker once, and the source itself last', () => {
    const claims = summit.claims.map((claim) => ({...claim, certainty: 'reported' as const}));
    const {groups} = makeStatement(makeSummit({claims}), {
      claims: ['level-falling', 'south-harvest', 'no-signing', 'north-ferry'],
    });
    expect(groups.map(({speakers}) => speakers.map(({id}) => id))).to.deep.equal([
      ['southwell', 'northfield', 'article'],
    ]);
  });

  it('names beside a certainty only those who speak with it', () => {
    const {groups} = makeStatement(summit, {
      claims: ['south-harvest', 'north-ferry', 'fishers-support', 'bay-shallow'],
    });
    expect(groups.map(({certainty, speakers}) => [certainty, speakers.map(({id}) => id)])).to.deep.equal([
      ['stated', ['southwell', 'fishers']],
      ['reported', ['northfield']],
      ['analysis', ['article']],
    ]);
  });

  it('has the short label with its own claims only, and none if all of them are withdrawn', () => {
    const view = {label: 'Full', claims: ['south-harvest', 'bay-shallow']};
    const briefOf = (claims: string[]): unknown => {
      const {brief} = makeStatement(summit, {...view, brief: {label: 'Short', claims}});
      return brief && [brief.label, brief.groups.map(({certainty}) => certainty)];
    };
    expect(briefOf(['bay-shallow'])).to.deep.equal(['Short', ['analysis']]);
    expect(briefOf([])).to.equal(undefined);
  });

  it('keeps claims in the order of the view', () => {
    const {claims} = makeStatement(summit, {claims: ['north-ferry', 'level-falling']});
    expect(claims.map(({id}) => id)).to.deep.equal(['north-ferry', 'level-falling']);
  });

  it('has no group without a claim', () => {
    expect(makeStatement(summit, {label: 'Nobody said so'})).to.deep.include({claims: [], groups: []});
  });
});

describe('pick', () => {
  it('follows the ids, once each, and passes over what is not there', () => {
    const [a, b] = [{id: 'a'}, {id: 'b'}];
    expect(findByIds([a, b], ['b', 'x', 'a', 'b'])).to.deep.equal([b, a]);
  });
});
