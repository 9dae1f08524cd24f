import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {checkMapLabels} from './check-map-labels.js';
import {alaska2025} from './summits/alaska-2025.js';

describe('checkMapLabels', () => {
  const d = 'M0 0l9 0 0 9z';
  const places = (...labels: [number, number][]) =>
    makeSummit({regions: labels.map((label, i) => ({id: `place-${String(i)}`, name: 'Place', shape: {d, label}}))});

  it('names the numbers that would overlap, once', () => {
    expect(checkMapLabels(places([0, 0], [100, 0], [130, 30]))).to.deep.equal([
      {
        path: 'regions[2].shape.label',
        message:
          "the numbers of 'place-1' and 'place-2' overlap on the map; move one of them so that they are at least 43 units apart",
      },
    ]);
  });

  it('has nothing to say of numbers with room, nor of places without a shape', () => {
    expect(checkMapLabels(places([0, 0], [43, 0], [0, 43]))).to.deep.equal([]);
    expect(
      checkMapLabels(
        makeSummit({
          regions: [
            {id: 'a', name: 'A'},
            {id: 'b', name: 'B'},
          ],
        }),
      ),
    ).to.deep.equal([]);
    expect(checkMapLabels(alaska2025)).to.deep.equal([]);
  });
});
