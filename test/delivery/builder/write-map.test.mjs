/** Places and their map, as an editor makes them. */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {startBuilder, textOf, type} from './builder-page.mjs';
import {downloaded, dropFile, openWith} from './desk-page.mjs';

let builder;
const folder = mkdtempSync(join(tmpdir(), 'outlines-'));

before(async () => {
  builder = await startBuilder();
});

afterEach(async () => {
  await builder.leave();
});

after(async () => {
  rmSync(folder, {recursive: true});
  await builder?.close();
});

/** A side and what it said of two places. */
const started = {
  schemaVersion: '1.1',
  id: 'talks',
  revision: 1,
  lang: 'en',
  title: 'The border talks',
  status: {value: 'planned', claims: ['planned']},
  actors: [{id: 'norland', role: 'principal', name: 'Norland'}],
  topics: [],
  claims: [
    {id: 'planned', text: 'The talks are planned for May', certainty: 'stated', refs: [{source: 'wire', at: 'p1'}]},
    {id: 'west', text: 'Norland wants the west', certainty: 'stated', refs: [{source: 'wire', at: 'p2'}]},
  ],
  positions: [],
  regions: [],
  facts: [],
  sources: [{id: 'wire', role: 'reporting', title: 'A report', publisher: 'The Wire', url: 'https://example.org/a'}],
  changes: [],
};

const square = (west, south, east, north) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

/** Two lands side by side, a city in the eastern one, and what lies south of both. */
const outlines = {
  type: 'FeatureCollection',
  features: Object.entries({
    'West Land': square(10, 50, 12, 52),
    'East Land': square(12, 50, 14, 52),
    Midtown: {type: 'Point', coordinates: [13, 51]},
    Southland: square(9, 47, 15, 50),
  }).map(([name, geometry]) => ({type: 'Feature', properties: {name, part_of: 'Norland'}, geometry})),
};

function save(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Opens the section Places of a summit that was dropped on the page. */
async function openPlaces(summit, reader = {}) {
  const tab = await openWith(builder, 'Places', summit, reader);
  await tab.page.waitForSelector('#map-file');
  return tab;
}

async function add(page, selector, ...texts) {
  for (const text of texts) {
    await page.click(selector);
    await page.keyboard.type(`${text}\n`);
  }
}

const upload = async (page, path) => (await page.$('#map-file')).uploadFile(path);

const use = async (page, label, text) => {
  const select = await page.waitForSelector(`[aria-label="Use of ${label}"]`);
  const value = await select.evaluate(
    (field, text) => [...field.options].find((option) => option.text.startsWith(text))?.value,
    text,
  );
  assert.notEqual(value, undefined, `${label}: ${text}`);
  await select.select(value);
};

const press = (page, text) =>
  page.$$eval(
    'button',
    (buttons, text) => buttons.find(({innerText}) => innerText.trim().startsWith(text))?.click(),
    text,
  );

/** The paths of the map that the preview shows, and its text. */
const shownMap = (page) =>
  page
    .waitForFunction(() => {
      const root = document.querySelector('.write-preview summit-region-list')?.shadowRoot;
      const svg = root?.querySelector('svg[role=img]');
      return svg && {paths: svg.querySelectorAll('path').length, text: root?.textContent};
    })
    .then((handle) => handle.jsonValue());

describe('places', () => {
  it('are added, described, matched with outlines, and drawn', async () => {
    const {page, requests, consoleErrors} = await openPlaces(started);
    await add(page, '#new-place', 'West Land', 'Old Town');

    // Who claims the first one.
    await page.click('[data-entry="regions[0]"] summary');
    await page.waitForSelector('[data-path="regions[0].point[1]"]');
    await type(page, '[data-path="regions[0].point[1]"]', '51, 11.5');
    await type(page, '[data-path="regions[0].native.name"]', 'Westland');
    await type(page, '[data-path="regions[0].native.lang"]', 'de');
    await add(page, '#new-about', 'All of the west');
    await page.click('.about-place .stances label:nth-of-type(1)');
    await page.click('.about-place .statements button[aria-expanded]');
    await page.keyboard.type('wants the west');
    await page.click('.about-place .matches .option');
    assert.equal(await page.$eval('[data-path="regions[0].point[0]"]', ({value}) => value), '11.5');

    // The libraries come with the first file, not with the page.
    const before = requests.length;
    await upload(page, save('lands.geojson', JSON.stringify(outlines)));
    assert.match(await textOf(page, '.map-panel', /4 areas/), /West Land: West Land[^]*Old Town: no area chosen/);
    assert.ok(requests.slice(before).some((url) => /chunks\/map-tools-/.test(url)));

    await use(page, 'Midtown', 'Is the place: Old Town');
    await use(page, 'East Land', 'Land under');
    await use(page, 'Southland', 'Land around');
    const drawIt = () => page.$eval('.draw', (button) => button.click());
    await drawIt();
    await textOf(page, '.map-panel [role=alert]', /which borders the map shows/);
    await type(page, '#map-basis', 'As the ministry draws them.');
    await drawIt();
    await textOf(page, '.map-panel [role=alert]', /who provides the outlines/);
    await type(page, '#map-credit', 'Invented');
    await drawIt();
    await page.waitForSelector('[data-path="map.basis"]');
    const {paths, text} = await shownMap(page);
    assert.ok(paths >= 4, String(paths));
    assert.match(text, /As the ministry draws them\.[^]*Invented/);
    assert.match(text, /All of the west/);
    assert.equal(await page.$('.map-panel [role=alert]'), null);

    await page.$$eval('.map-panel .entry-actions button', (buttons) => buttons.at(-1)?.click());
    await page.waitForSelector('#map-basis');
    assert.equal(await page.$eval('#map-basis', ({value}) => value), 'As the ministry draws them.');
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await page.waitForSelector('[data-path="map.basis"]');
    assert.deepEqual(consoleErrors, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });

  it('can be made of an area', async () => {
    const {page} = await openPlaces(started);
    await upload(page, save('lands.geojson', JSON.stringify(outlines)));
    await page.waitForSelector('#map-search');
    await type(page, '#map-search', 'east');
    assert.equal((await page.$$('.map-areas li')).length, 1);
    await use(page, 'East Land', 'Make a place');
    await textOf(page, '.entries', /East Land/);
    assert.match(await textOf(page, '.map-panel', /East Land: East Land/), /Is the place: East Land/);
  });

  it('are drawn from several files, with the names of seas on the water', async () => {
    const {page, consoleErrors} = await openPlaces(started);
    await add(page, '#new-place', 'West Land', 'Cape');
    const places = {type: 'FeatureCollection', features: outlines.features.slice(0, 2)};
    await upload(page, save('lands.geojson', JSON.stringify(places)));
    await textOf(page, '.map-panel', /“lands\.geojson” has 2 areas/);
    const feature = (name, geometry) => ({type: 'Feature', properties: {name}, geometry});
    const water = {
      type: 'FeatureCollection',
      features: [
        feature('Cape', {type: 'Point', coordinates: [11.6, 51.8]}),
        feature('East Land', square(12, 50, 14, 52)),
        // Larger than the map: the name is written where the map shows it.
        feature('Wide Sea', square(0, 49, 10, 60)),
        feature('South Sea', {type: 'Point', coordinates: [11, 49.87]}),
      ],
    };
    await upload(page, save('water.geojson', JSON.stringify(water)));
    await textOf(page, '.map-panel', /“lands\.geojson” has 2 areas\. “water\.geojson” has 4 areas/);
    // The place that the first file lacks is found in the second; the same name in both can be told apart.
    assert.match(await textOf(page, '.map-panel', /On the map/), /West Land: West Land[^]*Cape: Cape/);
    await use(page, 'East Land (water.geojson)', 'Land around');
    await use(page, 'Wide Sea', 'Sea: only its name');
    await use(page, 'South Sea', 'Sea: only its name');
    await type(page, '#map-basis', 'As the ministry draws them.');
    await type(page, '#map-credit', 'Invented');
    await page.$eval('.draw', (button) => button.click());
    await page.waitForSelector('[data-path="map.seas[0].name"]');
    assert.equal(await page.$('.map-panel [role=alert]'), null);
    const {map, regions} = await downloaded(page);
    const [, , width, height] = map.viewBox;
    assert.deepEqual(
      [map.seas.map(({name}) => name), map.neighbours.map(({name}) => name), map.land],
      [['Wide Sea', 'South Sea'], ['East Land'], []],
    );
    for (const {name, label} of map.seas)
      assert.ok(label[0] > 0 && label[0] < width && label[1] > 0 && label[1] < height, `${name}: ${label}`);
    assert.ok(regions.every(({shape}) => shape));
    assert.match((await shownMap(page)).text, /Wide Sea[^]*South Sea/);
    if (process.env.SHOTS) await page.screenshot({path: `${process.env.SHOTS}/map-seas.png`, fullPage: true});

    // The name of a sea may be changed, and a file closed; what is drawn stays.
    await type(page, '[data-path="map.seas[0].name"]', 'The Wide Sea');
    await press(page, 'Close water.geojson');
    await textOf(page, '.map-panel', /Cape: no area chosen/);
    assert.doesNotMatch(await page.$eval('.map-panel fieldset', (list) => list.innerText), /Sea/);
    assert.deepEqual(
      (await downloaded(page)).map.seas.map(({name}) => name),
      ['The Wide Sea', 'South Sea'],
    );
    assert.deepEqual(consoleErrors, []);
  });

  it('of another draft have nothing of the files of the one before', async () => {
    const {page} = await openPlaces(started);
    await add(page, '#new-place', 'West Land');
    await upload(page, save('lands.geojson', JSON.stringify(outlines)));
    await textOf(page, '.map-panel', /West Land: West Land/);
    await type(page, '#map-basis', 'As the ministry draws them.');
    const regions = [{id: 'west-land', name: 'West Land'}];
    await dropFile(page, 'others.json', JSON.stringify({...started, id: 'others', title: 'Other talks', regions}));
    await textOf(page, '.file-bar', /others\.json/);
    await textOf(page, '#section h2', /Places/);
    await page.waitForFunction(() => !document.querySelector('#map-search'));
    assert.doesNotMatch(await page.$eval('.map-panel', (panel) => panel.innerText), /lands\.geojson/);
    await upload(page, save('lands.geojson', JSON.stringify(outlines)));
    assert.equal(await (await page.waitForSelector('#map-basis')).evaluate(({value}) => value), '');
  });

  it('lose nothing with a file that can’t be used', async () => {
    const {page, consoleErrors} = await openPlaces(started);
    await add(page, '#new-place', 'West Land');
    await upload(page, save('lands.geojson', JSON.stringify(outlines)));
    await textOf(page, '.map-panel', /West Land: West Land/);
    for (const [name, content, message] of [
      ['broken.json', '{"type": ', /“broken\.json” isn’t JSON/],
      ['other.json', '{"a": 1}', /“other\.json” is neither GeoJSON/],
      [
        'odd.json',
        '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":5}}]}',
        /“odd\.json” is broken/,
      ],
      ['empty.json', '{"type":"FeatureCollection","features":[]}', /“empty\.json” has no areas/],
      ['large.json', `"${'x'.repeat(20_000_001)}"`, /“large\.json” is larger than 20 MB/],
    ]) {
      await upload(page, save(name, content));
      await textOf(page, '.map-panel [role=alert]', message);
      assert.match(await textOf(page, '.map-panel', /lands\.geojson/), /West Land: West Land/);
    }
    // In metres: it can be read, but not drawn.
    const metres = {type: 'Feature', properties: {name: 'West Land'}, geometry: square(4e6, 5e6, 5e6, 6e6)};
    await upload(page, save('metres.json', JSON.stringify(metres)));
    await textOf(page, '.map-panel', /“lands\.geojson” has 4 areas\. “metres\.json” has 1 area/);
    await press(page, 'Close lands.geojson');
    await textOf(page, '.map-panel', /West Land: no area chosen/);
    await use(page, 'West Land (metres.json)', 'Is the place: West Land');
    await type(page, '#map-basis', 'As the ministry draws them.');
    await type(page, '#map-credit', 'Invented');
    await page.$eval('.draw', (button) => button.click());
    await textOf(page, '.map-panel [role=alert]', /“metres\.json” isn’t in degrees/);
    assert.match(await textOf(page, '.entries', /West Land/), /West Land/);
    assert.deepEqual(consoleErrors, []);
  });

  it('meet no barrier that axe finds, and have room', async () => {
    const {page} = await openPlaces(started);
    await add(page, '#new-place', 'West Land', 'East Land');
    await upload(page, save('lands.geojson', JSON.stringify(outlines)));
    await page.waitForSelector('#map-basis');
    await type(page, '#map-basis', 'As the ministry draws them.');
    await type(page, '#map-credit', 'Invented');
    await page.$eval('.draw', (button) => button.click());
    await page.waitForSelector('[data-path="map.basis"]');
    await page.click('[data-entry="regions[0]"] summary');
    await page.waitForSelector('#new-about');
    await add(page, '#new-about', 'All of the west');
    await page.evaluate(axe.source);
    for (const [width, scheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ]) {
      await builder.dress(page, {width, scheme});
      const {violations} = await page.evaluate(() =>
        window.axe.run({exclude: [['.stage > *']]}, {resultTypes: ['violations']}),
      );
      assert.deepEqual(
        violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 120))]),
        [],
        scheme,
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(overflow, 0, String(width));
      if (process.env.SHOTS) await page.screenshot({path: `${process.env.SHOTS}/map-${width}.png`, fullPage: true});
    }
  });
});
