import assert from 'node:assert/strict';
import {it} from 'node:test';
import {bundledSummits} from '../../dist/data/bundled-summits.js';
import {packSummit, shownOnly} from '../../tools/build/pack-summit.mjs';

const run = async (code) => import(`data:text/javascript,${encodeURIComponent(code)}`);

for (const [id, summit] of bundledSummits) {
  it(`packs ${id} without a loss to the boxes`, async () => {
    const {packed} = await run(packSummit('packed', summit));
    assert.deepEqual(packed, shownOnly(summit));
    assert.deepEqual(
      packed.claims.map(({id: claim, text, by, certainty, refs}) => [claim, text, by, certainty, refs]),
      summit.claims.map(({id: claim, text, by, certainty, refs}) => [claim, text, by, certainty, refs]),
    );
  });
}

it('packs what bundled summits have not had so far', async () => {
  const [summit] = bundledSummits.values();
  const [first, second, ...rest] = summit.claims;
  const odd = {
    ...summit,
    claims: [
      {...first, by: ['putin', 'trump']},
      {...second, asOf: '2025'},
      {...rest[0], refs: [{source: 'wikidata'}]},
      ...rest.slice(1),
    ],
  };
  const {packed} = await run(packSummit('packed', odd));
  assert.deepEqual(packed, shownOnly(odd));
});
