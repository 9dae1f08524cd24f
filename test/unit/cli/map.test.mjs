/** `map`: shapes of regions from GeoJSON and TopoJSON. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {makeFolder} from '../../support/command-line.mjs';
import {starter} from './starter.mjs';

const {run, save} = makeFolder();

describe('summit-embeds map', () => {
  const needed = ['--basis', 'As the ministry draws them.', '--credit', 'Invented'];

  /** Two lands side by side, with a ragged border between them, and an island that is a speck. */
  function geoJson() {
    const border = Array.from({length: 41}, (_, i) => [12 + (i % 2) * 0.03 + Math.sin(i / 6) * 0.4, 50 + i / 20]);
    const area = (name, id, coordinates) => ({
      type: 'Feature',
      id,
      properties: {name, code: `X-${id}`},
      geometry: {type: 'MultiPolygon', coordinates},
    });
    return {
      type: 'FeatureCollection',
      features: [
        // The one wound one way, the other the other: files come like that.
        area('West Land', 1, [
          [[[10, 50], ...border, [10, 52], [10, 50]]],
          [
            [
              [11, 52.2],
              [11.001, 52.2],
              [11, 52.201],
              [11, 52.2],
            ],
          ],
        ]),
        area('East Land', 2, [[[[14, 50], ...border, [14, 52], [14, 50]]]]),
      ],
    };
  }

  /** The corners of a path of relative lines. */
  function corners(path) {
    let [x, y] = [0, 0];
    return path
      .split('z')
      .filter(Boolean)
      .map((ring) => {
        [x, y] = [0, 0];
        const numbers = ring.match(/-?\d+/g).map(Number);
        const points = [];
        for (let i = 0; i < numbers.length; i += 2) points.push([(x += numbers[i]), (y += numbers[i + 1])]);
        return points;
      });
  }

  function isInside([x, y], ring) {
    return ring.reduce((inside, [x1, y1], i) => {
      const [x2, y2] = ring.at(i - 1);
      return y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1) ? !inside : inside;
    }, false);
  }

  it('draws regions and land from GeoJSON, in whole units and with one border between neighbours', async () => {
    save('lands.json', JSON.stringify(geoJson()));
    const {status, stdout, stderr} = await run(
      'map',
      'lands.json',
      '--ids',
      'west=West Land,east=X-2',
      '--land',
      'Both Lands=*',
      '--width',
      '400',
      ...needed,
    );
    assert.equal(status, 0, stderr);
    const {map, regions} = JSON.parse(stdout);
    assert.deepEqual(map.viewBox.slice(0, 3), [0, 0, 400]);
    assert.equal(map.basis, 'As the ministry draws them.');
    assert.equal(map.credit, 'Invented');
    assert.deepEqual(
      map.land.map(({name}) => name),
      ['Both Lands'],
    );
    assert.deepEqual(
      regions.map(({id}) => id),
      ['west', 'east'],
    );

    const [[west, ...specks], [east]] = regions.map(({shape}) => corners(shape.d));
    assert.deepEqual(specks, []);
    const shared = east.filter((corner) => west.some((other) => String(other) === String(corner)));
    assert.ok(shared.length > 5, 'the border is shared, corner by corner');
    // Put together, the two are one area, with the border gone from inside it.
    const [outline, ...pieces] = corners(map.land[0].d);
    assert.deepEqual(pieces, []);
    const inner = shared.filter((corner) => outline.some((other) => String(other) === String(corner)));
    assert.ok(inner.length <= 2, 'only the ends of the border are left');
    const [left, right] = [Math.min(...west.map(([x]) => x)), Math.max(...east.map(([x]) => x))];
    assert.ok(left >= 0 && left < 10 && right > 390 && right <= 400);
    for (const [i, ring] of [west, east].entries()) assert.ok(isInside(regions[i].shape.label, ring));

    const summit = parse(starter);
    summit.regions = regions.map((region) => ({...region, name: region.id}));
    summit.positions.forEach((position) => delete position.regions);
    const checked = await run('validate', save('mapped.json', JSON.stringify({...summit, map})));
    assert.equal(checked.status, 0, checked.stdout);
  });

  it('makes ids from a property and keeps as many points as told', async () => {
    save('lands.json', JSON.stringify(geoJson()));
    const pointsAt = async (percent) => {
      const {stdout} = await run('map', 'lands.json', '--key', 'name', '--simplify', percent, ...needed);
      const {regions} = JSON.parse(stdout);
      assert.deepEqual(
        regions.map(({id}) => id),
        ['west-land', 'east-land'],
      );
      return corners(regions[0].shape.d)[0].length;
    };
    assert.ok((await pointsAt('100')) > 35);
    assert.ok((await pointsAt('20')) < 15);
  });

  it('draws from TopoJSON, across the date line, and leaves a hole for an enclave', async () => {
    const topology = {
      type: 'Topology',
      transform: {scale: [0.01, 0.01], translate: [0, 0]},
      arcs: [
        [
          [17000, 0],
          [900, 0],
          [0, 1000],
          [-900, 0],
          [0, -1000],
        ],
        [
          [17300, 300],
          [300, 0],
          [0, 300],
          [-300, 0],
          [0, -300],
        ],
        [
          [-17900, 0],
          [500, 0],
          [0, 1000],
          [-500, 0],
          [0, -1000],
        ],
      ],
      objects: {
        lands: {
          type: 'GeometryCollection',
          geometries: [
            {type: 'Polygon', id: 'outer', arcs: [[0], [1]]},
            {type: 'Polygon', id: 'inner', arcs: [[1]]},
            {type: 'Polygon', id: 'across', arcs: [[2]]},
          ],
        },
      },
    };
    const file = save('topo.json', JSON.stringify(topology));
    const {status, stdout, stderr} = await run(
      'map',
      file,
      '--ids',
      'outer=outer,inner=inner',
      '--ids',
      'across=across',
      ...needed,
    );
    assert.equal(status, 0, stderr);
    const {regions} = JSON.parse(stdout);
    const [outer, inner, across] = regions.map(({shape}) => corners(shape.d));
    assert.equal(outer.length, 2);
    assert.deepEqual([...outer[1]].sort(), [...inner[0]].sort());
    assert.ok(!isInside(regions[0].shape.label, outer[1]) && isInside(regions[0].shape.label, outer[0]));
    assert.ok(
      Math.min(...across[0].map(([x]) => x)) > Math.max(...outer[0].map(([x]) => x)),
      'east of the date line is to the right',
    );
    assert.ok(Math.max(...across[0].map(([x]) => x)) > 580, 'and close by, not around the globe');
  });

  it('says what keeps a file from being drawn, with 1', async () => {
    const lands = save('lands.json', JSON.stringify(geoJson()));
    const projected = geoJson();
    for (const end of [0, -1]) projected.features[0].geometry.coordinates[0][0].splice(end, 1, [500000, 4649776]);
    const points = {
      type: 'FeatureCollection',
      features: [{type: 'Feature', properties: {}, geometry: {type: 'Point', coordinates: [1, 2]}}],
    };
    for (const [file, value, message] of [
      [lands, 'West Lan', /no feature has the value "West Lan"; did you mean "West Land"/],
      [save('projected.json', JSON.stringify(projected)), 'West Land', /degrees/],
      [save('points.json', JSON.stringify(points)), 'x', /no polygons/],
      [save('other.json', '{"type": "Feature"}'), 'x', /neither GeoJSON/],
      [save('null.json', 'null'), 'x', /neither GeoJSON/],
      [save('cut.json', '{"type":\n "Topology"'), 'x', /isn’t JSON; line 2/],
      [
        save('topo-cut.json', '{"type": "Topology", "arcs": [], "objects": {"a": {"type": "Polygon", "arcs": [[7]]}}}'),
        'x',
        /is broken/,
      ],
    ]) {
      const {status, stdout, stderr} = await run('map', file, '--ids', `a=${value}`, ...needed);
      assert.equal(status, 1, file);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    }
    const property = await run('map', lands, '--key', 'nam', ...needed);
    assert.match(property.stderr, /no feature has the property "nam"; there are name, code/);
  });
});
