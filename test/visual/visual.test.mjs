/** That the comparison of pictures sees what a reader would, and nothing else. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {PNG} from 'pngjs';
import {startCamera} from './camera.mjs';
import {cases, describeCase} from './cases.mjs';
import {compare, nearlySame, threshold} from './compare.mjs';
import {makeContactSheet} from './contact-sheet.mjs';
import {distance, writePalettePng} from './palette-png.mjs';

describe('a picture of a box', () => {
  const one = cases.find(({name}) => name === 'region-list-768');
  let camera;
  let reference;

  before(async () => {
    camera = await startCamera();
    const {png} = await camera.take(one);
    reference = PNG.sync.read(writePalettePng(png, nearlySame));
  });

  after(() => camera?.close());

  /** What the comparison says to the box after a change, which runs in the page. */
  const outcome = async (change) => compare(reference, (await camera.take(one, change)).png);

  it('is the same the next time', async () => {
    assert.deepEqual(await outcome(), {same: true, count: 0});
  });

  const changes = {
    'a rule that is 1 px thinner, in a box of the same size': () => {
      const [box] = document.querySelector('summit-region-list').shadowRoot.querySelectorAll('[part~=box]');
      box.style.borderBlockStartWidth = '2px';
      box.style.marginBlockStart = '1px';
    },
    'hairlines that are gone': () => {
      document.querySelector('summit-region-list').style.setProperty('--summit-line', 'transparent');
    },
    'an accent of another tint': () => {
      document.querySelector('summit-region-list').style.setProperty('--summit-accent', '#754b82');
    },
    'small text that is a little paler': () => {
      document.querySelector('summit-region-list').style.setProperty('--summit-muted', '#626366');
    },
    'a word that is missing, in a line that stays': () => {
      const [heading] = document.querySelector('summit-region-list').shadowRoot.querySelectorAll('[part~=heading]');
      heading.textContent = heading.textContent.replace(/\s\S+\s*$/, '');
    },
    'a letter that is another one': () => {
      const [heading] = document.querySelector('summit-region-list').shadowRoot.querySelectorAll('[part~=heading]');
      heading.textContent = heading.textContent.replace(/e/, 'o');
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`tells ${name}`, async (t) => {
      const {same, count, told} = await outcome(change);
      t.diagnostic(told ?? `${count} px`);
      assert.equal(same, false);
      assert.match(told, /^\d+ px differ, \d+ may$/);
    });
  }

  it('tells a box of another size, and both sizes', async () => {
    const {same, told, difference} = await outcome(() => {
      document.querySelector('summit-region-list').style.paddingBlockEnd = '1px';
    });
    assert.equal(same, false);
    const {width, height} = reference;
    assert.equal(told, `it is ${width} × ${height + 1} px, the reference ${width} × ${height}`);
    assert.deepEqual([difference.width, difference.height], [width, height + 1]);
  });

  it('tells typefaces of the machine', async () => {
    const {fonts} = await camera.take(one, () => {
      const [heading] = document.querySelector('summit-region-list').shadowRoot.querySelectorAll('[part~=heading]');
      heading.textContent = 'गिरि';
    });
    assert.equal(fonts.length, 1);
    assert.match(fonts[0], / in a h\d$/);
    assert.deepEqual((await camera.take(one)).fonts, []);
  });
});

describe('a reference', () => {
  /** Surfaces of two colours, and every shade between them once. */
  const picture = new PNG({width: 64, height: 40});
  picture.data.fill(255);
  const paint = (at, red, green, blue) => picture.data.set([red, green, blue], at * 4);
  for (let at = 0; at < 1000; at += 1) paint(at, 107, 65, 120);
  for (let at = 0; at < 256; at += 1) paint(2000 + at, at, at, at);

  it('has the colours of surfaces as they are, and shades nearly so', () => {
    const {data, width, height} = PNG.sync.read(writePalettePng(picture, nearlySame));
    assert.deepEqual([width, height], [64, 40]);
    for (let at = 0; at < width * height; at += 1) {
      const [before, after] = [picture.data, data].map((pixels) => pixels.readUIntBE(at * 4, 3));
      assert.ok(distance(before, after) <= (at < 2000 ? 0 : nearlySame), `${at}: ${before} became ${after}`);
    }
    assert.ok(nearlySame < threshold);
  });

  it('with few colours has two pixels in a byte, also in lines of an odd length', () => {
    const small = new PNG({width: 5, height: 2});
    small.data.set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((value) => [value * 20, 0, 255 - value, 255]));
    const file = writePalettePng(small, 0);
    assert.equal(file[24], 4);
    assert.deepEqual(PNG.sync.read(file).data, small.data);
  });
});

describe('the cases', () => {
  it('have a name and a description each of their own', () => {
    assert.equal(new Set(cases.map(({name}) => name)).size, cases.length);
    assert.equal(new Set(cases.map((one) => `${one.element}, ${describeCase(one)}`)).size, cases.length);
  });

  it('show each value of each dimension for each element', () => {
    for (const element of ['goal-comparison', 'region-list', 'fact-box']) {
      const own = cases.filter((one) => one.element === element);
      const values = (key) => new Set(own.map((one) => one[key]));
      for (const [key, wanted] of Object.entries({
        width: [240, 320, 480, 768, 1200],
        scheme: [undefined, 'dark', 'forced', 'forced-dark', 'contrast'],
        lang: [undefined, 'ar'],
        state: [undefined, 'opened', 'printed', 'prerendered'],
      })) {
        for (const value of wanted) assert.ok(values(key).has(value), `${element}: no ${key} ${value}`);
      }
    }
  });
});

describe('the contact sheet', () => {
  const [one, other] = cases;

  it('says that all is well, and leads to each picture', () => {
    const outcomes = new Map([one, other].map(({name}) => [name, {actual: `actual/${name}.png`}]));
    const html = makeContactSheet({cases: [one, other], outcomes, browser: 'Chrome/1', update: false});
    assert.match(html, /2 pictures, all as the references/);
    assert.match(html, new RegExp(`<a href="actual/${one.name}.png"><img`));
    assert.doesNotMatch(html, /To look at/);
  });

  it('sets what differs side by side, and takes messages for text', () => {
    const files = {reference: 'reference/a.png', actual: 'actual/a.png', difference: 'difference/a.png'};
    const outcomes = new Map([
      [one.name, {...files, trouble: '12 px differ'}],
      [other.name, {trouble: 'no picture: <b>&'}],
      ['old.png', {trouble: 'no case makes this picture', reference: 'reference/old.png'}],
    ]);
    const html = makeContactSheet({cases: [one, other], outcomes, browser: 'Chrome/1', update: false});
    assert.match(html, /2 pictures, <span class="wrong">3 to look at/);
    for (const file of [...Object.values(files), 'reference/old.png']) assert.ok(html.includes(`<img src="${file}"`), file);
    assert.ok(html.includes('no picture: &lt;b&gt;&amp;'));
  });
});
