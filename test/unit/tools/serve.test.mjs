import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {demoPolicy, startServer} from '../../../tools/serve.mjs';

let root;
let server;

before(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'serve-test-'));
  const files = {
    'secret.txt': 'secret',
    'demo/index.html': '<!doctype html><title>Demo</title>',
    'demo/.env': 'secret',
    'dist/embed/summit-embeds.js': 'export {};',
    'dist/data/alaska-2025.json': '{}',
    'dist/templates/talks.json': '{}',
    'dist/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'dist/storybook/index.html': '<!doctype html><title>Storybook</title>',
    'dist-secret/a.js': 'secret',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), {recursive: true});
    writeFileSync(path.join(root, name), content);
  }
  server = await startServer({port: 0, root});
});

after(async () => {
  await server.close();
  rmSync(root, {recursive: true, force: true});
});

/** Sends the path as it is; `fetch` would resolve the dots in it. */
function get(rawPath, {method = 'GET', headers = {}} = {}) {
  return new Promise((resolve, reject) => {
    const options = {host: '127.0.0.1', port: server.port, path: rawPath, method, headers};
    const call = request(options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({status: response.statusCode, headers: response.headers, body}));
    });
    call.on('error', reject);
    call.setTimeout(60_000, () => call.destroy(new Error(`No answer to ${rawPath}`)));
    call.end();
  });
}

test('leads from / to the demo', async () => {
  const {status, headers} = await get('/');
  assert.equal(status, 302);
  assert.equal(headers.location, '/demo/');
  assert.match((await get('/demo/')).body, /Demo/);
});

test('serves the demo under the strict policy', async () => {
  const {headers} = await get('/demo/?element=fact-box');
  assert.equal(headers['content-security-policy'], demoPolicy);
  assert.equal(headers['content-type'], 'text/html;charset=utf-8');
  assert.equal((await get('/dist/storybook/')).headers['content-security-policy'], undefined);
});

test('sends the right types, and forbids guessing and caching', async () => {
  const types = {
    '/dist/embed/summit-embeds.js': /^text\/javascript/,
    '/dist/data/alaska-2025.json': /^application\/json/,
    '/dist/logo.svg': /^image\/svg\+xml/,
  };
  for (const [file, type] of Object.entries(types)) {
    const {status, headers} = await get(file);
    assert.equal(status, 200, file);
    assert.match(headers['content-type'], type);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cache-control'], 'no-cache');
  }
});

test('lets every origin read what frames need, and nothing else', async () => {
  const allowed = async (file) => (await get(file)).headers['access-control-allow-origin'];
  assert.equal(await allowed('/dist/embed/summit-embeds.js'), '*');
  assert.equal(await allowed('/dist/data/alaska-2025.json'), '*');
  assert.equal(await allowed('/dist/templates/talks.json'), '*');
  for (const file of ['/demo/', '/dist/logo.svg', '/dist/storybook/'])
    assert.equal(await allowed(file), undefined, file);
});

test('serves a new version of a file at once', async () => {
  const {headers} = await get('/dist/data/alaska-2025.json');
  const again = () => get('/dist/data/alaska-2025.json', {headers: {'If-None-Match': headers.etag}});
  assert.equal((await again()).status, 304);
  writeFileSync(path.join(root, 'dist/data/alaska-2025.json'), '{"new": true}');
  assert.equal((await again()).body, '{"new": true}');
});

test('completes the address of a folder and lists none', async () => {
  assert.equal((await get('/demo')).headers.location, '/demo/');
  assert.equal((await get('/dist/storybook')).headers.location, '/dist/storybook/');
  assert.equal((await get('/dist/')).status, 404);
  assert.equal((await get('/dist/embed/')).status, 404);
});

test('lets nobody out of its two folders', async () => {
  const paths = [
    '/secret.txt',
    '/demo/../secret.txt',
    '/demo/%2e%2e/secret.txt',
    '/demo/..%2fsecret.txt',
    '/demo/%252e%252e/secret.txt',
    '/demo/..\\secret.txt',
    '/demo/..%5csecret.txt',
    '/dist/../dist-secret/a.js',
    '/dist-secret/a.js',
    '//etc/passwd',
    '/demo//etc/passwd',
    '/demo/.env',
    '/demo/%00',
    '/demo/%E0%A4%A',
    '/demo/index.html/x',
    '/tools/serve.mjs',
  ];
  for (const rawPath of paths) {
    const {status, body} = await get(rawPath);
    assert.equal(status, 404, rawPath);
    assert.doesNotMatch(body, /secret/);
  }
});

test('survives odd requests', async () => {
  assert.equal((await get('/demo/index.html', {method: 'POST'})).status, 405);
  assert.equal((await get('/demo/index.html', {headers: {Range: 'bytes=9-2'}})).status, 200);
  assert.equal((await get('/demo/index.html', {method: 'HEAD'})).body, '');
});

test('takes another port when the wanted one is in use', async () => {
  const second = await startServer({port: server.port, root});
  assert.notEqual(second.port, server.port);
  assert.equal(second.url, `http://127.0.0.1:${second.port}/`);
  await second.close();
});
