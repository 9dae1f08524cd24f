/**
 * Installs the packages of a folder that has a package.json and a package-lock.json: of the project, or of a suite that
 * needs more than the project, such as bench/.
 *
 * Runs before anything is installed: Node's own modules only, and syntax that Node 12 can parse (see setup.mjs).
 */
import {spawnSync} from 'child_process';
import {createHash} from 'crypto';
import fs from 'fs';
import path from 'path';

/**
 * Installs what the lock file of `folder` asks for, unless it is there already. Throws with npm's output where that fails.
 *
 * @param {string} folder
 * @param {(line: string) => void} log
 */
export function ensurePackages(folder, log) {
  const stampFile = path.join(folder, 'node_modules', '.summit-embeds-setup.json');
  const lockText = fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  const lock = createHash('sha256').update(lockText).digest('hex');
  if (readJson(stampFile).lock === lock) return;

  // Somebody may have run `npm install` by hand: then there is nothing left to do.
  const installed = readJson(path.join(folder, 'node_modules', '.package-lock.json'));
  if (!installed.packages || !packagesMatch(JSON.parse(lockText), installed)) {
    // In CI what the lock file says, or nothing: one that disagrees with package.json is an error. Elsewhere `npm ci` would fail
    // where the lock file lacks a package for another platform, and take away what somebody has linked; with --no-save npm
    // installs the locked versions and writes none of our files. Install scripts stay off: no dependency needs one.
    const command = process.env.CI ? ['ci'] : ['install', '--no-save'];
    log('Installing the packages of ' + (path.relative('.', folder) || 'the project') + ' (npm ' + command[0] + ') …');
    const result = npm(folder, command.concat('--ignore-scripts', '--no-audit', '--no-fund'), 'pipe');
    if (result.status !== 0) {
      const output = String(result.stdout || '') + String(result.stderr || result.error || '');
      throw new Error('The packages of ' + folder + ' could not be installed:\n' + output);
    }
  }
  writeJson(stampFile, {lock});
}

/**
 * Whether what npm noted in node_modules is what package-lock.json asks for. Packages for other platforms are
 * optional and may be missing.
 */
export function packagesMatch(lock, installed) {
  return Object.keys(lock.packages).every((name) => {
    if (name === '') return true;
    const wanted = lock.packages[name];
    const present = installed.packages[name];
    return present ? present.version === wanted.version : Boolean(wanted.optional);
  });
}

/** Runs npm in `folder`, without knowing where npm is. */
export function npm(folder, args, stdio) {
  // npm names itself to the scripts it runs. On Windows it is a .cmd file, which only a shell can start.
  const own = process.env.npm_execpath;
  return own && /\.c?js$/.test(own)
    ? spawnSync(process.execPath, [own].concat(args), {cwd: folder, stdio, maxBuffer: 1e8})
    : spawnSync('npm', args, {cwd: folder, stdio, maxBuffer: 1e8, shell: process.platform === 'win32'});
}

/** An absent or broken file reads as an empty object: the step it vouches for is then done again. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, JSON.stringify(value, null, 2) + '\n');
}
