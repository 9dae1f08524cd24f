/** What the figures of docs/performance.md rest on: the statistics, and that all pages of the comparison show the same. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkSame} from '../../../bench/check-same.mjs';
import {bar, interleave, median, quantile, ratio, summarize} from '../../../bench/statistics.mjs';

describe('the statistics of the benchmark', () => {
  it('take the median without sorting the given values', () => {
    const values = [9, 1, 5];
    assert.equal(median(values), 5);
    assert.deepEqual(values, [9, 1, 5]);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.throws(() => median([]), RangeError);
  });

  it('know quarters and ends', () => {
    assert.deepEqual(summarize([50, 10, 40, 20, 30]), {n: 5, median: 30, q1: 20, q3: 40, min: 10, max: 50});
    assert.equal(quantile([0, 10], 0.25), 2.5);
  });

  it('compare medians, not means', () => {
    assert.equal(ratio([2, 2, 200], [1, 1, 1]), 2);
    assert.equal(ratio([0], [0]), 1);
    assert.equal(ratio([1], [0]), Infinity);
  });

  it('run every variant once in each round, in changing order', async () => {
    const order = [];
    const variants = ['a', 'b', 'c'].map((name) => ({name}));
    const samples = await interleave(variants, {rounds: 4, run: async ({name}, round) => order.push(name) && round});
    assert.deepEqual(samples, {a: [0, 1, 2, 3], b: [0, 1, 2, 3], c: [0, 1, 2, 3]});
    assert.notEqual(order.join(''), 'abcabcabcabc');
  });

  it('count a bar as met at the bar itself', () => {
    assert.deepEqual([bar('a', 1.1, 1.1).met, bar('a', 1.11, 1.1).met], [true, false]);
  });
});

describe('pages that are compared', () => {
  const model = {text: 'Whowants', elements: 7, height: 900};
  const claims = [{id: 'c1', text: 'Who wants'}];
  const check = (name, same, shown) =>
    checkSame([{name, same}], {'static-shadow': model, [name]: {...model, ...shown}}, claims);

  it('must show the same text, elements and height', () => {
    check('live', 'all', {});
    check('live', 'all', {height: 901});
    assert.throws(() => check('live', 'all', {text: 'Whowanted'}), /live shows other text/);
    assert.throws(() => check('live', 'all', {text: 'Who'}), /live shows other text/);
    assert.throws(() => check('live', 'all', {elements: 6}), /live has 6 elements/);
    assert.throws(() => check('live', 'all', {height: 880}), /live is 880 px high/);
    check('shoelace', 'text', {elements: 9, height: 880});
  });

  it('may show more, if no statement is missing', () => {
    check('plain', 'claims', {text: 'More:Whowants.'});
    assert.throws(() => check('plain', 'claims', {text: 'Whowant'}), /plain does not show the statement c1/);
  });
});
