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

  it('compares little with many and with long words', () => {
    let compared = 0;
    function* messages(): Generator<string> {
      for (let i = 0; i < 1e5; i++) {
        compared += 1;
        yield 'b'.repeat(85) + String(i);
      }
    }
    expect(suggest('a'.repeat(90), messages())).to.equal(undefined);
    expect(compared).to.be.within(1, 1000);
    expect(suggest('a'.repeat(90), ['b'.repeat(1e6)])).to.equal(undefined);
    expect(suggest('a'.repeat(1e6), ['b'.repeat(1e6)])).to.equal(undefined);
  });
});
