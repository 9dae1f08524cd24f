// @ts-check
/** Posts with boxes in a block theme and in a classic theme, on a phone and on a wide page. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {hasTheme} from '../../tools/servers/wordpress.mjs';
import {framePaths, startBoxServer} from './box-server.mjs';
import {expectedInThemes, themes} from './expected.mjs';
import {renderBoxes, writeArticle, writeClassicArticle} from './forms.mjs';
import {startReader} from './reader.mjs';
import {startSite} from './site.mjs';
import {skip} from './skip.mjs';

const widths = [400, 1000];

/** The heights in px that WordPress gives a frame. */
const [minHeight, maxHeight] = [200, 1000];

/** The heights in px of a frame and of its page may differ by less than this: a page's height isn't an integer. */
const tolerance = 2;

describe('themes of WordPress', {skip}, () => {
  /** @type {import('./site.mjs').Site} */
  let site;
  /** @type {Awaited<ReturnType<typeof startBoxServer>>} */
  let boxServer;
  /** @type {Awaited<ReturnType<typeof startBoxServer>>} */
  let longBoxServer;
  /** @type {import('./reader.mjs').Reader} */
  let reader;
  /** @type {Map<string, number>} */
  let posts;

  before(async () => {
    [boxServer, longBoxServer] = await Promise.all([
      startBoxServer(),
      startBoxServer('stories/negotiations/cop28.json'),
    ]);
    site = await startSite({...boxServer.plugin, ...longBoxServer.plugin});
    reader = await startReader(site.origin);
    const files = await site.run(
      ...(await renderBoxes()).map((body, index) => ({do: 'upload', as: 'author', name: `box-${index}.txt`, body})),
    );
    const {addresses} = boxServer;
    /** @type {[string, string][]} */
    const articles = await Promise.all([
      ...expectedInThemes.map(
        async ({form}) => /** @type {[string, string]} */ ([form, await writeArticle(form, files, addresses)]),
      ),
      ['address in the classic editor', writeClassicArticle(addresses)],
      ['long', writeClassicArticle(longBoxServer.addresses)],
    ]);
    const ids = await site.run(...articles.map(([, content]) => ({do: 'post', as: 'author', title: 'Story', content})));
    posts = new Map(articles.map(([name], index) => [name, ids[index]]));
  });

  after(async () => {
    await reader?.close();
    await site?.close();
    await boxServer?.close();
    await longBoxServer?.close();
  });

  const postOf = (/** @type {string} */ name) => {
    const id = posts.get(name);
    assert.ok(id);
    return id;
  };

  for (const {kind, folder} of themes) {
    const isThere = folder === '' || hasTheme(folder);
    describe(kind, {skip: isThere ? false : `The theme ${folder} is missing.`}, () => {
      before(async () => {
        if (folder) await site.run({do: 'theme', name: folder});
      });

      for (const {form, outcome} of expectedInThemes) {
        it(`${form}: ${JSON.stringify(outcome)} at 400 and 1000 px`, async () => {
          const linkPaths = form === 'address of a frame page' ? framePaths : [];
          for (const width of widths)
            assert.deepEqual(
              await reader.readOutcome(postOf(form), linkPaths, {width, height: 4000}),
              outcome,
              `${width} px`,
            );
        });
      }

      for (const form of ['address of a frame page', 'address in the classic editor', 'long']) {
        for (const width of widths) {
          it(`${form}: each frame is as high as its content at ${width} px, from 200 to 1000 px`, async () => {
            await reader.visit(`p=${postOf(form)}`, {script: true, viewport: {width, height: 900}}, async (page) => {
              const frames = page.frames().slice(1);
              assert.equal(frames.length, 2);
              for (const frame of frames) await checkHeight(page, frame);
              assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
            });
          });
        }
      }
    });
  }

  /**
   * @param {import('puppeteer-core').Page} page
   * @param {import('puppeteer-core').Frame} frame
   */
  async function checkHeight(page, frame) {
    const owner = await frame.frameElement();
    assert.ok(owner);
    assert.equal(await owner.evaluate((element) => element.getAttribute('sandbox')), 'allow-scripts');
    // As a reader does: browsers suspend frames that are out of sight.
    const measure = async () => {
      await owner.evaluate((element) => element.scrollIntoView());
      const given = await owner.evaluate((element) =>
        // WordPress has shown it.
        getComputedStyle(element).position === 'absolute' ? 0 : element.clientHeight,
      );
      const own = await frame.evaluate(() => ({
        content: /** @type {Element} */ (document.querySelector('#content')).getBoundingClientRect().height,
        canScroll: getComputedStyle(document.body).overflowY === 'auto',
        isWide: document.body.scrollWidth > innerWidth,
      }));
      return {given, ...own, wanted: Math.min(maxHeight, Math.max(minHeight, own.content))};
    };
    const isRight = (/** @type {Awaited<ReturnType<typeof measure>>} */ {given, wanted, content, canScroll}) =>
      Math.abs(given - wanted) < tolerance && canScroll === content > maxHeight;
    const until = Date.now() + 60_000;
    let result = await measure();
    while (!isRight(result) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      result = await measure();
    }
    assert.ok(isRight(result), JSON.stringify(result));
    assert.equal(result.isWide, false);
  }
});
