import {describe, it} from 'node:test';
import {expect} from 'chai';
import {fitsOnMap, widthOfName} from './fits-on-map.js';

describe('fitsOnMap', () => {
  const region = (name: string, room?: number) => ({
    id: 'place',
    name,
    shape: {d: 'M0 0l9 0 0 9z', label: [0, 0] as [number, number], ...(room !== undefined && {room})},
  });

  it('is true for a name as wide as its space', () => {
    expect(fitsOnMap(region('Kherson', 110))).to.equal(true);
    expect(fitsOnMap(region('Kherson and its surroundings', 110))).to.equal(false);
    expect(fitsOnMap(region('Kherson'))).to.equal(false);
    expect(fitsOnMap({id: 'place', name: 'Kherson'})).to.equal(false);
  });

  it('measures every script: wide characters, and marks that take no space', () => {
    expect(widthOfName('東京都')).to.be.greaterThan(widthOfName('abc') * 1.5);
    expect(widthOfName('Illi')).to.be.lessThan(widthOfName('Mamo'));
    expect(widthOfName('مُحَافَظَة')).to.be.closeTo(widthOfName('محافظة'), 0.01);
    expect(widthOfName('a\u0301')).to.be.closeTo(widthOfName('a'), 0.01);
  });
});
