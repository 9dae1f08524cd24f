/**
 * Snippets on their way through editors, Markdown engines, routers and libraries. The table in expected.mjs says what a reader gets
 * in the end; systems.mjs has the systems.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {parseFragment} from 'parse5';
import {parse} from 'yaml';
import {startPages, watchPage} from '../support/page-server.mjs';
import {claimsIn, claimsOf, textOf} from '../support/prerendered.mjs';
import {editorHtml} from './editor-page.mjs';
import {expected} from './expected.mjs';
import {LINK_PATH, pageScript, snippetsOf, SRC} from './forms.mjs';
import {pluginFolders, pluginHtml} from './plugin-page.mjs';
import {nameOutcome, readerSees, touchBoxes} from './reader-sees.mjs';
import {hostPage, inHtml, systems} from './systems.mjs';
import {table} from './table.mjs';

const summit = parse(readFileSync('templates/starter.yaml', 'utf8'));
const claims = claimsOf({name: 'starter', lang: 'en', summit, options: {}});
const titles = [summit.views.facts.title, summit.views.comparison.title];

/** What the page shows around the article, and the article around the boxes. */
const ownTexts = ['Story', 'First.', 'Before.', 'Between.', 'After.', 'More', 'Last.'];

/** Tall enough for frames that load when they are near. */
const viewport = {width: 800, height: 4000};

/** Ends a page that never becomes ready, in milliseconds; a busy machine needs a few seconds. */
const timeout = 60_000;

let pages;
let desk;
let editorPage;
let pluginPage;
let shown;
let usualStyles;
let count = 0;

before(async () => {
  const folders = {'/packages': 'test/world/node_modules'};
  pages = await startPages({folders, files: {[SRC]: JSON.stringify(summit)}});
  desk = await startPages({folders: pluginFolders});
  ({page: editorPage} = await desk.open(editorHtml, {strict: false}));
  ({page: pluginPage} = await desk.open(pluginHtml, {strict: false}));
  const plain = await snippetsOf('plain');
  shown = {
    claims,
    titles,
    linkPaths: titles.map(() => LINK_PATH),
    expected: plain.flatMap((html) => claimsIn(textOf(parseFragment(html)), claims)),
  };
  const {page} = await pages.open(hostPage(''), {strict: false});
  usualStyles = await page.evaluate(readHostStyles);
});

afterEach(() => pages.leave());

after(async () => {
  await pages?.close();
  await desk?.close();
});

it('the article shows each claim of the two boxes', () => {
  assert.deepEqual(new Set(shown.expected), new Set(claims.map(({id}) => id)));
});

it('the table has an entry for each system', () => {
  assert.deepEqual(
    Object.keys(expected),
    systems.map(({name}) => name),
  );
});

for (const {name, store, show} of systems) {
  describe(name, () => {
    for (const [form, outcome] of Object.entries(expected[name] ?? {})) {
      const [withoutScript, withScript = withoutScript] = [outcome].flat();
      const title =
        withScript === withoutScript ? withScript : `${withoutScript} without script, ${withScript} with script`;

      it(`${form}: ${title}`, {timeout}, async () => {
        const snippets = await snippetsOf(form);
        const tools = {pages, editorPage, pluginPage, pageScript: pageScript(form)};
        if (show) {
          check(await read(await show(inHtml(snippets), tools), true), withScript, 'with script');
          return;
        }
        if (outcome === 'refused') {
          await assert.rejects(async () => store(snippets, tools));
          return;
        }
        const stored = await store(snippets, tools);
        const {html, head = ''} = typeof stored === 'string' ? {html: stored} : stored;
        check(await readArticle(html, head, false), withoutScript, 'without script', html);
        check(await readArticle(html, head + tools.pageScript, true), withScript, 'with a script of the page', html);
        if (html.includes('<script'))
          check(await readArticle(html, head, true), withScript, 'with the script of the snippet', html);
      });
    }
  });
}

/**
 * @param {string | string[]} found Two outcomes where a touch changes something.
 * @param {string} wanted
 * @param {string} situation
 * @param {string} [html] The article as the system saved it.
 */
function check(found, wanted, situation, html = '') {
  const outcomes = [found].flat();
  assert.ok(
    outcomes.every((outcome) => outcome === wanted),
    `${situation}: ${outcomes.join('; after a touch: ')}; expected: ${wanted}\n${html.slice(0, 400)}`,
  );
}

/**
 * Opens the page of an article and tells what a reader gets. The page is in a folder, and the editor is not: an address that an
 * editor has made relative leads nowhere.
 */
async function readArticle(html, head, script) {
  count += 1;
  const path = `/2031/05/story-${count}`;
  pages.put(
    path,
    `<!doctype html><html lang="en"><title>Story</title><link rel="icon" href="/icon.svg">${hostPage(html, head)}`,
    {
      type: 'text/html',
    },
  );
  const {page} = await pages.visit(path, {prepare: script ? [watchPage] : [], script, viewport});
  return read(page, script);
}

/** What a reader gets from a page, in the words of the table, before and after the mouse has been over the boxes. */
async function read(page, script) {
  const first = await readOnce(page, script);
  if (!script) return first;
  await touchBoxes(page);
  const second = await readOnce(page, script);
  return second === first ? first : [first, second];
}

/** The outcome, and each fault of the page. */
async function readOnce(page, script) {
  const seen = await readerSees(page, script);
  const faults = ownTexts
    .filter((text) => seen.text.split(text).length !== 2)
    .map((text) => `“${text}” is not there once`);
  if (JSON.stringify(await page.evaluate(readHostStyles)) !== JSON.stringify(usualStyles))
    faults.push('other styles of the page');
  if (script) {
    const {events, errors} = await page.evaluate(() => window.watch);
    faults.push(
      ...events.filter(({type}) => type === 'summit-error').map(({code}) => `summit-error ${code}`),
      ...errors,
    );
  }
  return [nameOutcome(seen, shown), ...faults].join(', ');
}

/** In a page: how its own headings and paragraphs look. */
function readHostStyles() {
  return [...document.querySelectorAll('.host')].map((element) => {
    const {color, fontFamily, fontSize, fontWeight, margin} = getComputedStyle(element);
    return {color, fontFamily, fontSize, fontWeight, margin};
  });
}

describe('docs/embedding.md', () => {
  it('has this table', () => {
    const [, told] =
      /<!-- world: node test\/world\/table\.mjs -->\n([^]*?)\n<!-- \/world -->/.exec(
        readFileSync('docs/embedding.md', 'utf8'),
      ) ?? [];
    assert.equal(told, table);
  });
});
