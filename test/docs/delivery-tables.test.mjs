/** The tables of docs/embedding.md say what dist/ weighs. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {findTable, makeTables, nearlySame, page} from '../../tools/checks/delivery.mjs';

describe('the figures of docs/embedding.md', () => {
  for (const [name, table] of Object.entries(makeTables())) {
    it(`are those of dist/: ${name}`, () => {
      const told = findTable(readFileSync(page, 'utf8'), name);
      const mend =
        'If the new sizes are meant, `node tools/checks/delivery.mjs --write` puts them into docs/embedding.md.';
      assert.ok(nearlySame(told, table), `${mend}\nThe page:\n${told}\ndist/:\n${table}`);
    });
  }

  it('may differ by less than a reader would mind, and in nothing else', () => {
    const one = '| prerendered | 37.7 | 1 | 377 |';
    assert.ok(nearlySame(one, '| prerendered | 38.1 | 1 | 381 |'));
    for (const other of [
      '| prerendered | 41.5 | 1 | 377 |',
      '| prerendered | 37.7 | 2 | 377 |',
      '| script | 37.7 | 1 | 377 |',
    ]) {
      assert.equal(nearlySame(one, other), false, other);
    }
  });
});
