// @ts-check
/** The version that a job without rights makes can't bring anything else with it. */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';

const root = mkdtempSync(path.join(tmpdir(), 'summit-embeds-change-'));
const script = path.resolve('tools/release/check-version-change.mjs');
/** @param {string[]} args */
const git = (...args) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
    cwd: root,
    stdio: 'pipe',
  });
/** @param {string} file @param {string} text */
const write = (file, text) => writeFileSync(path.join(root, file), text);
/** @param {string} version */
const packageJson = (version, scripts = {}) => JSON.stringify({name: 'a', version, scripts});

before(() => {
  git('init', '--quiet');
  for (const folder of ['.changeset', 'docs', 'tools/build']) mkdirSync(path.join(root, folder), {recursive: true});
  write('package.json', packageJson('1.0.0'));
  write('CHANGELOG.md', '# Changes\n');
  write('docs/use.md', 'a@1.0.0, beside b@1.1.0\n');
  write('tools/build/build.mjs', 'build();\n');
  for (const file of ['README.md', 'config.json', 'one.md']) write(`.changeset/${file}`, '{}\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Start');
});
beforeEach(() => {
  git('reset', '--quiet', '--hard');
  git('clean', '--quiet', '--force');
  write('package.json', packageJson('1.1.0'));
  write('CHANGELOG.md', '# Changes\n\n## 1.1.0\n');
  write('docs/use.md', 'a@1.1.0, beside b@1.1.0\n');
  rmSync(path.join(root, '.changeset/one.md'));
});
after(() => {
  rmSync(root, {recursive: true, force: true});
});

function check() {
  git('add', '--all');
  return spawnSync(process.execPath, [script], {cwd: root, encoding: 'utf8'});
}

describe('tools/release/check-version-change.mjs', () => {
  it('accepts a version, its entry in the changelog and fewer changesets', () => {
    const {status, stdout} = check();
    assert.equal(status, 0);
    assert.match(stdout, /1\.0\.0 → 1\.1\.0: 4 files/);
  });

  /** @type {[string, () => void, RegExp][]} */
  const cases = [
    [
      'a changed script',
      () => write('package.json', packageJson('1.1.0', {test: 'true'})),
      /package\.json would change beyond its version/,
    ],
    [
      'a changed tool',
      () => write('tools/build/build.mjs', 'other();\n'),
      /tools\/build\/build\.mjs would change beyond/,
    ],
    ['a new file', () => write('tools/more.mjs', ''), /tools\/more\.mjs would be new/],
    ['a removed file', () => rmSync(path.join(root, 'tools/build/build.mjs')), /tools\/build\/build\.mjs would go/],
    ['removed settings', () => rmSync(path.join(root, '.changeset/config.json')), /config\.json would go/],
    [
      'a link in place of the changelog',
      () => {
        rmSync(path.join(root, 'CHANGELOG.md'));
        symlinkSync('package.json', path.join(root, 'CHANGELOG.md'));
      },
      /CHANGELOG\.md would be new/,
    ],
    ['an unchanged version', () => write('package.json', packageJson('1.0.0')), /isn't a version after/],
    ['a version that is none', () => write('package.json', packageJson('')), /isn't a version after/],
  ];
  for (const [name, change, message] of cases) {
    it(`stops at ${name}`, () => {
      change();
      const {status, stderr} = check();
      assert.equal(status, 1);
      assert.match(stderr, message);
    });
  }
});
