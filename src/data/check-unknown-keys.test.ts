import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {checkUnknownKeys} from './check-unknown-keys.js';

describe('checkUnknownKeys', () => {
  it('has nothing to say of a good summit', () => {
    expect(checkUnknownKeys(makeSummit())).to.deep.equal([]);
  });

  it('names a key wherever it stands, and what was probably meant', () => {
    const {facts, claims} = makeSummit();
    const data = {
      ...makeSummit(),
      views: {comparison: {subtitel: 'Who wants what'}},
      facts: [{...facts[1], items: [{...facts[1]!.items![0], lable: 'x'}]}],
      claims: [{...claims[0], 'as of': '2031'}, ...claims.slice(1)],
    };
    expect(checkUnknownKeys(data)).to.deep.equal([
      {path: 'views.comparison.subtitel', message: "is not a known key here; did you mean 'subtitle'?"},
      {path: "claims[0]['as of']", message: "is not a known key here; did you mean 'asOf'?"},
      {path: 'facts[0].items[0].lable', message: 'is not a known key here; known keys are id, label, claims'},
    ]);
  });

  it('names them too where the data are wrong otherwise', () => {
    expect(checkUnknownKeys({claims: [{certanty: 1}], positions: 7}).map(({path}) => path)).to.deep.equal([
      'claims[0].certanty',
    ]);
  });

  it('takes a name of every object for unknown as well', () => {
    const data: unknown = JSON.parse(
      '{"constructor": 1, "toString": 1, "__proto__": {"x": 1}, "status": {"hasOwnProperty": 1}}',
    );
    expect(checkUnknownKeys(data).map(({path}) => path)).to.have.members([
      'constructor',
      'toString',
      '__proto__',
      'status.hasOwnProperty',
    ]);
  });

  it('never throws, whatever comes', () => {
    const circle: Record<string, unknown> = {};
    circle['views'] = circle;
    const {proxy, revoke} = Proxy.revocable({}, {});
    revoke();
    for (const input of [undefined, null, 7, 'text', [], circle, proxy])
      expect(checkUnknownKeys(input)).to.deep.equal([]);
  });
});
