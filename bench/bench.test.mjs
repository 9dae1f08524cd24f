import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {alaska2025} from '../../dist/data/summits/alaska-2025.js';
import {parseSummit} from '../../dist/data/parse-summit.js';
import {checkSame} from './compare.mjs';
import {readBox, scopeStyles} from './content.mjs';
import {makeList} from './list-data.mjs';
import {readProfile} from './profile.mjs';
import {bar, interleave, median, quantile, randomFrom, ratio, shuffled, summarize} from './statistics.mjs';
import {barRows, fillMarker, formatNumber, formatSpread, markdownTable, textTable} from './tables.mjs';

describe('statistics', () => {
  it('take the middle, whatever the order, and halfway between two', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.throws(() => median([]), RangeError);
  });

  it('know quarters and ends', () => {
    assert.deepEqual(summarize([50, 10, 40, 20, 30]), {n: 5, median: 30, q1: 20, q3: 40, min: 10, max: 50});
    assert.equal(quantile([0, 10], 0.25), 2.5);
  });

  it('leave the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    assert.deepEqual(values, [3, 1, 2]);
  });

  it('compare medians, not means', () => {
    assert.equal(ratio([2, 2, 200], [1, 1, 1]), 2);
    assert.equal(ratio([0], [0]), 1);
    assert.equal(ratio([1], [0]), Infinity);
  });

  it('shuffle alike for one seed, and unlike for another', () => {
    const list = Array.from({length: 20}, (_, i) => i);
    const first = shuffled(list, randomFrom(1));
    assert.deepEqual(shuffled(list, randomFrom(1)), first);
    assert.notDeepEqual(shuffled(list, randomFrom(2)), first);
    assert.deepEqual([...first].sort((a, b) => a - b), list);
  });

  it('run every variant once a round', async () => {
    const order = [];
    const variants = ['a', 'b', 'c'].map((name) => ({name}));
    const samples = await interleave(variants, {rounds: 4, run: async ({name}, round) => order.push(name) && round});
    assert.deepEqual(samples, {a: [0, 1, 2, 3], b: [0, 1, 2, 3], c: [0, 1, 2, 3]});
    for (let round = 0; round < 4; round += 1) {
      assert.deepEqual(order.slice(3 * round, 3 * round + 3).sort(), ['a', 'b', 'c']);
    }
    assert.notEqual(order.join(''), 'abcabcabcabc');
  });

  it('meet a bar at the bar itself', () => {
    assert.deepEqual([bar('a', 1.1, 1.1).met, bar('a', 1.11, 1.1).met], [true, false]);
  });
});

describe('tables', () => {
  const rows = [
    ['variant', 'ms'],
    ['static|plain', '9'],
    ['live', '12.5'],
  ];

  it('line up in a terminal', () => {
    assert.equal(textTable(rows), 'variant         ms\n──────────────────\nstatic|plain     9\nlive          12.5');
  });

  it('are Markdown in a page, also where a cell has a bar in it', () => {
    assert.equal(markdownTable(rows), '| variant | ms |\n|---|--:|\n| static\\|plain | 9 |\n| live | 12.5 |');
  });

  it('write numbers with the digits that count', () => {
    const written = [1234.5, 56.71, 3.214, 0.0449, 0.00003, 0].map(formatNumber);
    assert.deepEqual(written, ['1,235', '56.7', '3.21', '0.045', '3.0e-5', '0']);
    assert.equal(formatSpread({median: 10, q1: 9, q3: 12}), '10 (9–12)');
    assert.equal(formatSpread({median: 4, q1: 4, q3: 4}), '4');
  });

  it('say how far a bar is', () => {
    const [, met, missed] = barRows([bar('a', 1, 1.1), bar('b', 1.32, 1.1)]);
    assert.deepEqual(met, ['a', '1.1', '1', 'yes']);
    assert.deepEqual(missed, ['b', '1.1', '1.32', 'no: 1.2 × the bar']);
  });

  it('go between their markers and nowhere else', () => {
    const page = 'before\n<!-- bench:x -->\nold\n<!-- /bench:x -->\nafter';
    const filled = fillMarker(page, 'x', 'new');
    assert.equal(filled, 'before\n<!-- bench:x -->\n\nnew\n\n<!-- /bench:x -->\nafter');
    assert.equal(fillMarker(filled, 'x', 'new'), filled);
    assert.throws(() => fillMarker(page, 'y', 'new'), /no place for y/);
    assert.throws(() => fillMarker(page + page, 'x', 'new'), /two places/);
  });
});

describe('the content', () => {
  const model = {text: 'Whowants', elements: 7, height: 900};
  const check = (name, same, shown) => checkSame([{name, same}], {'static-shadow': model, [name]: {...model, ...shown}});

  it('must be the same in text, elements and height', () => {
    check('live', 'all', {});
    check('live', 'all', {height: 901});
    assert.throws(() => check('live', 'all', {text: 'Whowanted'}), /live shows other text/);
    assert.throws(() => check('live', 'all', {text: 'Who'}), /live shows other text/);
    assert.throws(() => check('live', 'all', {elements: 6}), /live has 6 elements/);
    assert.throws(() => check('live', 'all', {height: 880}), /live is 880 px high/);
    check('shoelace', 'text', {elements: 9, height: 880});
  });

  it('may be open, if no statement is missing', () => {
    const text = alaska2025.claims.map((claim) => claim.text).join('').replaceAll(/\s+/g, '');
    check('plain', 'claims', {text});
    assert.throws(() => check('plain', 'claims', {text: text.slice(1)}), /plain does not show the statement/);
  });

  it('is a tree of what was prerendered, with nothing lost', async () => {
    const {tree, inside, sheets} = await readBox('region-list');
    const write = (node) => {
      if (typeof node === 'string') return node;
      const [name, attributes, ...children] = node;
      const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
      return `<${name}${written.join('')}>${children.map(write).join('')}</${name}>`;
    };
    assert.equal(tree.map(write).join(''), inside.replaceAll('&nbsp;', '\u00a0'));
    assert.equal(sheets.length, 2);
  });

  it('has its styles without a shadow root, too', () => {
    const css = scopeStyles([':host{margin:1em}', ':host([hidden]){display:none}b{top:0}'], '.box');
    assert.equal(css, '@scope (.box) {:scope{margin:1em}:scope[hidden]{display:none}b{top:0}}');
  });

  it('of long lists is valid, and the same every time', () => {
    for (const count of [4, 500]) {
      const summit = makeList(count);
      assert.deepEqual([parseSummit(summit).issues, summit.regions.length], [undefined, count]);
      assert.deepEqual(makeList(count), summit);
      assert.ok(new Set(summit.regions.map(({name}) => name)).size === count);
    }
  });
});

describe('a profile', () => {
  const frame = (functionName) => ({functionName, url: 'http://127.0.0.1/live/build/js/element/box.js', lineNumber: 4});

  it('has the time of functions themselves and with what they call, once for those that call themselves', () => {
    const functions = readProfile({
      nodes: [
        {id: 1, callFrame: frame('(root)'), children: [2]},
        {id: 2, callFrame: frame('outer'), children: [3]},
        {id: 3, callFrame: frame('again'), children: [4]},
        {id: 4, callFrame: frame('again')},
      ],
      samples: [2, 3, 4],
      timeDeltas: [1000, 2000, 3000],
    });
    const of = (name) => functions.find((entry) => entry.name === name);
    assert.deepEqual([of('outer').self, of('outer').total, of('again').self, of('again').total], [1, 6, 5, 5]);
    assert.deepEqual([of('again').file, of('again').line], ['element/box.js', 5]);
  });
});

it('docs/performance.md has a place for every part', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/performance.md'), 'utf8');
  for (const part of ['compare', 'scale', 'list', 'connect']) assert.ok(fillMarker(page, part, 'x').includes('x'), part);
});
