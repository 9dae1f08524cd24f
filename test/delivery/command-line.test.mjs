/** What only a process can show of the built command line; test/unit/cli has what the commands do. */
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {prerender} from '../../dist/prerender.js';
import {bin, makeFolder} from '../support/run-cli.mjs';

const {folder, run, runWith, save, remove} = makeFolder();

after(remove);

const starter = readFileSync('templates/starter.yaml', 'utf8');

describe('the built command line', () => {
  it('prints the version of the package', () => {
    const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(run('--version'), {status: 0, stdout: `${version}\n`, stderr: ''});
  });

  it('reads standard input', () => {
    const {status, stdout} = runWith(starter, 'validate', '-');
    assert.deepEqual([status, stdout], [0, '<stdin>: fine (example-lake-talks, revision 1, 6 claims)\n']);
  });

  it('ends with 1 for data that are invalid, and names the line', () => {
    save('talks.yaml', starter.replace('certainty: reported', 'certainty: reportd'));
    const {status, stdout} = run('validate', 'talks.yaml');
    assert.equal(status, 1);
    assert.match(stdout, /^talks\.yaml:\d+:\d+ claims\[0\]\.certainty: .*did you mean 'reported'/m);
  });

  it('writes a file that is the same in every language and time zone of a machine', async () => {
    const {status, stderr} = spawnSync(
      process.execPath,
      [bin, 'render', 'fact-box', '--lang', 'de', '--out', 'box.html'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {...process.env, TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8'},
      },
    );
    assert.deepEqual([status, stderr], [0, 'Wrote box.html.\n']);
    assert.equal(
      readFileSync(path.join(folder, 'box.html'), 'utf8').trimEnd(),
      (await prerender('fact-box', {attributes: {lang: 'de'}})).trimEnd(),
    );
  });

  it('keeps the exit code of the data where a pipe is closed early, and says nothing', async () => {
    const child = spawn(process.execPath, [bin, 'validate', 'talks.yaml'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Before the program has anything to write.
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    const [status] = await once(child, 'close');
    assert.deepEqual([status, stderr], [1, '']);
  });

  it('ends with 70 for an error of the program itself', () => {
    // A copy of the package with a manifest that is cut off, where it finds its dependencies.
    mkdirSync('build', {recursive: true});
    const copy = mkdtempSync('build/broken-package-');
    try {
      cpSync('dist/cli', `${copy}/cli`, {recursive: true});
      mkdirSync(`${copy}/embed`);
      writeFileSync(`${copy}/embed/manifest.json`, '{"files":');
      const args = [`${copy}/cli/bin.js`, 'snippet', 'fact-box', '--base', 'https://example.org/'];
      const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
      assert.deepEqual([status, stdout], [70, '']);
      assert.match(stderr, /^summit-embeds failed because of an internal error: SyntaxError/);
    } finally {
      rmSync(copy, {recursive: true});
    }
  });
});
