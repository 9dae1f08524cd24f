/** What nobody sees before it runs on GitHub: CI runs every suite, and jobs with rights run only code that we trust. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {suites} from '../../tools/run-tests/suites.mjs';

const folder = '.github/workflows';
const files = readdirSync(folder);
const read = (name) => parse(readFileSync(path.join(folder, `${name}.yml`), 'utf8'));
/** All jobs of all workflows, with the name of their file. */
const allJobs = files.flatMap((file) =>
  Object.entries(read(path.parse(file).name).jobs).map(([name, job]) => ({file, name, ...job})),
);
/** What a job may write; `write-all` and `read-all` count, too: no job needs them. */
const rightsOf = ({permissions = {}}) =>
  typeof permissions === 'string'
    ? [permissions]
    : Object.keys(permissions).filter((name) => permissions[name] === 'write');
const commandsOf = ({steps = []}) => steps.map(({run = ''}) => run).join('\n');

/** What a script imports; `import()` and `require()`, too. */
function importsOf(file) {
  const code = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
  return [...code.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])(.*?)\1/g)].map(([, , name]) => name);
}

describe('the workflows', () => {
  it('run every suite', () => {
    const {test, suite, all} = read('ci').jobs;
    assert.deepEqual(
      suite.strategy.matrix.suite,
      suites.filter(({group}) => group === 'all').map(({name}) => name),
    );
    assert.ok(suite.steps.some(({run}) => run === 'npm run test:all -- ${{ matrix.suite }}'));
    assert.ok(test.steps.some(({run}) => run === 'npm test'));
    assert.deepEqual(all.needs, ['test', 'suite']);
  });

  it('publish nothing before all of it has passed, and nothing that two builds do not agree on', () => {
    const {jobs} = read('release');
    assert.equal(jobs.test.uses, './.github/workflows/ci.yml');
    const needs = Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.needs]));
    const builds = ['build-one', 'build-two'];
    assert.deepEqual(needs, {
      test: undefined,
      version: 'test',
      propose: 'version',
      'build-one': 'version',
      'build-two': 'version',
      publish: builds,
      tag: [...builds, 'publish'],
    });
    for (const name of builds) assert.equal(jobs[name].uses, './.github/workflows/build-release.yml');
    assert.notEqual(jobs['build-one'].with.machine, jobs['build-two'].with.machine);
    // What is published and what goes into the release is compared first, with the hashes that the builds printed.
    for (const name of ['publish', 'tag']) {
      const {steps} = jobs[name];
      const compares = steps.findIndex(
        ({run}) =>
          run ===
          'node tools/release/compare-builds.mjs build/builds/release-one build/builds/release-two "$ONE" "$TWO"',
      );
      assert.deepEqual(steps[compares].env, {
        ONE: '${{ needs.build-one.outputs.hash }}',
        TWO: '${{ needs.build-two.outputs.hash }}',
      });
      assert.equal(steps[compares + 1].run, 'mv build/builds/release-one build/release');
      for (const {run = ''} of steps.slice(0, compares)) assert.equal(run, '', name);
    }
    assert.match(commandsOf(jobs.publish), /release\/publish\.mjs$/);
    // The tag is for the commit that npm has the package of.
    assert.equal(jobs.publish.outputs.released, `\${{ steps.${jobs.publish.steps.at(-1).id}.outputs.released }}`);
    assert.equal(jobs.tag.if, "needs.publish.outputs.released == 'true'");
  });

  it('check the version that a job without rights made before they push it', () => {
    const {steps} = read('release').jobs.propose;
    const runs = steps.flatMap(({run}) => run ?? []);
    // --cached: the checkout stays as it was, and so do the scripts that run.
    assert.match(runs[0], /^git apply --cached /);
    assert.equal(runs[1], 'node tools/release/check-version-change.mjs');
    assert.match(runs[2], /git push/);
    // Not the runner's own folder, which has files that the runner obeys.
    assert.equal(
      steps.find(({uses}) => uses?.startsWith('actions/download-artifact@')).with.path,
      '${{ runner.temp }}/version',
    );
  });

  it('give each job the rights it needs, and no workflow any', () => {
    const ofWorkflows = Object.fromEntries(files.map((file) => [file, read(path.parse(file).name).permissions]));
    assert.deepEqual(ofWorkflows, {'build-release.yml': {}, 'ci.yml': {contents: 'read'}, 'release.yml': {}});
    const rights = allJobs.filter((job) => rightsOf(job).length > 0).map(({name, permissions}) => [name, permissions]);
    assert.deepEqual(Object.fromEntries(rights), {
      propose: {contents: 'write', 'pull-requests': 'write'},
      publish: {contents: 'read', 'id-token': 'write'},
      tag: {contents: 'write'},
    });
  });

  it('install nothing in a job with rights, and run only scripts of tools/release', () => {
    for (const {name, steps, ...job} of allJobs.filter((one) => rightsOf(one).length > 0)) {
      assert.equal(job.container ?? job.services, undefined, name);
      for (const {uses = 'actions/checkout@'} of steps)
        assert.match(uses, /^actions\/(?:checkout|setup-node|download-artifact)@/, name);
      const commands = commandsOf({steps});
      assert.doesNotMatch(
        commands,
        /\b(?:npm|npx|yarn|pnpm|corepack|bash|sh|make|python\d?|pip\d?|curl|wget|apt-get)\b|node_modules/,
        name,
      );
      const scripts = [...commands.matchAll(/\bnode (?!-p )(\S+)/g)].map(([, file]) => file);
      assert.ok(scripts.length > 0, name);
      for (const file of scripts) assert.match(file, /^tools\/release\/[\w-]+\.mjs$/, name);
    }
  });

  it('have scripts in tools/release that import only modules of Node and of that folder', () => {
    for (const name of readdirSync('tools/release')) {
      for (const imported of importsOf(`tools/release/${name}`)) assert.match(imported, /^(?:node:|\.\/)/, name);
    }
    // npm publishes, and runs no script of the package.
    assert.match(
      readFileSync('tools/release/publish.mjs', 'utf8'),
      /npm\(\s*'publish',\s*tarball,.*'--ignore-scripts'/s,
    );
  });

  it('take nothing that another run has cached into a release', () => {
    const setups = ['release', 'build-release'].flatMap((name) =>
      Object.values(read(name).jobs).flatMap(({steps = []}) => steps),
    );
    for (const {uses, with: options} of setups) {
      assert.doesNotMatch(uses ?? '', /^actions\/cache/);
      assert.equal(options?.cache, undefined);
    }
  });

  it('name each action by the hash of a commit, with its version; none is of a third party', () => {
    for (const file of files) {
      const uses = [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\buses:\s*(.*)/g)].map(
        ([, used]) => used,
      );
      for (const used of uses.filter((text) => !text.startsWith('./')))
        assert.match(used, /^actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/, file);
    }
  });

  it('leave the token of a checkout to jobs that push', () => {
    for (const {file, name, steps = []} of allJobs) {
      const checkouts = steps.filter(({uses}) => uses?.startsWith('actions/checkout@'));
      const pushes = steps.some(({run}) => run?.includes('git push'));
      for (const checkout of checkouts)
        assert.equal(checkout.with?.['persist-credentials'] === false, !pushes, `${file}: ${name}`);
    }
  });
});
