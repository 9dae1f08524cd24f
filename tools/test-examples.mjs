/**
 * Runs the projects of examples/ as their readers would: a copy of each in build/examples installs the packed package, is
 * checked, built, served and opened in Chromium. test/examples/*.test.mjs say what must be seen there.
 *
 *   npm run test:examples               all of them, two at a time
 *   npm run test:examples -- vue astro  these
 *   npm run test:examples -- --list     their names
 *
 * Where an example asks for a newer Node than this one, npm fetches one, which runs this example alone. Leaves what was seen in
 * build/examples/seen.json, and the figures of a whole run in build/test-results/examples.json.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {nodeIsNewEnough} from './setup.mjs';
import {nodeTestReporters} from './node-test-reporters.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = path.join(root, 'build', 'examples');
const resultsFile = path.join(root, 'build', 'test-results', 'examples.json');
const readJson = (...file) => JSON.parse(readFileSync(path.join(...file), 'utf8'));

const {values, positionals: words} = parseArgs({options: {list: {type: 'boolean'}}, allowPositionals: true});
const all = readdirSync(path.join(root, 'examples'), {withFileTypes: true}).filter((entry) => entry.isDirectory()).map(({name}) => name);
if (values.list) {
  console.log(all.join('\n'));
  process.exit(0);
}
const unknown = words.find((word) => !all.includes(word));
if (unknown) {
  console.error(`examples: there is no ${unknown}; there are ${all.join(', ')}.`);
  process.exit(2);
}
// Those that take longest first, so that the two rows end at about the same time.
const slow = ['nextjs', 'angular', 'astro'];
const names = (words.length > 0 ? all.filter((name) => words.includes(name)) : all).sort((a, b) => slow.includes(b) - slow.includes(a));

/** Packs dist/ as it is: `prepare` would build it anew. */
function pack() {
  mkdirSync(work, {recursive: true});
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', work];
  const [{filename}] = JSON.parse(execFileSync('npm', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8}));
  return path.join(work, filename);
}

/** The bin folder of a Node that satisfies `range` (">=22.22.3"), of the same major version; undefined where this one does. */
function nodeFor(range) {
  if (nodeIsNewEnough(process.version, range)) return undefined;
  const wanted = range.replace(/^>=\s*/, '');
  const folder = path.join(work, `node-${wanted.split('.')[0]}`);
  const bin = path.join(folder, 'node_modules', 'node', 'bin');
  const version = () => execFileSync(path.join(bin, 'node'), ['--version'], {encoding: 'utf8'}).trim();
  if (!existsSync(bin) || !nodeIsNewEnough(version(), range)) {
    console.log(`Fetching Node ${wanted} or newer (npm package node) …`);
    mkdirSync(folder, {recursive: true});
    writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', `node@^${wanted}`], {cwd: folder, stdio: 'pipe'});
  }
  console.log(`Node ${version()} for ${range}`);
  return bin;
}

const started = performance.now();
const tarball = pack();
const bins = {};
for (const name of names) {
  const range = readJson(root, 'examples', name, 'package.json').engines.node;
  if (!(range in bins)) bins[range] = nodeFor(range);
}

mkdirSync(path.dirname(resultsFile), {recursive: true});
rmSync(resultsFile, {force: true});
for (const name of names) rmSync(path.join(work, `${name}.seen.json`), {force: true});
const {status} = spawnSync(
  process.execPath,
  [
    '--test',
    '--test-timeout=900000',
    '--test-concurrency=2',
    ...nodeTestReporters(words.length > 0 ? undefined : resultsFile),
    ...names.map((name) => path.join('test', 'examples', `${name}.test.mjs`)),
  ],
  {cwd: root, stdio: 'inherit', env: {...process.env, SUMMIT_EXAMPLES: JSON.stringify({tarball, bins})}},
);
process.exitCode = status ?? 1;

const seen = names.map((name) => path.join(work, `${name}.seen.json`)).filter((file) => existsSync(file)).map((file) => readJson(file));
writeFileSync(path.join(work, 'seen.json'), `${JSON.stringify(seen, null, 2)}\n`);
for (const {name, framework, version, node, seconds, statuses = []} of seen) {
  const times = Object.entries(seconds).map(([phase, s]) => `${phase} ${s} s`);
  console.log(`${name}: ${framework} ${version}, Node ${node?.slice(1)}; ${times.join(', ')}; ${statuses.map((text) => `“${text}”`).join(', ')}`);
}
console.log(`In all ${Math.round((performance.now() - started) / 1000)} s.`);
