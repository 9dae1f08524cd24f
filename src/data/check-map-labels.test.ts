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

  it('names the land whose name would lie on a number or on another name', () => {
    const summit = places([100, 100]);
    const land = (...names: [string, number, number][]) => ({
      ...summit,
      map: {
        viewBox: [0, 0, 600, 400] as [number, number, number, number],
        land: names.map(([name, x, y]) => ({name, d, label: [x, y] as [number, number]})),
        basis: 'Borders',
        credit: 'Somebody',
      },
    });
    expect(checkMapLabels(land(['Lakeland', 160, 110], ['Hills', 400, 200], ['Valley', 450, 215]))).to.deep.equal([
      {
        path: 'map.land[0].label',
        message:
          "the name 'Lakeland' lies on the number of 'place-0' on the map; move it, or remove label to show no name",
      },
      {
        path: 'map.land[2].label',
        message: "the name 'Valley' lies on the name 'Hills' on the map; move it, or remove label to show no name",
      },
    ]);
    expect(checkMapLabels(land(['Lakeland', 200, 100], ['Hills', 400, 200], ['Valley', 400, 230]))).to.deep.equal([]);
    // With so many regions the boxes show no names.
    const many = places(...Array.from({length: 7}, (_, i): [number, number] => [i * 50, 100]));
    expect(checkMapLabels({...land(['Lakeland', 160, 110]), regions: many.regions})).to.deep.equal([]);
  });

  it('names the names of regions, neighbours and seas that would lie on others', () => {
    const summit = places([100, 100], [300, 100]);
    const [first, second] = summit.regions;
    const at = (x: number, y: number): [number, number] => [x, y];
    const regions = [{...first!, name: 'Lakeland', shape: {d, label: at(100, 100), room: 200}}, second!];
    const map = {
      viewBox: [0, 0, 600, 400] as [number, number, number, number],
      land: [],
      neighbours: [{name: 'Hills', d, label: at(110, 110)}, {d}],
      seas: [{name: 'Sea', label: at(300, 110)}],
      basis: 'Borders',
      credit: 'Somebody',
    };
    expect(checkMapLabels({...summit, regions, map}).map(({message}) => message)).to.deep.equal([
      "the name 'Hills' lies on the name 'Lakeland' on the map; move it, or remove label to show no name",
      "the name 'Sea' lies on the number of 'place-1' on the map; move it, or remove label to show no name",
    ]);
  });
});
