/** How commands write files: in one step, over no source, through no link. */
import assert from 'node:assert/strict';
import {lstatSync, readdirSync, readFileSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {makeFolder} from '../../support/command-line.mjs';
import {starter} from './starter.mjs';

const {folder, run, save} = makeFolder();
const read = (name) => readFileSync(path.join(folder, name), 'utf8');

describe('--out', () => {
  it('replaces a file and leaves nothing beside it', async () => {
    save('talks.yaml', starter);
    save('live.json', 'old');
    assert.equal((await run('validate', 'talks.yaml', '--out', 'live.json')).status, 0);
    assert.equal(JSON.parse(read('live.json')).id, 'example-lake-talks');
    assert.deepEqual(readdirSync(folder).sort(), ['live.json', 'talks.yaml']);
  });

  it('leaves the old file as it was where the new one can’t be written', async () => {
    // The draft beside it has a longer name, and that is too long.
    const name = `${'n'.repeat(250)}.json`;
    save(name, 'old');
    const {status, stderr} = await run('validate', 'talks.yaml', '--out', name);
    assert.equal(status, 2);
    assert.match(stderr, /can’t be written: ENAMETOOLONG/);
    assert.equal(read(name), 'old');
  });

  it('never replaces a file that the command reads', async () => {
    save('talks.yaml', starter);
    for (const out of ['talks.yaml', './talks.yaml', path.join(folder, 'talks.yaml')]) {
      const {status, stderr} = await run('validate', 'talks.yaml', '--out', out);
      assert.equal(status, 2, out);
      assert.match(stderr, /is also an input file; use another file for --out/);
    }
    assert.equal(read('talks.yaml'), starter);
  });

  it('refuses a link, and names the file behind it', async () => {
    save('shared.json', 'shared');
    symlinkSync('shared.json', path.join(folder, 'link.json'));
    const {status, stderr} = await run('validate', 'talks.yaml', '--out', 'link.json');
    assert.equal(status, 2);
    assert.match(stderr, /link\.json can’t be written: is a link; use the path of the file itself, .*shared\.json/);
    assert.equal(read('shared.json'), 'shared');
    assert.ok(lstatSync(path.join(folder, 'link.json')).isSymbolicLink());
  });

  it('with - is standard output', async () => {
    const {status, stdout} = await run('render', 'fact-box', 'talks.yaml', '--as', 'text', '--out', '-');
    assert.equal(status, 0);
    assert.match(stdout, /^The talks in brief/);
    assert.ok(!readdirSync(folder).includes('-'));
  });
});

describe('YAML with a forgotten quotation mark', () => {
  it('is read in one pass, however many empty lines there are', async () => {
    save('lines.yaml', `title: "${'\n'.repeat(200_000)}"\nid: &a x`);
    const {status, stdout} = await run('validate', 'lines.yaml');
    assert.equal(status, 1);
    assert.match(stdout, /^lines\.yaml:1:8: the closing quotation mark of this text is missing; put one at its end$/m);
  });
});

describe('a revision', () => {
  it('is at most a million: a higher one could never be taken back', async () => {
    save('high.yaml', starter.replace(/^revision: \d+/m, 'revision: 1.0e+300'));
    const {status, stdout} = await run('validate', 'high.yaml');
    assert.equal(status, 1);
    assert.match(stdout, /revision: must be 1000000 or less/);
  });
});
