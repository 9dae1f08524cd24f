import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/**
 * Reporter for `@web/test-runner`: writes the counts as JSON to the file named by the environment variable
 * `SUMMIT_RESULTS`.
 */
export function resultsReporter() {
  return {
    onTestRunFinished: ({sessions}) => writeCounts(countSessions(sessions)),
  };
}

export function writeCounts(counts) {
  const file = process.env['SUMMIT_RESULTS'];
  if (!file) return;
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, `${JSON.stringify(counts)}\n`);
}

/**
 * An error that prevents tests from running (a file doesn't load, a browser doesn't start) counts as one failure per
 * session.
 */
function countSessions(sessions) {
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
