// @ts-check
/**
 * @typedef {import('puppeteer-core').Page} Page
 *
 * @typedef {object} Launcher Of Chromium and Firefox, which have pages, or of WebKit, which has a driver.
 * @property {(session: string) => Page} getPage
 * @property {() => unknown} [driver]
 *
 * @typedef {object} Reader
 * @property {string} [media]
 * @property {Record<string, string>} [features]
 */

/**
 * Adds the command `emulate-reader` to the browser tests: what a page is shown on, and what its reader has set. Chromium
 * alone can do it; elsewhere the command answers `false`.
 *
 *   await executeServerCommand('emulate-reader', {media: 'print'});
 *   await executeServerCommand('emulate-reader', {features: {'forced-colors': 'active'}});
 *   await executeServerCommand('emulate-reader', {});   // as before
 */
export function mediaPlugin() {
  /**
   * The protocol sessions of pages; with one, its emulation would end.
   *
   * @type {Map<Page, import('puppeteer-core').CDPSession>}
   */
  const sessions = new Map();
  return {
    name: 'emulate-reader',

    /**
     * @param {object} call
     * @param {string} call.command
     * @param {Reader} call.payload
     * @param {{browser: Launcher, id: string}} call.session
     */
    async executeCommand({command, payload, session: {browser, id}}) {
      if (command !== 'emulate-reader') return undefined;
      if (browser.driver) return false;
      const {media = '', features = {}} = payload;
      const page = browser.getPage(id);
      if (/firefox/i.test(await page.browser().version())) return false;
      const protocol = sessions.get(page) ?? (await page.createCDPSession());
      sessions.set(page, protocol);
      await protocol.send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(features).map(([name, value]) => ({name, value})),
      });
      return true;
    },
  };
}
