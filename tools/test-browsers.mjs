/**
 * Runs the element tests in every browser engine of the machine, one after the other.
 *
 *   npm run test:browsers                                   all of them
 *   SUMMIT_ENGINES=firefox,webkit npm run test:browsers     these alone
 *
 * As root on Debian and Ubuntu it installs what is missing. Elsewhere an engine that is missing is skipped, and named; where
 * CI is set, it counts as failed. Leaves the figures in build/test-results/browsers.json.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {findEngines} from './engines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = path.join(root, 'build', 'test-results');

function runIn(name) {
  const file = path.join(results, `browser-${name}.json`);
  const {status} = spawnSync(process.execPath, ['node_modules/@web/test-runner/dist/bin.js'], {
    cwd: root,
    stdio: 'inherit',
    env: {...process.env, SUMMIT_ENGINES: name, SUMMIT_RESULTS: file},
  });
  let figures = {passed: 0, failed: 0, skipped: 0};
  try {
    figures = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // It died before it could count.
  }
  // So that nothing which did not run, or failed beside the tests, looks like a success.
  const silent = figures.failed === 0 && (status !== 0 || figures.passed === 0);
  return {...figures, failed: figures.failed + (silent ? 1 : 0)};
}

const total = {passed: 0, failed: 0, skipped: 0};
const lines = [];
mkdirSync(results, {recursive: true});
rmSync(path.join(results, 'browsers.json'), {force: true});
for (const {name, version, missing} of await findEngines({install: true, log: (line) => console.log(line)})) {
  console.log(`\n── ${name} ──`);
  if (missing) {
    if (process.env.CI) total.failed += 1;
    lines.push(`${process.env.CI ? '✖' : '–'} ${name.padEnd(8)} skipped. ${missing}`);
    continue;
  }
  const {passed, failed, skipped} = runIn(name);
  for (const [key, figure] of Object.entries({passed, failed, skipped})) total[key] += figure;
  lines.push(`${failed ? '✖' : '✔'} ${name.padEnd(8)} ${passed} passed, ${failed} failed, ${skipped} skipped (${version})`);
}
writeFileSync(path.join(results, 'browsers.json'), `${JSON.stringify(total)}\n`);
console.log(`\n${lines.join('\n')}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
