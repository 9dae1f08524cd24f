/**
 * The files as nginx sends them with docs/nginx.conf, compressed as docs/embedding.md says, and pages of another origin with
 * them. Needs `npm run build`; and nginx with its brotli modules, which CI must have.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {assets, chunk, forms, germanChunks, page as docs, snippet} from '../../tools/checks/delivery.mjs';
import {findNginx, startNginx} from '../../tools/servers/nginx.mjs';
import {startPages, watchPage} from '../support/page-server.mjs';

const text = readFileSync(docs, 'utf8');
const {files} = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
const nginx = findNginx();
if (nginx.missing)
  console.log(`docs/nginx.conf is ${process.env.CI ? 'not shown to work' : 'skipped'}. ${nginx.missing}`);
const FULL = `${assets}summit-embeds.full.js`;
const DATA = '/data/talks.json';

// A run of CI without nginx has not shown that the configuration works: there it starts, and fails.
describe('docs/nginx.conf', {skip: nginx.missing && !process.env.CI ? nginx.missing : false}, () => {
  let folder;
  let server;
  let pages;

  before(async () => {
    assert.equal(nginx.missing, undefined);
    folder = mkdtempSync(path.join(tmpdir(), 'summit-embeds-nginx-'));
    const site = path.join(folder, 'site');
    cpSync('dist/embed', path.join(site, assets), {recursive: true, preserveTimestamps: true});
    mkdirSync(path.join(site, 'data'));
    cpSync('dist/data/alaska-2025.json', path.join(site, DATA));
    mkdirSync(path.join(site, 'assets/summit-embeds/latest'));
    writeFileSync(path.join(site, 'assets/summit-embeds/latest/resize.js'), '');
    const [, compress] = /^```bash\n(find .*)\n```$/m.exec(text) ?? [];
    assert.ok(compress, 'the page tells how to compress');
    execFileSync('sh', ['-c', compress], {cwd: path.join(site, assets)});
    server = await startNginx(nginx, folder, 'docs/nginx.conf');
    pages = await startPages({connect: [server.origin]});
  });

  after(async () => {
    await pages?.close();
    await server?.stop();
    if (folder) rmSync(folder, {recursive: true});
  });

  /** What comes for a path, as it comes: `fetch` would unpack it, and ask for what it likes. */
  const get = (where, headers = {}) =>
    new Promise((resolve, reject) => {
      request(server.origin + where, {headers}, async (response) => {
        const parts = await response.toArray();
        resolve({
          status: response.statusCode,
          headers: response.headers,
          raw: response.rawHeaders,
          body: Buffer.concat(parts),
        });
      })
        .on('error', reject)
        .end();
    });

  const types = {
    'summit-embeds.full.js': /^(?:text|application)\/javascript(?:;|$)/,
    'frame.html': /^text\/html; charset=utf-8$/,
    'frame.css': /^text\/css(?:;|$)/,
    'manifest.json': /^application\/json$/,
    'LICENSES.txt': /^text\/plain; charset=utf-8$/,
  };

  const isOpenToAll = ({headers}) => {
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  };

  for (const [file, type] of Object.entries(types)) {
    it(`sends ${file} for ever, to every page, as what it is`, async () => {
      for (const encoding of ['', 'gzip', 'gzip, deflate, br']) {
        const answer = await get(assets + file, {'Accept-Encoding': encoding});
        assert.equal(answer.status, 200);
        assert.match(answer.headers['content-type'], type);
        assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
        isOpenToAll(answer);
        assert.ok(answer.headers['etag'] && answer.headers['last-modified']);
      }
    });
  }

  it('sends every file of the manifest with brotli, no bigger than the manifest says, to those who take it', async () => {
    assert.ok(Object.keys(files).length > 10);
    for (const [file, {brotli}] of Object.entries(files)) {
      const {headers, body} = await get(assets + file, {'Accept-Encoding': 'gzip, deflate, br'});
      assert.equal(headers['content-encoding'], 'br', file);
      assert.ok(brotliDecompressSync(body).equals(readFileSync(`dist/embed/${file}`)), file);
      // The program of that name begins some files with a byte more.
      assert.ok(Math.abs(body.length - brotli) <= 1, `${file}: ${body.length}, not ${brotli}`);
    }
  });

  it('falls back to gzip, and to the file as it is', async () => {
    const original = readFileSync('dist/embed/summit-embeds.full.js');
    // A CDN names itself in Via.
    for (const via of [{}, {Via: '1.1 cdn.example'}]) {
      const packed = await get(FULL, {'Accept-Encoding': 'gzip', ...via});
      assert.equal(packed.headers['content-encoding'], 'gzip');
      assert.ok(gunzipSync(packed.body).equals(original));
    }
    const plain = await get(FULL);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.ok(plain.body.equals(original));
  });

  it('tells caches, once, that the answer depends on the encoding', async () => {
    for (const where of [FULL, DATA]) {
      for (const encoding of ['', 'gzip', 'br']) {
        const {raw} = await get(where, {'Accept-Encoding': encoding});
        const vary = raw.filter((_, i) => raw[i - 1]?.toLowerCase() === 'vary' && i % 2 === 1);
        assert.deepEqual(vary, ['Accept-Encoding'], `${where} ${encoding}`);
      }
    }
  });

  it('answers 304, without the file, to those who have it', async () => {
    for (const where of [FULL, DATA]) {
      for (const encoding of ['', 'gzip', 'br']) {
        const {headers} = await get(where, {'Accept-Encoding': encoding});
        const conditions = [{'If-None-Match': headers['etag']}, {'If-Modified-Since': headers['last-modified']}];
        for (const condition of conditions) {
          const answer = await get(where, {'Accept-Encoding': encoding, ...condition});
          assert.equal(answer.status, 304, `${where} ${encoding} ${JSON.stringify(condition)}`);
          assert.equal(answer.body.length, 0);
          assert.equal(answer.headers['cache-control'], headers['cache-control']);
          isOpenToAll(answer);
        }
        const other = await get(where, {'Accept-Encoding': encoding, 'If-None-Match': '"other"'});
        assert.equal(other.status, 200);
      }
    }
  });

  it('has an ETag of its own for each encoding', async () => {
    const answers = await Promise.all(['', 'gzip', 'br'].map((encoding) => get(FULL, {'Accept-Encoding': encoding})));
    assert.equal(new Set(answers.map(({headers}) => headers['etag'])).size, 3);
  });

  it('sends a part of a file to those who ask for one', async () => {
    const {status, headers, body} = await get(FULL, {Range: 'bytes=1000-1999'});
    assert.equal(status, 206);
    assert.equal(headers['content-range'], `bytes 1000-1999/${files['summit-embeds.full.js'].bytes}`);
    assert.ok(body.equals(readFileSync('dist/embed/summit-embeds.full.js').subarray(1000, 2000)));
  });

  it('lets data live for thirty seconds, and compresses them as they are', async () => {
    const {headers, body} = await get(DATA, {'Accept-Encoding': 'gzip, br'});
    assert.equal(headers['cache-control'], 'max-age=30, must-revalidate');
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['content-encoding'], 'br');
    assert.ok(brotliDecompressSync(body).equals(readFileSync('dist/data/alaska-2025.json')));
    const packed = await get(DATA, {'Accept-Encoding': 'gzip', Via: '1.1 cdn.example'});
    assert.equal(packed.headers['content-encoding'], 'gzip');
    isOpenToAll(packed);
  });

  it('shows a correction at once, whatever lies beside the file', async () => {
    const moving = path.join(folder, 'site/data/moving.json');
    writeFileSync(moving, '{"revision": 1}');
    execFileSync('sh', ['-c', `gzip -k ${moving} && brotli -k ${moving}`]);
    const first = await get('/data/moving.json', {'Accept-Encoding': 'gzip, br'});
    writeFileSync(moving, '{"revision": 2, "corrected": true}');
    const second = await get('/data/moving.json', {
      'Accept-Encoding': 'gzip, br',
      'If-None-Match': first.headers['etag'],
    });
    assert.equal(second.status, 200);
    const content = second.headers['content-encoding'] === 'br' ? brotliDecompressSync(second.body) : second.body;
    assert.equal(JSON.parse(content).revision, 2);
  });

  it('keeps nothing for ever but what has a version, and no error', async () => {
    for (const where of [`${assets}missing.js`, '/assets/summit-embeds/latest/resize.js', '/data/missing.json', DATA]) {
      const {headers} = await get(where);
      assert.doesNotMatch(headers['cache-control'] ?? '', /immutable/, where);
    }
    for (const where of [`${assets}missing.js`, '/data/missing.json']) {
      const answer = await get(where);
      assert.equal(answer.status, 404);
      assert.equal(answer.headers['cache-control'], undefined);
      // So that a page of another origin is told what is wrong.
      isOpenToAll(answer);
    }
  });

  let marks = 0;
  /** Paths that nginx was asked for since the last call, by its own log. */
  const asked = async () => {
    marks += 1;
    const mark = `/mark-${marks}`;
    await get(mark);
    for (;;) {
      const lines = readFileSync(server.accessLog, 'utf8').trim().split('\n');
      const end = lines.indexOf(mark);
      if (end >= 0) return lines.slice(lines.lastIndexOf(`/mark-${marks - 1}`) + 1, end);
      await sleep(5);
    }
  };

  const integrity = (file) => `integrity="${files[file].integrity}" crossorigin="anonymous"`;
  const scriptTag = (file) =>
    `<script type="module" src="${server.origin}${assets}${file}" ${integrity(file)}></script>`;
  const shown = (page, words) =>
    page.waitForFunction(
      (start) =>
        document.querySelector('summit-fact-box')?.shadowRoot?.querySelector('[part=box]')?.innerText.includes(start),
      {},
      words,
    );

  it('serves a page of another origin, whose integrity holds, and whose reader asks for nothing a second time', async () => {
    await asked();
    const html = `${scriptTag('summit-embeds.full.js')}<summit-fact-box></summit-fact-box>`;
    const {page, console: consoleErrors, exceptions} = await pages.open(html, {strict: false});
    assert.notEqual(new URL(page.url()).origin, server.origin);
    await shown(page, 'The Alaska summit in brief');
    assert.deepEqual(await asked(), [FULL]);

    await page.goto(pages.origin + pages.add(html, {strict: false}));
    await shown(page, 'The Alaska summit in brief');
    assert.deepEqual(await asked(), []);
    assert.deepEqual([...consoleErrors, ...exceptions], []);
    await pages.leave();
  });

  it('runs no script that is not what its hash says', async () => {
    const other = scriptTag('summit-embeds.full.js').replace(/sha384-[^"]+/, `sha384-${'A'.repeat(64)}`);
    const wrong = `${other}<summit-fact-box>A link</summit-fact-box>`;
    const {page, console: consoleErrors} = await pages.open(wrong, {strict: false, until: 'networkidle0'});
    assert.equal(await page.evaluate(() => customElements.get('summit-fact-box')), undefined);
    assert.match(consoleErrors.join('\n'), /integrity/);
    await pages.leave();
  });

  it('sends data to a box on a page of another origin, and that box a failure with its number', async () => {
    const box = (name) => `<summit-fact-box src="${server.origin}/data/${name}.json"></summit-fact-box>`;
    const {page} = await pages.open(`${scriptTag('summit-embeds.full.js')}${box('talks')}${box('missing')}`, {
      strict: false,
      prepare: [watchPage],
    });
    await page.evaluate(() => window.watch.until(() => window.watch.events.length === 2));
    const events = await page.evaluate(() => window.watch.events);
    assert.equal(events.find(({type}) => type === 'summit-load').summit, 'alaska-2025');
    assert.match(events.find(({type}) => type === 'summit-error').message, /404/);
    await pages.leave();
  });

  it('brings what the page preloads in one go, and each file once', async () => {
    const [, lines] = /```html\n((?:<link rel="modulepreload"[^\n]*chunks[^\n]*\n)+)```/.exec(text);
    const links = lines.replaceAll(/href="\S+chunks\/(\S+)-….js" integrity="sha384-…"/g, (_, start) => {
      const file = chunk(start);
      return `href="${server.origin}${assets}${file}" integrity="${files[file].integrity}"`;
    });
    assert.doesNotMatch(links, /…/);
    await asked();
    // The script itself comes once all of the others are there: without the lines it would ask for them after that.
    const {page, console: consoleErrors} = await pages.open(`${links}<summit-fact-box lang="de"></summit-fact-box>`, {
      strict: false,
      until: 'networkidle0',
    });
    assert.deepEqual(
      (await asked()).sort(),
      germanChunks()
        .map((file) => assets + file)
        .sort(),
    );
    await page.evaluate(
      (src, hash) => {
        const script = document.createElement('script');
        document.head.append(Object.assign(script, {type: 'module', src, integrity: hash, crossOrigin: 'anonymous'}));
      },
      `${server.origin}${assets}summit-embeds.js`,
      files['summit-embeds.js'].integrity,
    );
    await shown(page, 'Alaska-Gipfel');
    assert.deepEqual(await asked(), [`${assets}summit-embeds.js`]);
    assert.deepEqual(consoleErrors, []);
    await pages.leave();
  });

  it('is asked by each form of a snippet for what the page says', async () => {
    const start = server.origin + assets;
    const seen = await Promise.all(
      forms.map(async ({name, args, asks}) => {
        const {requests} = await pages.open(snippet(args, start), {strict: false, fresh: true, until: 'networkidle0'});
        // On a busy machine a page may be idle between a script and what that asks for.
        for (const begun = Date.now(); requests.length < asks().length && Date.now() - begun < 60_000;) await sleep(20);
        return [name, requests.map((address) => address.replace(start, '').replace(/\?.*/, '')).sort()];
      }),
    );
    assert.deepEqual(
      seen,
      forms.map(({name, asks}) => [name, asks().sort()]),
    );
    await pages.leave();
  });
});
