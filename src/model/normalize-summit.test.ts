import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeChange, makeSummit} from '../../test/support/make-summit.js';
import {bundledSummits} from '../data/bundled-summits.js';
import {normalizeSummit} from './normalize-summit.js';

describe('normalizeSummit', () => {
  for (const [id, summit] of bundledSummits) {
    it(`has nothing to do for ${id}, nor do words for dates, disputes, corrections and several sources`, () => {
      // Features that need either come with a chunk that only custom data loads. A bundled summit that needs them must
      // load it too. Until the controller does that, this test detects such a summit.
      expect(normalizeSummit(summit)).to.deep.equal(summit);
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
    expect(normalizeSummit(makeSummit({positions})).positions).to.deep.equal([
      {...positions[0], regions: ['east', 'west']},
      {...positions[1], regions: undefined},
    ]);
  });

  it('takes withdrawn claims out of every view, the parts of an answer too, and says what withdrew them', () => {
    const withdrawal = makeChange('withdrawal', 'We misread the article.', 'south-harvest');
    const claims = ['north-quota', 'south-harvest'];
    const summit = makeSummit({
      status: {value: 'scheduled', claims},
      topics: [{id: 'water', label: 'Water', claims}],
      positions: [{id: 'a', actor: 'northfield', topic: 'water', label: 'Less water', claims}],
      constraints: [{id: 'b', label: 'The harvest', claims}],
      facts: [
        {id: 'what', question: 'what', label: 'Water', claims},
        {id: 'why', question: 'why', items: [{id: 'part', label: 'The harvest', claims}]},
      ],
      changes: [withdrawal],
    });
    const {status, topics, positions, constraints = [], facts} = normalizeSummit(summit);
    const views = [status, ...topics, ...positions, ...constraints, facts[0]!, ...(facts[1]!.items ?? [])];
    expect(views).to.have.lengthOf(6);
    for (const view of views) expect(view).to.deep.include({claims: ['north-quota'], withdrawn: [withdrawal]});
  });

  it('leaves its input alone', () => {
    const summit = makeSummit();
    normalizeSummit(summit);
    expect(summit).to.deep.equal(makeSummit());
  });
});
