import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {ensurePackages, packagesMatch} from '../../../tools/ensure-packages.mjs';
import {ensureBuild, nodeIsNewEnough, sourcesHash} from '../../../tools/setup.mjs';

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

/** A project that can be built. */
function makeProject() {
  const root = mkdtempSync(path.join(tmpdir(), 'setup-test-'));
  folders.push(root);
  mkdirSync(path.join(root, 'src', 'data'), {recursive: true});
  writeFileSync(path.join(root, 'src', 'data', 'summit.ts'), 'export const a = 1;');
  return root;
}

/** A build that counts how often it runs. Even one that fails leaves something in dist/. */
function makeBuild({succeeds = true} = {}) {
  const build = (root) => {
    build.runs += 1;
    mkdirSync(path.join(root, 'dist'), {recursive: true});
    writeFileSync(path.join(root, 'dist', 'index.js'), '');
    return succeeds;
  };
  build.runs = 0;
  return build;
}

test('compares Node versions number by number', () => {
  assert.equal(nodeIsNewEnough('v20.19.0', '>=20.19'), true);
  assert.equal(nodeIsNewEnough('v20.20.2', '>=20.19'), true);
  assert.equal(nodeIsNewEnough('v22.0.0', '>=20.19'), true);
  assert.equal(nodeIsNewEnough('v20.19.0', '>=20.19.1'), false);
  assert.equal(nodeIsNewEnough('v20.9.0', '>=20.19'), false);
  assert.equal(nodeIsNewEnough('v18.20.8', '>=20'), false);
  assert.equal(nodeIsNewEnough('v23.0.0-nightly', '>=20.19'), true);
});

test('refuses a range of versions that it cannot read', () => {
  assert.throws(() => nodeIsNewEnough('v20.19.0', '^20 || ^22'), /must look like/);
});

test('takes dependencies as installed when versions agree, whatever is missing for other platforms', () => {
  const lock = {
    packages: {
      '': {name: 'x'},
      'node_modules/a': {version: '1.0.0'},
      'node_modules/b-win32': {version: '1.0.0', optional: true},
    },
  };
  assert.equal(packagesMatch(lock, {packages: {'node_modules/a': {version: '1.0.0'}}}), true);
  assert.equal(packagesMatch(lock, {packages: {'node_modules/a': {version: '1.0.1'}}}), false);
  assert.equal(packagesMatch(lock, {packages: {}}), false);
});

test('refuses a lock file that disagrees with package.json in CI, and installs nothing', () => {
  const root = makeProject();
  // A package in a folder: no registry is asked.
  mkdirSync(path.join(root, 'a'));
  writeFileSync(path.join(root, 'a', 'package.json'), '{"name": "a", "version": "1.0.0"}');
  writeFileSync(
    path.join(root, 'package.json'),
    '{"name": "x", "version": "1.0.0", "dependencies": {"a": "file:./a"}}',
  );
  writeFileSync(
    path.join(root, 'package-lock.json'),
    '{"name": "x", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": {"name": "x", "version": "1.0.0"}}}',
  );
  const {CI} = process.env;
  process.env.CI = 'true';
  try {
    assert.throws(() => ensurePackages(root, () => {}), /Missing: a@1\.0\.0 from lock file/);
    assert.equal(existsSync(path.join(root, 'node_modules')), false);
  } finally {
    if (CI === undefined) delete process.env.CI;
    else process.env.CI = CI;
  }
});

test('builds once, and again only when a source changed', () => {
  const root = makeProject();
  const build = makeBuild();
  const lines = [];
  const ensure = () => ensureBuild(root, (line) => lines.push(line), false, build);

  assert.equal(ensure(), true);
  assert.equal(ensure(), true);
  assert.equal(build.runs, 1);
  assert.deepEqual(lines, ['Building dist/ …']);

  writeFileSync(path.join(root, 'src', 'data', 'summit.ts'), 'export const a = 2;');
  assert.equal(ensure(), true);
  assert.equal(build.runs, 2);
});

test('takes a whole build for one to serve, and not the other way round', () => {
  const root = makeProject();
  const build = makeBuild();
  const ensure = (serveOnly) => ensureBuild(root, () => {}, serveOnly, build);

  assert.equal(ensure(true), true);
  assert.equal(ensure(true), true);
  assert.equal(build.runs, 1);
  assert.equal(ensure(false), true);
  assert.equal(ensure(true), true);
  assert.equal(ensure(false), true);
  assert.equal(build.runs, 2);
});

test('does not take a failed build for a good one', () => {
  const root = makeProject();
  const build = makeBuild({succeeds: false});
  assert.equal(
    ensureBuild(root, () => {}, false, build),
    false,
  );
  assert.equal(
    ensureBuild(root, () => {}, false, build),
    false,
  );
  assert.equal(build.runs, 2);
});

test('leaves tests out of the sources of a build', () => {
  const root = makeProject();
  const before = sourcesHash(root);
  writeFileSync(path.join(root, 'src', 'data', 'summit.test.ts'), '// test');
  assert.equal(sourcesHash(root), before);
  writeFileSync(path.join(root, 'src', 'data', 'new.ts'), '');
  assert.notEqual(sourcesHash(root), before);
});
