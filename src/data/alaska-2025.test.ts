import {describe, it} from 'node:test';
import {expect} from 'chai';
import {bundledSummits} from './bundled-summits.js';
import {checkLedger, checkReferences} from './check-references.js';
import {parseSummit} from './parse-summit.js';
import {alaska2025} from './summits/alaska-2025.js';

describe('bundled summits', () => {
  for (const [id, summit] of bundledSummits) {
    describe(id, () => {
      it('has the shape of a summit, and nothing the shape does not know', () => {
        expect(parseSummit(summit)).to.deep.equal({summit});
      });

      it('has no reference to nothing and no id twice', () => {
        expect(checkReferences(summit)).to.deep.equal([]);
      });

      it('has a speaker, a source and a view for every claim, and a claim for every view', () => {
        expect(checkLedger(summit)).to.deep.equal([]);
      });

      it('comes out of JSON as it went in', () => {
        expect(JSON.parse(JSON.stringify(summit))).to.deep.equal(summit);
      });
    });
  }
});

describe('the Alaska summit', () => {
  it('carries the 47 claims of the article', () => {
    expect(alaska2025.claims).to.have.lengthOf(47);
  });

  it('says of no claim more than the article gives: a place in it for each', () => {
    for (const claim of alaska2025.claims) {
      for (const {source, at} of claim.refs) {
        expect(source, claim.id).to.equal('diverging-goals');
        expect(at, claim.id).to.match(/^(?:headline|deck|standfirst s\d|p[1-6] s\d)$/);
      }
    }
  });

  it('lets only those speak in their own words who do so in the article', () => {
    const stated = alaska2025.claims
      .filter(({certainty}) => certainty === 'stated')
      .map(({id, by}) => [id, ...(by ?? [])]);
    expect(stated).to.deep.equal([
      ['ukraine-rejects', 'ukraine'],
      ['trump-easily', 'trump'],
      ['wh-preliminary', 'white-house'],
      ['trump-cautions', 'trump'],
    ]);
  });

  it('tells readings of the article and speculation from what it reports', () => {
    const idsWith = (certainty: string): string =>
      alaska2025.claims
        .filter((claim) => claim.certainty === certainty)
        .map(({id}) => id)
        .join(' ');
    expect(idsWith('analysis')).to.equal(
      'clash contrast stakes-ukraine-world diplomacy-complex putin-primary trump-peacemaker extra-gains putin-recognition putin-legitimacy ' +
        'putin-victory trump-elusive trump-erratic trump-mixed trump-mediator promise-weighs europe-encouraged acclaim-complicates ' +
        'aspirations-frame putin-concessions high-stakes impl-bilateral impl-europe impl-war',
    );
    expect(idsWith('speculation')).to.equal('putin-may-shift trump-may-seize trump-narrative');
  });

  it('gives codes, native names and the map sources of their own', () => {
    const reference = alaska2025.sources.filter(({role}) => role === 'reference').map(({id}) => id);
    for (const {refs, code, native, shape} of alaska2025.regions) {
      expect(code).to.match(/^UA-\d\d$/);
      expect(native?.lang).to.equal('uk');
      expect(shape?.d).to.match(/^M/);
      expect(reference).to.include.members([...(refs ?? [])]);
    }
    expect(reference).to.include.members([...(alaska2025.map?.refs ?? []), ...(alaska2025.venue?.refs ?? [])]);
  });
});
