/**
 * Adds the command `emulate-reader` to the browser tests: what a page is shown on, and what its reader has set. Chromium
 * alone can do it; elsewhere the command answers `false`.
 *
 *   await executeServerCommand('emulate-reader', {media: 'print'});
 *   await executeServerCommand('emulate-reader', {features: {'forced-colors': 'active'}});
 *   await executeServerCommand('emulate-reader', {});   // as before
 */
export function mediaPlugin() {
  /** The protocol sessions of pages; with one, its emulation would end. */
  const sessions = new Map();
  return {
    name: 'emulate-reader',

    async executeCommand({command, payload, session: {browser, id}}) {
      if (command !== 'emulate-reader') return undefined;
      if (browser.driver) return false;
      const {media = '', features = {}} = payload;
      const page = browser.getPage(id);
      if (/firefox/i.test(await page.browser().version())) return false;
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      await sessions.get(page).send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(features).map(([name, value]) => ({name, value})),
      });
      return true;
    },
  };
}
