/**
 * Runs the test suites of suites.mjs: three at a time, one summary.
 *
 *   node tools/run-tests/run-tests.mjs --group test     what `npm test` runs
 *   node tools/run-tests/run-tests.mjs --group all      what `npm run test:all` runs: all other suites
 *   node tools/run-tests/run-tests.mjs hosts            one suite
 *   node tools/run-tests/run-tests.mjs hosts/policies   only files, pictures or stories with this in their name
 *   node tools/run-tests/run-tests.mjs visual --update  updates the reference pictures, trees and lists
 *   node tools/run-tests/run-tests.mjs --list           the table
 *   node tools/run-tests/run-tests.mjs --total          adds up the last run of every suite, for CI
 *
 * Writes the counts and the full output of each suite to build/test-results/. A suite without counts has failed.
 */
import {spawn} from 'node:child_process';
import {createWriteStream, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {installPrograms} from './install-programs.mjs';
import {suites} from './suites.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = path.join(root, 'build', 'test-results');

/** Number of parallel suites: one more than most machines of CI have processors, since each waits at times. */
const lanes = 3;
/** Timeout for a suite that hangs. */
const suiteTimeoutMs = 40 * 60_000;
/** Interval of progress lines without a terminal. */
const heartbeatMs = 30_000;

const {values, positionals} = parseArgs({
  options: {
    group: {type: 'string'},
    update: {type: 'boolean', default: false},
    list: {type: 'boolean', default: false},
    total: {type: 'boolean', default: false},
  },
  allowPositionals: true,
});

/** Running process groups, which are ended with this process. */
const running = new Set();
const startedAt = Date.now();
const interactive = process.stdout.isTTY === true;

function seconds(since = startedAt) {
  return Math.round((Date.now() - since) / 1000);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

/** The requested suites, each with the word that file or test names must contain. */
function selectSuites() {
  if (positionals.length === 0)
    return suites.filter(({group}) => group === values.group).map((suite) => ({...suite, word: ''}));
  return positionals.map((argument) => {
    const [name, ...words] = argument.split('/');
    const suite = suites.find((one) => one.name === name);
    if (!suite) fail(`There is no suite "${name}". There are ${suites.map((one) => one.name).join(', ')}.`);
    return {...suite, word: words.join('/')};
  });
}

/** Node's arguments for a part; `undefined` if no file matches the word. */
function commandOf(part, word) {
  if (part.folders) {
    const files = part.folders.flatMap(listTestFiles).filter((file) => part.filtersNames || file.includes(word));
    if (files.length === 0) return undefined;
    const reporter = ['--test-reporter=./tools/run-tests/node-reporter.mjs', '--test-reporter-destination=stdout'];
    return ['--import', 'tsx', ...reporter, 'tools/run-tests/run-node-files.mjs', ...files];
  }
  if (part.check && !part.prepares) return word ? undefined : part.node;
  return part.node;
}

function listTestFiles(folder) {
  return readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.test\.(?:mjs|ts)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

/**
 * Runs Node in its own process group. Every line goes to `onLine`. Resolves to the exit code, or null if it was
 * ended.
 */
function runNode(args, env, onLine) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, FORCE_COLOR: '0', ...env},
    });
    running.add(child);
    const timer = setTimeout(() => {
      onLine(`✖ ended after ${suiteTimeoutMs / 60_000} minutes`);
      endGroup(child);
    }, suiteTimeoutMs);
    for (const stream of [child.stdout, child.stderr]) createInterface({input: stream}).on('line', onLine);
    child.on('error', (error) => {
      onLine(String(error));
      resolve(null);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code);
    });
  });
}

function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The process has already exited.
  }
}

function readCounts(file) {
  try {
    const {passed = 0, failed = 0, skipped = 0} = JSON.parse(readFileSync(file, 'utf8'));
    return {passed, failed, skipped};
  } catch {
    return undefined;
  }
}

/** Runs one part of a suite and counts its results. A part that crashed or ran no test counts as one failure. */
async function runPart(part, {word, resultsFile, onLine}) {
  const args = commandOf(part, word);
  if (!args) return {passed: 0, failed: 0, skipped: 0};
  rmSync(resultsFile, {force: true});
  const env = {...part.env, SUMMIT_RESULTS: resultsFile, SUMMIT_TEST_WORD: word, ...(values.update && {UPDATE: '1'})};
  const code = await runNode(args, env, onLine);
  if (part.check) return {passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0};
  const counts = readCounts(resultsFile) ?? {passed: 0, failed: 0, skipped: 0};
  const isSilent = counts.failed === 0 && (code !== 0 || counts.passed + counts.skipped === 0);
  if (isSilent) onLine(`✖ ${part.name ?? 'the run'} ended with code ${code} after ${counts.passed} tests`);
  return {...counts, failed: counts.failed + (isSilent ? 1 : 0)};
}

/** @returns Counts and seconds. The suite's whole output is in its log; what failed is printed. */
async function runSuite(suite, state) {
  const started = Date.now();
  const log = createWriteStream(path.join(results, `${suite.name}.log`));
  const lines = [];
  const total = {passed: 0, failed: 0, skipped: 0};
  const onLine = (line) => {
    log.write(`${line}\n`);
    lines.push(line);
    state.status = line;
  };
  for (const [index, part] of suite.parts.entries()) {
    const resultsFile = path.join(results, `${suite.name}-${index}.json`);
    const counts = await runPart(part, {word: suite.word, resultsFile, onLine});
    for (const key of Object.keys(total)) total[key] += counts[key];
    // Remove results of an earlier run so that they can't be mistaken for this one's.
    if (part.prepares && counts.failed > 0) break;
  }
  log.end();
  if (total.failed + total.passed + total.skipped === 0) {
    lines.push(`✖ no test of ${suite.name} has "${suite.word}" in its name`);
    total.failed = 1;
  }
  if (!suite.word) writeFileSync(path.join(results, `${suite.name}.json`), `${JSON.stringify(total)}\n`);
  const failures = total.failed > 0 ? lines : lines.filter((line) => line.startsWith('#'));
  return {name: suite.name, ...total, seconds: seconds(started), lines: failures};
}

function describe({name, passed, failed, skipped, seconds: took}) {
  const more = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${failed > 0 ? '✖' : '✔'} ${name.padEnd(8)} ${passed} passed, ${failed} failed${more} (${took} s)`;
}

/** The requirements of suites. Each is prepared once. */
function makeRequirements(selected) {
  const requirements = [];
  const programs = new Set(selected.flatMap((suite) => suite.programs ?? []));
  if (programs.size > 0) {
    requirements.push({
      name: 'programs',
      isFor: (suite) => suite.programs !== undefined,
      make: async (onLine) => {
        await installPrograms(programs, onLine);
        return true;
      },
    });
  }
  if (selected.some(({needsBuild}) => needsBuild)) {
    requirements.push({
      name: 'build',
      isFor: (suite) => suite.needsBuild === true,
      make: async (onLine) => (await runNode(['tools/setup.mjs', '--build'], {}, onLine)) === 0,
    });
  }
  const folders = new Set(selected.flatMap((suite) => suite.packages ?? []));
  if (folders.size > 0) {
    requirements.push({
      name: 'packages',
      isFor: (suite) => suite.packages !== undefined,
      make: async (onLine) =>
        (await runNode(['tools/setup.mjs', `--packages=${[...folders].join(',')}`], {}, onLine)) === 0,
    });
  }
  return requirements;
}

async function main() {
  if (values.list) {
    for (const {name, group, about} of suites)
      console.log(`${name.padEnd(8)}  ${group === 'test' ? 'npm test        ' : 'npm run test:all'}  ${about}`);
    return;
  }
  if (values.total) return printTotal();
  const selected = selectSuites();
  if (selected.length === 0) fail('Say which suites: --group test, --group all, or names. --list has them.');

  mkdirSync(results, {recursive: true});
  for (const {name} of selected) rmSync(path.join(results, `${name}.json`), {force: true});

  const requirements = makeRequirements(selected);
  const pending = [...requirements.map((requirement) => ({requirement})), ...selected.map((suite) => ({suite}))];
  const active = new Set();
  const outcomes = [];

  const isReady = ({requirement, suite}) =>
    requirement !== undefined || requirements.every((one) => !one.isFor(suite) || one.done === true);

  const printed = () => [...active].map(({name, status}) => `${name}: ${status}`).join(' | ');
  const heartbeat = setInterval(
    () =>
      interactive
        ? process.stdout.write(
            `\r\u001B[K${`${seconds()} s  ${printed()}`.slice(0, (process.stdout.columns ?? 80) - 1)}`,
          )
        : console.log(`… ${seconds()} s  ${printed()}`),
    interactive ? 500 : heartbeatMs,
  );
  const print = (...lines) => {
    if (interactive) process.stdout.write('\r\u001B[K');
    for (const line of lines) console.log(line);
  };

  async function runJob({requirement, suite}) {
    const state = {name: requirement?.name ?? suite.name, status: 'starts'};
    active.add(state);
    if (requirement) {
      const started = Date.now();
      const lines = [];
      const ok = await requirement
        .make((line) => {
          lines.push(line);
          state.status = line;
        })
        .catch((error) => {
          lines.push(error.message);
          return false;
        });
      requirement.done = true;
      if (ok) print(`✔ ${requirement.name.padEnd(8)} ready (${seconds(started)} s)`);
      else {
        outcomes.push({name: requirement.name, passed: 0, failed: 1, skipped: 0, seconds: seconds(started)});
        print(...lines, `✖ ${requirement.name} failed`);
      }
    } else {
      const outcome = await runSuite(suite, state).catch((error) => ({
        name: suite.name,
        passed: 0,
        failed: 1,
        skipped: 0,
        seconds: 0,
        lines: [error.stack],
      }));
      outcomes.push(outcome);
      print(...outcome.lines, describe(outcome));
    }
    active.delete(state);
  }

  await new Promise((resolve) => {
    const next = () => {
      // Requirements start at once: to install something is mostly to wait for it.
      for (;;) {
        const index = pending.findIndex((job) => isReady(job) && (job.requirement || active.size < lanes));
        if (index < 0) break;
        const [job] = pending.splice(index, 1);
        if (!interactive) console.log(`▸ ${job.requirement?.name ?? job.suite.name}`);
        void runJob(job).then(next);
      }
      if (active.size === 0 && pending.length === 0) resolve();
    };
    next();
  });
  clearInterval(heartbeat);

  const order = selected.map(({name}) => name);
  outcomes.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  console.log(`\n${outcomes.map(describe).join('\n')}`);
  printSum(outcomes, ` (${seconds()} s)`);
}

function printSum(outcomes, more = '') {
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${more}`);
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

/** Adds up the last run of every suite; a suite without counts counts as one failure. */
function printTotal() {
  printSum(suites.map(({name}) => readCounts(path.join(results, `${name}.json`)) ?? {passed: 0, failed: 1}));
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) endGroup(child);
    process.exit(130);
  });
}

await main();
