// @ts-check
/**
 * What a snippet meets on its way to a reader. A system either stores an article, and the page of that is then read with and
 * without script; or it shows the article in a page of its own, which needs script.
 *
 * @typedef {object} Tools
 * @property {Awaited<ReturnType<typeof import('../support/page-server.mjs').startPages>>} pages
 * @property {import('puppeteer-core').Page} editorPage
 * @property {import('puppeteer-core').Page} pluginPage
 * @property {string} pageScript The script that the page loads for its own boxes.
 *
 * @typedef {string | {html: string, head: string}} Stored
 *
 * @typedef {object} System
 * @property {string} name
 * @property {(snippets: string[], tools: Tools) => Stored | Promise<Stored>} [store] The HTML of the article with the snippets in it.
 * @property {(html: string, tools: Tools) => Promise<import('puppeteer-core').Page>} [show] Opens a page that shows the article.
 */
import {evaluate} from '@mdx-js/mdx';
import {autop} from '@wordpress/autop';
import {build} from 'esbuild';
import MarkdownIt from 'markdown-it';
import {Marked} from 'marked';
import {createElement} from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import {renderToStaticMarkup, renderToString} from 'react-dom/server';
import {PAUSE, watchPage} from '../support/page-server.mjs';
import {editors} from './editor-page.mjs';
import {saveWithPlugin} from './plugin-page.mjs';
import {Article} from './react-article.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {(snippets: string[]) => string} Write
 */

/**
 * The article as an editor of a site writes it.
 *
 * @type {Write}
 */
export const inHtml = ([first, second]) => `<p>Before.</p>\n${first}\n<p>Between.</p>\n${second}\n<p>After.</p>\n`;

/** @type {Write} */
const afterBlankLine = ([first, second]) => `Before.\n\n${first}\n\nBetween.\n\n${second}\n\nAfter.\n`;
/** @type {Write} */
const afterText = ([first, second]) => `Before.\n${first}\n\nBetween.\n${second}\n\nAfter.\n`;
const inItem = (/** @type {string} */ snippet) => `- Item\n\n  ${snippet.replaceAll('\n', '\n  ')}\n`;
/** @type {Write} */
const inList = ([first = '', second = '']) => `Before.\n\n${inItem(first)}\nBetween.\n\n${inItem(second)}\nAfter.\n`;

const markdownIt = new MarkdownIt({html: true});
const marked = new Marked();

/**
 * Markdown engines, each with the places in a text where a snippet is pasted.
 *
 * @param {string} engine
 * @param {(text: string) => string | Promise<string>} render
 * @returns {System[]}
 */
function inMarkdown(engine, render) {
  return [
    {name: `${engine}, after a blank line`, store: (snippets) => render(afterBlankLine(snippets))},
    {name: `${engine}, after a line of text`, store: (snippets) => render(afterText(snippets))},
    {name: `${engine}, in a list item`, store: (snippets) => render(inList(snippets))},
  ];
}

/** @param {string} source */
async function renderMdx(source) {
  const {default: Content} = await evaluate(source, jsxRuntime);
  return renderToStaticMarkup(createElement(Content));
}

/** @type {(name: string, save: (page: Page, html: string) => Promise<string>) => System} */
const editor = (name, save) => ({name, store: (snippets, {editorPage}) => save(editorPage, inHtml(snippets))});

/** @type {(name: string, editorName: import('./plugin-page.mjs').EditorName) => System} */
const withPlugin = (name, editorName) => ({
  name,
  store: (snippets, {pluginPage}) => saveWithPlugin(editorName)(pluginPage, inHtml(snippets)),
});

/**
 * Editors and Markdown engines: what they save is printed into a page.
 *
 * @type {System[]}
 */
const stored = [
  {name: 'a page as it is written', store: inHtml},
  editor('CKEditor 5', editors.ckeditor),
  editor('CKEditor 5, General HTML Support', editors.ckeditorWithEveryTag),
  {
    name: 'CKEditor 5, HTML embed',
    store: (snippets, {editorPage}) =>
      editors.ckeditorWithHtmlEmbed(
        editorPage,
        inHtml(snippets.map((html) => `<div class="raw-html-embed">${html}</div>`)),
      ),
  },
  withPlugin('CKEditor 5, our plugin', 'ckeditor'),
  editor('TinyMCE', editors.tinymce),
  editor('TinyMCE, all elements valid', editors.tinymceWithEveryTag),
  editor('TinyMCE, custom_elements', editors.tinymceWithCustomElements),
  editor('TinyMCE, set up for boxes', editors.tinymceForBoxes),
  withPlugin('TinyMCE, our plugin', 'tinymce'),
  editor('Quill', editors.quill),
  editor('Trix', editors.trix),
  {name: 'WordPress, paragraphs of the classic editor', store: (snippets) => autop(afterBlankLine(snippets))},
  ...inMarkdown('markdown-it', (text) => markdownIt.render(text)),
  {name: 'markdown-it, raw HTML off', store: (snippets) => new MarkdownIt().render(afterBlankLine(snippets))},
  ...inMarkdown('marked', (text) => marked.parse(text)),
  {name: 'MDX, after a blank line', store: (snippets) => renderMdx(afterBlankLine(snippets))},
  {name: 'MDX, in a list item', store: (snippets) => renderMdx(inList(snippets))},
];

/**
 * Filters and optimizers change the HTML of an article on its way.
 *
 * @type {System[]}
 */
const changed = [
  {name: 'a paragraph around the snippet', store: (snippets) => inHtml(snippets.map((html) => `<p>${html}</p>`))},
  {
    name: 'an editor that empties templates',
    store: (snippets) => inHtml(snippets).replaceAll(/(<template\b[^>]*>).*?(<\/template>)/gs, '$1$2'),
  },
  {
    name: 'an editor that drops attributes of unknown tags',
    store: (snippets) => inHtml(snippets).replaceAll(/<(summit-[a-z-]+)\b[^>]*>/g, '<$1>'),
  },
  {
    name: 'an optimizer that moves styles to the head',
    store(snippets) {
      /** @type {string[]} */
      const styles = [];
      const rest = inHtml(snippets).replaceAll(/<style\b.*?<\/style>/gs, (style) => {
        styles.push(style);
        return '';
      });
      return {head: styles.join(''), html: rest};
    },
  },
];

const page = async (/** @type {Tools['pages']} */ pages, /** @type {string} */ html) =>
  (await pages.open(hostPage(html), {strict: false, prepare: [watchPage]})).page;

/**
 * An article in a page of a site, whose headings and paragraphs are not ours.
 *
 * @param {string} article
 */
export function hostPage(article, head = '') {
  return `<head>${head}</head><body><h1 class="host">Story</h1><p class="host">First.</p><main>${article}</main><h2 class="host">More</h2><p class="host">Last.</p></body>`;
}

const asJson = (/** @type {string} */ text) => JSON.stringify(text).replaceAll('<', String.raw`\u003c`);
const textIn = (/** @type {string} */ text) => `<script>window.article = ${asJson(text)};</script>`;

/** @type {ReturnType<typeof bundleReact> | undefined} */
let bundle;

/** The React application of the page, as a bundler of a site makes it. */
async function reactScript() {
  bundle ??= bundleReact();
  const {outputFiles} = await bundle;
  return outputFiles[0]?.text ?? '';
}

function bundleReact() {
  return build({
    entryPoints: ['test/world/react-article.mjs'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    define: {'process.env.NODE_ENV': '"production"'},
  });
}

/**
 * Puts the pause into the middle of a part of the article, or of the whole article if there is no such part.
 *
 * @param {string} html
 * @param {string} startText
 * @param {string} endText
 */
function pauseWithin(html, startText, endText) {
  const start = Math.max(html.indexOf(startText), 0);
  const end = html.indexOf(endText, start);
  const middle = html.indexOf('<', (start + (end < 0 ? html.length : end)) / 2);
  return `${html.slice(0, middle)}${PAUSE}${html.slice(middle)}`;
}

/**
 * Opens a page whose script runs while the server has not sent the rest of the article.
 *
 * @param {string} article
 * @param {Tools} tools
 */
async function showStreamed(article, {pages, pageScript}) {
  /** @type {(value?: unknown) => void} */
  let sendRest = () => undefined;
  /** @type {Promise<unknown>} */
  const pause = new Promise((resolve) => {
    sendRest = resolve;
  });
  const head = pageScript.replace(' type', ' async type');
  const path = pages.add(hostPage(article, head), {strict: false, pause: () => pause});
  const {page: tab} = await pages.visit(path, {prepare: [watchPage], until: []});
  await tab.evaluate(() => window.watch.until(() => customElements.get('summit-fact-box')));
  sendRest();
  await tab.evaluate(() => window.watch.until(() => document.readyState === 'complete'));
  return tab;
}

/**
 * Scripts that bring an article into a page.
 *
 * @type {System[]}
 */
const shown = [
  {
    name: 'innerHTML',
    async show(html, {pages, pageScript}) {
      const tab = await page(pages, pageScript);
      await tab.evaluate((text) => {
        /** @type {Element} */ (document.querySelector('main')).innerHTML = text;
      }, html);
      return tab;
    },
  },
  {
    name: 'a copy of the article, before the script runs',
    async show(html, {pages, pageScript}) {
      const copy = `<script>{const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true));}</script>`;
      return page(pages, `${html}</main>${copy}${pageScript}<main>`);
    },
  },
  {
    name: 'a copy of the article, after the script has run',
    async show(html, {pages, pageScript}) {
      const tab = await page(pages, `${html}${pageScript}`);
      await tab.evaluate(() => {
        const main = /** @type {Element} */ (document.querySelector('main'));
        main.replaceWith(main.cloneNode(true));
      });
      return tab;
    },
  },
  {
    name: 'a consent tool that adds the script again as a classic script',
    async show(html, {pages}) {
      const address = /<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>/.exec(html)?.[1];
      const tab = await page(pages, html.replaceAll(/<script\b.*?<\/script>/gs, ''));
      if (address) await tab.addScriptTag({url: address});
      // Names that minifiers give: a classic script must leave them to the page.
      await tab.addScriptTag({content: 'let t = 1, e = 2, i = 3, n = 4; window.pageScriptRan = t + e + i + n === 10;'});
      await tab.evaluate(() => {
        if (!window.pageScriptRan) window.watch.errors.push('The script of the page did not run.');
      });
      return tab;
    },
  },
  {
    name: 'a module script in the head that runs before the box arrives',
    show: (html, tools) => showStreamed(`${PAUSE}${html}`, tools),
  },
  {
    name: 'a module script in the head that runs when half of the shadow root is there',
    show: (html, tools) => showStreamed(pauseWithin(html, '<template', '</template>'), tools),
  },
  {
    name: 'a module script in the head that runs when half of the plain layer is there',
    show: (html, tools) => showStreamed(pauseWithin(html, '<section dir', '</section></summit'), tools),
  },
  {
    name: 'Turbo Drive',
    async show(html, {pages}) {
      const turbo = '<script src="/packages/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>';
      const next = pages.add(hostPage(html, turbo), {strict: false});
      const {page: tab} = await pages.open(hostPage(`<a href="${next}">Next</a>`, turbo), {
        strict: false,
        prepare: [watchPage],
      });
      await tab.click('main a');
      await tab.evaluate(
        (path) =>
          window.watch.until(() => location.pathname === path && !document.querySelector('main > a[href^="/page"]')),
        next,
      );
      return tab;
    },
  },
  {
    name: 'htmx',
    async show(html, {pages}) {
      pages.put('/part', html, {type: 'text/html'});
      const htmx = '<script src="/packages/htmx.org/dist/htmx.min.js"></script>';
      const {page: tab} = await pages.open(hostPage(`<button hx-get="/part" hx-target="main">More</button>`, htmx), {
        strict: false,
        prepare: [watchPage],
      });
      await tab.click('button');
      await tab.evaluate(() => window.watch.until(() => !document.querySelector('button')));
      return tab;
    },
  },
  {
    name: 'jQuery',
    async show(html, {pages}) {
      const tab = await page(pages, '<script src="/packages/jquery/dist/jquery.min.js"></script>');
      await tab.evaluate((text) => {
        window.$('main').html(text);
      }, html);
      await tab.evaluate(() => {
        if (typeof window.$ !== 'function' || window.$ !== window.jQuery)
          window.watch.errors.push('$ is not jQuery any more.');
      });
      return tab;
    },
  },
  {
    name: 'React, rendered on the server',
    async show(html, {pages, pageScript}) {
      pages.put('/react.js', await reactScript());
      const markup = renderToString(createElement(Article, {html}));
      const scripts = `${textIn(html)}<script src="/react.js"></script>`;
      const tab = await page(pages, `<div id="app">${markup}</div>${scripts}${pageScript}`);
      await tab.evaluate(() => {
        window.hydrateArticle(/** @type {Element} */ (document.querySelector('#app')), window.article);
      });
      await tab.evaluate(() => {
        window.watch.errors.push(...window.recovered);
      });
      return tab;
    },
  },
  {
    name: 'React, rendered in the browser',
    async show(html, {pages, pageScript}) {
      pages.put('/react.js', await reactScript());
      const tab = await page(
        pages,
        `<div id="app"></div>${textIn(html)}<script src="/react.js"></script>${pageScript}`,
      );
      await tab.evaluate(() => {
        window.renderArticle(/** @type {Element} */ (document.querySelector('#app')), window.article);
      });
      await tab.evaluate(() => window.watch.until(() => document.querySelector('#app article')));
      return tab;
    },
  },
];

/** @type {System[]} */
export const systems = [...stored, ...changed, ...shown];
