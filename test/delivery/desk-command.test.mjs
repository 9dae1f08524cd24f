/** `summit-embeds desk` as a process: what it serves, and how it reads and writes the file. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {builderPolicy} from '../../tools/serve.mjs';
import {bin, makeFolder} from '../support/run-cli.mjs';

const {folder, run, save, remove} = makeFolder();
const running = [];

after(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  remove();
});

/** Starts the command. Resolves to the address of the page and of the file, and a function that ends it. */
async function start(...args) {
  const child = spawn(process.execPath, [bin, 'desk', ...args, '--no-open'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const [line] = await once(child.stdout, 'data');
  const page = new URL(String(line).trim());
  return {
    page,
    file: new URL('../file', page),
    async end() {
      child.kill('SIGINT');
      const [status] = await once(child, 'exit');
      return status;
    },
  };
}

/** The status of a request with headers that `fetch` doesn't let us set. */
async function statusOf(url, headers, method = 'GET') {
  const sent = request(url, {headers, method}).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

const put = (url, body, headers) => fetch(url, {method: 'PUT', body, headers});
const content = (name) => readFileSync(path.join(folder, name), 'utf8');

describe('summit-embeds desk', () => {
  it('serves the builder page under an address that nobody guesses, and ends with Ctrl+C', async () => {
    save('talks.yaml', 'id: talks\n');
    const [desk, other] = [await start('talks.yaml'), await start()];
    assert.match(desk.page.href, /^http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}\/builder\/\?file=talks\.yaml$/);
    assert.equal(other.page.search, '');
    assert.notEqual(desk.page.pathname, other.page.pathname);
    const page = await fetch(desk.page);
    assert.equal(page.headers.get('Content-Security-Policy'), builderPolicy);
    assert.match(await page.text(), /builder\.js/);
    const script = await fetch(new URL('../embed/summit-embeds.js', desk.page));
    assert.match(script.headers.get('Content-Type'), /javascript/);
    assert.equal((await fetch(other.file)).status, 404);
    assert.deepEqual([await desk.end(), await other.end()], [0, 0]);
  });

  it('serves nothing else', async () => {
    const {page, file, end} = await start('talks.yaml');
    for (const url of [
      '/',
      '/builder/',
      '../cli/bin.js',
      '../embed/%2e%2e/cli/bin.js',
      '../embed/..%2fcli/bin.js',
      '../talks.yaml',
      '../builder/.%00',
    ]) {
      assert.equal((await fetch(new URL(url, page))).status, 404, url);
    }
    assert.equal(await statusOf(page, {Host: 'evil.example'}), 421);
    assert.equal(await statusOf(file, {Origin: 'https://evil.example'}), 403);
    assert.equal(await statusOf(file, {Origin: 'null', 'If-Match': '"x"'}, 'PUT'), 403);
    assert.equal(await statusOf(file, {Origin: file.origin}), 200);
    await end();
  });

  it('writes the file only over the edition that the page knows', async () => {
    save('talks.yaml', 'id: talks\n');
    chmodSync(path.join(folder, 'talks.yaml'), 0o640);
    const {file, end} = await start('talks.yaml');
    const read = await fetch(file);
    assert.equal(await read.text(), 'id: talks\n');
    const first = await put(file, 'id: talks\nlang: en\n', {'If-Match': read.headers.get('ETag')});
    assert.equal(first.status, 204);
    assert.equal(content('talks.yaml'), 'id: talks\nlang: en\n');
    assert.equal(statSync(path.join(folder, 'talks.yaml')).mode & 0o777, 0o640);

    writeFileSync(path.join(folder, 'talks.yaml'), 'id: others\n');
    assert.equal((await put(file, 'id: mine\n', {'If-Match': first.headers.get('ETag')})).status, 412);
    assert.equal((await put(file, 'id: mine\n', {})).status, 428);
    assert.equal(content('talks.yaml'), 'id: others\n');

    const tag = (await fetch(file)).headers.get('ETag');
    const both = await Promise.all(['a: 1\n', 'a: 2\n'].map((text) => put(file, text, {'If-Match': tag})));
    assert.deepEqual(both.map(({status}) => status).sort(), [204, 412]);
    const latest = (await fetch(file)).headers.get('ETag');
    assert.equal((await put(file, 'x'.repeat(2_000_001), {'If-Match': latest})).status, 413);
    assert.deepEqual(readdirSync(folder), ['talks.yaml']);
    await end();
  });

  it('makes a file that doesn’t exist yet, when it is saved', async () => {
    const {page, file, end} = await start('new.yaml');
    assert.equal(page.search, '?file=new.yaml');
    assert.equal((await fetch(file)).status, 404);
    assert.ok(!existsSync(path.join(folder, 'new.yaml')));
    assert.equal((await put(file, 'id: new\n', {'If-None-Match': '*'})).status, 204);
    assert.equal(content('new.yaml'), 'id: new\n');
    assert.equal((await put(file, 'id: newer\n', {'If-None-Match': '*'})).status, 412);
    await end();
  });

  it('says what is wrong with its arguments', async () => {
    for (const [args, message] of [
      [['talks.txt'], /ends in \.yaml/],
      [['none/talks.yaml'], /folder doesn’t exist/],
      [['--port', 'many'], /--port takes a number/],
      [['a.yaml', 'b.yaml'], /at most one file/],
    ]) {
      const {status, stderr} = run('desk', ...args, '--no-open');
      assert.equal(status, 2);
      assert.match(stderr, message);
    }
    const {page, end} = await start();
    const {status, stderr} = run('desk', '--port', page.port, '--no-open');
    assert.equal(status, 2);
    assert.match(stderr, /is taken/);
    await end();
  });
});
