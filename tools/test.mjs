/**
 * Runs everything behind `npm test`. A failing step does not keep the others from running. Steps that need nothing of each other
 * run at once, since most of them keep a single processor busy; what they print comes one after the other all the same.
 *
 *   npm test                   all steps
 *   npm test -- lint browser   these only
 *
 * Leaves the figures in build/test-results/: node.json and browser.json from the runners, summary.json from here.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {nodeTestReporters} from './node-test-reporters.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = path.join(root, 'build', 'test-results');

/**
 * Stages follow each other, the steps of a stage run side by side. A step with `file` runs tests, and the file tells how many;
 * one without is a check that passes or fails. `run` gets a function that runs Node with arguments.
 */
const stages = [
  [
    {
      name: 'types',
      async run(node) {
        const check = (project) => node('node_modules/typescript/bin/tsc', '--noEmit', '-p', project);
        return (await Promise.all(['tsconfig.json', 'tsconfig.browser.json', 'tsconfig.test.json'].map(check))).every(Boolean);
      },
    },
    {name: 'lint', run: (node) => node('node_modules/eslint/bin/eslint.js', '.')},
    {name: 'build', run: (node) => node('tools/setup.mjs', '--build')},
  ],
  [
    {name: 'node', run: runNodeTests, file: path.join(results, 'node.json')},
    {
      name: 'browser',
      run: (node) => node('node_modules/@web/test-runner/dist/bin.js'),
      file: path.join(results, 'browser.json'),
    },
  ],
];
const steps = stages.flat();

async function runNodeTests(node) {
  // The test of docs/nginx.conf is skipped where there is none; in CI it must not be.
  if (process.env.CI) await node('tools/nginx.mjs', '--install');
  const files = ['tools', 'test'].flatMap((folder) =>
    existsSync(path.join(root, folder))
      ? readdirSync(path.join(root, folder), {recursive: true})
          // Those of hostile pages have a command of their own.
          .filter((file) => file.endsWith('.test.mjs') && !/^(?:hosts|examples)\b/.test(file))
          .map((file) => path.join(folder, file))
          .sort()
      : [],
  );
  return node(
    '--test',
    // In milliseconds, for a whole file as well: a test that hangs must not hold up the rest for long.
    '--test-timeout=600000',
    // Most of a test's time is a browser's: two files at once take little more than one.
    '--test-concurrency=2',
    ...nodeTestReporters(path.join(results, 'node.json')),
    ...files,
  );
}

/** Runs Node with these arguments in the project; whether it ended well. */
async function node(print, ...args) {
  const child = spawn(process.execPath, args, {cwd: root, stdio: print ? ['ignore', 'pipe', 'pipe'] : 'inherit'});
  if (print) for (const stream of [child.stdout, child.stderr]) stream.on('data', print);
  const [code] = await once(child, 'close');
  return code === 0;
}

function readFigures(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** With `print`, what the step says goes there. */
async function runStep({name, run, file}, print) {
  if (file) rmSync(file, {force: true});
  const started = Date.now();
  const ok = await run((...args) => node(print, ...args));
  const seconds = Math.round((Date.now() - started) / 1000);
  if (!file) return {name, ok, seconds};

  const {passed = 0, failed = 0, skipped = 0} = readFigures(file) ?? {};
  // A runner that died, or that found nothing to run, has not shown that anything works.
  const silent = failed === 0 && (!ok || passed === 0);
  return {name, ok: ok && !silent, seconds, tests: {passed, failed: failed + (silent ? 1 : 0), skipped}};
}

/** Runs steps side by side. The first prints as it goes, each other one once those before it have ended. */
async function runStage(stage) {
  const printHead = ({name}) => console.log(`\n── ${name} ──`);
  if (stage.length === 1) {
    printHead(stage[0]);
    return [await runStep(stage[0])];
  }
  const running = stage.map((step) => {
    const turn = {step, kept: [], live: false};
    turn.outcome = runStep(step, (chunk) => (turn.live ? process.stdout.write(chunk) : turn.kept.push(chunk)));
    return turn;
  });
  const outcomes = [];
  for (const turn of running) {
    printHead(turn.step);
    for (const chunk of turn.kept) process.stdout.write(chunk);
    turn.live = true;
    outcomes.push(await turn.outcome);
  }
  return outcomes;
}

function summarize(outcomes) {
  const checks = outcomes.filter((outcome) => !outcome.tests);
  const tests = outcomes.filter((outcome) => outcome.tests).map((outcome) => outcome.tests);
  const sum = (key) => tests.reduce((total, figures) => total + figures[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    checks: {
      passed: checks.filter((check) => check.ok).length,
      failed: checks.filter((check) => !check.ok).length,
      names: Object.fromEntries(checks.map((check) => [check.name, check.ok ? 'passed' : 'failed'])),
    },
  };
}

function describe({name, ok, seconds, tests}) {
  const skipped = tests?.skipped ? `, ${tests.skipped} skipped` : '';
  const what = tests ? `${tests.passed} passed, ${tests.failed} failed${skipped}` : ok ? 'passed' : 'failed';
  return `${ok ? '✔' : '✖'} ${name.padEnd(8)} ${what} (${seconds} s)`;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

mkdirSync(results, {recursive: true});
const summaryFile = path.join(results, 'summary.json');
rmSync(summaryFile, {force: true});

const outcomes = [];
for (const stage of stages) {
  outcomes.push(...(await runStage(stage.filter(({name}) => wanted.length === 0 || wanted.includes(name)))));
}
const summary = summarize(outcomes);
writeFileSync(summaryFile, `${JSON.stringify(summary, null, 2)}\n`);

console.log(`\n${outcomes.map(describe).join('\n')}`);
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1;
