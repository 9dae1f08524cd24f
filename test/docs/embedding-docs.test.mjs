/**
 * What docs/embedding.md tells an editor, done as it says: its commands run, its snippets stand in pages, under its
 * headers and its policy. Needs `npm run build`.
 */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import sirv from 'sirv';
import {parse as parseYaml} from 'yaml';
import {blocksOf, readPage} from './pages.mjs';
import {sharedBrowser} from '../support/browser.mjs';
import {makeFolder} from '../support/run-cli.mjs';

const page = readPage('docs/embedding.md');
const blocks = (language) => blocksOf(page, language).map(({code}) => code);
const commands = blocks('sh').flatMap((code) => code.split('\n'));
const [policy] = blocks('csp');
const headers = blocks('http').map((code) => code.split('\n').map((line) => line.split(': ')));
const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const ASSETS = `/assets/summit-embeds/${version}`;

const {run, save, remove} = makeFolder();
save('talks.yaml', run('init', '-').stdout);

/** Arguments of a command of the page, and the file its output goes to. */
function parse(command) {
  const [, line, file] = /^npx summit-embeds (.*?)(?: > (\S+))?$/.exec(command) ?? [];
  assert.ok(line, command);
  return {args: [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain), file};
}

/** What commands print: each runs once. */
const outputs = new Map();

const carryOut = (command) => {
  if (!outputs.has(command)) {
    const {status, stdout, stderr} = run(...parse(command).args);
    assert.equal(status, 0, `${command}\n${stderr}`);
    outputs.set(command, stdout);
  }
  return outputs.get(command);
};
const command = (pattern) => {
  const found = commands.find((line) => pattern.test(line));
  assert.ok(found, String(pattern));
  return found;
};

let server;
let origin;
let current;
let context;

before(async () => {
  const files = sirv('dist/embed', {dev: true});
  server = createServer((request, response) => {
    if (request.url.startsWith(`${ASSETS}/`)) {
      for (const [name, value] of headers[0]) response.setHeader(name, value);
      request.url = request.url.slice(ASSETS.length);
      files(request, response, () => response.writeHead(404).end());
    } else if (request.url === '/data/talks.json') {
      for (const [name, value] of headers[1]) response.setHeader(name, value);
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(current.data));
    } else if (request.url.startsWith('/page')) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Content-Security-Policy', current.policy);
      response.end(
        `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><body>${current.html}`,
      );
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
});

const leave = async () => {
  await context?.close();
  context = undefined;
};

afterEach(leave);

after(async () => {
  server?.close();
  server?.closeAllConnections();
  remove();
});

/** Opens a page with a snippet, and tells what went wrong on it. */
async function open(html, {script = true, styleSrc = "style-src 'self'", data} = {}) {
  const withHashes = html.replaceAll(
    /([\w.-]+\.js)" integrity="sha384-…"/g,
    (_, file) => `${file}" integrity="${manifest.files[file].integrity}"`,
  );
  current = {
    html: withHashes,
    data,
    policy: policy.replace("style-src 'self'", styleSrc).replace("img-src 'self'", "img-src 'self' data:"),
  };
  const browser = await sharedBrowser();
  context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const messages = [];
  const requests = [];
  tab.on('console', (message) => messages.push(message.text()));
  tab.on('pageerror', (error) => messages.push(String(error)));
  tab.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await tab.setJavaScriptEnabled(script);
  await tab.goto(`${origin}/page`, {waitUntil: 'networkidle0'});
  return {tab, messages, requests: requests.filter((path) => path.endsWith('.js'))};
}

const boxText = (tab) =>
  tab.$eval(
    'summit-fact-box, summit-goal-comparison, summit-region-list',
    (element) => element.shadowRoot?.querySelector('[part=box]')?.innerText ?? '',
  );
const isStyled = (tab) =>
  tab.$eval(
    'summit-fact-box',
    (element) => getComputedStyle(element.shadowRoot.querySelector('[part=box]')).borderBlockStartWidth === '3px',
  );

describe('commands of docs/embedding.md', () => {
  for (const line of commands) {
    it(`do what they say: ${line}`, () => {
      const {args} = parse(line);
      const out = carryOut(line);
      if (!args.includes('--out')) assert.ok(out.length > 40, out);
    });
  }
});

describe('snippets of docs/embedding.md', () => {
  it('prerendered: stand under the policy with the hash, without script and with it', async () => {
    const html = carryOut(command(/^npx summit-embeds snippet fact-box .*> box\.html/));
    const hash = carryOut(command(/--csp-hash/)).trim();
    for (const script of [false, true]) {
      const {tab, messages, requests} = await open(html, {script, styleSrc: `style-src 'self' '${hash}'`});
      assert.match(await boxText(tab), /The Alaska summit in brief/);
      assert.ok(await isStyled(tab));
      assert.deepEqual(messages, []);
      assert.deepEqual(requests, script ? [`${ASSETS}/summit-embeds.lazy.js`] : []);
      await leave();
    }
  });

  it('prerendered: stand under the policy with a nonce', async () => {
    const html = carryOut(command(/--nonce TEXT/));
    const {tab, messages} = await open(html, {script: false, styleSrc: "style-src 'self' 'nonce-TEXT'"});
    assert.ok(await isStyled(tab));
    assert.deepEqual(messages, []);
  });

  it('prerendered: are readable under the policy alone, and styled once the script is there', async () => {
    const html = carryOut(command(/^npx summit-embeds snippet fact-box .*> box\.html/));
    const bare = await open(html, {script: false});
    assert.match(await boxText(bare.tab), /The Alaska summit in brief/);
    assert.equal(await isStyled(bare.tab), false);
    await leave();
    const {tab} = await open(html);
    await tab.waitForFunction(() => customElements.get('summit-fact-box'));
    assert.ok(await isStyled(tab));
  });

  it('prerendered: follow the file at src', async () => {
    const line = command(/--src \/data\/talks\.json/);
    const html = carryOut(line);
    const talks = parseYaml(run('init', '-').stdout);
    const {tab} = await open(html, {data: talks});
    assert.match(await boxText(tab), /^\s*Example Lake: who wants what/);
    await leave();
    const next = await open(html, {data: {...talks, revision: 2, views: {comparison: {title: 'The second edition'}}}});
    assert.match(await boxText(next.tab), /^\s*The second edition/);
  });

  it('from a build of one’s own: are what the module gives', async () => {
    const [code] = blocks('js');
    // Inside the project, where the package finds itself by its name.
    const folder = join('build', 'docs-test');
    mkdirSync(folder, {recursive: true});
    const file = join(folder, 'embedding.mjs');
    writeFileSync(file, `${code}\nexport {html, policy};\n`);
    const {html, policy: styles} = await import(pathToFileURL(file).href);
    rmSync(folder, {recursive: true});
    assert.match(html, /^<summit-fact-box heading-level="2" lang="en">|^<summit-fact-box lang="en" heading-level="2">/);
    const {tab, messages} = await open(html, {script: false, styleSrc: styles});
    assert.ok(await isStyled(tab));
    assert.deepEqual(messages, []);
  });

  const [scriptForm, frameForm] = blocks('html');

  it('script: shows the box with one request, and a link without script', async () => {
    const {tab, messages, requests} = await open(scriptForm);
    assert.match(await boxText(tab), /The Alaska summit in brief/);
    assert.deepEqual(messages, []);
    assert.deepEqual(requests, [`${ASSETS}/summit-embeds.full.js`]);
    await leave();
    const bare = await open(scriptForm, {script: false});
    assert.equal(await bare.tab.$eval('summit-fact-box', (element) => element.innerText), 'The Alaska summit in brief');
  });

  it('frame: shows the box at its full height', async () => {
    const {tab, messages} = await open(frameForm);
    const frame = await (await tab.$('iframe')).contentFrame();
    await frame.waitForFunction(() => document.querySelector('summit-fact-box')?.shadowRoot?.querySelector('dl'));
    await tab.waitForFunction(() => {
      const iframe = document.querySelector('iframe');
      const {height} = iframe.contentDocument.querySelector('summit-fact-box').getBoundingClientRect();
      return height > 400 && Math.abs(iframe.getBoundingClientRect().height - height) < 40;
    });
    assert.deepEqual(messages, []);
  });

  it('frame: a published page tells where its oEmbed answer is, and the answer leads back', async () => {
    const html = run(...parse(command(/--as page/)).args.slice(0, -2)).stdout;
    const answer = JSON.parse(run(...parse(command(/--oembed --url/)).args.slice(0, -2)).stdout);
    assert.match(html, /href="https:\/\/paper\.example\/boxes\/alaska\.oembed\.json"/);
    assert.match(answer.html, /src="https:\/\/paper\.example\/boxes\/alaska\.html"/);
    assert.equal(answer.provider_name, 'The Paper');
  });
});
