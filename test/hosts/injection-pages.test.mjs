/**
 * Every payload in the pages that read an address or what somebody types: the page for frames, the builder, and pages into
 * which snippets were pasted. They are served without the policy that goes with them, so that whatever can run does.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it, mock} from 'node:test';
import {parseFragment} from 'parse5';
import {prerender} from '../../dist/prerender.js';
import {attributeNames, themeNames} from '../../src/snippet/embed-options.ts';
import {frameSnippet, prerenderedSnippet, scriptSnippet} from '../../src/snippet/snippets.ts';
import {startServer} from '../support/page-server.mjs';
import {named, nodesOf, textOf} from '../support/prerendered.mjs';
import {inChromium} from '../support/engines.mjs';
import {selectRounds} from '../support/runs.mjs';
import {even, fillMarkers, fillRound, shownIn} from './fields.mjs';
import {groups, isRefused, payloads} from './payloads.mjs';
import {whole} from './whole-summit.mjs';

const shown = payloads.filter((payload) => !isRefused(payload));
const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const CANARIES = '<script src="/hosts/canary.js"></script>';

const counts = {loads: 0, snippets: 0, builds: 0};

let server;

before(async () => {
  // The prerenderer warns of ids that there are not.
  mock.method(console, 'warn', () => undefined);
  const files = {};
  for (const name of ['canary.js', 'fields.mjs', 'in-page.mjs', 'in-frame.mjs', 'payloads.mjs'])
    files[`/hosts/${name}`] = read(name);
  // Rules of a publisher who allows headings and links, so that the page has to cope with those of anybody.
  const rules = JSON.parse(readFileSync('src/frame/frame.json', 'utf8'));
  files['/free/embed/frame.json'] = JSON.stringify({
    ...rules,
    linkHosts: ['example.org'],
    options: [...rules.options, 'heading', 'policy-url', 'feedback-url'],
  });
  server = await startServer({files, folders: {'/free': 'dist'}});
});

after(async () => {
  mock.restoreAll();
  await server?.close();
  console.log(
    `# injection, addresses: ${payloads.length} payloads in ${Object.keys(groups).length} groups, ${counts.loads} frames, ` +
      `${counts.builds} states of the builder, ${counts.snippets} pasted snippets`,
  );
});

/** Runs a function of in-frame.mjs in a page. */
async function runIn(engine, html, name, ...args) {
  await engine.goto(server.origin + server.add(`${CANARIES}${html}`, {strict: false}));
  const result = await engine.evaluate(
    async (name, args) => (await import('/hosts/in-frame.mjs'))[name](...args),
    name,
    args,
  );
  assert.deepEqual(result.errors, []);
  return result;
}

/** An address's query in which every name has a payload of its own, and one is a name. */
function queryOf(round, first) {
  const at = (i) => payloads[(i * 13 + round) % payloads.length];
  const names = [
    ...attributeNames.filter((name) => !['summit', 'src', 'refresh'].includes(name)),
    ...themeNames,
    'id',
    'childId',
  ];
  const query = new URLSearchParams(first);
  names.forEach((name, i) => query.set(name, at(i)));
  query.set(at(50), at(51));
  // A browser leaves line breaks out of an address; in one with a `<` besides, Chromium loads no frame at all, and tells nobody.
  return {query: query.toString(), heading: query.get('heading'), rest: at(60).replaceAll(/[\n\r\t]/g, '')};
}

function framePage(engine) {
  it('shows every payload of its address as a text, or passes over it', async () => {
    // Each payload stands for one name at least.
    const asked = selectRounds(payloads.length, 16).map((round, n) => {
      const {query, heading, rest} = queryOf(round, {element: ['fact-box', 'region-list', 'goal-comparison'][n % 3]});
      // As it is, so that it may break the query up.
      return {query: `${query}&${rest}`, heading};
    });
    const {checked} = await runIn(engine, '', 'tryFrames', '/free/embed/frame.html', asked);
    counts.loads += checked;
  });

  it('names no element and loads no file by a payload', async () => {
    const asked = [
      ...groups.schemes.map((payload) => ({
        query: new URLSearchParams({element: 'fact-box', src: payload}).toString(),
      })),
      ...[...groups.addresses, ...groups.prototypes, ...groups.breakouts].map((payload, n) => ({
        query: n % 2 === 0 ? new URLSearchParams({element: payload}).toString() : payload,
      })),
    ];
    const {checked} = await runIn(
      engine,
      '',
      'tryFrames',
      '/free/embed/frame.html',
      selectRounds(asked.length, 5).map((i) => asked[i]),
    );
    counts.loads += checked;
  });
}

function builderPage(engine) {
  it('shows every payload of its address as a text in its fields, and makes a snippet that holds it as one', async () => {
    const asked = selectRounds(payloads.length, 16).map((round, n) => {
      const form = ['prerendered', 'script', 'frame'][n % 3];
      const {query, heading} = queryOf(round, {element: 'fact-box', form});
      const at = (i) => payloads[(i * 7 + round) % payloads.length];
      const choices = new URLSearchParams(query);
      for (const [i, name] of ['link', 'base', 'host', 'data'].entries()) choices.set(name, at(i));
      return {hash: choices.toString(), heading, form};
    });
    const {checked, snippets} = await runIn(engine, '', 'tryBuilder', '/free/builder/index.html', asked);
    counts.builds += checked;
    snippets.forEach((snippet, i) => checkSnippet(snippet, asked[i].form));
  });

  it('loads no file from an address that is none', async () => {
    const asked = [...groups.schemes, ...groups.breakouts, ...groups.prototypes]
      .filter((payload) => !/^(?:https?:|[/\\])/i.test(payload))
      .map((payload) => ({
        hash: new URLSearchParams({element: 'fact-box', data: 'address', src: payload}).toString(),
        isBad: true,
      }));
    const {checked} = await runIn(
      engine,
      '',
      'tryBuilder',
      '/free/builder/index.html',
      selectRounds(asked.length, 4).map((i) => asked[i]),
    );
    counts.builds += checked;
  });

  it('shows every payload of pasted data as a text, in the preview and in the snippet', async () => {
    const rounds = selectRounds(shown.length, 45);
    const texts = [fillMarkers(whole), ...rounds.map((round) => fillRound(whole, shown, round).data)];
    const {checked, snippets} = await runIn(
      engine,
      '',
      'tryPastedData',
      '/free/builder/index.html',
      texts.map((data) => JSON.stringify(data)),
    );
    counts.builds += checked;
    const [harmless, ...others] = snippets.map(layersOf);
    const expected = harmless.map((layer) => shownIn(textOf(layer), whole));
    others.forEach((layers, n) => {
      assert.deepEqual(layers.map(skeletonOf), harmless.map(skeletonOf));
      const {at} = fillRound(whole, shown, rounds[n]);
      layers.forEach((layer, k) => {
        const text = even(textOf(layer));
        for (const i of expected[k]) assert.ok(text.includes(even(at(i))), `${whole.texts[i].field}: ${at(i)}`);
      });
    });
  });
}

const layersOf = (html) => {
  const tree = parseFragment(html);
  return [named(tree, 'template')[0].content, tree];
};

const skeletonOf = (node) =>
  [...nodesOf(node)]
    .filter(({attrs}) => attrs)
    .map(({nodeName, attrs}) => [nodeName, ...attrs.map(({name}) => name)].join(' '));

/** What may stand in a snippet, by its form. */
function checkSnippet(snippet, form) {
  const tree = parseFragment(snippet);
  const known = {
    prerendered: ['style', 'summit-fact-box', 'script'],
    script: ['script', 'style', 'summit-fact-box'],
    frame: ['iframe'],
  }[form];
  const [block, ...more] = tree.childNodes;
  // A reason stands there instead of a snippet.
  if (!block) return;
  assert.deepEqual([block.nodeName, more], ['div', []], snippet);
  const names = block.childNodes.map(({nodeName}) => nodeName).filter((name) => name !== '#text');
  for (const name of names) assert.ok(known.includes(name), snippet);
  for (const node of nodesOf(tree)) {
    for (const {name, value} of node.attrs ?? []) {
      assert.doesNotMatch(name, /^on|^style$|^srcdoc$/, snippet);
      if (name === 'href' || (name === 'src' && node.nodeName !== 'summit-fact-box'))
        assert.match(value, /^(?:https?:|\/(?!\/)|[?#.]|[^:]*$)/i, snippet);
    }
  }
}

function pastedSnippets(engine) {
  it('have nothing but what was pasted in them', async () => {
    const files = {base: '/embed/', integrity: {}};
    const all = selectRounds(payloads.length, 5);
    for (let from = 0; from < all.length; from += 40) {
      const parts = [];
      const headings = [];
      for (const [n, round] of all.slice(from, from + 40).entries()) {
        const at = (i) => payloads[(i * 11 + round) % payloads.length];
        const names = ['heading', 'policy-url', 'feedback-url', 'lang', 'scheme', 'heading-level', 'facts'];
        const attributes = Object.fromEntries(names.map((name, i) => [name, at(i)]));
        const request = {element: 'fact-box', attributes, files, title: at(8), nonce: at(9)};
        const box =
          n % 4 === 0 &&
          (await prerender('fact-box', {data: whole.summit, attributes, nonce: at(9), now: new Date(0)}));
        parts.push(
          `<div class="pasted">${box ? prerenderedSnippet({...request, box, script: files}) : n % 4 === 1 ? frameSnippet({...request, resizer: true}) : scriptSnippet({...request, link: `/?${encodeURIComponent(at(10).replaceAll(/\p{Cs}/gu, ''))}`})}</div>`,
        );
        headings.push(n % 4 === 1 ? null : at(0));
      }
      await runIn(engine, parts.join('\n'), 'tryPasted', headings);
      counts.snippets += parts.length;
    }
  });
}

inChromium('payloads in pages', (engine) => {
  describe('pasted', () => pastedSnippets(engine));
  describe('the page for frames', () => framePage(engine));
  describe('the builder', () => builderPage(engine));
});
