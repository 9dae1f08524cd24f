/** What holds for all commands: help, version, wrong usage. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {makeFolder} from '../../support/command-line.mjs';

const {run} = makeFolder();

describe('summit-embeds', () => {
  it('explains itself and each command', async () => {
    const help = await run('--help');
    assert.equal(help.status, 0);
    for (const name of ['validate', 'render', 'snippet', 'init', 'diff', 'translate', 'map']) {
      assert.match(help.stdout, new RegExp(`^  ${name} `, 'm'));
      const own = await run(name, '--help');
      assert.equal(own.status, 0);
      assert.match(own.stdout, new RegExp(`^Usage: summit-embeds ${name} `));
      assert.equal((await run('help', name)).stdout, own.stdout);
      for (const flag of own.stdout.match(/^ {2}--[\w-]+/gm)) {
        assert.doesNotMatch((await run(name, flag.trim(), '--help')).stderr, /there is no option/, `${name} ${flag}`);
      }
    }
  });

  it('tells its version', async () => {
    const {version} = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    assert.deepEqual(await run('--version'), {status: 0, stdout: `${version}\n`, stderr: ''});
  });

  it('answers wrong usage with 2, on standard error, and with what was probably meant', async () => {
    for (const [args, message] of [
      [[], /Usage/],
      [['vaildate'], /did you mean validate\?/],
      [['publish'], /there are validate/],
      [['--json'], /no option --json before a command/],
      [['validate'], /at least one file/],
      [['validate', '--jsn', 'x'], /did you mean --json\?/],
      [['validate', '-', '-'], /read only once/],
      [['validate', 'nowhere.yaml'], /nowhere\.yaml can’t be read: the file or folder doesn’t exist/],
      [['validate', '.'], /it is a folder/],
      [['diff', 'one.yaml'], /two files/],
      [['diff', 'a', 'b', '--date', '2031-02-30'], /--date takes a day/],
      [['diff', 'a', 'b', '--date'], /--date/],
      [['init', 'a', 'b'], /at most one file/],
      [['init', '--template', 'startr'], /did you mean starter\?/],
      [['map', 'x.json', '--basis', 'b', '--credit', 'c'], /--ids or --key/],
      [['map', 'x.json', '--ids', 'a=b', '--credit', 'c'], /--basis is required/],
      [['map', 'x.json', '--ids', 'a=b', '--basis', 'b', '--credit', ' '], /--credit is required/],
      [['map', 'x.json', '--ids', 'A=b', '--basis', 'b', '--credit', 'c'], /"A" isn’t a region id/],
      [['map', 'x.json', '--ids', 'a=b', '--basis', 'b', '--credit', 'c', '--width', '1e9'], /--width/],
    ]) {
      const {status, stdout, stderr} = await run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '', args.join(' '));
      assert.match(stderr, message);
    }
  });
});
