// @ts-check
/** Nothing is published that two builds don't agree on. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, beforeEach, describe, it} from 'node:test';

const root = mkdtempSync(path.join(tmpdir(), 'summit-embeds-builds-'));
const [one, two] = ['one', 'two'].map((name) => path.join(root, name));
const content = Buffer.from('a package');
const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;

beforeEach(() => {
  for (const folder of [one, two]) {
    rmSync(folder, {recursive: true, force: true});
    mkdirSync(path.join(folder, 'deep'), {recursive: true});
    writeFileSync(path.join(folder, 'a-1.0.0.tgz'), content);
    writeFileSync(path.join(folder, 'release.json'), JSON.stringify({filename: 'a-1.0.0.tgz', integrity}));
    writeFileSync(path.join(folder, 'deep/manifest.json'), '{}');
  }
});
after(() => {
  rmSync(root, {recursive: true, force: true});
});

/** @param {string[]} args */
const run = (...args) => spawnSync(process.execPath, args, {encoding: 'utf8'});
/** @param {string[]} hashes */
const compare = (...hashes) => run('tools/release/compare-builds.mjs', one, two, ...hashes);
const printHash = () => run('tools/release/print-hash.mjs', one).stdout.trim();

describe('tools/release/compare-builds.mjs', () => {
  it('lets through what is the same', () => {
    const {status, stdout} = compare();
    assert.equal(status, 0);
    assert.match(stdout, /the same 3 files/);
  });

  /** @type {[string, () => void, RegExp][]} */
  const cases = [
    [
      'a changed byte',
      () => writeFileSync(path.join(two, 'deep/manifest.json'), '{ }'),
      /deep\/manifest\.json differs/,
    ],
    ['a file too many', () => writeFileSync(path.join(two, 'more.js'), ''), /more\.js is only in .*two/],
    ['a file too few', () => rmSync(path.join(two, 'deep/manifest.json')), /deep\/manifest\.json is only in .*one/],
    [
      'a package that both changed and release.json does not name',
      () => [one, two].forEach((folder) => writeFileSync(path.join(folder, 'a-1.0.0.tgz'), 'another package')),
      /has the hash sha512-/,
    ],
    [
      'two packages',
      () => [one, two].forEach((folder) => writeFileSync(path.join(folder, 'b-1.0.0.tgz'), '')),
      /release\.json names a-1\.0\.0\.tgz/,
    ],
    [
      'a link',
      () => [one, two].forEach((folder) => symlinkSync('release.json', path.join(folder, 'more.js'))),
      /more\.js isn't a file/,
    ],
  ];
  for (const [name, change, message] of cases) {
    it(`stops at ${name}`, () => {
      change();
      const {status, stderr} = compare();
      assert.equal(status, 1);
      assert.match(stderr, message);
    });
  }

  it('compares when its own path has a link in it, too', () => {
    symlinkSync(path.resolve('tools'), path.join(root, 'linked'), 'junction');
    writeFileSync(path.join(two, 'more.js'), '');
    assert.equal(run(path.join(root, 'linked/release/compare-builds.mjs'), one, two).status, 1);
  });

  it('stops at folders that both were replaced after their builds printed a hash, and at a missing hash', () => {
    const hash = printHash();
    assert.match(hash, /^[\da-f]{64}$/);
    assert.equal(compare(hash, hash).status, 0);
    assert.equal(compare(hash, '').status, 1);
    assert.equal(compare(hash).status, 1);
    for (const folder of [one, two]) writeFileSync(path.join(folder, 'deep/manifest.json'), '{ }');
    const {status, stderr} = compare(hash, hash);
    assert.equal(status, 1);
    assert.match(stderr, /one isn't what its build printed/);
  });
});
