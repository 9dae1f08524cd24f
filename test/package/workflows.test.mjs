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

  it('publish nothing before all of it has passed, and nothing that two builds do not agree on', () => {
    const {jobs, permissions} = read('release');
    assert.equal(jobs.test.uses, './.github/workflows/ci.yml');
    const needs = Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.needs]));
    assert.deepEqual(needs, {test: undefined, version: 'test', propose: 'version', build: 'version', publish: 'build', tag: 'publish'});
    assert.equal(jobs.build.strategy.matrix.machine.length, 2);
    assert.ok(jobs.publish.steps.some(({run}) => run?.startsWith('node tools/release/compare-builds.mjs ')));
    assert.deepEqual(permissions, {});
    assert.deepEqual(read('ci').permissions, {contents: 'read'});
  });

  it('give rights to no job that runs the code of a package', () => {
    const {jobs} = read('release');
    const mayWrite = ({permissions}) => Object.values(permissions ?? {}).includes('write');
    const trusted = Object.entries(jobs).filter(([, job]) => mayWrite(job));
    assert.deepEqual(trusted.map(([name]) => name), ['propose', 'publish', 'tag']);
    for (const [name, {steps}] of trusted) {
      const commands = steps.flatMap(({run = ''}) => run.split('\n'));
      assert.doesNotMatch(commands.join('\n'), /setup\.mjs|npm (?:ci|i|install|run|exec|test)|npx/, name);
      // What they run of this repository imports nothing but Node's own modules.
      for (const [, file] of commands.join('\n').matchAll(/node (tools\/\S+\.mjs)/g)) {
        const imports = [...readFileSync(file, 'utf8').matchAll(/^import .* from '([^']+)';$/gm)].map(([, from]) => from);
        assert.deepEqual(imports.filter((from) => !from.startsWith('node:')), [], file);
      }
    }
    assert.deepEqual(jobs.publish.permissions, {contents: 'read', 'id-token': 'write'});
  });

  it('name each action by the hash of a commit, with its version, and leave their token to no job that does not push', () => {
    for (const name of ['ci', 'release']) {
      const uses = [...readFileSync(`.github/workflows/${name}.yml`, 'utf8').matchAll(/uses: (.*)/g)].map(([, used]) => used);
      for (const used of uses.filter((text) => !text.startsWith('./'))) assert.match(used, /^actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
      for (const [job, {steps = []}] of Object.entries(read(name).jobs)) {
        const checkouts = steps.filter(({uses}) => uses?.startsWith('actions/checkout@'));
        const pushes = steps.some(({run}) => run?.includes('git push'));
        for (const checkout of checkouts) assert.equal(checkout.with?.['persist-credentials'] === false, !pushes, `${name}: ${job}`);
      }
    }
  });
});
