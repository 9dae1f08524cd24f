// @ts-check
/**
 * The three browser engines, as far as this machine has them: for the tests that run in every one.
 *
 * Environment: `CHROME_PATH`, `FIREFOX_PATH` and `WEBKIT_DRIVER_PATH` name what to use instead of what is found;
 * `SUMMIT_ENGINES`, with commas between the names, leaves the other engines out.
 */
import {existsSync} from 'node:fs';
import path from 'node:path';
import {findBrowser} from './find-browser.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/**
 * Looks for each; an error says in a line what is missing.
 *
 * @type {Record<EngineName, () => string | Promise<string>>}
 */
const engines = {
  chromium: () => findBrowser(),
  firefox() {
    const file =
      process.env['FIREFOX_PATH'] ||
      findFile([
        ...commands('firefox-esr', 'firefox'),
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      ]);
    if (file) return file;
    throw new Error('Firefox is missing: install it, or name it in FIREFOX_PATH.');
  },
  webkit() {
    const file = process.env['WEBKIT_DRIVER_PATH'] || findFile(commands('WebKitWebDriver'));
    if (file && findMiniBrowser() && (process.env['DISPLAY'] || findFile(commands('Xvfb')))) return file;
    throw new Error('WebKit is missing: on Linux install webkit2gtk-driver and xvfb; elsewhere it cannot be driven yet.');
  },
};

/** WebKitGTK's small browser, which its driver drives. */
export function findMiniBrowser() {
  const machine = {x64: 'x86_64', arm64: 'aarch64'}[process.arch] ?? process.arch;
  const folders = [`/usr/lib/${machine}-linux-gnu`, '/usr/libexec', '/usr/lib', '/usr/lib64'];
  const names = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  return findFile(folders.flatMap((folder) => names.map((name) => path.join(folder, name, 'MiniBrowser'))));
}

/**
 * Looks for the engines.
 *
 * @param {{names?: string[]}} [options] Which; without it those of `SUMMIT_ENGINES`, or all.
 * @returns {Promise<{name: EngineName, path?: string, missing?: string}[]>} With `missing`, a line that says what to do,
 *   there is no `path`.
 */
export async function findEngines({names = process.env['SUMMIT_ENGINES']?.split(',') ?? Object.keys(engines)} = {}) {
  const found = [];
  for (const name of names) {
    if (!isEngine(name)) throw new Error(`There is no engine "${name}" among ${Object.keys(engines).join(', ')}.`);
    try {
      found.push({name, path: await engines[name]()});
    } catch (error) {
      found.push({name, missing: error instanceof Error ? error.message : String(error)});
    }
  }
  return found;
}

/**
 * @param {string} name
 * @returns {name is EngineName}
 */
function isEngine(name) {
  return Object.hasOwn(engines, name);
}

/**
 * Where commands of these names would be.
 *
 * @param {string[]} names
 */
function commands(...names) {
  return names.flatMap((name) => (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name)));
}

/** @param {string[]} places */
function findFile(places) {
  return places.find((file) => existsSync(file));
}
