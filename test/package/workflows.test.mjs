/** What nobody sees before it runs on GitHub: that CI runs every suite, and that nothing untested is published. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {suites} from '../../tools/run-tests/suites.mjs';

const read = (name) => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'));

describe('the workflows', () => {
  it('run every suite', () => {
    const {test, suite, all} = read('ci').jobs;
    assert.deepEqual(suite.strategy.matrix.suite, suites.filter(({group}) => group === 'all').map(({name}) => name));
    assert.ok(suite.steps.some(({run}) => run === 'npm run test:all -- ${{ matrix.suite }}'));
    assert.ok(test.steps.some(({run}) => run === 'npm test'));
    assert.deepEqual(all.needs, ['test', 'suite']);
  });

  it('publish nothing before all of it has passed, and may write only where they do', () => {
    const {jobs, permissions} = read('release');
    assert.equal(jobs.test.uses, './.github/workflows/ci.yml');
    assert.deepEqual([jobs.version.needs, jobs.publish.needs], ['test', 'version']);
    assert.deepEqual(permissions, {});
    assert.deepEqual(read('ci').permissions, {contents: 'read'});
  });
});
