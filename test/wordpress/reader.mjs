// @ts-check
/** Reads pages of a site as a reader does, and says what is there in the words of the table. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {parseFragment} from 'parse5';
import {parse} from 'yaml';
import {sharedBrowser} from '../support/browser.mjs';
import {claimsIn, claimsOf, textOf} from '../support/prerendered.mjs';
import {snippetsOf} from '../world/forms.mjs';
import {nameOutcome, readerSees, touchBoxes} from '../world/reader-sees.mjs';

/** The data of the two boxes. */
export const summit = parse(readFileSync('templates/starter.yaml', 'utf8'));
export const claims = claimsOf({name: 'starter', lang: 'en', summit, options: {}});
export const titles = [summit.views.facts.title, summit.views.comparison.title];

/** The claims of the two boxes, in the order in which they show them. */
async function shownClaims() {
  const plain = await snippetsOf('plain');
  return plain.flatMap((html) => claimsIn(textOf(parseFragment(html)), claims));
}

/** A phone; tall enough for frames that load when they are near. */
const phone = {width: 400, height: 4000};

/**
 * @typedef {object} VisitOptions
 * @property {boolean} [script] Whether scripts run. Default: false.
 * @property {{width: number, height: number}} [viewport] Default: a phone.
 *
 * @typedef {Awaited<ReturnType<typeof startReader>>} Reader
 */

/** @param {string} origin Of the site. */
export async function startReader(origin) {
  const context = await (await sharedBrowser()).createBrowserContext();
  const expected = await shownClaims();

  /**
   * Opens a page of the site.
   *
   * @template T
   * @param {string} query
   * @param {VisitOptions} options
   * @param {(page: import('puppeteer-core').Page) => Promise<T>} use
   */
  async function visit(query, {script = false, viewport = phone}, use) {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    try {
      await page.setViewport(viewport);
      await page.setJavaScriptEnabled(script);
      await page.goto(`${origin}/?${query}`, {waitUntil: 'load'});
      const result = await use(page);
      assert.deepEqual(errors, []);
      return result;
    } finally {
      await page.close();
    }
  }

  /**
   * @param {import('puppeteer-core').Page} page
   * @param {boolean} script Whether scripts run.
   * @param {readonly string[]} linkPaths Where links to the boxes lead.
   */
  async function describePage(page, script, linkPaths) {
    const seen = await readerSees(page, script);
    const problems = ['Before.', 'Between.', 'After.']
      .filter((text) => seen.text.split(text).length !== 2)
      .map((text) => `“${text}” is not there once`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) problems.push('scrolls sideways');
    const count = `${claimsIn(seen.text, claims).length} : ${expected.length}`;
    return [`${count} ${nameOutcome(seen, {claims, titles, expected, linkPaths})}`, ...problems].join(', ');
  }

  /**
   * What a reader gets of a post, in the words of the table: before and after the mouse has been over the boxes.
   *
   * @param {number} id
   * @param {readonly string[]} linkPaths
   * @param {VisitOptions} options
   */
  function readPost(id, linkPaths, {script = false, viewport}) {
    return visit(`p=${id}`, {script, viewport}, async (page) => {
      const first = await describePage(page, script, linkPaths);
      if (!script) return first;
      await touchBoxes(page);
      const second = await describePage(page, script, linkPaths);
      return second === first ? first : `${first}; after a touch: ${second}`;
    });
  }

  return {
    context,
    expected,
    visit,
    describePage,
    /**
     * What a reader gets, without and with script.
     *
     * @param {number} id Of the post.
     * @param {readonly string[]} linkPaths
     * @param {{width: number, height: number}} [viewport]
     * @returns {Promise<import('./expected.mjs').Outcome>}
     */
    async readOutcome(id, linkPaths, viewport) {
      const [withoutScript, withScript] = await Promise.all(
        [false, true].map((script) => readPost(id, linkPaths, {script, viewport})),
      );
      return withoutScript === withScript ? `${withScript}` : [`${withoutScript}`, `${withScript}`];
    },
    close: () => context.close(),
  };
}
