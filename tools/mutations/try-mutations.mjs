/**
 * Shows which test suite detects each deliberate defect of mutations.mjs. Runs in a copy in the system's temporary
 * folder, so the working tree doesn't change.
 *
 *   node tools/mutations/try-mutations.mjs                            all mutations
 *   node tools/mutations/try-mutations.mjs wrong-speaker no-focus-outline     only these
 *   node tools/mutations/try-mutations.mjs --suites unit,browser      with other suites, in this order
 *   node tools/mutations/try-mutations.mjs --out FILE.md              writes the table to the file, row by row
 *   node tools/mutations/try-mutations.mjs --check                    checks that every patch applies; takes a second
 *
 * Runs the suites one after the other for each mutation until one fails. Each suite must first pass without a
 * mutation. Suites are those of tools/run-tests, optionally with a part of a file name: `--suites
 * delivery/take-over`. The exit code is 1 if a mutation isn't detected or a patch doesn't apply.
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {suites} from '../run-tests/suites.mjs';
import {mutations} from './mutations.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patchFolder = fileURLToPath(new URL('patches', import.meta.url));

/** Fast suites first; `delivery` and later ones need a build. */
const defaultSuites = ['unit', 'browser', 'delivery', 'docs', 'hosts', 'visual', 'package'];

const {values, positionals} = parseArgs({
  options: {suites: {type: 'string'}, out: {type: 'string'}, check: {type: 'boolean', default: false}},
  allowPositionals: true,
});

/** How Node's reporter and that of the web test runner begin the line of a failed test. */
const FAILURE = /^\s*(?:✖|❌|𐄂)\s*/u;

/** The running suite, which is ended with this process. */
let running;

function fail(message) {
  console.error(message);
  process.exit(2);
}

function selectMutations() {
  const unknown = positionals.find((name) => !mutations.some((mutation) => mutation.name === name));
  if (unknown !== undefined)
    fail(`There is no mutation "${unknown}". There are ${mutations.map(({name}) => name).join(', ')}.`);
  return positionals.length === 0 ? mutations : mutations.filter(({name}) => positionals.includes(name));
}

function selectSuites() {
  const names = values.suites?.split(',') ?? defaultSuites;
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name.split('/')[0]));
  if (unknown !== undefined)
    fail(`There is no suite "${unknown}". There are ${suites.map(({name}) => name).join(', ')}.`);
  return names;
}

function patchOf(name) {
  return path.join(patchFolder, `${name}.patch`);
}

/** Names of mutations whose patch doesn't apply, and of patches that mutations.mjs doesn't list. */
function findStalePatches() {
  const stale = mutations.filter(
    ({name}) => spawnSync('git', ['apply', '--check', patchOf(name)], {cwd: root, stdio: 'inherit'}).status !== 0,
  );
  const unlisted = readdirSync(patchFolder).filter((file) => !mutations.some(({name}) => file === `${name}.patch`));
  return [...stale.map(({name}) => name), ...unlisted];
}

/** Copies all files that Git tracks or would add; packages as hard links if the file system allows it. */
function makeCopy() {
  const copy = mkdtempSync(path.join(tmpdir(), 'summit-mutations-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name && existsSync(path.join(root, name)))) {
    mkdirSync(path.join(copy, path.dirname(file)), {recursive: true});
    copyFileSync(path.join(root, file), path.join(copy, file));
  }
  for (const folder of ['.', ...suites.flatMap(({packages = []}) => packages)]) {
    const from = path.join(root, folder, 'node_modules');
    const to = path.join(copy, folder, 'node_modules');
    if (!existsSync(from)) continue;
    if (spawnSync('cp', ['-al', from, to], {stdio: 'ignore'}).status !== 0) {
      rmSync(to, {recursive: true, force: true});
      execFileSync('cp', ['-R', from, to]);
    }
  }
  // Some tools ask Git for the list of files.
  execFileSync('git', ['init', '--quiet'], {cwd: copy});
  execFileSync('git', ['add', '--all'], {cwd: copy});
  return copy;
}

/** Runs one suite in the copy. Resolves to `undefined` if it passes, otherwise to its first failure. */
async function runSuite(copy, suite) {
  running = spawn(process.execPath, ['tools/run-tests/run-tests.mjs', suite], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let failure;
  const lines = createInterface({input: running.stdout}).on('line', (line) => {
    if (FAILURE.test(line)) failure ??= line.replace(FAILURE, '');
  });
  running.stderr.resume();
  const [[code]] = await Promise.all([once(running, 'close'), once(lines, 'close')]);
  running = undefined;
  return code === 0 ? undefined : (failure ?? `ended with ${code}`);
}

/** Tries one mutation. Resolves to the suite that detected it and the first failure, or `undefined`. */
async function tryMutation(copy, name, suiteNames) {
  const apply = (...options) => execFileSync('git', ['apply', ...options, patchOf(name)], {cwd: copy});
  apply();
  try {
    for (const suite of suiteNames) {
      const failure = await runSuite(copy, suite);
      if (failure !== undefined) return {suite, failure};
    }
    return undefined;
  } finally {
    apply('--reverse');
  }
}

function row(...cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

async function main() {
  const stale = findStalePatches();
  if (stale.length > 0) {
    console.error(`${stale.join(', ')}: the patch does not apply, or mutations.mjs has no entry for it.`);
    process.exitCode = 1;
    return;
  }
  if (values.check) {
    console.log(`${mutations.length} patches apply.`);
    return;
  }

  const selected = selectMutations();
  const suiteNames = selectSuites();
  const copy = makeCopy();
  process.on('exit', () => rmSync(copy, {recursive: true, force: true}));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      running?.kill('SIGTERM');
      process.exit(130);
    });
  }

  for (const suite of suiteNames) {
    const failure = await runSuite(copy, suite);
    if (failure !== undefined) fail(`${suite} fails without any mutation: ${failure}`);
    console.error(`${suite} passes without a mutation`);
  }
  const table = [row('mutation', 'layer', 'found by'), row('---', '---', '---')];
  for (const {name, layer} of selected) {
    const found = await tryMutation(copy, name, suiteNames);
    if (!found) process.exitCode = 1;
    table.push(row(name, layer, found ? `${found.suite}: ${found.failure}` : '**not found**'));
    console.error(table.at(-1));
    if (values.out) writeFileSync(values.out, `${table.join('\n')}\n`);
  }
  console.log(table.join('\n'));
}

await main();
