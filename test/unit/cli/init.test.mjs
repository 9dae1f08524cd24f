/** `init`: files to start from. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {makeFolder} from '../../support/command-line.mjs';

const {folder, run, save} = makeFolder();

describe('summit-embeds init', () => {
  it('writes a starter that is valid, and overwrites it only with --force', async () => {
    const written = await run('init');
    assert.equal(written.status, 0);
    assert.match(written.stderr, /summit\.yaml/);
    const checked = await run('validate', 'summit.yaml');
    assert.equal(checked.stdout, 'summit.yaml: fine (example-lake-talks, revision 1, 6 claims)\n');
    assert.equal(checked.status, 0);

    save('summit.yaml', 'mine');
    assert.equal((await run('init')).status, 2);
    assert.equal(readFileSync(join(folder, 'summit.yaml'), 'utf8'), 'mine');
    assert.equal((await run('init', 'summit.yaml', '--force')).status, 0);
    assert.equal((await run('validate', 'summit.yaml')).status, 0);
  });

  it('explains every field of the starter and names the schema', async () => {
    const text = (await run('init', '-')).stdout;
    assert.match(text, /^# yaml-language-server: \$schema=\S+\/dist\/schema\/summit\.schema\.json\n/);
    assert.ok(text.split('\n').length < 200, 'it can be read in ten minutes');
  });

  it('writes every template in both formats', async () => {
    const names = (await run('init', '--template', 'list')).stdout.trim().split('\n');
    assert.ok(names.includes('starter'));
    for (const name of names) {
      for (const file of [`${name}.yaml`, `${name}.json`]) {
        assert.equal((await run('init', file, '--template', name)).status, 0, file);
        const {status, stdout} = await run('validate', file);
        assert.equal(status, 0, stdout);
      }
      assert.deepEqual(
        {...JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')), $schema: ''},
        {...parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')), $schema: ''},
      );
    }
  });

  it('says so where it can’t write', async () => {
    const {status, stderr} = await run('init', 'no/such/folder.yaml');
    assert.equal(status, 2);
    assert.match(stderr, /can’t be written/);
    assert.equal(existsSync(join(folder, 'no')), false);
  });
});
