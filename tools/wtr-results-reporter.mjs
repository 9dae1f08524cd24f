import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const resultsFile = process.env.SUMMIT_RESULTS || fileURLToPath(new URL('../build/test-results/browser.json', import.meta.url));

/**
 * Writes how many single tests passed, failed and were skipped. What kept tests from running (a file that did not
 * load, a browser that did not start) is one failure for each session.
 */
export function resultsReporter({file = resultsFile} = {}) {
  return {
    start() {
      // A run that dies must not leave the figures of the one before.
      rmSync(file, {force: true});
    },
    onTestRunFinished({sessions}) {
      mkdirSync(path.dirname(file), {recursive: true});
      writeFileSync(file, `${JSON.stringify(countSessions(sessions))}\n`);
    },
  };
}

export function countSessions(sessions) {
  const total = {passed: 0, failed: 0, skipped: 0};
  for (const session of sessions) {
    const failedBefore = total.failed;
    if (session.testResults) countSuite(session.testResults, total);
    const testFailed = total.failed > failedBefore;
    if (session.errors.length > 0 || (!session.passed && !testFailed)) total.failed += 1;
  }
  return total;
}

function countSuite(suite, total) {
  for (const test of suite.tests) {
    if (test.skipped) total.skipped += 1;
    else if (test.passed) total.passed += 1;
    else total.failed += 1;
  }
  for (const inner of suite.suites) countSuite(inner, total);
}
