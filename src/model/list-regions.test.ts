import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import type {Position, Summit} from '../data/summit.js';
import {alaska2025} from '../data/summits/alaska-2025.js';
import {chunkGroups, listRegions, type RegionGroup} from './list-regions.js';
import {normalizeSummit} from './normalize-summit.js';

const [bay] = makeSummit().regions;

/** Two regions with these positions. */
function twoRegions(...about: Partial<Position>[]): Summit {
  return makeSummit({
    regions: [
      {...bay!, id: 'east'},
      {...bay!, id: 'west'},
    ],
    positions: about.map((position, i) => ({
      id: `p${String(i)}`,
      actor: 'northfield',
      label: 'Wants it',
      claims: ['north-quota'],
      ...position,
    })),
  });
}

describe('listRegions', () => {
  it('says once what is said of every region', () => {
    const {groups, common} = listRegions(alaska2025);
    expect(common.map(({actor}) => actor?.id)).to.deep.equal(['putin', 'ukraine']);
    expect(groups.map(({regions, statementsByActor}) => [regions, statementsByActor])).to.deep.equal([
      [alaska2025.regions, []],
    ]);
  });

  it('sees that a position repeated for each region says the same', () => {
    const {common} = listRegions(normalizeSummit(twoRegions({regions: ['east']}, {regions: ['west']})));
    expect(common).to.have.lengthOf(1);
  });

  it('tells apart what differs in actor, label, stance or claims', () => {
    for (const other of [
      {actor: 'southwell'},
      {label: 'Wants all of it'},
      {stance: 'seeks' as const},
      {claims: ['bay-shallow']},
    ]) {
      const {groups, common} = listRegions(
        normalizeSummit(twoRegions({regions: ['east']}, {regions: ['west'], ...other})),
      );
      expect(common, JSON.stringify(other)).to.deep.equal([]);
      expect(groups.map(({regions, statementsByActor}) => [regions[0]?.id, statementsByActor.length])).to.deep.equal([
        ['east', 1],
        ['west', 1],
      ]);
    }
  });

  it('groups regions with the same statements, in the order of their first region', () => {
    const summit = twoRegions({regions: ['east', 'north']}, {regions: ['west'], label: 'Wants all of it'});
    const regions = [...summit.regions, {...bay!, id: 'north'}, {...bay!, id: 'south'}];
    const {groups} = listRegions(normalizeSummit({...summit, regions}));
    const said = groups.map(({regions, statementsByActor}) => [
      regions.map(({id}) => id),
      statementsByActor.map(({statements}) => statements.map(({label}) => label)),
    ]);
    expect(said).to.deep.equal([
      [['east', 'north'], [['Wants it']]],
      [['west'], [['Wants all of it']]],
      [['south'], []],
    ]);
  });

  it('gives a single region its statements in its own item', () => {
    const {groups, common} = listRegions(makeSummit());
    expect(common).to.deep.equal([]);
    expect(groups[0]?.statementsByActor.map(({actor}) => actor?.id)).to.include.members(['northfield', 'southwell']);
  });

  it('makes the list once for a summit, since a long one is rendered in several tasks', () => {
    const summit = makeSummit();
    expect(listRegions(summit)).to.equal(listRegions(summit));
    expect(listRegions(makeSummit())).not.to.equal(listRegions(summit));
  });

  it('has nothing to say without regions', () => {
    expect(listRegions(makeSummit({regions: [], positions: []}))).to.deep.equal({groups: [], common: [], claims: []});
  });
});

describe('chunkGroups', () => {
  const group = (id: string, count: number): RegionGroup => ({
    regions: Array.from({length: count}, (_, i) => ({...bay!, id: `${id}${String(i)}`})),
    statementsByActor: [{actor: undefined, statements: []}],
  });

  it('splits long groups and collects short ones; the statements follow the last region', () => {
    const chunks = chunkGroups([group('a', 1), group('b', 4), group('c', 1)], 2);
    const said = chunks.map((chunk) =>
      chunk.map(({regions, statementsByActor}) => [regions.map(({id}) => id).join(' '), statementsByActor.length]),
    );
    expect(said).to.deep.equal([
      [
        ['a0', 1],
        ['b0', 0],
      ],
      [['b1 b2', 0]],
      [
        ['b3', 1],
        ['c0', 1],
      ],
    ]);
  });

  it('returns nothing for nothing', () => {
    expect(chunkGroups([], 2)).to.deep.equal([]);
  });
});
