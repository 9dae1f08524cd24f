// @ts-check
/** A version is published once, and only the very package that npm has gets the tag. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';

const root = mkdtempSync(path.join(tmpdir(), 'summit-embeds-publish-'));
const file = (/** @type {string} */ name) => path.join(root, name);
const read = (/** @type {string} */ name) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');

before(() => {
  for (const folder of ['bin', 'build/release', 'tools/release']) mkdirSync(file(folder), {recursive: true});
  cpSync('tools/release/publish.mjs', file('tools/release/publish.mjs'));
  // An npm that notes what it publishes and answers `npm view` as told.
  writeFileSync(
    file('bin/npm'),
    '#!/bin/sh\nif [ "$1" = publish ]; then echo "$@" >> published; exit 0; fi\nprintf "$ANSWER"; printf "$ERROR" >&2; exit "$STATUS"\n',
  );
  chmodSync(file('bin/npm'), 0o755);
});
beforeEach(() => {
  for (const name of ['published', 'outputs']) rmSync(file(name), {force: true});
  writeFileSync(
    file('package.json'),
    '{"name": "a", "version": "1.0.0", "repository": {"url": "git+https://github.com/o/a.git"}}',
  );
  writeFileSync(
    file('build/release/release.json'),
    '{"name": "a", "version": "1.0.0", "filename": "a-1.0.0.tgz", "integrity": "sha512-a"}',
  );
});
after(() => {
  rmSync(root, {recursive: true, force: true});
});

/** @param {{answer?: string, error?: string, status?: number, home?: string}} npm What `npm view` answers, and the repository. */
function publish({answer = '', error = '', status = 0, home = 'o/a'}) {
  const env = {
    PATH: `${file('bin')}${path.delimiter}${process.env.PATH}`,
    ANSWER: answer,
    ERROR: error,
    STATUS: String(status),
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: file('outputs'),
    GITHUB_REPOSITORY: home,
  };
  return spawnSync(process.execPath, [file('tools/release/publish.mjs')], {env, encoding: 'utf8'});
}

describe('tools/release/publish.mjs', () => {
  it('publishes a new version with its provenance, and runs no scripts', () => {
    for (const npm of [{error: 'npm error code E404', status: 1}, {}]) {
      rmSync(file('outputs'), {force: true});
      assert.equal(publish(npm).status, 0);
      assert.equal(read('outputs'), 'released=true\n');
    }
    assert.equal(
      read('published'),
      'publish ./build/release/a-1.0.0.tgz --access public --ignore-scripts --provenance\n'.repeat(2),
    );
  });

  it('publishes nothing if npm has the version, and says whether it is the same package', () => {
    assert.equal(publish({answer: 'sha512-a\n'}).status, 0);
    assert.equal(read('outputs'), 'released=true\n');
    rmSync(file('outputs'));
    const {status, stdout} = publish({answer: 'sha512-b\n'});
    assert.deepEqual([status, read('outputs'), read('published')], [0, 'released=false\n', '']);
    assert.match(stdout, /isn't the same package/);
  });

  it('stops if npm gives another error, and if the package or the repository has another name', () => {
    const results = [publish({error: 'E500', status: 1}), publish({home: 'o/b'})];
    writeFileSync(file('package.json'), '{"name": "a", "version": "1.0.1"}');
    results.push(publish({}));
    assert.deepEqual(
      results.map(({status}) => status),
      [1, 1, 1],
    );
    assert.deepEqual([read('outputs'), read('published')], ['', '']);
  });
});
