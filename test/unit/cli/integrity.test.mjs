/** `integrity`: an import map that pins every script file. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {makeFolder} from '../../support/command-line.mjs';

const {print, run} = makeFolder();
const base = 'https://cdn.example.org/summit-embeds/0.1.0/';
/** Beside the commands there is an invented manifest. */
const {files} = JSON.parse(readFileSync(new URL('../../support/embed-manifest.json', import.meta.url), 'utf8'));

describe('summit-embeds integrity', () => {
  it('writes an import map with the hash of every script, those loaded later too', async () => {
    const [, json] = /^<script type="importmap">(.*)<\/script>\n$/.exec(
      await print('integrity', '--base', base.slice(0, -1)),
    );
    const scripts = Object.entries(files).filter(([name]) => name.endsWith('.js'));
    assert.deepEqual(JSON.parse(json), {
      integrity: Object.fromEntries(scripts.map(([name, {integrity}]) => [base + name, integrity])),
    });
    assert.ok(scripts.length > 1);
  });

  it('stamps it for pages whose policy asks for that', async () => {
    assert.match(
      await print('integrity', '--base', '/embeds/</script>/', '--nonce', 'a"b'),
      /^<script type="importmap" nonce="a&quot;b">[^<]*<\/script>\n$/,
    );
  });

  it('asks for the address of the files, and takes no data', async () => {
    assert.equal((await run('integrity')).status, 2);
    const {status, stderr} = await run('integrity', 'talks.yaml', '--base', base);
    assert.equal(status, 2);
    assert.match(stderr, /takes no file/);
  });
});
