import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {bundledSummits} from '../data/bundled-summits.js';
import {tidySummit} from './tidy-summit.js';

describe('tidySummit', () => {
  for (const [id, summit] of bundledSummits) {
    it(`has nothing to do for ${id}, nor do words for dates, disputes, corrections and several sources`, () => {
      // What needs either comes with a chunk that only own data load. A bundled summit that does has to load it too;
      // until the controller sees to that, this test keeps it from going untold.
      expect(tidySummit(summit)).to.deep.equal(summit);
      expect(Object.values(summit.views ?? {}).filter(({title}) => title)).to.have.lengthOf(3);
      expect(summit.when).to.equal(undefined);
      expect(summit.asOf?.date).to.equal(undefined);
      expect(summit.changes).to.deep.equal([]);
      expect(summit.sources.some(({date, shortTitle}) => date ?? shortTitle)).to.equal(false);
      for (const {asOf, disputedBy, refs} of summit.claims) {
        expect(asOf ?? disputedBy).to.equal(undefined);
        expect(new Set(refs.map(({source}) => source))).to.have.property('size', 1);
        expect(refs.every(({at}) => at)).to.equal(true);
      }
    });
  }

  it('gives the first of two positions that say the same the regions of both, and leaves each its topic', () => {
    const same = {actor: 'northfield', label: 'Wants it', claims: ['north-quota']};
    const positions = [
      {id: 'a', ...same, topic: 'water', regions: ['east']},
      {id: 'b', ...same, topic: 'ferry', regions: ['west', 'east']},
    ];
    expect(tidySummit(makeSummit({positions})).positions).to.deep.equal([
      {...positions[0], regions: ['east', 'west']},
      {...positions[1], regions: undefined},
    ]);
  });

  it('leaves its input alone', () => {
    const summit = makeSummit();
    tidySummit(summit);
    expect(summit).to.deep.equal(makeSummit());
  });
});
