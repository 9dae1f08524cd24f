/**
 * Opens every story and every page of documentation of the built Storybook.
 *
 * A story shows what it should, logs no error, asks no other origin, passes axe and fits its column, on a light page from
 * left to right and on a dark one from right to left. A page of documentation passes axe, fits windows of 1200 and 320 px,
 * shows its whole Markdown file and has no dead link.
 *
 *   npm run test:all -- stories           all of them
 *   npm run test:all -- stories/fact-box  those with this in their id
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {checkDocsPage, findDeadLinks} from './check-docs-page.mjs';
import {checkStory} from './check-story.mjs';
import {readEntries, serveStorybook} from './storybook.mjs';

const word = process.env['SUMMIT_TEST_WORD'] ?? '';
const entries = readEntries();
const wanted = Object.values(entries).filter(({id}) => id.includes(word));
const docs = wanted.filter(({type}) => type === 'docs');

/** Opens two entries at a time: one loads while axe looks at the other one. */
const concurrency = 2;

let storybook;

before(async () => {
  storybook = await serveStorybook();
});

after(() => storybook?.close());

describe('stories', {concurrency}, () => {
  for (const entry of wanted.filter(({type}) => type === 'story')) {
    it(entry.id, async () => {
      assert.deepEqual(await storybook.open(entry, (page, log) => checkStory(page, entry, log)), []);
    });
  }
});

describe('pages of documentation', () => {
  /** Links and ids of each page, by its id. */
  const site = new Map();

  describe('each', {concurrency}, () => {
    for (const entry of docs) {
      it(entry.id, async () => {
        const {problems, targets} = await storybook.open(entry, (page, log) => checkDocsPage(page, entry, log));
        site.set(entry.id, targets);
        assert.deepEqual(problems, []);
      });
    }
  });

  it('have no dead link', {skip: docs.length === 0}, async () => {
    assert.deepEqual(await findDeadLinks(site, entries, storybook.origin), []);
  });
});
