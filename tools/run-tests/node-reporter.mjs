/**
 * Reporter for `node:test`: one line per file, every failure in full, and the counts as JSON in the file named by the
 * environment variable `SUMMIT_RESULTS`.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {inspect} from 'node:util';

/** What Node says of an error that no test waited for. It ends the process with code 1. */
const lateError = /^(?:Error|Warning): .*async/s;

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* nodeReporter(events) {
  const total = {passed: 0, failed: 0, skipped: 0};
  let file = {...total};
  /** Names of the suites around the current test, by nesting. */
  const names = [];
  for await (const {type, data} of events) {
    if (type === 'test:start') {
      names.length = data.nesting;
      names.push(data.name);
    } else if (type === 'test:pass' || type === 'test:fail') {
      const isSuite = data.details.type === 'suite';
      if (!isSuite) {
        file[
          data.skip !== undefined || data.todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed'
        ] += 1;
      } else if (type === 'test:fail' && !failedInside(data.details.error)) {
        // A hook failed, or the file could not be loaded.
        file.failed += 1;
      }
      if (type === 'test:fail' && !failedInside(data.details.error)) {
        yield `✖ ${[...names.slice(0, data.nesting), data.name].join(' › ')}\n${indent(describeError(data.details.error))}\n`;
      }
      if (data.nesting === 0) {
        yield `${file.failed > 0 ? '✖' : '✔'} ${data.name}: ${describeCounts(file)} (${(data.details.duration_ms / 1000).toFixed(1)} s)\n`;
        for (const key of Object.keys(total)) total[key] += file[key];
        file = {passed: 0, failed: 0, skipped: 0};
      }
    } else if (type === 'test:diagnostic' && data.nesting > 0) {
      yield `# ${data.message}\n`;
    } else if (type === 'test:diagnostic' && lateError.test(data.message)) {
      total.failed += 1;
      yield `✖ after a test had ended\n${indent(data.message)}\n`;
    }
  }
  const results = process.env['SUMMIT_RESULTS'];
  if (!results) return;
  mkdirSync(path.dirname(results), {recursive: true});
  writeFileSync(results, `${JSON.stringify(total)}\n`);
}

/** Whether a suite failed only because of a test in it, which is already reported. */
function failedInside(error) {
  return error?.failureType === 'subtestsFailed';
}

function describeCounts({passed, failed, skipped}) {
  return `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function describeError(error) {
  const {cause = error} = error ?? {};
  return cause?.code === 'ERR_ASSERTION'
    ? `${cause.message}\n${(cause.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at .*(?:test|src|builder|tools)\//.test(line))
        .join('\n')}`
    : inspect(cause);
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
