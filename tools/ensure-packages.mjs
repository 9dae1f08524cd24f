/**
 * Installs the packages of a folder with a package.json and a package-lock.json: the project, or a suite with its own
 * packages, such as bench/.
 *
 * Runs before anything is installed: Node's own modules only, and syntax that Node 12 can parse (see setup.mjs).
 */
import {spawnSync} from 'child_process';
import {createHash} from 'crypto';
import fs from 'fs';
import path from 'path';

/**
 * Installs the locked packages of `folder` unless they are installed. Throws with npm's output on failure.
 *
 * @param {string} folder
 * @param {(line: string) => void} log
 */
export function ensurePackages(folder, log) {
  const stampFile = path.join(folder, 'node_modules', '.summit-embeds-setup.json');
  const lockText = fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  const lock = createHash('sha256').update(lockText).digest('hex');
  if (readJson(stampFile).lock === lock) return;

  // Nothing to do if `npm install` was run manually.
  const installed = readJson(path.join(folder, 'node_modules', '.package-lock.json'));
  if (!installed.packages || !packagesMatch(JSON.parse(lockText), installed)) {
    // CI uses `npm ci`, which fails if the lock file and package.json disagree. Elsewhere `npm ci` would fail if the
    // lock file lacks a package for this platform, and would remove linked packages; with --no-save npm installs the
    // locked versions and changes no files of the project. Install scripts are off: no dependency needs one.
    const command = process.env.CI ? ['ci'] : ['install', '--no-save'];
    log('Installing the packages of ' + (path.relative('.', folder) || 'the project') + ' (npm ' + command[0] + ') …');
    const install = (more) => npm(folder, command.concat('--ignore-scripts', '--no-audit', '--no-fund', more), 'pipe');
    const outputOf = (result) => String(result.stdout || '') + String(result.stderr || result.error || '');
    // The lock file has the versions and their hashes, so npm needn't ask the registry about what it has in its cache.
    let result = install(['--prefer-offline']);
    // A list of versions in the cache may be older than the version.
    if (result.status !== 0 && outputOf(result).includes('ETARGET')) result = install([]);
    if (result.status !== 0)
      throw new Error('The packages of ' + folder + ' could not be installed:\n' + outputOf(result));
  }
  writeJson(stampFile, {lock});
}

/**
 * Whether npm's record in node_modules matches package-lock.json. Packages for other platforms are optional and may
 * be missing.
 */
export function packagesMatch(lock, installed) {
  return Object.keys(lock.packages).every((name) => {
    if (name === '') return true;
    const wanted = lock.packages[name];
    const present = installed.packages[name];
    return present ? present.version === wanted.version : Boolean(wanted.optional);
  });
}

/** Runs npm in `folder`, independent of its location. */
export function npm(folder, args, stdio) {
  // npm sets its path in the environment of scripts. On Windows it is a .cmd file, which needs a shell.
  const own = process.env.npm_execpath;
  return own && /\.c?js$/.test(own)
    ? spawnSync(process.execPath, [own].concat(args), {cwd: folder, stdio, maxBuffer: 1e8})
    : spawnSync('npm', args, {cwd: folder, stdio, maxBuffer: 1e8, shell: process.platform === 'win32'});
}

/** A missing or invalid file counts as an empty object, so that its step runs again. */
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
