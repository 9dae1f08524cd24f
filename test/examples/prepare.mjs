import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {nodeIsNewEnough} from '../../tools/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = path.join(root, 'build', 'examples');

let tarball;
/** @type {Map<string, string | undefined>} */
const binFolders = new Map();

/** Path of the packed package, as a publisher would install it. Packed once, from dist/ as it is. */
export function packedPackage() {
  if (tarball) return tarball;
  mkdirSync(work, {recursive: true});
  // Without scripts: `prepare` would build dist/ anew.
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', work];
  const [{filename}] = JSON.parse(execFileSync('npm', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8}));
  return (tarball = path.join(work, filename));
}

/**
 * The folder of a Node that satisfies `range` (">=22.22.3"), of the same major version; undefined where this one does. npm fetches
 * it once.
 *
 * @param {string} range
 */
export function nodeFolderFor(range) {
  if (!binFolders.has(range)) binFolders.set(range, findNodeFolder(range));
  return binFolders.get(range);
}

function findNodeFolder(range) {
  if (nodeIsNewEnough(process.version, range)) return undefined;
  const wanted = range.replace(/^>=\s*/, '');
  const folder = path.join(work, `node-${wanted.split('.')[0]}`);
  const bin = path.join(folder, 'node_modules', 'node', 'bin');
  const version = () => execFileSync(path.join(bin, 'node'), ['--version'], {encoding: 'utf8'}).trim();
  if (!existsSync(bin) || !nodeIsNewEnough(version(), range)) {
    mkdirSync(folder, {recursive: true});
    writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', `node@^${wanted}`], {cwd: folder, stdio: 'pipe'});
  }
  return bin;
}
