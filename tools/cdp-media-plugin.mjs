/**
 * Adds the command `emulate-media-cdp` to the browser tests. The runner's own `emulateMedia` knows neither forced
 * colours nor contrast; Chromium's protocol knows every media feature.
 *
 *   await executeServerCommand('emulate-media-cdp', {forcedColors: 'active', colorScheme: 'dark'});
 *   await executeServerCommand('emulate-media-cdp', {media: 'print'});
 *   await executeServerCommand('emulate-media-cdp', {});   // as before
 *
 * Each call replaces the one before it, and all ends with the test file.
 */
const featureNames = {
  colorScheme: 'prefers-color-scheme',
  contrast: 'prefers-contrast',
  forcedColors: 'forced-colors',
  reducedMotion: 'prefers-reduced-motion',
  reducedTransparency: 'prefers-reduced-transparency',
};

export function cdpMediaPlugin() {
  /** The protocol session of each page that has something emulated. */
  const sessions = new WeakMap();

  return {
    name: 'cdp-media',

    async executeCommand({command, payload, session}) {
      if (command !== 'emulate-media-cdp') return undefined;

      const {media = '', ...wanted} = payload ?? {};
      const features = Object.entries(wanted).map(([key, value]) => {
        const name = featureNames[key];
        if (!name) throw new Error(`emulate-media-cdp knows media, ${Object.keys(featureNames).join(', ')}; not ${key}.`);
        return {name, value};
      });

      const page = session.browser.getPage(session.id);
      if (!sessions.has(page)) sessions.set(page, await openSession(page, session.id, () => sessions.delete(page)));
      await sessions.get(page).send('Emulation.setEmulatedMedia', {media, features});
      return true;
    },
  };
}

/** The runner opens the next test file in the same page; by then nothing must be emulated any more. */
async function openSession(page, testSessionId, onClose) {
  const session = await page.createCDPSession();
  const endWithTestFile = async (frame) => {
    if (frame !== page.mainFrame() || frame.url().includes(testSessionId)) return;
    page.off('framenavigated', endWithTestFile);
    onClose();
    // Detaching takes the emulation back. The page may be gone already, with everything in it.
    await session.detach().catch(() => {});
  };
  page.on('framenavigated', endWithTestFile);
  return session;
}
