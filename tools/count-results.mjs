/**
 * Adds up a whole run of .ci/run and prints `N passed, N failed`.
 *
 *   node tools/count-results.mjs test=0 build=0 …
 *
 * The arguments are the exit codes of the steps that ran. Figures of test runs come from build/test-results/. Every
 * check and every other step counts as one. What left no trace (a step that did not run, a missing or empty results
 * file) is a failure.
 */
import {readFileSync, realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The steps of .ci/run; with the results files of those that run tests. */
const steps = [
  {name: 'test', files: ['node', 'browser'], checks: ['types', 'lint', 'build']},
  {name: 'size'},
  {name: 'check:data'},
  {name: 'check:package'},
  {name: 'check:api'},
  {name: 'check:unused'},
  {name: 'build:storybook'},
  {name: 'test:stories', files: ['stories']},
  {name: 'test:visual', files: ['visual']},
  {name: 'test:browsers', files: ['browsers']},
  {name: 'test:hosts', files: ['hosts']},
  {name: 'test:examples', files: ['examples']},
];

/** `exitCodes` by step; `read` gives a results file by name (without ending), or `undefined` where there is none. */
export function countResults(exitCodes, read) {
  const total = {passed: 0, failed: 0};
  for (const {name, files = [], checks = []} of steps) {
    const ok = exitCodes[name] === 0;
    if (files.length === 0) {
      total[ok ? 'passed' : 'failed'] += 1;
      continue;
    }
    const failedBefore = total.failed;
    for (const file of files) {
      const {passed = 0, failed = 0} = read(file) ?? {};
      total.passed += passed;
      total.failed += passed + failed > 0 ? failed : 1;
    }
    const outcomes = checks.length > 0 ? (read('summary')?.checks?.names ?? {}) : {};
    for (const check of checks) total[outcomes[check] === 'passed' ? 'passed' : 'failed'] += 1;
    // Something else went wrong in it than a test or a check.
    if (!ok && total.failed === failedBefore) total.failed += 1;
  }
  return total;
}

function readResults(name) {
  try {
    return JSON.parse(readFileSync(new URL(`../build/test-results/${name}.json`, import.meta.url), 'utf8'));
  } catch {
    return undefined;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const pairs = process.argv.slice(2).map((arg) => {
    const at = arg.lastIndexOf('=');
    return [arg.slice(0, at), Number(arg.slice(at + 1))];
  });
  const {passed, failed} = countResults(Object.fromEntries(pairs), readResults);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
