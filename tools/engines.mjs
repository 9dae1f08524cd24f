/**
 * The three browser engines, as far as this machine has them: for the tests that run in every one.
 *
 * Environment: `CHROME_PATH`, `FIREFOX_PATH` and `WEBKIT_DRIVER_PATH` name what to use instead of what is found;
 * `SUMMIT_ENGINES`, with commas between the names, leaves the other engines out.
 */
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {findBrowser} from './find-browser.mjs';

const run = promisify(execFile);

/** How to find each; `find` throws an error that says in a line what is missing. */
const engines = {
  chromium: {
    find: () => findBrowser(),
  },
  firefox: {
    async find() {
      const file = process.env.FIREFOX_PATH || findFile(commands('firefox-esr', 'firefox'), [
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      ]);
      if (file) return file;
      throw new Error('Firefox is missing: install it, or name it in FIREFOX_PATH.');
    },
  },
  webkit: {
    async find() {
      const file = process.env.WEBKIT_DRIVER_PATH || findFile(commands('WebKitWebDriver'));
      if (file && findMiniBrowser() && (process.env.DISPLAY || findFile(commands('Xvfb')))) return file;
      throw new Error('WebKit is missing: on Linux install webkit2gtk-driver and xvfb; elsewhere it cannot be driven yet.');
    },
  },
};

const engineNames = Object.keys(engines);

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
 * @returns {Promise<{name: string, path?: string, version?: string, missing?: string}[]>} With `missing`, a line that says
 *   what to do, there is no `path`.
 */
export async function findEngines({names = process.env.SUMMIT_ENGINES?.split(',').map((name) => name.trim())} = {}) {
  const unknown = names?.find((name) => !engines[name]);
  if (unknown !== undefined) throw new Error(`There is no engine "${unknown}" among ${engineNames.join(', ')}.`);
  const found = [];
  for (const name of names ?? engineNames) {
    try {
      const file = await engines[name].find();
      found.push({name, path: file, version: await versionOf(file)});
    } catch (error) {
      found.push({name, missing: error.message});
    }
  }
  return found;
}

/** Where commands of these names would be. */
function commands(...names) {
  return names.flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)));
}

function findFile(...places) {
  return places.flat().find((file) => existsSync(file));
}

/** What a browser says of itself, such as “Chromium 150.0.1”; its name alone where asking would open a window. */
async function versionOf(file) {
  // Without a display, WebKit's does not even say that; it tells its version to those who drive it.
  if (process.platform === 'win32' || path.basename(file) === 'WebKitWebDriver') return path.basename(file);
  const {stdout} = await run(file, ['--version'], {timeout: 60_000, env: {...process.env, LC_ALL: 'C.UTF-8'}});
  return stdout.trim().replace(/ built on .*/, '');
}
