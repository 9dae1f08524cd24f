/**
 * Every link of every page leads to a file and a heading that are there; links of the site, to its pages. Addresses of other
 * hosts are looked at for their form alone. test/stories/stories.test.mjs looks at the links of the built site.
 */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {anchorsOf, linksOf, pages, readPage, root} from './pages.mjs';

/** Pages of the site by their ids, with the text that each shows. Storybook makes the ids of the titles. */
const site = new Map(
  pages.flatMap((page) => {
    if (!page.name.endsWith('.mdx')) return [];
    // The page of a component has the title of its stories.
    const [, stories] = /^import \* as \w+ from '\.\/(.+\.stories\.ts)';$/m.exec(page.text) ?? [];
    const titled = stories ? readFileSync(path.join(root, 'stories', stories), 'utf8') : page.text;
    const [, title] = /<Meta title="([^"]+)"|^ {2}title: '([^']+)',$/m
      .exec(titled)
      .filter((part) => part !== undefined);
    const [, shown] = /^<Page of="([^"]+)">\{text\}<\/Page>$/m.exec(page.text) ?? [];
    return [[`${title.toLowerCase().replaceAll(/[ /]/g, '-')}--docs`, {page, shown: shown ? readPage(shown) : page}]];
  }),
);
const sitePages = JSON.parse(readFileSync(path.join(root, 'stories/.storybook/docs/pages.json'), 'utf8'));
/** Headings of the reference that are no text of its page: they are made from the manifest, or come from docs/data.md. */
const made = new Set(['error-codes', 'attributes', 'events', 'custom-properties']);

/** What is wrong with a link of a page. */
function checkLink(link, {name, shown}) {
  if (/^https?:/.test(link)) return URL.canParse(link) && !/\s/.test(link) ? [] : ['no address'];
  if (/^[a-z]+:/.test(link)) return [`nobody checks ${link}`];
  const [to, anchor] = link.split('#');
  if (to.startsWith('?')) {
    const id = /^\?path=\/docs\/([\w-]+)$/.exec(to)?.[1];
    const target = site.get(id);
    if (!target) return [`the site has no page ${to}`];
    const isThere =
      !anchor || anchorsOf(target.shown).includes(anchor) || (id === 'elements-reference--docs' && made.has(anchor));
    return isThere ? [] : [`${to} has no heading ${anchor}`];
  }
  const file = to ? path.posix.join(path.posix.dirname(name), to) : name;
  if (!existsSync(path.join(root, file))) return [`there is no ${file}`];
  if (!anchor) return [];
  return anchorsOf(to ? readPage(file) : shown).includes(anchor) ? [] : [`${file} has no heading ${anchor}`];
}

describe('links', () => {
  for (const page of pages) {
    const links = linksOf(page);
    if (links.length === 0) continue;
    it(`of ${page.name} lead somewhere`, () => {
      const faults = links.flatMap((link) =>
        checkLink(link, {name: page.name, shown: page}).map((fault) => `${link}: ${fault}`),
      );
      assert.deepEqual(faults, []);
    });
  }

  it('are many', () => {
    assert.ok(pages.flatMap(linksOf).length > 100);
  });

  it('in notes of stories lead to pages of the site', () => {
    const stories = readdirSync(path.join(root, 'stories')).filter((file) => file.endsWith('.stories.ts'));
    for (const file of stories) {
      const text = readFileSync(path.join(root, 'stories', file), 'utf8');
      for (const [link] of text.matchAll(/\?path=[^\s"')]+/g))
        assert.deepEqual(checkLink(link, {}), [], `${file}: ${link}`);
    }
  });

  for (const [link, fault] of [
    ['nowhere.md', /there is no docs\/nowhere\.md/],
    ['data.md#nothing', /no heading nothing/],
    ['#nothing', /no heading nothing/],
    ['?path=/docs/nowhere--docs', /no page/],
    ['?path=/docs/data-guide--docs#nothing', /no heading nothing/],
    ['http://', /no address/],
    ['ftp://example.org/', /nobody checks/],
  ]) {
    it(`that lead nowhere are found: ${link}`, () => {
      const page = readPage('docs/embedding.md');
      assert.match(checkLink(link, {name: page.name, shown: page}).join(), fault);
    });
  }
});

describe('headings', () => {
  for (const page of pages) {
    it(`of ${page.name} have ids of their own`, () => {
      const anchors = anchorsOf(page);
      assert.deepEqual(
        anchors.filter((anchor, i) => anchors.indexOf(anchor) < i),
        [],
      );
    });
  }
});

describe('pages of the site', () => {
  it('are named in stories/.storybook/docs/pages.json where they show a file', () => {
    const shown = [...site].filter(([, {page, shown}]) => shown !== page).map(([id, {shown}]) => [shown.name, id]);
    assert.deepEqual(Object.fromEntries(shown), sitePages);
  });

  it('show every Markdown file except the README, the index in docs, and decisions', () => {
    const files = pages
      .map(({name}) => name)
      .filter((name) => name.endsWith('.md') && !/^(?:(?:docs\/)?README\.md$|docs\/decisions\/)/.test(name));
    assert.deepEqual(Object.keys(sitePages).sort(), files.sort());
  });
});
