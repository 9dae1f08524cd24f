import assert from 'node:assert/strict';
import {test} from 'node:test';
import nodeResultsReporter from './node-results-reporter.mjs';
import {countSessions} from './wtr-results-reporter.mjs';

const passing = {passed: true, skipped: false};
const failing = {passed: false, skipped: false};
const suite = (tests, suites = []) => ({tests, suites});

test('counts the browser tests of nested suites', () => {
  const testResults = suite([passing], [suite([passing, failing], [suite([{passed: true, skipped: true}])])]);
  const sessions = [{passed: false, errors: [], testResults}];
  assert.deepEqual(countSessions(sessions), {passed: 2, failed: 1, skipped: 1});
});

test('counts a test file that did not load as one failure', () => {
  const broken = {passed: false, errors: [{message: 'Could not import your test module.'}]};
  const silent = {passed: false, errors: []};
  assert.deepEqual(countSessions([broken, silent]), {passed: 0, failed: 2, skipped: 0});
});

test('reads the figures of the Node test runner', async () => {
  const lines = ['pass 99', 'tests 6', 'suites 1', 'pass 2', 'fail 1', 'cancelled 1', 'skipped 1', 'todo 1'];
  const events = async function* () {
    for (const message of lines) yield {type: 'test:diagnostic', data: {nesting: 0, message}};
  };
  const output = [];
  for await (const text of nodeResultsReporter(events())) output.push(text);
  assert.deepEqual(JSON.parse(output.join('')), {passed: 2, failed: 2, skipped: 2});
});
