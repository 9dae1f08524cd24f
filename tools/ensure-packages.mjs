import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {dependenciesMatch} from './setup.mjs';

/**
 * Installs the packages of a folder that has a package.json and a lock file of its own, unless they are there already.
 *
 * @param {string} folder
 * @param {(line: string) => void} log
 */
export function ensurePackages(folder, log) {
  const lockFile = path.join(folder, 'package-lock.json');
  const installedFile = path.join(folder, 'node_modules', '.package-lock.json');
  const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(installedFile) && dependenciesMatch(readJson(lockFile), readJson(installedFile))) return;
  log(`Installing the packages of ${path.basename(folder)} (npm install) …`);
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const {status, stdout, stderr} = spawnSync('npm', args, {cwd: folder, encoding: 'utf8', maxBuffer: 1e8, shell: process.platform === 'win32'});
  if (status !== 0) throw new Error(`The packages of ${folder} could not be installed:\n${stdout}${stderr}`);
}
