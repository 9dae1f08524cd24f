/**
 * The script-tag files as a page loads them: from dist/, in a browser, under a strict policy.
 */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import {launchOptions} from '../tools/find-browser.mjs';

const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
const TAGS = ['summit-goal-comparison', 'summit-region-list', 'summit-fact-box'];
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

let server;
let origin;
let browser;

/** Pages by path; everything else comes from dist/. */
const pages = new Map([['/icon.svg', {html: ''}]]);

before(async () => {
  const files = sirv('dist', {dev: true});
  server = createServer((request, response) => {
    const page = pages.get(new URL(request.url, 'http://localhost').pathname);
    if (!page) {
      files(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', CSP);
    response.end(`<!doctype html><html lang="${page.lang ?? 'en'}"><title>Page</title><link rel="icon" href="/icon.svg">${page.html}`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await puppeteer.launch(await launchOptions());
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens a page with this content and tells what it shows, asks for and complains of. */
async function open(html, {lang, text = 'Alaska'} = {}) {
  pages.set('/page', {html, lang});
  const page = await browser.newPage();
  const complaints = [];
  const requests = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/\/(?:page|icon\.svg)$/.test(request.url())) requests.push(request.url());
  });
  await page.goto(`${origin}/page`, {waitUntil: 'networkidle0'});
  const boxes = await page.evaluate(
    (tags) => [...document.querySelectorAll(tags.join())].map((element) => element.shadowRoot?.querySelector('section')?.innerText ?? ''),
    TAGS,
  );
  for (const box of boxes) assert.match(box, new RegExp(text));
  return {page, boxes, requests: requests.map((url) => url.slice(origin.length)), complaints};
}

const all = TAGS.map((tag) => `<${tag}></${tag}>`).join('');
const script = (file, attributes = '') => `<script type="module" src="/embed/${file}" ${attributes}></script>`;

describe('embed/summit-embeds.js', () => {
  it('shows all three boxes with one request, under a strict policy, without a complaint', async () => {
    const {boxes, requests, complaints} = await open(all + script('summit-embeds.js'), {text: 'Alaska|Places'});
    assert.equal(boxes.length, 3);
    assert.deepEqual(requests, ['/embed/summit-embeds.js']);
    assert.deepEqual(complaints, []);
  });

  it('is harmless when loaded twice, and beside the full file', async () => {
    const {complaints} = await open(
      all + script('summit-embeds.js') + script('summit-embeds.js?again') + script('summit-embeds.full.js'),
      {text: 'Alaska|Places'},
    );
    // A second copy of Lit may not make a second policy where the page allows one of each name; what is there goes on.
    assert.deepEqual(
      complaints.filter((text) => !/policy|lit-html|Multiple versions/i.test(text)),
      [],
    );
  });

  it('fetches a language from beside it', async () => {
    const {requests, complaints} = await open(all + script('summit-embeds.js'), {lang: 'de', text: 'Quellen'});
    assert.equal(requests.length, 2);
    assert.match(requests[1], /^\/embed\/chunks\/de-/);
    assert.deepEqual(complaints, []);
  });

  it('fetches the checker with own data, and nothing that it has already', async () => {
    const {page, requests} = await open(all + script('summit-embeds.js?v=2'), {text: 'Alaska|Places'});
    const seen = [];
    page.on('request', (request) => seen.push(request.url().slice(origin.length)));
    const title = await page.evaluate(async () => {
      const data = await (await fetch('/data/alaska-2025.json')).json();
      const element = document.querySelector('summit-fact-box');
      const told = new Promise((resolve) => element.addEventListener('summit-load', resolve, {once: true}));
      element.data = {...data, views: {facts: {title: 'A summit of our own'}}};
      await told;
      return element.shadowRoot.querySelector('#heading').innerText;
    });
    assert.equal(title, 'A summit of our own');
    assert.deepEqual(requests, ['/embed/summit-embeds.js?v=2']);
    assert.equal(seen.length, 2);
    assert.match(seen[1], /^\/embed\/chunks\/own-data-/);
  });
});

describe('embed/summit-embeds.full.js', () => {
  it('works under its integrity, in every language, without another request', async () => {
    const {integrity} = manifest.files['summit-embeds.full.js'];
    const {requests, complaints} = await open(
      all + script('summit-embeds.full.js', `crossorigin integrity="${integrity}"`),
      {lang: 'uk', text: 'Джерела'},
    );
    assert.deepEqual(requests, ['/embed/summit-embeds.full.js']);
    assert.deepEqual(complaints, []);
  });

  it('is refused by the browser under another integrity', async () => {
    const wrong = manifest.files['summit-embeds.js'].integrity;
    pages.set('/page', {html: `${all}${script('summit-embeds.full.js', `crossorigin integrity="${wrong}"`)}`});
    const page = await browser.newPage();
    await page.goto(`${origin}/page`, {waitUntil: 'networkidle0'});
    assert.equal(await page.evaluate(() => customElements.get('summit-fact-box') === undefined), true);
  });
});

describe('one element each', () => {
  for (const tag of TAGS) {
    it(`${tag} comes alone`, async () => {
      const {page, complaints} = await open(`<${tag}></${tag}>${script(`${tag.replace('summit-', '')}.js`)}`, {text: 'Alaska|Places'});
      const defined = await page.evaluate((tags) => tags.filter((name) => customElements.get(name)), TAGS);
      assert.deepEqual(defined, [tag]);
      assert.deepEqual(complaints, []);
    });
  }

  it('two of them share their chunks', async () => {
    const {requests} = await open(
      `<summit-fact-box></summit-fact-box><summit-region-list></summit-region-list>${script('fact-box.js')}${script('region-list.js')}`,
      {text: 'Alaska|Places'},
    );
    assert.equal(new Set(requests).size, requests.length);
    assert.ok(requests.some((path) => path.startsWith('/embed/chunks/summit-element-')));
  });
});

describe('embed/manifest.json', () => {
  it('tells the true bytes and the true integrity of every file', () => {
    for (const [file, {bytes, brotli, integrity}] of Object.entries(manifest.files)) {
      const content = readFileSync(`dist/embed/${file}`);
      assert.equal(bytes, content.length, file);
      assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`, file);
      assert.ok(brotli > 0 && brotli <= brotliCompressSync(content).length, file);
    }
  });
});

describe('what the package hands out', () => {
  it('the data file is the bundled summit, whole', async () => {
    const {alaska2025} = await import('../dist/data/summits/alaska-2025.js');
    const {$schema, ...data} = JSON.parse(readFileSync('dist/data/alaska-2025.json', 'utf8'));
    assert.equal($schema, '../schema/summit.schema.json');
    assert.deepEqual(data, alaska2025);
  });

  it('the schema describes every part of it', () => {
    const schema = JSON.parse(readFileSync('dist/schema/summit.schema.json', 'utf8'));
    const data = JSON.parse(readFileSync('dist/data/alaska-2025.json', 'utf8'));
    for (const key of Object.keys(data)) assert.ok(schema.properties[key], key);
    for (const key of schema.required) assert.ok(key in data, key);
  });

  it('importing the classes registers no tag and needs no browser', async () => {
    const names = Object.keys(await import('../dist/index.js'));
    assert.deepEqual(
      names.sort(),
      ['SummitElement', 'SummitErrorEvent', 'SummitFactBox', 'SummitGoalComparison', 'SummitLoadEvent', 'SummitRegionList'],
    );
    assert.equal(globalThis.customElements?.get('summit-fact-box'), undefined);
  });

  it('the manifest knows the three elements with all their attributes, and nothing private', () => {
    const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
    const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);
    assert.deepEqual(elements.map(({tagName}) => tagName).sort(), [...TAGS].sort());
    const common = ['summit', 'heading', 'heading-level', 'scheme', 'lang', 'policy-url', 'feedback-url'];
    const own = {'summit-goal-comparison': ['actors', 'topics'], 'summit-region-list': ['no-map'], 'summit-fact-box': ['facts']};
    for (const {tagName, attributes, members, slots, cssParts, cssProperties, events} of elements) {
      assert.deepEqual(attributes.map(({name}) => name).sort(), [...common, ...own[tagName]].sort(), tagName);
      assert.ok(attributes.every(({description}) => description), tagName);
      assert.ok(members.every(({name}) => /^[a-z]/i.test(name)), tagName);
      for (const list of [slots, cssParts, cssProperties, events]) assert.ok(list.every(({description}) => description), tagName);
    }
  });
});
