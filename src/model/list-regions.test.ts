import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import type {Position, Summit} from '../data/summit.js';
import {alaska2025} from '../data/summits/alaska-2025.js';
import {listRegions} from './list-regions.js';
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
    const {regions, common} = listRegions(alaska2025);
    expect(common.map(({actor}) => actor?.id)).to.deep.equal(['putin', 'ukraine']);
    expect(regions.map(({statementsByActor}) => statementsByActor)).to.deep.equal([[], [], [], []]);
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
      const {regions, common} = listRegions(
        normalizeSummit(twoRegions({regions: ['east']}, {regions: ['west'], ...other})),
      );
      expect(common, JSON.stringify(other)).to.deep.equal([]);
      expect(regions.map(({statementsByActor}) => statementsByActor.length)).to.deep.equal([1, 1]);
    }
  });

  it('gives a single region its statements in its own item', () => {
    const {regions, common} = listRegions(makeSummit());
    expect(common).to.deep.equal([]);
    expect(regions[0]?.statementsByActor.map(({actor}) => actor?.id)).to.include.members(['northfield', 'southwell']);
  });

  it('has nothing to say without regions', () => {
    expect(listRegions(makeSummit({regions: [], positions: []}))).to.deep.equal({regions: [], common: []});
  });
});
