import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {alaska2025} from '../data/summits/alaska-2025.js';
import {compareGoals, type GoalComparison} from './compare-goals.js';

/** Row id → side id → labels. */
function table({rows}: GoalComparison): Record<string, Record<string, (string | undefined)[]>> {
  return Object.fromEntries(
    rows.map(({id, sides, others}) => [
      id,
      Object.fromEntries(
        [...sides, ...others].map(({actor, statements}) => [actor?.id ?? 'talks', statements.map(({label}) => label)]),
      ),
    ]),
  );
}

describe('compareGoals', () => {
  it('has a column for each principal, in the order of the data', () => {
    expect(compareGoals(alaska2025, [], []).sides.map(({id}) => id)).to.deep.equal(['putin', 'trump']);
  });

  it('has a cell for every side on every topic: a position or an honest gap', () => {
    const {sides, rows} = compareGoals(alaska2025, [], []);
    for (const row of rows) expect(row.sides.map(({actor}) => actor)).to.deep.equal(sides);
    const gaps = rows.flatMap(({id, sides: statementsByActor}) =>
      statementsByActor.filter(({statements}) => statements.length === 0).map(({actor}) => `${id} ${actor?.id ?? ''}`),
    );
    expect(gaps).to.deep.equal(['territory trump', 'sovereignty putin']);
  });

  it('puts the main aims first and what holds the sides back last', () => {
    const {rows} = compareGoals(makeSummit(), [], []);
    expect(rows.map(({id}) => id)).to.deep.equal(['aims', 'water', 'ferry', 'constraints']);
  });

  it('does not repeat a main aim where its side says something else on the topic', () => {
    expect(table(compareGoals(makeSummit(), [], []))['water']).to.deep.include({
      northfield: ['Wants both states to draw less'],
    });
  });

  it('repeats it where it is all the side says: “no position” would be untrue', () => {
    const positions = makeSummit().positions.filter(({id}) => id !== 'water-north');
    expect(table(compareGoals(makeSummit({positions}), [], []))['water']).to.deep.include({
      northfield: ['Keep the lake from falling further'],
    });
  });

  it('shows third parties where they have a position, and only there', () => {
    const {rows} = compareGoals(makeSummit(), [], []);
    expect(
      rows.filter(({others}) => others.some(({actor}) => actor?.id === 'fishers')).map(({id}) => id),
    ).to.deep.equal(['ferry']);
  });

  it('swaps the columns and nothing else when the sides are swapped', () => {
    const there = compareGoals(alaska2025, ['putin', 'trump'], []);
    const back = compareGoals(alaska2025, ['trump', 'putin'], []);
    expect(back.rows.map((row) => ({...row, sides: [...row.sides].reverse()}))).to.deep.equal(there.rows);
  });

  it('gives a third party a column where it is asked for, and no row of its own then', () => {
    const {sides, rows} = compareGoals(makeSummit(), ['northfield', 'fishers'], []);
    expect(sides.map(({id}) => id)).to.deep.equal(['northfield', 'fishers']);
    expect(rows.flatMap(({others}) => others.map(({actor}) => actor?.id))).not.to.include.members([
      'fishers',
      'southwell',
    ]);
  });

  it('shows the chosen topics in the chosen order, under the main aims', () => {
    const ids = (topics: string[]): string[] => compareGoals(makeSummit(), [], topics).rows.map(({id}) => id);
    expect(ids(['ferry', 'water'])).to.deep.equal(['aims', 'ferry', 'water']);
    expect(ids(['constraints'])).to.deep.equal(['aims', 'constraints']);
    expect(ids(['nothing'])).to.deep.equal(ids([]));
  });

  it('leaves out main aims and constraints that nobody has', () => {
    const positions = makeSummit().positions.filter(({rank}) => !rank);
    expect(Object.keys(table(compareGoals(makeSummit({positions, constraints: []}), [], [])))).to.deep.equal([
      'water',
      'ferry',
    ]);
  });

  describe('the clash', () => {
    const clashOf = ({clash}: GoalComparison): string | undefined => clash?.id;
    const topicClaims = ({rows}: GoalComparison): string[] => rows.flatMap(({claims}) => claims.map(({id}) => id));
    const [water, ferry] = makeSummit().topics;
    const topics = [water!, {...ferry!, claims: ['bay-shallow', 'level-falling']}];
    const rejected = makeSummit().positions.map((position) =>
      position.id === 'ferry-fishers' ? {...position, stance: 'rejects' as const} : position,
    );

    it('is the first claim of the first topic in which one actor aims at what another rejects', () => {
      const comparison = compareGoals(makeSummit({topics, positions: rejected}), [], []);
      expect(comparison.rows.map(({id, isOpposed}) => [id, isOpposed])).to.deep.equal([
        ['aims', false],
        ['water', false],
        ['ferry', true],
        ['constraints', false],
      ]);
      expect([clashOf(comparison), topicClaims(comparison)]).to.deep.equal([
        'bay-shallow',
        ['level-falling', 'level-falling'],
      ]);
    });

    it('is the one that the data name, and no topic has it too', () => {
      const views = {comparison: {clash: 'level-falling'}};
      const comparison = compareGoals(makeSummit({topics, positions: rejected, views}), [], []);
      expect([clashOf(comparison), topicClaims(comparison)]).to.deep.equal(['level-falling', ['bay-shallow']]);
    });

    it('is left out where nothing is opposed, or its topic is not shown', () => {
      expect(clashOf(compareGoals(makeSummit({topics}), [], []))).to.equal(undefined);
      expect(clashOf(compareGoals(makeSummit({topics, positions: rejected}), [], ['water']))).to.equal(undefined);
    });

    it('stays with its topic if there are no aims that it could come after', () => {
      const positions = rejected.filter(({rank}) => !rank);
      const comparison = compareGoals(makeSummit({topics, positions}), [], []);
      expect([clashOf(comparison), topicClaims(comparison)]).to.deep.equal([
        undefined,
        ['level-falling', 'bay-shallow', 'level-falling'],
      ]);
    });
  });

  it('leaves its input alone', () => {
    const summit = makeSummit();
    compareGoals(summit, ['southwell'], ['ferry']);
    expect(summit).to.deep.equal(makeSummit());
  });
});
