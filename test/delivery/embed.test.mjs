/**
 * The script-tag files as a page loads them: from dist/, in a browser, under a strict policy.
 */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import {startPages} from '../support/page-server.mjs';

const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
const TAGS = ['summit-goal-comparison', 'summit-region-list', 'summit-fact-box'];

let pages;

before(async () => {
  pages = await startPages();
});

afterEach(async () => {
  await pages.leave();
});

after(async () => {
  await pages?.close();
});

/** Opens a page with this content and tells what it shows, asks for and complains of. */
async function open(html, {lang, text = 'Alaska'} = {}) {
  const {page, requests, console, exceptions} = await pages.open(html, {lang, until: 'networkidle0'});
  const boxes = await page.evaluate(
    (tags) =>
      [...document.querySelectorAll(tags.join())].map(
        (element) => element.shadowRoot?.querySelector('section')?.innerText ?? '',
      ),
    TAGS,
  );
  for (const box of boxes) assert.match(box, new RegExp(text));
  return {page, boxes, requests, consoleErrors: [...console, ...exceptions]};
}

/** Names of the chunks among these requests, without the part that changes with their content. */
function chunksOf(requests) {
  return requests.flatMap((path) => /^\/embed\/chunks\/(.+)-[\w-]{6}\.js$/.exec(path)?.[1] ?? []).sort();
}

const all = TAGS.map((tag) => `<${tag}></${tag}>`).join('');
const script = (file, attributes = '') => `<script type="module" src="/embed/${file}" ${attributes}></script>`;

describe('embed/summit-embeds.js', () => {
  it('shows all three boxes with one request, under a strict policy, without a complaint', async () => {
    const {boxes, requests, consoleErrors} = await open(all + script('summit-embeds.js'), {text: 'Alaska|Places'});
    assert.equal(boxes.length, 3);
    assert.deepEqual(requests, ['/embed/summit-embeds.js']);
    assert.deepEqual(consoleErrors, []);
  });

  it('opens its details for print', async () => {
    const {page} = await open('<summit-fact-box></summit-fact-box>' + script('summit-embeds.js'));
    const seen = () =>
      page.evaluate(() =>
        document.querySelector('summit-fact-box').shadowRoot.querySelector('dl details ul').checkVisibility(),
      );
    assert.equal(await seen(), false);
    await page.emulateMediaType('print');
    assert.equal(await seen(), true);
    await page.emulateMediaType(null);
  });

  it('is harmless when loaded twice, and beside the full file', async () => {
    const {consoleErrors} = await open(
      all + script('summit-embeds.js') + script('summit-embeds.js?again') + script('summit-embeds.full.js'),
      {text: 'Alaska|Places'},
    );
    // Lit itself remarks that there are two of it.
    assert.deepEqual(
      consoleErrors.filter((text) => !/Multiple versions/i.test(text)),
      [],
    );
  });

  it('fetches a language, and the summit in it, from beside it', async () => {
    const {requests, consoleErrors} = await open(all + script('summit-embeds.js'), {lang: 'de', text: 'Quellen'});
    assert.equal(requests.length, 8);
    assert.equal(requests[0], '/embed/summit-embeds.js');
    assert.deepEqual(chunksOf(requests), [
      'alaska-2025.de',
      'bundled-summits',
      'custom-data',
      'de',
      'messages',
      'templates',
      'translations',
    ]);
    assert.deepEqual(consoleErrors, []);
  });

  for (const order of [
    ['summit-embeds.full.js', 'summit-embeds.js'],
    ['summit-embeds.js', 'summit-embeds.full.js'],
  ]) {
    it(`shows a box in its own language beside an English one: ${order.join(' before ')}`, async () => {
      const html =
        '<summit-fact-box></summit-fact-box>' +
        script(order[0]) +
        '<summit-region-list lang="de"></summit-region-list>' +
        script(order[1]);
      const {page} = await open(html, {text: 'Alaska|Places|Orte'});
      await page.waitForFunction(() =>
        /Maschinell übersetzt/.test(document.querySelector('summit-region-list').shadowRoot.textContent),
      );
      const german = await page.evaluate(
        () => document.querySelector('summit-region-list').shadowRoot.querySelector('section').innerText,
      );
      assert.doesNotMatch(german, /Places at stake|Im Original gezeigt/);
    });
  }

  it('fetches what own data need, and nothing that it has already', async () => {
    const {page, requests, consoleErrors} = await open(all + script('summit-embeds.js?v=2'), {text: 'Alaska|Places'});
    assert.deepEqual(requests, ['/embed/summit-embeds.js?v=2']);
    const title = await page.evaluate(async () => {
      const data = await (await fetch('/data/alaska-2025.json')).json();
      const element = document.querySelector('summit-fact-box');
      const told = new Promise((resolve) => element.addEventListener('summit-load', resolve, {once: true}));
      element.data = {...data, views: {facts: {title: 'A summit of our own'}}};
      await told;
      return element.shadowRoot.querySelector('#heading').innerText;
    });
    assert.equal(title, 'A summit of our own');
    const later = requests.slice(1).filter((path) => path !== '/data/alaska-2025.json');
    // The module that replaces the box; the templates, which a bundled box doesn't need; and the bundled summit, since the
    // data are another edition of it.
    assert.deepEqual(chunksOf(later), ['bundled-summits', 'custom-data', 'messages', 'replacement', 'templates']);
    // No other way to the entry: a page would get it, and Lit, twice.
    assert.equal(later.length, 5);
    assert.deepEqual(consoleErrors, []);
  });
});

describe('embed/summit-embeds.full.js', () => {
  it('works under its integrity, in every language, without another request', async () => {
    const {integrity} = manifest.files['summit-embeds.full.js'];
    const {requests, consoleErrors} = await open(
      all + script('summit-embeds.full.js', `crossorigin integrity="${integrity}"`),
      {lang: 'uk', text: 'Джерела'},
    );
    assert.deepEqual(requests, ['/embed/summit-embeds.full.js']);
    assert.deepEqual(consoleErrors, []);
  });

  it('is refused by the browser under another integrity', async () => {
    const wrong = manifest.files['summit-embeds.js'].integrity;
    const {page, requests} = await pages.open(
      all + script('summit-embeds.full.js', `crossorigin integrity="${wrong}"`),
      {
        until: 'networkidle0',
      },
    );
    assert.deepEqual(requests, ['/embed/summit-embeds.full.js']);
    assert.equal(await page.evaluate(() => customElements.get('summit-fact-box') === undefined), true);
  });
});

describe('one element each', () => {
  for (const tag of TAGS) {
    it(`${tag} comes alone`, async () => {
      const {page, consoleErrors} = await open(`<${tag}></${tag}>${script(`${tag.replace('summit-', '')}.js`)}`, {
        text: 'Alaska|Places',
      });
      const defined = await page.evaluate((tags) => tags.filter((name) => customElements.get(name)), TAGS);
      assert.deepEqual(defined, [tag]);
      assert.deepEqual(consoleErrors, []);
    });
  }

  it('two of them share their chunks', async () => {
    const {requests} = await open(
      `<summit-fact-box></summit-fact-box><summit-region-list></summit-region-list>${script('fact-box.js')}${script('region-list.js')}`,
      {text: 'Alaska|Places'},
    );
    assert.equal(new Set(requests).size, requests.length);
    const chunksOf = (file) =>
      readFileSync(`dist/embed/${file}`, 'utf8').match(/(?<=(?:from|import)"\.\/)chunks\/[\w.-]+/g) ?? [];
    const shared = chunksOf('fact-box.js').filter((chunk) => chunksOf('region-list.js').includes(chunk));
    assert.ok(shared.length > 0);
    for (const chunk of shared) assert.ok(requests.includes(`/embed/${chunk}`), chunk);
  });
});

describe('embed/manifest.json', () => {
  it('tells the true bytes and the true integrity of every file', () => {
    for (const [file, {bytes, integrity}] of Object.entries(manifest.files)) {
      const content = readFileSync(`dist/embed/${file}`);
      assert.equal(bytes, content.length, file);
      assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`, file);
    }
    // How large the others are when they are compressed, nginx.test.mjs compares.
    const {brotli} = manifest.files['summit-embeds.js'];
    assert.ok(brotli > 0 && brotli <= brotliCompressSync(readFileSync('dist/embed/summit-embeds.js')).length);
  });
});

describe('what the package hands out', () => {
  it('the data file is the bundled summit, whole', async () => {
    const {alaska2025} = await import('../../dist/data/summits/alaska-2025.js');
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
    const names = Object.keys(await import('../../dist/index.js'));
    assert.deepEqual(names.sort(), [
      'SummitChangeEvent',
      'SummitElement',
      'SummitErrorEvent',
      'SummitFactBox',
      'SummitGoalComparison',
      'SummitLoadEvent',
      'SummitRegionList',
      'elements',
      'registerSummit',
    ]);
    assert.equal(globalThis.customElements?.get('summit-fact-box'), undefined);
  });

  it('the manifest knows the three elements with all their attributes, and nothing private', () => {
    const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
    const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);
    assert.deepEqual(elements.map(({tagName}) => tagName).sort(), [...TAGS].sort());
    const common = [
      'summit',
      'src',
      'refresh',
      'heading',
      'heading-level',
      'scheme',
      'lang',
      'policy-url',
      'feedback-url',
    ];
    const own = {
      'summit-goal-comparison': ['actors', 'topics'],
      'summit-region-list': ['no-map'],
      'summit-fact-box': ['facts'],
    };
    for (const {tagName, attributes, members, slots, cssParts, cssProperties, events} of elements) {
      assert.deepEqual(attributes.map(({name}) => name).sort(), [...common, ...own[tagName]].sort(), tagName);
      assert.ok(
        attributes.every(({description}) => description),
        tagName,
      );
      assert.ok(
        members.every(({name}) => /^[a-z]/i.test(name)),
        tagName,
      );
      for (const list of [slots, cssParts, cssProperties, events])
        assert.ok(
          list.every(({description}) => description),
          tagName,
        );
    }
  });
});
