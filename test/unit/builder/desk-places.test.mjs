/** Places of the desk: coordinates as they are typed, positions about a place, and the areas of a geometry file. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findAreas, listAreas, matchPlaces, toFeatures} from '../../../src/authoring/list-areas.ts';
import {readFeatures} from '../../../src/authoring/read-geometry.ts';
import {addEntry, removeEntry} from '../../../builder/store/commands/entries.ts';
import {
  addPlace,
  addPositionAbout,
  applyMap,
  removeMap,
  setCoordinate,
} from '../../../builder/store/commands/places.ts';
import {completeShape} from '../../../builder/store/complete-shape.ts';
import {DeskStore} from '../../../builder/store/desk-store.ts';
import {emptyDraft} from '../../../builder/store/draft.ts';
import {draw, readAreas} from '../../../builder/write/map/map-tools.ts';

const summitOf = (store) => store.state.draft.summit;

/** One side and two places. */
function makeStore() {
  const store = new DeskStore(emptyDraft());
  store.edit('Begin', (draft) => {
    addEntry(draft, 'actors', 'Norland', {role: 'principal', name: 'Norland'});
    addPlace(draft, 'The Valley');
    addPlace(draft, 'The Valley', {code: 'NO-1'});
  });
  return store;
}

describe('a place', () => {
  it('gets an id of its own and what its area gives', () => {
    assert.deepEqual(summitOf(makeStore()).regions, [
      {id: 'the-valley', name: 'The Valley'},
      {id: 'the-valley-2', name: 'The Valley', code: 'NO-1'},
    ]);
  });

  it('has the coordinates that are typed, with longitude first', () => {
    const store = makeStore();
    const type = (which, text) => {
      store.edit('Type', (draft) => setCoordinate(draft, 0, which, text));
      return summitOf(store).regions[0].point;
    };
    assert.deepEqual(type('latitude', '48.5'), ['', 48.5]);
    // Not a number yet, and one that would lose its end.
    assert.deepEqual(type('longitude', '-'), ['-', 48.5]);
    assert.deepEqual(type('longitude', '37.0'), ['37.0', 48.5]);
    assert.deepEqual(type('longitude', '37.01'), [37.01, 48.5]);
    assert.deepEqual(type('longitude', ''), ['', 48.5]);
    assert.equal(type('latitude', ''), undefined);
    assert.deepEqual(type('latitude', '48.0159, -37.8028'), [-37.8028, 48.0159]);
  });

  it('can be opened again with a coordinate that isn’t finished', () => {
    const store = makeStore();
    store.edit('Type', (draft) => setCoordinate(draft, 0, 'latitude', '48.'));
    const shaped = completeShape(structuredClone(summitOf(store)));
    assert.deepEqual(shaped.summit?.regions[0].point, ['', '48.']);
  });

  it('leaves the positions about it when it is removed', () => {
    const store = makeStore();
    store.edit('Add', (draft) => {
      assert.equal(addPositionAbout(draft, 'the-valley', 'norland', 'All of it'), 0);
    });
    assert.deepEqual(summitOf(store).positions, [
      {id: 'norland-all-of-it', actor: 'norland', regions: ['the-valley'], label: 'All of it', claims: []},
    ]);
    store.edit('Remove', (draft) => removeEntry(draft, 'regions', 'the-valley'));
    assert.deepEqual(summitOf(store).positions[0].regions, []);
    store.undo();
    assert.deepEqual(summitOf(store).positions[0].regions, ['the-valley']);
  });

  it('has no outline without the map', () => {
    const store = makeStore();
    store.edit('Draw', (draft) => {
      draft.summit.map = {viewBox: [0, 0, 600, 400], land: [], basis: 'A basis', credit: 'A credit'};
      draft.summit.regions[0].shape = {d: 'M0,0h9v9z', label: [4, 4]};
    });
    store.edit('Remove', removeMap);
    assert.ok(!('map' in summitOf(store)));
    assert.ok(!('shape' in summitOf(store).regions[0]));
  });
});

const square = (x) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
});

const featuresOf = (...all) =>
  readFeatures({
    type: 'FeatureCollection',
    features: all.map((properties, i) => ({type: 'Feature', properties, geometry: properties ? square(i) : null})),
  });

describe('the areas of a file', () => {
  const features = featuresOf(
    {name: 'Valley', admin: 'Norland', iso: 'NO-1', item: 'Q12'},
    {name: 'Coast', admin: 'Norland', iso: 'NO-2'},
    {name: 'Norland', admin: 'Norland', iso: 'NO'},
    {name: 'Bay', part: 'a'},
    {name: 'Bay', part: 'b'},
    {name: ''},
    null,
  );
  const areas = listAreas(features);
  const labelsOf = (list) => list.map(({label}) => label);

  it('are its names; those with the same name together, and each by itself', () => {
    assert.deepEqual(labelsOf(areas), ['Bay', 'Bay (a)', 'Bay (b)', 'Coast', 'Norland', 'Valley', 'Without a name 1']);
    const bay = areas.find(({label}) => label === 'Bay');
    assert.deepEqual([bay?.features.length, bay?.isPart, bay?.code], [2, false, undefined]);
    const valley = areas.find(({label}) => label === 'Valley');
    assert.deepEqual([valley?.code, valley?.wikidata], ['NO-1', 'Q12']);
  });

  it('are found by any value', () => {
    assert.deepEqual(labelsOf(findAreas(areas, ' no-1 ')), ['Valley']);
    assert.deepEqual(labelsOf(findAreas(areas, 'norland')), ['Coast', 'Norland', 'Valley']);
    assert.equal(findAreas(areas, '').length, areas.length);
    assert.deepEqual(findAreas(areas, 'nowhere'), []);
  });

  it('are drawn by their name only, not by a value that others share', () => {
    const drawn = toFeatures(areas.filter(({label}) => label === 'Norland'));
    assert.deepEqual(
      drawn.map(({properties}) => properties),
      [{name: 'Norland'}],
    );
    assert.equal(drawn[0].parts, features[2].parts);
  });

  it('match a place by name or code, but never by a value of several or a similar name', () => {
    assert.deepEqual(
      matchPlaces(areas, [
        {id: 'country', name: 'NORLAND'},
        {id: 'coast', name: 'The seaside', code: 'NO-2'},
        {id: 'again', name: 'Coast'},
        {id: 'item', name: 'Somewhere', wikidata: 'Q12'},
        {id: 'like', name: 'Valleys'},
      ]),
      {country: 'Norland', coast: 'Coast', item: 'Valley'},
    );
    const provinces = listAreas(featuresOf({name: 'Valley', admin: 'Norland'}, {name: 'Coast', admin: 'Norland'}));
    assert.deepEqual(matchPlaces(provinces, [{id: 'country', name: 'Norland'}]), {});
  });
});

describe('a map', () => {
  const bytes = (value) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const collection = (...names) => ({
    type: 'FeatureCollection',
    features: names.map((name, i) => ({type: 'Feature', properties: {name}, geometry: square(i)})),
  });
  const order = (areas, {regions, ...request}) => ({
    areas,
    basis: 'A basis',
    credit: 'A credit',
    request: {key: undefined, land: [], crop: undefined, width: 600, keepPercent: undefined, regions, ...request},
  });
  const crop = {
    marginPercent: 12,
    context: undefined,
    neighbours: [{name: 'Coast', values: ['Coast']}],
    seas: [],
    hasLocator: false,
    hasScale: true,
  };

  it('is drawn with its places; what doesn’t fit it any more goes, the rest of the summit stays', () => {
    const {areas} = readAreas(bytes(collection('Valley', 'Coast')));
    const store = makeStore();
    const regions = [{id: 'the-valley', value: 'Valley'}];
    const cropped = draw(order(areas, {regions, crop}));
    store.edit('Draw', (draft) => {
      applyMap(draft, cropped.result);
      draft.summit.map.refs = ['atlas'];
    });
    const {map, regions: places} = summitOf(store);
    assert.deepEqual([map.basis, map.credit, map.neighbours?.length], ['A basis', 'A credit', 1]);
    assert.match(places[0].shape.d, /^M/);
    assert.equal(places[1].shape, undefined);

    const whole = draw(
      order(areas, {
        regions: [{id: 'the-valley-2', value: 'Coast'}],
        land: [{name: 'All', values: ['Valley', 'Coast']}],
      }),
    );
    store.edit('Draw again', (draft) => applyMap(draft, whole.result));
    const again = summitOf(store);
    assert.deepEqual(
      [again.map.neighbours, again.map.scale, again.map.refs, again.map.land.map(({name}) => name)],
      [undefined, undefined, ['atlas'], ['All']],
    );
    assert.deepEqual(
      again.regions.map(({shape, code}) => [shape !== undefined, code]),
      [
        [false, undefined],
        [true, 'NO-1'],
      ],
    );
    store.undo();
    assert.deepEqual(summitOf(store).map, map);
  });

  it('that can’t be drawn, and a file that can’t be used, give a reason without words of the command line', () => {
    const problemOf = (content) => readAreas(bytes(content)).problem;
    assert.match(problemOf('{'), /^isn’t JSON; /);
    assert.match(problemOf({type: 'Topology'}), /^is neither GeoJSON/);
    assert.match(problemOf({type: 'FeatureCollection', features: [null]}), /^is broken: /);
    assert.equal(problemOf({type: 'FeatureCollection', features: []}), 'has no areas, lines or points');
    assert.match(readAreas(Uint8Array.of(0x22, 0xff, 0x22)).problem, /^line 1 isn’t in UTF-8/);
    const city = {type: 'Feature', properties: {name: 'City'}, geometry: {type: 'Point', coordinates: [1, 2]}};
    const {areas} = readAreas(bytes(city));
    assert.equal(draw(order(areas, {regions: [{id: 'city', value: 'City'}]})).problem, 'has nothing with a width');
  });
});
