// @ts-check
/** The block editor of a site in a browser, used as an author uses it. */

/** Ends what never comes, in milliseconds; a busy machine needs a while. */
const timeout = 120_000;

/** The block that shows a box. */
const blockSelector = '[data-type="summit-embeds/box"]';

/**
 * Logs in as the author and opens an empty post.
 *
 * @param {import('./site.mjs').Site} site
 * @param {import('puppeteer-core').BrowserContext} context
 */
export async function openEditor({origin, password}, context) {
  const page = await context.newPage();
  page.setDefaultTimeout(timeout);
  page.setDefaultNavigationTimeout(timeout);
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.setViewport({width: 1280, height: 1000});
  await page.goto(`${origin}/wp-login.php`);
  await page.type('#user_login', 'author');
  await page.type('#user_pass', password);
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
  await page.goto(`${origin}/wp-admin/post-new.php`);
  await page.waitForFunction(() => /** @type {any} */ (window).wp?.data?.select('core/block-editor')?.getBlockCount);
  // A dialog welcomes new authors.
  await page.evaluate(() => {
    const {dispatch} = /** @type {any} */ (window).wp.data;
    dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
    dispatch('core/preferences').set('core/edit-post', 'fullscreenMode', true);
  });
  await page.waitForSelector('.edit-post-welcome-guide, .edit-post-welcome-guide__container', {hidden: true});

  /** Later versions of WordPress show the post in a frame. */
  const canvas = async () => (await (await page.$('iframe[name="editor-canvas"]'))?.contentFrame()) ?? page.mainFrame();

  return {
    page,
    errors,
    /** Writes a title, a paragraph and the name of the block after a slash. */
    async insertBlock(/** @type {string} */ title, /** @type {string} */ paragraph) {
      const frame = await canvas();
      await (await frame.waitForSelector('.editor-post-title__input, .wp-block-post-title'))?.click();
      await page.keyboard.type(title);
      await page.keyboard.press('Enter');
      await page.keyboard.type(paragraph);
      await page.keyboard.press('Enter');
      await page.keyboard.type('/summit');
      await page.waitForSelector(
        '.components-autocomplete__result[aria-selected="true"], .components-autocomplete__result.is-selected',
      );
      await page.keyboard.press('Enter');
      await frame.waitForSelector(blockSelector);
    },
    /** Uploads a file in the dialog of the media library, which the placeholder of the block opens. */
    async uploadFile(/** @type {string} */ file) {
      const frame = await canvas();
      const button = await frame.waitForSelector(`${blockSelector} .components-placeholder button`);
      await button?.click();
      const upload = await page.waitForSelector('.media-modal .uploader-inline button.browser');
      const [chooser] = await Promise.all([page.waitForFileChooser(), upload?.click()]);
      await chooser.accept([file]);
      const choose = await page.waitForSelector('.media-modal .media-button-select:not([disabled])');
      await choose?.click();
    },
    /** The visible text of the block, when the preview contains a text. */
    async readPreview(/** @type {string} */ part) {
      const frame = await canvas();
      await frame.waitForFunction(
        (selector, text) =>
          /** @type {HTMLElement | null} */ (document.querySelector(selector))?.innerText.includes(text),
        {timeout},
        blockSelector,
        part,
      );
      return frame.$eval(blockSelector, (block) => /** @type {HTMLElement} */ (block).innerText);
    },
    /** Writes into a control of the sidebar. */
    async setControl(/** @type {string} */ label, /** @type {string} */ value) {
      const control = await page.waitForSelector(
        `.block-editor-block-inspector ::-p-xpath(.//label[.="${label}"]/following::input[1])`,
      );
      await control?.click();
      await page.keyboard.type(value);
    },
    /** Publishes the post as the two buttons do, and returns its id. */
    async publish() {
      await (await page.waitForSelector('.editor-post-publish-panel__toggle:not([aria-disabled="true"])'))?.click();
      await (
        await page.waitForSelector('.editor-post-publish-panel .editor-post-publish-button:not([aria-disabled="true"])')
      )?.click();
      await page.waitForSelector('.post-publish-panel__postpublish, .editor-post-publish-panel__postpublish');
      return page.evaluate(() => /** @type {any} */ (window).wp.data.select('core/editor').getCurrentPostId());
    },
  };
}
