// @ts-check
/**
 * Finds the three browser engines on this machine, for the tests that run in each.
 *
 * Environment: `CHROME_PATH`, `FIREFOX_PATH` and `WEBKIT_DRIVER_PATH` override the search. `SUMMIT_ENGINES` limits
 * the engines, with commas between the names.
 */
import {existsSync} from 'node:fs';
import path from 'node:path';
import {findBrowser} from './find-browser.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/** @typedef {{name: EngineName, path?: string, missing?: string}} FoundEngine With `missing`, a line that says what to do, there is no `path`. */

/** Paths of Firefox and WebKit, and advice if they are missing. */
const others = {
  firefox: {
    find: () =>
      process.env['FIREFOX_PATH'] ||
      findFile([
        ...commands('firefox-esr', 'firefox'),
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      ]),
    missing: 'Firefox is missing: install it, or name it in FIREFOX_PATH.',
  },
  webkit: {
    find() {
      const file = process.env['WEBKIT_DRIVER_PATH'] || findFile(commands('WebKitWebDriver'));
      return findMiniBrowser() && (process.env['DISPLAY'] || findFile(commands('Xvfb'))) ? file : undefined;
    },
    missing: 'WebKit is missing: on Linux install webkit2gtk-driver and xvfb; elsewhere it cannot be driven yet.',
  },
};

/** @type {EngineName[]} */
const engineNames = ['chromium', 'firefox', 'webkit'];

/** WebKitGTK's MiniBrowser, which WebKitWebDriver controls. */
export function findMiniBrowser() {
  const machine = process.arch === 'x64' ? 'x86_64' : process.arch === 'arm64' ? 'aarch64' : process.arch;
  const folders = [`/usr/lib/${machine}-linux-gnu`, '/usr/libexec', '/usr/lib', '/usr/lib64'];
  const names = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  return findFile(folders.flatMap((folder) => names.map((name) => path.join(folder, name, 'MiniBrowser'))));
}

/** The names in `SUMMIT_ENGINES`; all if it isn't set. */
export function chosenEngines() {
  const names = process.env['SUMMIT_ENGINES']?.split(',') ?? engineNames;
  return names.map((name) => {
    const known = engineNames.find((one) => one === name);
    if (!known) throw new Error(`There is no engine "${name}" among ${engineNames.join(', ')}.`);
    return known;
  });
}

/**
 * Looks for Firefox or WebKit.
 *
 * @param {'firefox' | 'webkit'} name
 * @returns {FoundEngine}
 */
export function findOther(name) {
  const {find, missing} = others[name];
  const path = find();
  return path ? {name, path} : {name, missing};
}

/**
 * Looks for engines.
 *
 * @returns {Promise<FoundEngine[]>}
 */
export async function findEngines(names = chosenEngines()) {
  return Promise.all(names.map((name) => (name === 'chromium' ? findChromium() : findOther(name))));
}

/** @returns {Promise<FoundEngine>} */
async function findChromium() {
  try {
    return {name: 'chromium', path: await findBrowser()};
  } catch (error) {
    return {name: 'chromium', missing: error instanceof Error ? error.message : String(error)};
  }
}

/**
 * Possible paths of commands with these names.
 *
 * @param {string[]} names
 */
function commands(...names) {
  return names.flatMap((name) =>
    (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  );
}

/** @param {string[]} places */
function findFile(places) {
  return places.find((file) => existsSync(file));
}
