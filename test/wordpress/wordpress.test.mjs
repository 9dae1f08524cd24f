// @ts-check
/**
 * Boxes in WordPress: each role posts them in each form, then an author changes only the title. expected.mjs says what a
 * reader gets.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {parseFragment} from 'parse5';
import {parse} from 'yaml';
import {hasApt} from '../../tools/browsers/find-browser.mjs';
import {missingForWordpress, wordpressPackages} from '../../tools/servers/wordpress.mjs';
import {sharedBrowser} from '../support/browser.mjs';
import {claimsIn, claimsOf, textOf} from '../support/prerendered.mjs';
import {LINK_PATH, snippetsOf, SRC} from '../world/forms.mjs';
import {nameOutcome, readerSees, touchBoxes} from '../world/reader-sees.mjs';
import {expected} from './expected.mjs';
import {formNames, renderBoxes, roles, writeArticle} from './forms.mjs';
import {startSite} from './site.mjs';
import {table} from './table.mjs';

const missing = missingForWordpress();
// Where the runner could have installed it, a missing program is an error.
const isRequired = Boolean(process.env.CI) && (await hasApt());
const skip = missing && !isRequired ? `${missing} is missing (${wordpressPackages.join(', ')})` : false;
if (skip) console.log(`The WordPress suite is skipped: ${skip}.`);

const summit = parse(readFileSync('templates/starter.yaml', 'utf8'));
const claims = claimsOf({name: 'starter', lang: 'en', summit, options: {}});
const titles = [summit.views.facts.title, summit.views.comparison.title];

/** A phone; tall enough for frames that load when they are near. */
const viewport = {width: 400, height: 4000};

describe('WordPress', {skip}, () => {
  /** @type {import('./site.mjs').Site} */
  let site;
  /** @type {import('puppeteer-core').BrowserContext} */
  let context;
  /** @type {Parameters<typeof nameOutcome>[1]} */
  let shown;
  /** @type {{url: string, id: number}[]} */
  let files;
  /** The post of each form and role, after an author has saved it. @type {Map<string, number>} */
  const posts = new Map();

  before(async () => {
    assert.equal(missing, undefined);
    site = await startSite({[SRC.slice(1)]: JSON.stringify(summit)});
    context = await (await sharedBrowser()).createBrowserContext();
    const plain = await snippetsOf('plain');
    shown = {
      claims,
      titles,
      linkPath: LINK_PATH,
      expected: plain.flatMap((html) => claimsIn(textOf(parseFragment(html)), claims)),
    };
    // Authors may upload text, not HTML.
    files = await site.run(
      ...(await renderBoxes()).map((body, index) => ({do: 'upload', as: 'author', name: `box-${index}.txt`, body})),
    );
  });

  after(async () => {
    await context?.close();
    await site?.close();
  });

  /**
   * Opens a page of the site.
   *
   * @param {string} query
   * @param {boolean} script Whether scripts run.
   * @param {(page: import('puppeteer-core').Page) => Promise<unknown>} use
   */
  async function visit(query, script, use) {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    try {
      await page.setViewport(viewport);
      await page.setJavaScriptEnabled(script);
      await page.goto(`${site.origin}/?${query}`, {waitUntil: 'load'});
      const result = await use(page);
      assert.deepEqual(errors, []);
      return result;
    } finally {
      await page.close();
    }
  }

  /** What a reader gets, in the words of the table: before and after the mouse has been over the boxes. */
  async function readPost(/** @type {number} */ id, script = false) {
    return visit(`p=${id}`, script, async (page) => {
      const first = await describePage(page, script);
      if (!script) return first;
      await touchBoxes(page);
      const second = await describePage(page, script);
      return second === first ? first : `${first}; after a touch: ${second}`;
    });
  }

  async function describePage(/** @type {import('puppeteer-core').Page} */ page, /** @type {boolean} */ script) {
    const seen = await readerSees(page, script);
    const faults = ['Before.', 'Between.', 'After.']
      .filter((text) => seen.text.split(text).length !== 2)
      .map((text) => `“${text}” is not there once`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push('scrolls sideways');
    const count = `${claimsIn(seen.text, claims).length} : ${shown.expected.length}`;
    return [`${count} ${nameOutcome(seen, shown)}`, ...faults].join(', ');
  }

  async function readOutcome(/** @type {number} */ id) {
    const [withoutScript, withScript] = await Promise.all([readPost(id, false), readPost(id, true)]);
    return withoutScript === withScript ? withScript : [withoutScript, withScript];
  }

  for (const form of formNames) {
    for (const role of roles) {
      const entry = expected[form][role];
      it(`${form}, ${role}: ${JSON.stringify(entry)}`, async () => {
        const content = await writeArticle(form, files);
        const [id] = await site.run({do: 'post', as: role, title: 'Story', content});
        const [before] = await site.run({do: 'stored', id});
        const posted = await readOutcome(id);
        const [status, saved] = await site.run({do: 'retitle', as: 'author', id, title: 'News'}, {do: 'stored', id});
        assert.equal(status, 200);
        posts.set(`${form}, ${role}`, id);
        const result = saved === before ? posted : {posted, saved: await readOutcome(id)};
        assert.deepEqual(result, entry, saved.slice(0, 600));
        // What the plugin prints isn't part of the post.
        if (form === 'shortcode' || form === 'block') assert.equal(saved, content);
      });
    }
  }
});

it('docs/wordpress.md has this table', () => {
  const text = readFileSync('docs/wordpress.md', 'utf8');
  const [, told] =
    /<!-- wordpress: node test\/wordpress\/table\.mjs -->\n([^]*?)\n<!-- \/wordpress -->/.exec(text) ?? [];
  assert.equal(told, table);
});
