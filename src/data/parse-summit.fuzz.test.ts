import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {countRuns} from '../../test/support/runs.mjs';
import {makeRandom, ODDITIES, spoil} from '../../test/support/spoil.js';
import {acceptSummit} from './accept-summit.js';
import {checkUnknownKeys} from './check-unknown-keys.js';
import {parseSummit} from './parse-summit.js';
import {alaska2025} from './summits/alaska-2025.js';

function checkPromises(data: unknown, run: string): 'summit' | 'issues' {
  const {summit, issues = [], code} = parseSummit(data);
  const accepted = acceptSummit(data);
  if (accepted) expect(accepted, run).to.deep.equal(summit);
  if (summit) {
    expect(parseSummit(summit).summit, run).to.deep.equal(summit);
    return 'summit';
  }
  expect(code, run).to.be.oneOf(['invalid', 'unsupported-version']);
  expect(issues.length, run).to.be.within(1, 201);
  for (const {path, message} of [...issues, ...checkUnknownKeys(data)]) {
    expect(path, run).to.be.a('string');
    expect(message, run).to.be.a('string').and.to.have.lengthOf.within(10, 1000);
  }
  return 'issues';
}

/** Names of everything that objects and lists of the page inherit. */
function inherited(): unknown[] {
  return [Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype));
}

describe('parseSummit, given spoilt data', () => {
  for (const [name, summit, runs] of [
    ['an invented summit', makeSummit(), countRuns(250)],
    ['the Alaska summit', alaska2025, countRuns(50)],
  ] as const) {
    it(`ends in a sound summit or in issues, never in an exception (${name}, ${String(runs)} times)`, () => {
      const before = inherited();
      const ends = {summit: 0, issues: 0};
      for (let seed = 1; seed <= runs; seed++)
        ends[checkPromises(spoil(summit, makeRandom(seed)), `seed ${String(seed)}`)] += 1;
      expect(inherited()).to.deep.equal(before);
      // Both ends must come up, or the data are not what this test means to try.
      expect(ends.summit).to.be.above(runs / 100);
      expect(ends.issues).to.be.above(runs / 2);
    });
  }

  it('is as good about every oddity in place of the whole', () => {
    const random = makeRandom(1);
    for (const [i, make] of ODDITIES.entries())
      expect(checkPromises(make(random), `oddity ${String(i)}`)).to.equal('issues');
  });
});
