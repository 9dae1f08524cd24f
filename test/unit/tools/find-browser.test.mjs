import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findBrowser} from '../../../tools/browsers/find-browser.mjs';

/** A machine that has nothing and can do nothing, but for `abilities`; `done` lists what was asked of it. */
function makeMachine(abilities = {}) {
  const done = [];
  const working = new Set(abilities.working ?? []);
  const machine = {
    installed: async () => abilities.installed ?? [],
    runs: async (file) => working.has(file),
    unpacked: async () => (abilities.unpacked ? '/cache/chromium' : undefined),
    hasApt: async () => abilities.hasApt ?? false,
    aptInstall: async () => {
      done.push('apt');
      if (abilities.aptFails) throw new Error('no such package\nand more');
      abilities.installed = ['/usr/bin/chromium'];
      working.add('/usr/bin/chromium');
    },
    hasPackage: () => abilities.hasPackage ?? false,
    unpack: async () => {
      done.push('package');
      if (abilities.packageFails) throw new Error('registry not reached');
      abilities.unpacked = true;
    },
  };
  return {machine, done};
}

const find = (machine, options = {}) => findBrowser({env: {}, machine, ...options});

test('CHROME_PATH goes before everything', async () => {
  const {machine} = makeMachine({installed: ['/a'], working: ['/a', '/mine']});
  assert.equal(await find(machine, {env: {CHROME_PATH: '/mine'}}), '/mine');
});

test('a CHROME_PATH that does not run is named, not passed over', async () => {
  const {machine} = makeMachine({installed: ['/a'], working: ['/a']});
  await assert.rejects(find(machine, {env: {CHROME_PATH: '/gone'}}), /CHROME_PATH is \/gone/);
});

test('takes the first installed browser that runs', async () => {
  const {machine, done} = makeMachine({installed: ['/stub', '/good'], working: ['/good'], hasApt: true});
  assert.equal(await find(machine, {install: true}), '/good');
  assert.deepEqual(done, []);
});

test('takes what was unpacked before', async () => {
  const {machine, done} = makeMachine({unpacked: true, hasApt: true});
  assert.equal(await find(machine, {install: true}), '/cache/chromium');
  assert.deepEqual(done, []);
});

test('installs nothing unless asked', async () => {
  const {machine, done} = makeMachine({hasApt: true, hasPackage: true});
  await assert.rejects(find(machine), /No browser found: install Chromium/);
  assert.deepEqual(done, []);
});

test('tries apt first, and says so in one line', async () => {
  const {machine, done} = makeMachine({hasApt: true, hasPackage: true});
  const lines = [];
  assert.equal(await find(machine, {install: true, log: (line) => lines.push(line)}), '/usr/bin/chromium');
  assert.deepEqual(done, ['apt']);
  assert.equal(lines.length, 1);
});

test('falls back on the npm package where apt fails or is not allowed', async () => {
  const failing = makeMachine({hasApt: true, aptFails: true, hasPackage: true});
  assert.equal(await find(failing.machine, {install: true}), '/cache/chromium');
  assert.deepEqual(failing.done, ['apt', 'package']);

  const withoutApt = makeMachine({hasPackage: true});
  assert.equal(await find(withoutApt.machine, {install: true}), '/cache/chromium');
  assert.deepEqual(withoutApt.done, ['package']);
});

test('SUMMIT_SKIP_DISCOVERY passes over what is installed, and apt', async () => {
  const {machine, done} = makeMachine({installed: ['/a'], working: ['/a'], hasApt: true, hasPackage: true});
  const env = {SUMMIT_SKIP_DISCOVERY: '1'};
  assert.equal(await find(machine, {install: true, env}), '/cache/chromium');
  assert.deepEqual(done, ['package']);
});

test('ends in one line that says what to do', async () => {
  const {machine} = makeMachine({hasApt: true, aptFails: true, hasPackage: true, packageFails: true});
  await assert.rejects(find(machine, {install: true}), ({message}) => {
    assert.doesNotMatch(message, /\n/);
    assert.match(message, /install Chromium, Chrome or Edge.*registry not reached/);
    return true;
  });
});
