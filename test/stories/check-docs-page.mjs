/**
 * What test/stories/stories.test.mjs looks at on a page of documentation: axe and overflow at the width of a phone and of a desk, whether
 * its Markdown came through whole, where its links lead, and what some pages do.
 */
import {readFileSync} from 'node:fs';
import {anchorsOf, blocksOf, readPage} from '../docs/pages.mjs';

const widths = [1200, 320];

/** The pages that show a Markdown file whole, by their ids. */
const sources = new Map(
  Object.entries(JSON.parse(readFileSync(new URL('../../stories/.storybook/docs/pages.json', import.meta.url), 'utf8'))).map(([file, id]) => [
    id,
    readPage(file),
  ]),
);

/** In the page: until its heading is there and nothing changes any more, since boxes and code come late. */
async function settle() {
  const root = document.querySelector('#storybook-docs');
  const started = performance.now();
  let changed = started;
  let height = 0;
  while (performance.now() - started < 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = root.scrollHeight;
    if (now !== height || !root.querySelector('h1')?.innerText || root.querySelector('.docs-story [data-is-loading]')) {
      height = now;
      changed = performance.now();
    }
    if (performance.now() - changed > 500) return;
  }
  throw new Error('the page is not done after a minute');
}

/** In the page: what makes it scroll sideways. */
function findWide() {
  const {scrollWidth} = document.documentElement;
  return scrollWidth > window.innerWidth ? [`the page is ${scrollWidth} px wide in a window of ${window.innerWidth}`] : [];
}

/** In the page: what axe finds, stories left out, which are looked at one by one. */
async function findViolations(options) {
  const {violations} = await window.axe.run({include: ['#storybook-docs'], exclude: ['.docs-story']}, options);
  return violations.flatMap(({id, help, nodes}) => nodes.map(({target}) => `${id} at ${target.flat(2).join(' › ')}: ${help}`));
}

/** In the page: its links, and ids that links may name. */
function readPlaces() {
  const root = document.querySelector('#storybook-docs');
  return {
    links: [...root.querySelectorAll('a[href]')].filter((link) => !link.closest('.docs-story')).map((link) => link.getAttribute('href')),
    ids: [...root.querySelectorAll('[id]')].map(({id}) => id),
    headings: [...root.querySelectorAll('.sbdocs-content :is(h1, h2, h3, h4)[id]')].map(({id}) => id),
    tables: root.querySelectorAll('.wide table').length,
    codes: root.querySelectorAll('.docblock-source pre').length,
  };
}

/** What of a Markdown file did not come through. */
function compare(page, {headings, tables, codes}) {
  const rows = page.text.replaceAll(/^```[^]*?^```$/gm, '').match(/^\|[-:| ]+\|$/gm)?.length ?? 0;
  const wanted = {headings: anchorsOf(page).join(), tables: rows, codes: blocksOf(page).length};
  const found = {headings: headings.join(), tables, codes};
  return Object.keys(wanted)
    .filter((what) => wanted[what] !== found[what])
    .map((what) => `${what}: ${page.name} has ${wanted[what]}, the page ${found[what]}`);
}

/** What some pages do, by their ids. */
const deeds = {
  'search--docs': {
    'finds what is typed': async (page) => {
      await page.type('.search input', 'integrity');
      await page.waitForFunction(() => document.querySelectorAll('.search li a').length > 3, {timeout: 60_000});
      const found = await page.$$eval('.search li', (items) => items.map((item) => `${item.querySelector('a').innerText}: ${item.innerText}`));
      const wrong = found.filter((text) => !/integrity/i.test(text));
      return [...wrong, ...(found.some((text) => text.startsWith('Embedding › ')) ? [] : [`Embedding is not among ${found.join()}`])];
    },
  },
  'theming--docs': {
    'prints what is set': async (page) => {
      await page.evaluate(() => {
        window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateStoryArgs', {storyId: 'theming--playground', updatedArgs: {'--summit-space': '1.4'}});
      });
      await page.waitForFunction(
        () =>
          document.querySelector('#storybook-docs').textContent.includes('--summit-space: 1.4;') &&
          document.querySelector('.stage summit-region-list').style.getPropertyValue('--summit-space') === '1.4',
        {timeout: 60_000},
      );
      return [];
    },
  },
};

/**
 * The checks of one page, which is open, by name, each with its complaints.
 *
 * @param {{all: object, looks: object}} axeOptions Options of axe: all rules, and those whose outcome may change with the width.
 */
export async function checkDocsPage(page, {id}, axeOptions) {
  await page.evaluate(settle);
  const places = await page.evaluate(readPlaces);
  const checks = {};
  for (const width of widths) {
    await page.setViewport({width, height: 900});
    await page.evaluate(settle);
    checks[`fits in ${width} px`] = await page.evaluate(findWide);
    checks[`passes axe at ${width} px`] = await page.evaluate(findViolations, width === widths[0] ? axeOptions.all : axeOptions.looks);
  }
  const source = sources.get(id);
  if (source) checks['shows its Markdown whole'] = compare(source, places);
  for (const [name, deed] of Object.entries(deeds[id] ?? {})) {
    checks[name] = await deed(page).catch(({message}) => [message]);
    // What a page shows then has links as well.
    places.links.push(...(await page.evaluate(readPlaces)).links);
  }
  return {checks, places};
}

/**
 * Where the links of the site lead, once every page was open.
 *
 * @param {Map<string, {links: string[], ids: string[]}>} site What each page has, by its id.
 * @param {Record<string, {type: string}>} entries Storybook's index.
 * @param {string} origin Where the site is served.
 * @returns {Promise<Record<string, string[]>>} Complaints by the page's id.
 */
export async function checkLinks(site, entries, origin) {
  const files = new Map();
  const isServed = (href) => {
    const {href: url} = new URL(href, `${origin}/iframe.html`);
    if (!files.has(url)) files.set(url, fetch(url, {method: 'HEAD'}).then(({ok}) => ok));
    return files.get(url);
  };
  const check = async (href, id) => {
    const [, type, target, , anchor] = /^\?path=\/(docs|story)\/([\w-]+)(#(.+))?$/.exec(href) ?? [];
    if (target) {
      if (entries[target]?.type !== type) return `${href}: there is no such page`;
      return !anchor || !site.has(target) || site.get(target).ids.includes(anchor) ? undefined : `${href}: there is no such heading`;
    }
    if (href.startsWith('#')) return site.get(id).ids.includes(href.slice(1)) ? undefined : `${href}: there is no such heading`;
    if (/^https?:/.test(href)) return URL.canParse(href) ? undefined : `${href}: no address`;
    if (/^[a-z]+:|^\?/.test(href)) return `${href}: nobody knows where that leads`;
    return (await isServed(href)) ? undefined : `${href}: there is no such file`;
  };
  const complaints = {};
  for (const [id, {links}] of site) {
    complaints[id] = (await Promise.all([...new Set(links)].map((href) => check(href, id)))).filter(Boolean);
  }
  return complaints;
}
