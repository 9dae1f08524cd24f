// @ts-check
/**
 * The checks of a page of documentation: axe, overflow in a phone's width and a desktop's, whether its Markdown is complete, where its
 * links lead, and what some pages do.
 */
import {readFileSync} from 'node:fs';
import {anchorsOf, blocksOf, readPage} from '../docs/pages.mjs';
import {axeOptions, KindMemo, findViolations, readKinds, settle} from './storybook.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {ReturnType<typeof readTargets>} Targets
 */

/** Stories on the page are left out: each has a test of its own. */
const stories = '.docs-story';
const content = {include: ['#storybook-docs'], exclude: [stories]};
const kindMemo = new KindMemo();

/** The pages that show a whole Markdown file, by their ids. */
const sources = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('../../stories/.storybook/docs/pages.json', import.meta.url), 'utf8')),
  ).map(([file, id]) => [id, readPage(file)]),
);

/** In a page: its links, the ids that links may name, and how much it has of what its Markdown file has. */
function readTargets() {
  const root = /** @type {HTMLElement} */ (document.querySelector('#storybook-docs'));
  return {
    links: [...root.querySelectorAll('a[href]')]
      .filter((link) => !link.closest('.docs-story'))
      .map((link) => link.getAttribute('href') ?? ''),
    ids: [...root.querySelectorAll('[id]')].map(({id}) => id),
    headings: [...root.querySelectorAll('.sbdocs-content :is(h1, h2, h3, h4)[id]')].map(({id}) => id),
    tables: root.querySelectorAll('.wide table').length,
    codes: root.querySelectorAll('.docblock-source pre').length,
  };
}

/**
 * What a page lacks of its Markdown file.
 *
 * @param {ReturnType<typeof readPage>} source
 * @param {Targets} targets
 */
function compare(source, {headings, tables, codes}) {
  const rows = source.text.replaceAll(/^```[^]*?^```$/gm, '').match(/^\|[-:| ]+\|$/gm)?.length ?? 0;
  /** @type {[string, string | number, string | number][]} */
  const figures = [
    ['headings', anchorsOf(source).join(), headings.join()],
    ['tables', rows, tables],
    ['code blocks', blocksOf(source).length, codes],
  ];
  return figures
    .filter(([, wanted, found]) => wanted !== found)
    .map(([what, wanted, found]) => `${what}: ${source.name} has ${wanted}, the page ${found}`);
}

/**
 * What some pages do, by their ids.
 *
 * @type {Record<string, (page: Page) => Promise<string[]>>}
 */
const actions = {
  // Finds what is typed.
  async 'search--docs'(page) {
    await page.type('.search input', 'integrity');
    await page.waitForFunction(() => document.querySelectorAll('.search li a').length > 3, {timeout: 60_000});
    const found = await page.$$eval('.search li', (items) =>
      items.map((item) => `${item.querySelector('a')?.innerText}: ${item.innerText}`),
    );
    const wrong = found
      .filter((text) => !/integrity/i.test(text))
      .map((text) => `the search for "integrity" finds ${text}`);
    return [
      ...wrong,
      ...(found.some((text) => text.startsWith('Embedding › ')) ? [] : [`Embedding is not among ${found.join()}`]),
    ];
  },
  // Prints the properties that are set, and sets them.
  async 'theming--docs'(page) {
    await page.evaluate(() => {
      const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__');
      channel.emit('updateStoryArgs', {storyId: 'theming--playground', updatedArgs: {'--summit-space': '1.4'}});
    });
    await page.waitForFunction(
      () => {
        const element = /** @type {HTMLElement | null} */ (document.querySelector('.stage summit-region-list'));
        const text = document.querySelector('#storybook-docs')?.textContent ?? '';
        return text.includes('--summit-space: 1.4;') && element?.style.getPropertyValue('--summit-space') === '1.4';
      },
      {timeout: 60_000},
    );
    return [];
  },
};

/**
 * @param {Page} page The page of documentation is open in it.
 * @param {import('./storybook.mjs').Entry} entry
 * @param {import('./storybook.mjs').Log} log
 * @returns {Promise<{problems: string[], targets?: Targets}>}
 */
export async function checkDocsPage(page, {id}, log) {
  // All stories of an element at once take their time on a busy machine.
  await page.waitForSelector('#storybook-docs h1', {timeout: 60_000});
  await settle(page);
  let targets = await page.evaluate(readTargets);
  const source = sources.get(id);
  // What colours code is loaded when there is some.
  for (const start = Date.now(); source && compare(source, targets).length > 0 && Date.now() - start < 60_000;) {
    await settle(page);
    targets = await page.evaluate(readTargets);
  }

  const problems = source ? compare(source, targets) : [];
  const action = actions[id];
  if (action) {
    problems.push(...(await action(page)));
    // It may show more links then.
    targets.links.push(...(await page.evaluate(readTargets)).links);
  }

  problems.push(...(await page.evaluate(findOverflow)));
  await page.setViewport({width: 320, height: 900});
  await settle(page);
  problems.push(...(await page.evaluate(findOverflow)));

  // Without their elements axe is four times as fast.
  await page.$$eval(`${stories} .column`, (columns) => columns.forEach((column) => column.replaceChildren()));
  problems.push(...(await page.evaluate(findViolations, content, axeOptions.scrolling)));
  await page.setViewport({width: 1200, height: 900});
  await settle(page);
  const hasNewKinds = kindMemo.add(await page.evaluate(readKinds, '#storybook-docs', stories));
  problems.push(
    ...(await page.evaluate(findViolations, content, hasNewKinds ? axeOptions.all : axeOptions.withoutKinds)),
  );
  return {problems: [...problems, ...log.errors, ...log.foreignRequests.map((url) => `it asks for ${url}`)], targets};
}

/** In a page: what makes it scroll sideways. */
function findOverflow() {
  const {scrollWidth} = document.documentElement;
  return scrollWidth > window.innerWidth
    ? [`the page is ${scrollWidth} px wide in a window of ${window.innerWidth}`]
    : [];
}

/**
 * Looks where links lead, once every page was open.
 *
 * @param {Map<string, Targets>} site By the page's id.
 * @param {Record<string, import('./storybook.mjs').Entry>} entries
 * @param {string} origin Where the site is served.
 * @returns {Promise<string[]>} Dead links, with the page.
 */
export async function findDeadLinks(site, entries, origin) {
  /** @type {Map<string, Promise<boolean>>} */
  const files = new Map();
  /** @param {string} href */
  const isServed = (href) => {
    const {href: url} = new URL(href, `${origin}/iframe.html`);
    const answer = files.get(url) ?? fetch(url, {method: 'HEAD'}).then(({ok}) => ok);
    files.set(url, answer);
    return answer;
  };
  /**
   * @param {string} href
   * @param {string} id
   */
  const check = async (href, id) => {
    const [, type, target = '', , anchor] = /^\?path=\/(docs|story)\/([\w-]+)(#(.+))?$/.exec(href) ?? [];
    if (target) {
      if (entries[target]?.type !== type) return 'there is no such page';
      return !anchor || !site.has(target) || site.get(target)?.ids.includes(anchor)
        ? undefined
        : 'there is no such heading';
    }
    if (href.startsWith('#')) return site.get(id)?.ids.includes(href.slice(1)) ? undefined : 'there is no such heading';
    if (/^https?:/.test(href)) return URL.canParse(href) ? undefined : 'not an address';
    if (/^[a-z]+:|^\?/.test(href)) return 'not a link that a page may have';
    return (await isServed(href)) ? undefined : 'there is no such file';
  };
  const problems = [];
  for (const [id, {links}] of site) {
    for (const href of new Set(links)) {
      const problem = await check(href, id);
      if (problem) problems.push(`${href} in ${id}: ${problem}`);
    }
  }
  return problems;
}
