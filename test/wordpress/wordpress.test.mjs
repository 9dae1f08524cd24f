// @ts-check
/**
 * Boxes in WordPress: each role posts them in each form, then an author changes only the title. expected.mjs says what a
 * reader gets.
 */
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {parseFragment} from 'parse5';
// Built: the style sheets of the source have other hashes.
import {prerender} from '../../dist/prerender.js';
import {claimsIn, ELEMENTS, summits, textOf} from '../support/prerendered.mjs';
import {LINK_PATH, SRC} from '../world/forms.mjs';
import {readerSees, touchBoxes} from '../world/reader-sees.mjs';
import {framePaths, startBoxServer} from './box-server.mjs';
import {expected} from './expected.mjs';
import {formNames, renderBoxes, roles, writeArticle} from './forms.mjs';
import {claims, startReader, summit, titles} from './reader.mjs';
import {startSite} from './site.mjs';
import {skip} from './skip.mjs';
import {tables} from './table.mjs';

describe('WordPress', {skip}, () => {
  /** @type {import('./site.mjs').Site} */
  let site;
  /** @type {Awaited<ReturnType<typeof startBoxServer>>} */
  let boxServer;
  /** @type {import('./reader.mjs').Reader} */
  let reader;
  /** @type {{url: string, id: number}[]} */
  let files;
  /**
   * Two posts of each form and role: one as posted, one after an author has saved it.
   *
   * @type {Map<string, {posted: number, saved: number, content: string, before: string, after: string}>}
   */
  const posts = new Map();

  before(async () => {
    boxServer = await startBoxServer();
    site = await startSite({[SRC.slice(1)]: JSON.stringify(summit), ...boxServer.plugin});
    reader = await startReader(site.origin);
    // Authors may upload text, not HTML.
    files = await site.run(
      ...(await renderBoxes()).map((body, index) => ({do: 'upload', as: 'author', name: `box-${index}.txt`, body})),
    );
    await fillSite();
  });

  after(async () => {
    await reader?.close();
    await site?.close();
    await boxServer?.close();
  });

  /** Posts each form as each role, twice; then an author changes the titles of half of them. */
  async function fillSite() {
    const cases = formNames.flatMap((form) => roles.map((role) => ({form, role})));
    const contents = await Promise.all(cases.map(({form}) => writeArticle(form, files, boxServer.addresses)));
    const ids = await site.run(
      ...cases.flatMap(({role}, index) =>
        [1, 2].map(() => ({do: 'post', as: role, title: 'Story', content: contents[index]})),
      ),
    );
    const results = await site.run(
      ...cases.flatMap((_, index) => {
        const id = ids[index * 2 + 1];
        return [
          {do: 'stored', id},
          {do: 'retitle', as: 'author', id, title: 'News'},
          {do: 'stored', id},
        ];
      }),
    );
    for (const [index, {form, role}] of cases.entries()) {
      const [before, status, after] = results.slice(index * 3, index * 3 + 3);
      assert.equal(status, 200);
      const content = contents[index] ?? '';
      posts.set(`${form}, ${role}`, {posted: ids[index * 2], saved: ids[index * 2 + 1], content, before, after});
    }
  }

  /**
   * @param {string} form
   * @param {string} role
   */
  function postOf(form, role) {
    const post = posts.get(`${form}, ${role}`);
    assert.ok(post);
    return post;
  }

  for (const form of formNames) {
    for (const role of roles) {
      const entry = expected[form][role];
      it(`${form}, ${role}: ${JSON.stringify(entry)}`, async () => {
        const {posted, saved, content, before, after} = postOf(form, role);
        const linkPaths = form === 'address of a frame page' ? framePaths : titles.map(() => LINK_PATH);
        const read = (/** @type {number} */ id) => reader.readOutcome(id, linkPaths);
        // The same content gives the same page.
        const result = before === after ? await read(saved) : {posted: await read(posted), saved: await read(saved)};
        assert.deepEqual(result, entry, after.slice(0, 600));
        // What the plugin prints isn't part of the post.
        if (form === 'shortcode' || form === 'block') assert.equal(after, content);
      });
    }
  }

  for (const form of /** @type {const} */ (['shortcode', 'block'])) {
    it(`${form}: a feed has each claim once, in order, in plain HTML`, async () => {
      const {saved} = postOf(form, 'author');
      const feed = await (await fetch(`${site.origin}/?feed=rss2&withoutcomments=1&p=${saved}`)).text();
      const [, content = ''] = /<content:encoded><!\[CDATA\[([^]*?)\]\]>/.exec(feed) ?? [];
      assert.deepEqual(claimsIn(textOf(parseFragment(content)), claims), reader.expected);
      assert.doesNotMatch(content, /<(?:summit-|template|style|script)/);
      const [, excerpt = ''] = /<description><!\[CDATA\[([^]*?)\]\]>/.exec(feed) ?? [];
      checkExcerpt(textOf(parseFragment(excerpt)));
    });

    it(`${form}: the REST API has each claim once, in order, in plain HTML`, async () => {
      const {saved} = postOf(form, 'author');
      const answer = await (await fetch(`${site.origin}/?rest_route=/wp/v2/posts/${saved}`)).json();
      const {rendered} = answer.content;
      assert.deepEqual(claimsIn(textOf(parseFragment(rendered)), claims), reader.expected);
      assert.doesNotMatch(rendered, /<(?:summit-|template|style|script)/);
      checkExcerpt(textOf(parseFragment(answer.excerpt.rendered)));
    });
  }

  /** An excerpt is the beginning of the article: the heading of the box, then its first claims. */
  function checkExcerpt(/** @type {string} */ text) {
    const told = claimsIn(text, claims);
    assert.ok(told.length > 0);
    assert.deepEqual(told, reader.expected.slice(0, told.length));
    assert.match(text.replaceAll(/\s+/g, ' '), new RegExp(`^ ?Before\\. ${titles[0]} `));
    assert.doesNotMatch(text, /[{}<>]|:host/);
  }

  it('a page with two boxes loads the lazy script once, with its hash; other pages don’t load it', async () => {
    const html = await (await fetch(`${site.origin}/?p=${postOf('block', 'author').saved}`)).text();
    const tags = html.match(/<script[^>]*summit[^>]*>/g) ?? [];
    const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
    const {integrity} = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8')).files['summit-embeds.lazy.js'];
    assert.equal(tags.length, 1);
    const [tag = ''] = tags;
    assert.ok(tag.includes(` integrity="${integrity}" crossorigin="anonymous"`), tag);
    assert.match(tag, / async /);
    assert.match(
      tag,
      new RegExp(`/summit-embeds/embed/${version.replaceAll('.', '\\.')}/summit-embeds\\.lazy\\.js['"]`),
    );
    assert.doesNotMatch(await (await fetch(`${site.origin}/?p=1`)).text(), /summit/);
  });

  it('a policy without inline scripts lets the boxes work', async () => {
    const {saved} = postOf('block', 'author');
    await reader.visit(`p=${saved}&strict`, {script: true}, async (page) => {
      await touchBoxes(page);
      assert.equal(
        await reader.describePage(page, true, []),
        `${reader.expected.length} : ${reader.expected.length} box`,
      );
      assert.equal(await page.evaluate(() => customElements.get('summit-fact-box') !== undefined), true);
    });
  });

  it('heading and level of the post replace those of the file in both layers, and the element takes over', async () => {
    const heading = 'Who said what: 5x5 -- "quoted" <b> [summit] :)';
    const attributes = {mediaId: files[0]?.id, heading, headingLevel: 2};
    // WordPress writes these characters in a way that can't end the comment.
    const json = JSON.stringify(attributes)
      .replaceAll('--', '\\u002d\\u002d')
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e');
    const [id] = await site.run({
      do: 'post',
      as: 'administrator',
      title: 'Story',
      content: `<!-- wp:summit-embeds/box ${json} /-->`,
    });
    for (const script of [false, true]) {
      const found = await reader.visit(`p=${id}`, {script}, async (page) => {
        await page.$eval('summit-fact-box >>> section', (section) => section.setAttribute('data-before', ''));
        const before = await page.evaluate(readHeadings);
        await touchBoxes(page);
        await readerSees(page, script);
        return {before, after: await page.evaluate(readHeadings)};
      });
      const wanted = {level: 'H2', shadow: heading, plain: heading, plainLevel: '2', isSame: true};
      assert.deepEqual(found, {before: wanted, after: wanted});
    }
  });

  it('a box without a file shows live data, and a link without script', async () => {
    const src = `${site.origin}${SRC}`;
    const content = `[summit box="fact-box" src="${src}" heading="The talks" options="scheme=dark"]`;
    const [id] = await site.run({do: 'post', as: 'author', title: 'Story', content});
    const links = await reader.visit(`p=${id}`, {}, async (page) => (await readerSees(page, false)).links);
    assert.ok(links.some(({text, path: target}) => text === 'The talks' && target === SRC));
    const {text} = await reader.visit(`p=${id}`, {script: true}, (page) => readerSees(page, true));
    assert.ok(claimsIn(text, claims).length > 0);
  });

  it('every box that the command line renders is accepted, whatever it contains', async () => {
    const negotiations = ['colombia', 'cop28', 'cyprus'].map((name) =>
      JSON.parse(readFileSync(`stories/negotiations/${name}.json`, 'utf8')),
    );
    const options = [
      ...summits.map((summit) => summit.options),
      ...negotiations.map((data) => ({data})),
      {attributes: {lang: 'uk', scheme: 'dark', heading: 'A "heading" | <b>', 'policy-url': 'https://paper.example/a'}},
    ];
    const cases = ELEMENTS.flatMap((element) => options.map((option) => ({element, option})));
    const commands = await Promise.all(
      cases.map(async ({element, option}, index) => {
        const name = `wp-content/uploads/any-${index}.html`;
        writeFileSync(path.join(site.folder, name), await prerender(element, option));
        return {do: 'shortcode', as: 'administrator', text: `[summit file="${site.origin}/${name}"]`};
      }),
    );
    const printed = await site.run(...commands);
    for (const [index, {element}] of cases.entries())
      assert.match(
        printed[index],
        new RegExp(`^<div><summit-${element} [^>]*><template `),
        `case ${index}: ${printed[index].slice(0, 300)}`,
      );
  });

  describe('files that aren’t ours', () => {
    const [open, close] = ['<summit-fact-box lang="en">', '</summit-fact-box>'];
    const section = '<section dir="ltr" lang="en"><p>A text</p></section>';
    /** @type {Record<string, string>} */
    const hostile = {
      'a script': `${open}<section><script>alert(1)</script></section>${close}`,
      'an event handler': `${open}<section><p onclick="alert(1)">A text</p></section>${close}`,
      'an event handler on the box': `<summit-fact-box onfocus="alert(1)">${section}${close}`,
      'a link that runs code': `${open}<section><a href="javascript:alert(1)">A text</a></section>${close}`,
      'a link that hides what it runs': `${open}<section><a href="java&Tab;script&colon;alert(1)">A text</a></section>${close}`,
      'an image': `${open}<section><img src="x"></section>${close}`,
      'a style attribute': `${open}<section><p style="position:fixed">A text</p></section>${close}`,
      'a class in the plain layer': `${open}<section><p class="admin">A text</p></section>${close}`,
      'a frame': `${open}<section><iframe src="https://example.org"></iframe></section>${close}`,
      'a form': `${open}<section><form><button>A text</button></form></section>${close}`,
      'an open tag': `${open}<section><p>A text</section>${close}`,
      'a comment': `${open}<!-- --><section><p>A text</p></section>${close}`,
      'a tag in capitals': `${open}<section><SCRIPT>alert(1)</SCRIPT></section>${close}`,
      'something after it': `${open}${section}${close}<script>alert(1)</script>`,
      'two boxes': `${open}${section}${close}${open}${section}${close}`,
      'no plain layer': `${open}${close}`,
      'another element': `<summit-other>${section}</summit-other>`,
      'a style sheet that ends early': `${open}<template shadowrootmode="open"><style></style><script>alert(1)</script></style><section></section></template>${section}${close}`,
      'no text': '',
      'a byte that isn’t text': `${open}<section><p>\u0000</p></section>${close}`,
      'more than 2 MB': `${open}<section><p>${'A text. '.repeat(300_000)}</p></section>${close}`,
    };

    it('are refused as uploads and not printed; only editors see why', async () => {
      const entries = Object.entries(hostile);
      for (const [index, [, html]] of entries.entries())
        writeFileSync(path.join(site.folder, `wp-content/uploads/hostile-${index}.txt`), html);
      const shortcode = (/** @type {number} */ index) =>
        `[summit file="${site.origin}/wp-content/uploads/hostile-${index}.txt"]`;
      const texts = await site.run(
        ...entries.flatMap((_, index) =>
          ['', 'administrator'].map((as) => ({do: 'shortcode', as, text: shortcode(index)})),
        ),
      );
      for (const [index, [name]] of entries.entries()) {
        assert.equal(texts[index * 2], '', name);
        assert.match(
          texts[index * 2 + 1],
          /^<p class="summit-embeds-problem" role="status">[^<]*Only editors see/,
          name,
        );
      }
      const [script] = await site.run({do: 'upload', as: 'author', name: 'x.txt', body: hostile['a script']});
      assert.equal(script.status, 500);
    });

    it('show only their plain layer if their style sheet is another one', async () => {
      const [html = ''] = await renderBoxes();
      writeFileSync(
        path.join(site.folder, 'wp-content/uploads/styled.txt'),
        html.replace('<style>', '<style>:host{position:fixed}'),
      );
      const text = `[summit file="${site.origin}/wp-content/uploads/styled.txt"]`;
      const [seen, told] = await site.run({do: 'shortcode', text}, {do: 'shortcode', as: 'administrator', text});
      assert.doesNotMatch(seen, /<template|<style|position:fixed/);
      assert.match(seen, /^<div><summit-fact-box [^>]*><section/);
      assert.match(told, /Only the plain layer is shown/);
    });

    it('come only from this site and the hosts of the setting', async () => {
      const box = `${site.origin}/box.html`;
      const [html = ''] = await renderBoxes();
      writeFileSync(path.join(site.folder, 'box.html'), html);
      const shortcode = (/** @type {string} */ file) => ({
        do: 'shortcode',
        as: 'administrator',
        text: `[summit file="${file}"]`,
      });
      const [own, other, data, hosts, unreachable, outside] = await site.run(
        shortcode(box),
        shortcode('https://boxes.example/box.html'),
        {do: 'shortcode', as: 'administrator', text: `[summit file="${box}" src="https://boxes.example/talks.json"]`},
        {do: 'hosts', text: 'https://Boxes.example/a\nnot a host!\n'},
        shortcode('https://boxes.example/box.html'),
        shortcode(`${site.origin}/wp-content/uploads/../../wp-config.txt`),
      );
      assert.match(own, /^<div><summit-fact-box /);
      assert.match(other, /The host boxes\.example isn’t in the list/);
      assert.match(data, /The host boxes\.example isn’t in the list/);
      assert.ok(hosts.includes('boxes.example'));
      // Nobody has this host.
      assert.match(unreachable, /A valid URL was not provided|blocked/);
      assert.match(outside, /no such file/);
    });
  });

  it('the plugin causes no warning, and uninstalling it leaves nothing', async () => {
    const lines = (await site.log()).split('\n').filter((line) => line.includes('summit-embeds'));
    assert.deepEqual(lines, []);
    const [, before] = await site.run({do: 'hosts', text: 'boxes.example'}, {do: 'options'});
    assert.ok(before.some((/** @type {string} */ name) => name.startsWith('_transient_summit_embeds_')));
    const [, options] = await site.run({do: 'uninstall', as: 'administrator'}, {do: 'options'});
    assert.deepEqual(options, []);
  });
});

/** In a page: the headings of its first box. */
function readHeadings() {
  const box = document.querySelector('summit-fact-box');
  const section = box?.shadowRoot?.querySelector('section');
  const heading = section?.querySelector('#heading');
  const plain = box?.querySelector('[role="heading"]');
  return {
    level: heading?.tagName,
    shadow: heading?.textContent?.trim(),
    plain: plain?.textContent,
    plainLevel: plain?.getAttribute('aria-level'),
    // The element keeps markup that it recognizes.
    isSame: section?.getAttribute('data-before') === '',
  };
}

it('docs/wordpress.md has these tables', () => {
  const text = readFileSync('docs/wordpress.md', 'utf8');
  const told = [
    ...text.matchAll(/<!-- wordpress: node test\/wordpress\/table\.mjs.* -->\n([^]*?)\n<!-- \/wordpress -->/g),
  ];
  assert.deepEqual(
    told.map(([, table]) => table),
    [tables.roles, tables.themes],
  );
});
