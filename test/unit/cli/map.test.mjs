/** `map`: shapes of regions from GeoJSON and TopoJSON. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {makeFolder} from '../../support/command-line.mjs';
import {starter} from './starter.mjs';

const {folder, run, save} = makeFolder();
const read = (name) => readFileSync(`${folder}/${name}`, 'utf8');

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

  /** Saves a collection of features with these names and geometries. */
  function collection(file, geometries) {
    const features = Object.entries(geometries).map(([name, geometry]) => ({
      type: 'Feature',
      properties: {note: null, name},
      geometry,
    }));
    return save(file, JSON.stringify({type: 'FeatureCollection', features}));
  }

  const box = (west, south, east, north) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const polygon = (...corners) => ({type: 'Polygon', coordinates: [box(...corners)]});

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
    for (const [file, value, message] of [
      [lands, 'West Lan', /no feature has the value "West Lan"; did you mean "West Land"/],
      [save('projected.json', JSON.stringify(projected)), 'West Land', /degrees/],
      [collection('nothing.json', {x: null}), 'x', /no areas, lines or points/],
      [collection('dot.json', {x: {type: 'Point', coordinates: [1, 2]}}), 'x', /draw the land around it with --land/],
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

  it('lists the features with the values to choose them by', async () => {
    const file = save(
      'mixed.json',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {type: 'Feature', id: 7, properties: {code: 'X-7', name: 'Hill\nand dale'}, geometry: polygon(0, 0, 1, 1)},
          {
            type: 'Feature',
            properties: {name: 'Road', name_en: 'Road'},
            geometry: {type: 'LineString', coordinates: box(0, 0, 1, 1)},
          },
          {type: 'Feature', properties: {name: 'Well'}, geometry: {type: 'MultiPoint', coordinates: [[0, 0]]}},
          {type: 'Feature', properties: {}, geometry: null},
        ],
      }),
    );
    const {status, stdout} = await run('map', file, '--list');
    assert.equal(status, 0);
    assert.deepEqual(stdout.split('\n'), [
      'area   name "Hill\\nand dale", id "7", code "X-7"',
      'line   name "Road"',
      'point  name "Well"',
      'none   (no values)',
      '',
    ]);
  });

  it('finds a name that is written with other code points and spaces, and a value with a comma', async () => {
    const file = collection('names.json', {
      [`${'Київська'.normalize('NFD')}  область`]: polygon(30, 50, 31, 51),
      'Kyiv, city': polygon(31, 50, 32, 51),
    });
    const ids = 'kyiv=Київська область,city=Kyiv, city';
    const {status, stdout, stderr} = await run('map', file, '--ids', ids, ...needed);
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      JSON.parse(stdout).regions.map(({id}) => id),
      ['kyiv', 'city'],
    );
  });

  it('names the features if none has the value: those with a word of it, else the first', async () => {
    const names = ['Alps', 'N. Cyprus', 'Cyprus', ...Array.from({length: 20}, (_, i) => `Land ${i}`)];
    const file = collection('many.json', Object.fromEntries(names.map((name, i) => [name, polygon(i, 0, i + 1, 1)])));
    const {status, stderr} = await run('map', file, '--ids', 'a=Northern Cyprus,b=Quite another', ...needed);
    assert.equal(status, 1);
    assert.match(stderr, /"Northern Cyprus"; there are "N. Cyprus", "Cyprus"; --list/);
    assert.match(stderr, /"Quite another"; there are "Alps", .*"Land 6", … \(13 more\); --list/);
  });

  it('draws points as dots and lines as lines, with the numbers of dots beside them', async () => {
    const file = collection('kinds.json', {
      Land: polygon(30, 34, 33, 36),
      Town: {type: 'Point', coordinates: [31, 35]},
      Edge: {type: 'Point', coordinates: [33, 34]},
      Front: {
        type: 'MultiLineString',
        coordinates: [
          [
            [30.5, 34.2],
            [30.5, 35.8],
          ],
        ],
      },
      Both: {
        type: 'GeometryCollection',
        geometries: [
          {type: 'Point', coordinates: [32, 35]},
          {
            type: 'LineString',
            coordinates: [
              [32, 35],
              [32.5, 35],
            ],
          },
        ],
      },
    });
    const ids = 'town=Town,edge=Edge,front=Front,both=Both';
    const {status, stdout, stderr} = await run('map', file, '--ids', ids, '--land', 'Land', ...needed);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /Drawn: town \(point\), edge \(point\), front \(line\), both \(line\)\./);
    const {map, regions} = JSON.parse(stdout);
    const shapes = Object.fromEntries(regions.map(({id, shape}) => [id, shape]));
    assert.match(shapes.town.d, /^M\d+ \d+h0$/);
    assert.match(shapes.front.d, /^M\d+ \d+l\S*[^z]$/);
    for (const id of ['town', 'edge']) {
      const [x, y] = shapes[id].d.match(/\d+/g).map(Number);
      const distance = Math.hypot(shapes[id].label[0] - x, shapes[id].label[1] - y);
      assert.ok(distance > 32 && distance < 36, `the number of ${id} is beside its dot`);
      for (const i of [0, 1]) {
        const at = shapes[id].label[i];
        assert.ok(at >= 22 && at <= map.viewBox[i + 2] - 22, 'and within the drawing');
      }
    }
    // The name of the land keeps off the numbers.
    const {label} = map.land[0];
    for (const {label: number} of Object.values(shapes)) {
      assert.ok(Math.abs(label[0] - number[0]) > 22 + 32 || Math.abs(label[1] - number[1]) > 22 + 13);
    }
    // A long line has its number in the middle of it.
    const [x, y, , dy] = shapes.front.d.match(/-?\d+/g).map(Number);
    assert.ok(Math.abs(shapes.front.label[0] - x) < 9 && Math.abs(shapes.front.label[1] - (y + dy / 2)) < 2);
  });

  it('says which requested region has no outline, and draws the others', async () => {
    const file = collection('gaps.json', {
      Donetsk: polygon(37, 47, 38, 48),
      Crimea: null,
      Kherson: {type: 'GeometryCollection', geometries: [polygon(33, 46, 34, 47)]},
    });
    const alone = await run('map', file, '--ids', 'crimea=Crimea', ...needed);
    assert.deepEqual([alone.status, alone.stdout], [1, '']);
    assert.match(alone.stderr, /Crimea has no outline in this file/);

    const {status, stdout, stderr} = await run('map', file, '--ids', 'c=Crimea,k=Kherson', ...needed);
    assert.equal(status, 1);
    assert.deepEqual(
      JSON.parse(stdout).regions.map(({id}) => id),
      ['k'],
    );
    assert.match(stderr, /Drawn: k\.\nNot drawn: c\. Crimea has no outline in this file\.\n$/);

    const all = await run('map', file, '--key', 'name', ...needed);
    assert.equal(all.status, 0);
    assert.match(all.stderr, /Drawn: donetsk, kherson\.\n1 feature has no geometry .*"Crimea"/);
  });

  it('draws no border where a file is cut at the 180th meridian', async () => {
    const east = box(170, 62, 180, 69);
    // With a point more at the cut.
    const west = [[-180, 65], ...box(-180, 62, -172, 69).slice(0, 4), [-180, 65]];
    const file = collection('cut.json', {Chukotka: {type: 'MultiPolygon', coordinates: [[east], [west]]}});
    const {stdout} = await run('map', file, '--key', 'name', ...needed);
    const {map, regions} = JSON.parse(stdout);
    const rings = corners(regions[0].shape.d);
    assert.equal(rings.length, 1);
    const [left, right] = [Math.min(...rings[0].map(([x]) => x)), Math.max(...rings[0].map(([x]) => x))];
    assert.ok(left < 20 && right > map.viewBox[2] - 20, 'it is one area, across the cut');
  });

  it('curves a border along a parallel, the same for both neighbours', async () => {
    const file = collection('parallel.json', {
      North: polygon(-125, 49, -95, 60),
      South: {
        type: 'Polygon',
        // With a point more on the border.
        coordinates: [[...box(-125, 40, -95, 49).slice(0, 3), [-110.5, 49], [-125, 49], [-125, 40]]],
      },
    });
    const {stdout} = await run('map', file, '--key', 'name', ...needed);
    const [north, south] = JSON.parse(stdout).regions.map(({shape}) => corners(shape.d)[0]);
    const shared = north.filter((corner) => south.some((other) => String(other) === String(corner)));
    assert.ok(shared.length > 8);
    const [top, bottom] = [Math.min(...shared.map(([, y]) => y)), Math.max(...shared.map(([, y]) => y))];
    assert.ok(bottom - top > 20, 'the middle of the border is lower than its ends');
  });

  describe('cropped', () => {
    const point = (...coordinates) => ({type: 'Point', coordinates});
    /** A land of 20 by 10 degrees with two regions in its east, a neighbour east of it, and sea in the south. */
    const lands = () =>
      collection('cropped.json', {
        Land: polygon(0, 45, 20, 55),
        Western: polygon(14, 47, 17, 50),
        Eastern: polygon(17, 47, 20, 50),
        // Drawn less exactly than the land: there is a gap.
        Neighbour: polygon(20.03, 40, 60, 60),
        Far: polygon(-120, 40, -100, 50),
        Town: point(15, 46),
      });
    const ids = ['--ids', 'west=Western,east=Eastern', '--land', 'Land'];
    const draw = async (...args) => {
      const {status, stdout, stderr} = await run('map', lands(), ...needed, ...args);
      assert.equal(status, 0, stderr);
      return {...JSON.parse(stdout), stderr};
    };
    const halfWidths = ({label, room}) => [label[0] - room / 2, label[0] + room / 2];

    it('shows the regions with a margin, and cuts all else at its edges', async () => {
      const {map, regions} = await draw(...ids, '--crop', '20', '--neighbour', 'Neighbour', '--neighbour', '=Far');
      const [, , width, height] = map.viewBox;
      const own = regions.flatMap(({shape}) => corners(shape.d).flat());
      const left = Math.min(...own.map(([x]) => x));
      const right = Math.max(...own.map(([x]) => x));
      assert.ok(Math.abs(left / (right - left) - 0.2) < 0.02, 'a fifth of the width of the regions is free');
      assert.ok(Math.abs(width - right - left) < 3, 'on both sides');
      const around = [...map.land, ...map.neighbours].flatMap(({d}) => corners(d).flat());
      assert.ok(around.every(([x, y]) => x >= -4 && y >= -4 && x <= width + 4 && y <= height + 4));
      assert.deepEqual(
        map.neighbours.map(({name}) => name),
        ['Neighbour'],
        'what is far away is left out',
      );
    });

    it('leaves no gap between the land and a neighbour from another file', async () => {
      const {map} = await draw(...ids, '--crop', '20', '--neighbour', 'Neighbour');
      const [land, neighbour] = [map.land[0], map.neighbours[0]].map(({d}) => corners(d)[0]);
      const border = Math.max(...land.map(([x]) => x));
      const facing = neighbour.filter(([x]) => x < border + 4).map(([x]) => x);
      assert.ok(facing.length > 1);
      assert.ok(
        facing.every((x) => x < border),
        'it ends under the land',
      );
    });

    it('has a locator and a scale bar, unless told otherwise', async () => {
      const {map} = await draw(...ids, '--crop', '40');
      const {box, d, frame} = map.locator;
      const inBox = ([x, y]) => x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];
      assert.ok(corners(d).flat().every(inBox));
      assert.ok(inBox(frame) && inBox([frame[0] + frame[2], frame[1] + frame[3]]));
      assert.ok(Math.abs(frame[2] / frame[3] - map.viewBox[2] / map.viewBox[3]) < 0.05);

      // The regions are 6 degrees wide at 48.5 degrees north.
      const {km, length} = map.scale;
      const degreesInKm = 111.2 * Math.cos((48.5 * Math.PI) / 180);
      assert.equal(km, 200);
      assert.ok(Math.abs(length - (km / (6 * 1.8 * degreesInKm)) * 600) < 6, String(length));

      const without = await draw(...ids, '--crop', '40', '--no-locator', '--no-scale');
      assert.deepEqual(Object.keys(without.map), ['viewBox', 'land', 'basis', 'credit']);
      const tight = await draw(...ids, '--crop', '2');
      assert.equal(tight.map.locator, undefined);
      assert.match(tight.stderr, /No space for Land, the locator; a larger --crop makes some\./);
      const whole = await draw(...ids);
      assert.equal(whole.map.locator, undefined);
      const most = await draw('--ids', 'land=Land', '--land', 'Land', '--crop', '5');
      assert.equal(most.map.locator, undefined, 'the map shows the whole land itself');
    });

    it('gives regions space for names that never touch, within the drawing', async () => {
      const {map, regions} = await draw(...ids, '--crop', '2');
      const [west, east] = regions.map(({shape}) => halfWidths(shape));
      assert.ok(west[1] <= east[0] + 1, 'side by side');
      assert.ok(west[0] > 0 && east[1] < map.viewBox[2]);
      const narrow = collection('narrow.json', {
        Land: polygon(0, 45, 20, 55),
        Strip: polygon(5, 46, 5.2, 54),
        Wide: polygon(6, 46, 12, 54),
      });
      const {stdout} = await run('map', narrow, '--ids', 'strip=Strip,wide=Wide', '--crop', '10', ...needed);
      assert.deepEqual(
        JSON.parse(stdout).regions.map(({shape}) => shape.room > 0),
        [false, true],
        'only a number in the strip',
      );
    });

    it('names dots above them, and numbers lines', async () => {
      const file = collection('kinds-cropped.json', {
        Land: polygon(0, 40, 40, 60),
        Town: point(20, 50),
        Village: point(22, 50.1),
        Front: {
          type: 'LineString',
          coordinates: [
            [19, 49],
            [23, 49],
          ],
        },
      });
      const {stdout} = await run(
        'map',
        file,
        '--ids',
        'town=Town,village=Village,front=Front',
        '--land=Land',
        '--crop=12',
        ...needed,
      );
      const [town, village, front] = JSON.parse(stdout).regions.map(({shape}) => shape);
      for (const {d, label, room} of [town, village]) {
        const [x, y] = d.match(/\d+/g).map(Number);
        assert.deepEqual([label[0], Math.sign(y - label[1])], [x, 1]);
        assert.ok(room > 40);
      }
      assert.ok(halfWidths(town)[1] <= halfWidths(village)[0] + 1);
      assert.equal(front.room, undefined);
    });

    it('places the names of land, neighbours and seas apart from each other', async () => {
      const sea = ['--sea', 'Southern Sea@16.5,44.2', '--sea', 'Nowhere@-100,0'];
      const {map, regions, stderr} = await draw(...ids, '--crop', '100', '--neighbour', 'Neighbour', ...sea);
      const widths = {Land: 60, Neighbour: 120, 'Southern Sea': 150};
      const boxes = [
        ...[...map.land, ...map.neighbours, ...map.seas].flatMap(({name, label}) =>
          label ? [[...label, widths[name]]] : [],
        ),
        ...regions.map(({shape}) => [...shape.label, shape.room]),
        [map.locator.box[0] + map.locator.box[2] / 2, map.locator.box[1] + map.locator.box[3] / 2, map.locator.box[2]],
      ];
      assert.ok(boxes.length > 4);
      boxes.forEach(([x, y, width], i) => {
        for (const [otherX, otherY, otherWidth] of boxes.slice(0, i)) {
          assert.ok(Math.abs(y - otherY) >= 22 || Math.abs(x - otherX) >= (width + otherWidth) / 2 - 20);
        }
      });
      assert.match(stderr, /No space for Nowhere;/);
    });

    it('takes neighbours from another file, and names that file in errors', async () => {
      const other = collection('other.json', {Russia: polygon(20, 40, 60, 60)});
      const {map} = await draw(...ids, '--context', other, '--neighbour', 'East=Russia');
      assert.deepEqual(
        map.neighbours.map(({name}) => name),
        ['East'],
      );
      const missing = await run('map', lands(), ...ids, ...needed, '--context', other, '--neighbour', 'Rusia');
      assert.deepEqual(
        [missing.status, missing.stderr.includes('other.json: no feature has the value "Rusia"')],
        [1, true],
      );
      for (const [args, message] of [
        [['--context', other], /name them with --neighbour/],
        [['--neighbour', '='], /--neighbour needs a name/],
        [['--sea', 'Black Sea'], /--sea takes NAME@LONGITUDE,LATITUDE/],
        [['--sea', 'Black Sea@200,10'], /from -180 to 180/],
        [['--crop', 'much'], /--crop takes a number from 0 to 100/],
      ]) {
        const {status, stderr} = await run('map', lands(), ...ids, ...needed, ...args);
        assert.equal(status, 2);
        assert.match(stderr, message);
      }
    });

    it('crops across the 180th meridian', async () => {
      const file = collection('cut-cropped.json', {
        Island: {type: 'MultiPolygon', coordinates: [[box(178, 65, 180, 67)], [box(-180, 65, -178, 67)]]},
        Land: {type: 'MultiPolygon', coordinates: [[box(150, 60, 180, 70)], [box(-180, 60, -150, 70)]]},
      });
      const {stdout} = await run('map', file, '--ids', 'island=Island', '--land', 'Land', '--crop', '20', ...needed);
      const {map} = JSON.parse(stdout);
      assert.equal(corners(map.land[0].d).length, 1, 'one land, without a border at the cut');
      assert.equal(map.scale.km, 50);
    });
  });

  describe('--into', () => {
    const ids = ['--ids', 'west-shore=West Land', '--land', 'Both Lands=*'];

    it('writes the map and the shapes into YAML, and leaves all other lines as they are', async () => {
      const lands = save('lands.json', JSON.stringify(geoJson()));
      const file = save('into.yaml', starter);
      const {status, stdout, stderr} = await run('map', lands, ...ids, ...needed, '--into', file);
      assert.deepEqual([status, stdout], [0, ''], stderr);
      const written = read('into.yaml');
      const {map, regions} = parse(written);
      assert.deepEqual([map.land[0].name, regions[0].shape.label.length], ['Both Lands', 2]);
      const added = written.split('\n').filter((line) => !starter.split('\n').includes(line));
      assert.ok(added.length < 9);
      assert.equal(
        written
          .split('\n')
          .filter((line) => !added.includes(line))
          .join('\n'),
        starter,
      );

      // Again, with another map: what was there is replaced.
      await run('map', lands, ...ids, '--width', '300', ...needed, '--into', file);
      const again = read('into.yaml');
      assert.equal(parse(again).map.viewBox[2], 300);
      assert.equal(again.split('\n').length, written.split('\n').length);
    });

    it('writes into entries on one line, and into JSON with its indentation', async () => {
      const lands = save('lands.json', JSON.stringify(geoJson()));
      const summit = parse(starter);
      const region = JSON.stringify(summit.regions[0]);
      const yaml = save('flow.yaml', starter.replace(/^regions:[^]*?(?=^facts:)/m, `regions: [${region}] # one\n`));
      assert.equal((await run('map', lands, ...ids, ...needed, '--into', yaml)).status, 0);
      assert.match(read('flow.yaml'), /^regions: \[\{"id":"west-shore",.*, shape: \{d: "M.*\}\}\] # one$/m);

      const json = JSON.stringify({map: {viewBox: [0, 0, 1, 1], refs: []}, ...summit}, null, '\t');
      const file = save('tabs.json', json);
      const {status, stderr} = await run('map', lands, ...ids, ...needed, '--into', file);
      assert.equal(status, 0, stderr);
      const written = read('tabs.json');
      assert.deepEqual(JSON.parse(written).map.refs, []);
      assert.match(written, /\n\t\t\t"shape": \{\n\t\t\t\t"d": "M/);
    });

    it('writes nothing if parts of a cropped map would stay in a map that shows all the land', async () => {
      const lands = save('lands.json', JSON.stringify(geoJson()));
      const file = save('cropped.yaml', starter);
      assert.equal((await run('map', lands, ...ids, ...needed, '--crop', '12', '--into', file)).status, 0);
      const cropped = read('cropped.yaml');
      assert.deepEqual(parse(cropped).map.scale.km, 50);
      const {status, stderr} = await run('map', lands, ...ids, ...needed, '--into', file);
      assert.deepEqual([status, read('cropped.yaml')], [1, cropped]);
      assert.match(
        stderr,
        /remove map\.(?:locator, map\.)?scale first, which doesn’t fit the new map; nothing was written/,
      );
    });

    it('writes nothing if the file lacks a region or would be invalid', async () => {
      const lands = save('lands.json', JSON.stringify(geoJson()));
      const other = save('other.yaml', starter);
      const unknown = await run('map', lands, '--ids', 'west-shor=West Land', ...needed, '--into', other);
      assert.equal(unknown.status, 1);
      assert.match(unknown.stderr, /has no region 'west-shor'; did you mean 'west-shore'\?; nothing was written/);
      const broken = starter.replace('role: principal', 'role: principle');
      const file = save('broken.yaml', broken);
      const {status, stderr} = await run('map', lands, ...ids, ...needed, '--into', file);
      assert.equal(status, 1);
      assert.match(stderr, /actors\[0\]\.role: .*\n.*nothing was written/s);
      assert.deepEqual([read('other.yaml'), read('broken.yaml')], [starter, broken]);
    });
  });
});
