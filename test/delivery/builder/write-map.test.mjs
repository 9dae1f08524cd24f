/** Places and their map, as an editor makes them. */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {startBuilder, textOf, type} from './builder-page.mjs';
import {openWith} from './desk-page.mjs';

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
    const press = () => page.$eval('.draw', (button) => button.click());
    await press();
    await textOf(page, '.map-panel [role=alert]', /which borders the map shows/);
    await type(page, '#map-basis', 'As the ministry draws them.');
    await press();
    await textOf(page, '.map-panel [role=alert]', /who provides the outlines/);
    await type(page, '#map-credit', 'Invented');
    await press();
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
    await textOf(page, '.map-panel', /“metres\.json” has 1 area/);
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
