import {describe, it} from 'node:test';
import {expect} from 'chai';
import {suggest} from './suggest.js';

describe('suggest', () => {
  it('finds the word with a letter missing, added, changed or swapped', () => {
    const known = ['trump-primary', 'putin-primary', 'clash'];
    for (const wrong of ['putin-primry', 'putin-primaary', 'putim-primary', 'puitn-primary']) {
      expect(suggest(wrong, known), wrong).to.equal('putin-primary');
    }
  });

  it('makes nothing of capitals, hyphens and underscores', () => {
    expect(suggest('short_name', ['name', 'shortName'])).to.equal('shortName');
    expect(suggest('Stated', ['stated', 'reported'])).to.equal('stated');
  });

  it('takes the nearest, and of equally near ones the first', () => {
    expect(suggest('region', ['regime', 'regions', 'regiom'])).to.equal('regions');
  });

  it('says nothing where nothing is near', () => {
    expect(suggest('sure', ['stated', 'reported', 'analysis', 'speculation'])).to.equal(undefined);
    expect(suggest('', ['a', 'b'])).to.equal(undefined);
    expect(suggest('at', ['id', 'by'])).to.equal(undefined);
  });

  it('stays quick with many and with long words', () => {
    const words = Array.from({length: 1e5}, (_, i) => 'b'.repeat(85) + String(i));
    const start = performance.now();
    suggest('a'.repeat(1e6), words);
    suggest('a'.repeat(90), words);
    suggest('a'.repeat(90), ['b'.repeat(1e6)]);
    expect(performance.now() - start).to.be.below(500);
  });
});
