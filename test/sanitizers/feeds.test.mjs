/**
 * The plain layer in feeds: an RSS item, what converters with a short list of tags make of it, and a reader view of
 * that. Every statement is there as often as before, in order, with its certainty and its speakers.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {JSDOM} from 'jsdom';
import {parseFragment} from 'parse5';
import sanitizeHtml from 'sanitize-html';
import {builtBox} from '../delivery/built-box.mjs';
import {claimsIn, claimsOf, ELEMENTS, summits, textOf} from '../support/prerendered.mjs';
import {articlePage, readerView} from './sanitizers.mjs';

/** Tags that converters for news apps keep; of tables, one keeps all and the other nothing. */
const TAGS = ['p', 'h3', 'ul', 'li', 'b', 'a'];
const TABLE_TAGS = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

/** @type {Record<string, (html: string) => string>} */
const converters = {
  'a converter that keeps tables': (html) =>
    sanitizeHtml(html, {allowedTags: [...TAGS, ...TABLE_TAGS], allowedAttributes: {a: ['href']}}),
  'a converter that drops tables': (html) => sanitizeHtml(html, {allowedTags: TAGS, allowedAttributes: {a: ['href']}}),
};

/**
 * The words that a reader sees: blocks are apart, inline tags aren't.
 *
 * @param {string} html
 */
const wordsIn = (html) =>
  textOf(parseFragment(html.replaceAll(/(?=<\/?(?:section|p|h3|[uod]l|li|d[td]|table|thead|tbody|t[rhd])\b)/g, ' ')))
    .split(/\s+/)
    .filter(Boolean);

/**
 * The content of an item, as a feed reader gets it.
 *
 * @param {string} content As XML.
 */
function readItem(content) {
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Paper</title>
<item><title>Talks</title><link>https://paper.example/talks</link><content:encoded>${content}</content:encoded></item></channel></rss>`;
  const {document} = new JSDOM(feed, {contentType: 'text/xml'}).window;
  return document.getElementsByTagName('content:encoded')[0]?.textContent;
}

for (const summit of summits) {
  const all = claimsOf(summit);

  for (const element of ELEMENTS) {
    describe(`the plain layer of a ${element} about ${summit.name}`, () => {
      it('is the same in an RSS item, in a CDATA section or escaped', async () => {
        const plain = await builtBox(element, summit, 'plain');
        assert.equal(readItem(`<![CDATA[${plain}]]>`), plain);
        assert.equal(readItem(plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;')), plain);
      });

      for (const [name, convert] of Object.entries(converters)) {
        it(`reads the same after ${name}, and in a reader view of that`, async () => {
          const plain = await builtBox(element, summit, 'plain');
          const claims = claimsIn(textOf(parseFragment(plain)), all);
          assert.ok(claims.length > 2);
          const converted = convert(plain);
          // No words run together where tags were.
          assert.deepEqual(wordsIn(converted), wordsIn(plain));
          assert.deepEqual(claimsIn(textOf(parseFragment(converted)), all), claims);
          const view = readerView(articlePage(converted, summit.lang));
          assert.deepEqual(claimsIn(textOf(parseFragment(view)), all), claims);
        });
      }
    });
  }
}
