// @ts-check
/**
 * Prepares the examples: copies in build/examples are the workspaces of one project, which installs the packed package and the
 * frameworks of all examples at once.
 */
import {execFileSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {nodeIsNewEnough} from '../../tools/setup.mjs';
import {run} from './run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const examples = path.join(root, 'examples');
const work = path.join(root, 'build', 'examples');

/** What somebody has built or installed who tried an example is not copied. */
const generated = /[/\\](?:node_modules|dist|\.\w+|package-lock\.json)$/;

/** @type {Promise<void> | undefined} */
let installation;
/** @type {Map<string, string | undefined>} */
const binFolders = new Map();

/** Copies and installs all examples of this run, once. */
export function installExamples() {
  installation ??= install();
  return installation;
}

async function install() {
  mkdirSync(work, {recursive: true});
  const tarball = pack();
  const names = readdirSync(examples).filter((name) => existsSync(path.join(examples, name, 'package.json')));
  for (const name of names) copy(name, tarball);
  writeFileSync(path.join(work, 'package.json'), `${JSON.stringify({private: true, workspaces: names}, null, 2)}\n`);

  // A word after the suite's name selects test files, and each example has one.
  const word = process.env['SUMMIT_TEST_WORD'] ?? '';
  const wanted = names.filter((name) => `test/examples/${name}.test.mjs`.includes(word));
  const workspaces = wanted.length === names.length ? [] : wanted.map((name) => `--workspace=${name}`);
  // Bundlers keep there what they have made of the package.
  for (const folder of ['.vite', '.cache'])
    rmSync(path.join(work, 'node_modules', folder), {recursive: true, force: true});
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', ...workspaces], {
    cwd: work,
  });

  for (const name of wanted) {
    // Some examples copy files from their own node_modules.
    const modules = path.join(work, name, 'node_modules');
    mkdirSync(modules, {recursive: true});
    symlinkSync(path.join('..', '..', 'node_modules', 'summit-embeds'), path.join(modules, 'summit-embeds'));
  }
}

/**
 * Copies an example. Its package.json then names the packed package instead of a published one.
 *
 * @param {string} name
 * @param {string} tarball
 */
function copy(name, tarball) {
  const folder = path.join(work, name);
  rmSync(folder, {recursive: true, force: true});
  cpSync(path.join(examples, name), folder, {recursive: true, filter: (file) => !generated.test(file)});
  const file = path.join(folder, 'package.json');
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.dependencies['summit-embeds'] = `file:../${tarball}`;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Packs dist/ as it is. The file's name has the hash of its content, so that npm installs a new one. */
function pack() {
  for (const file of readdirSync(work)) if (file.endsWith('.tgz')) rmSync(path.join(work, file));
  const args = ['pack', '--json', '--pack-destination', work];
  const output = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e8,
  });
  const [{filename, shasum}] = JSON.parse(output);
  const tarball = `summit-embeds-${shasum}.tgz`;
  renameSync(path.join(work, filename), path.join(work, tarball));
  return tarball;
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

/** @param {string} range */
function findNodeFolder(range) {
  if (nodeIsNewEnough(process.version, range)) return undefined;
  const wanted = range.replace(/^>=\s*/, '');
  const folder = path.join(root, 'build', `node-${wanted.split('.')[0]}`);
  const bin = path.join(folder, 'node_modules', 'node', 'bin');
  const version = () => execFileSync(path.join(bin, 'node'), ['--version'], {encoding: 'utf8'}).trim();
  if (!existsSync(bin) || !nodeIsNewEnough(version(), range)) {
    mkdirSync(folder, {recursive: true});
    writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', `node@^${wanted}`], {
      cwd: folder,
      stdio: 'pipe',
    });
  }
  return bin;
}
