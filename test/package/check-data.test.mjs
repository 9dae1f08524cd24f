import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

const FILE = 'src/data/summits/alaska-2025.ts';
let root;

/** A copy of the bundled data, released as v1.0.0. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'check-data-'));
  mkdirSync(path.join(root, 'src/data'), {recursive: true});
  for (const folder of ['summits', 'translations'])
    cpSync(`src/data/${folder}`, path.join(root, 'src/data', folder), {recursive: true});
  const git = (...args) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
      stdio: 'ignore',
    });
  git('init');
  git('add', '.');
  git('commit', '-m', 'Release');
  git('tag', 'v1.0.0');
});

afterEach(() => rmSync(root, {recursive: true, force: true}));

const check = () => spawnSync(process.execPath, ['tools/checks/check-data.mjs', '--root', root], {encoding: 'utf8'});

function edit(...replacements) {
  const file = path.join(root, FILE);
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of replacements) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
}

const CHANGED = [
  'Trump aims to present himself as a global peacemaker.',
  'Trump aims to present himself as a peacemaker.',
];

describe('check:data', () => {
  it('passes what was released', () => {
    const {status, stdout} = check();
    assert.equal(status, 0, stdout);
    assert.match(stdout, /alaska-2025@1 is sound, compared with v1\.0\.0/);
  });

  it('fails for a changed claim without an entry, and names it', () => {
    edit(CHANGED);
    const {status, stdout} = check();
    assert.equal(status, 1);
    assert.match(stdout, /claims\[\d+\]\.text: differs from revision 1; .*'trump-peacemaker'/);
    assert.match(stdout, /revision: is 1, as in the release/);
  });

  it('has nothing to say of the change once the log names it and the revision is raised', () => {
    edit(
      CHANGED,
      ['revision: 1', 'revision: 2'],
      [
        'changes: []',
        "changes: [{kind: 'correction', date: '2025-08-20', revision: 2, text: 'It said “global”.', targets: ['trump-peacemaker']}]",
      ],
    );
    const {stdout} = check();
    assert.doesNotMatch(stdout, /claims\[|^revision|: revision: is 1/m);
    // What is left is the desk's next work: the fingerprint and the translations of the new edition.
    assert.match(stdout, /hash: must be '[0-9a-f]{32}'/);
    assert.match(stdout, /alaska-2025\.de\.ts: of\.revision: is of revision 1; the summit is at 2/);
  });

  it('fails for a claim that is gone without a withdrawal', () => {
    edit(["id: 'trump-returned'", "id: 'trump-back'"], [", 'trump-returned'", ", 'trump-back'"]);
    const {status, stdout} = check();
    assert.equal(status, 1);
    assert.match(stdout, /changes: the claim 'trump-returned' of revision 1 is missing/);
  });
});
