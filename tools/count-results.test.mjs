import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countResults} from './count-results.mjs';

const allWell = {
  test: 0,
  size: 0,
  'check:data': 0,
  'check:package': 0,
  'check:api': 0,
  'check:unused': 0,
  'build:storybook': 0,
  'test:stories': 0,
  'test:visual': 0,
  'test:browsers': 0,
  'test:hosts': 0,
  'test:examples': 0,
};
const results = {
  node: {passed: 10, failed: 0, skipped: 1},
  browser: {passed: 20, failed: 0, skipped: 0},
  stories: {passed: 5, failed: 0},
  visual: {passed: 50, failed: 0},
  browsers: {passed: 40, failed: 0},
  hosts: {passed: 7, failed: 0},
  examples: {passed: 6, failed: 0},
  summary: {checks: {names: {types: 'passed', lint: 'passed', build: 'passed'}}},
};
const reader = (files) => (name) => files[name];

test('adds up tests, checks and steps', () => {
  // 88 tests, 50 pictures, 3 checks, 6 steps without tests.
  assert.deepEqual(countResults(allWell, reader(results)), {passed: 147, failed: 0});
});

test('counts every failed test, check and step, none twice', () => {
  const codes = {...allWell, test: 1, size: 1};
  const files = {
    ...results,
    browser: {passed: 17, failed: 3},
    summary: {checks: {names: {types: 'failed', lint: 'passed', build: 'passed'}}},
  };
  assert.deepEqual(countResults(codes, reader(files)), {passed: 142, failed: 5});
});

test('takes a missing or empty results file for a failure', () => {
  assert.deepEqual(countResults(allWell, reader({...results, stories: undefined})), {passed: 142, failed: 1});
  assert.deepEqual(countResults(allWell, reader({...results, stories: {passed: 0, failed: 0}})), {
    passed: 142,
    failed: 1,
  });
});

test('counts a test step that failed for no reason its figures show', () => {
  assert.deepEqual(countResults({...allWell, 'test:stories': 1}, reader(results)), {passed: 147, failed: 1});
});

test('counts what never ran as failed', () => {
  // Seven results files, three checks, six steps.
  assert.deepEqual(countResults({}, reader({})), {passed: 0, failed: 16});
});
