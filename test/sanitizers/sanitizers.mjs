// @ts-check
/**
 * What content systems and reader views do to a piece of HTML, with the libraries that they use.
 */
import {Readability} from '@mozilla/readability';
import createDOMPurify from 'dompurify';
import {JSDOM} from 'jsdom';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import sanitizeHtml from 'sanitize-html';
import {unified} from 'unified';
import {wordpressKses} from './wordpress-kses.mjs';

const purify = createDOMPurify(new JSDOM('').window);

const markdown = unified()
  .use(remarkParse)
  .use(remarkRehype, {allowDangerousHtml: true})
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStringify);

/**
 * Those that take a snippet as it is; every one with the settings it comes with.
 *
 * @type {Record<string, (html: string) => string>}
 */
export const sanitizers = {
  DOMPurify: (html) => purify.sanitize(html),
  'sanitize-html': (html) => sanitizeHtml(html),
  'WordPress kses': wordpressKses,
  'a Markdown pipeline': (html) => String(markdown.processSync(html)),
};

const paragraphs = [
  'The delegations met again on Tuesday behind closed doors, and after nine hours of talks the chair said that the differences, though smaller than a week ago, were not yet settled.',
  'Observers who had waited outside heard little. <a href="/yesterday">As reported yesterday</a>, the two sides had not exchanged drafts before the session, which several of them called unusual, if not unheard of.',
  'In the capital, members of the governing party asked for patience; the opposition, which had called for a pause only last month, kept its silence, apart from one short statement.',
  'Markets took the news calmly. Shares closed slightly lower, bonds hardly moved, and traders said that they had expected no more than a first exchange, with details to follow.',
  'People in the border towns, where the talks are followed closely, said that they would believe in a result when they saw one, and that they had been promised much before.',
  'Several governments offered their help, among them two that had so far kept out of the matter; what such help would consist of, and who would pay for it, was left open.',
  'Diplomats said that the coming week would be spent on the order of the agenda, which is less dull than it sounds, since what is named first has often been settled first.',
  'The last round ended without a text. This time, the chair said, there would be one, even if it were short, and even if it said no more than where the sides agree to differ.',
  'The next session is planned for Thursday, in the same place, and at the same hour; a press conference, the first in this round, has been announced for the evening.',
].map((text) => `<p>${text}</p>`);

/**
 * A page of a news site with a box in the middle of its story.
 *
 * @param {string} box
 */
export function articlePage(box, lang = 'en') {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Talks go into another week | The Paper</title>
<meta property="og:type" content="article"></head><body>
<header class="masthead"><a href="/">The Paper</a><nav><ul><li><a href="/world">World</a></li><li><a href="/money">Money</a></li></ul></nav></header>
<main><article><h1>Talks go into another week</h1><p class="byline">By A. Reporter</p>
<figure><img src="/delegates.jpg" alt="Delegates at a table" width="800" height="450"><figcaption>Delegates on Tuesday.</figcaption></figure>
${paragraphs.slice(0, 4).join('\n')}
${box}
<h2>What the neighbours say</h2>
${paragraphs.slice(4).join('\n')}
</article><aside class="related"><h2>Related</h2><ul><li><a href="/1">Another story</a></li><li><a href="/2">A third one</a></li></ul></aside></main>
<footer class="site-footer"><p>© The Paper</p><a href="/imprint">Imprint</a></footer></body></html>`;
}

/**
 * What a reader view shows of a page; its first and its last paragraph have to be there.
 *
 * @param {string} page
 */
export function readerView(page) {
  const content = new Readability(new JSDOM(page, {url: 'https://paper.example/story'}).window.document).parse()
    ?.content;
  if (!content?.includes('behind closed doors') || !content.includes('for the evening'))
    throw new Error('The story is gone.');
  return content;
}
