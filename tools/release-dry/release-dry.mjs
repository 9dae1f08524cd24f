/**
 * Rehearses a release: `npm run release:dry`.
 *
 * In a temporary clone of the current commit it writes a trial changeset, makes the version, builds, checks, packs,
 * publishes to a local registry, installs from there into an empty project and uses the package. It never writes to
 * the public registry or a remote; the version and tag exist only in the clone. Stops at the first failure.
 *
 * It can't test the provenance, which only a GitHub workflow can sign.
 */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {startRegistry} from './registry.mjs';
import * as tries from './try-package.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const place = mkdtempSync(path.join(tmpdir(), 'summit-embeds-release-'));
const clone = path.join(place, 'clone');
const TEXT = 'A trial of the release. It never leaves this machine, and there is nothing to do.';

/** Running child processes, which are ended with this process. */
const running = new Set();

/** Runs a command and returns its output. Throws with the output on failure. */
function run(command, args, {cwd = clone, env = process.env} = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    running.add(child);
    let [out, all] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => ((out += text), (all += text)));
    child.stderr.setEncoding('utf8').on('data', (text) => (all += text));
    child.on('error', reject).on('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(out);
      else reject(new Error(`${path.basename(command)} ${args.join(' ')} ended with ${code}\n${all.trim()}`));
    });
  });
}
const node = (...args) => run(process.execPath, args);
const git = (...args) =>
  run('git', ['-C', clone, '-c', 'user.name=trial', '-c', 'user.email=trial@example.org', ...args], {cwd: place});
const read = (file) => readFileSync(path.join(clone, file), 'utf8');

const started = Date.now();
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1).padStart(6);
/** One step of the rehearsal: its name, result and duration. */
async function step(name, carryOut) {
  const since = Date.now();
  const outcome = await carryOut();
  console.log(`✔ ${seconds(since)} s  ${name}${typeof outcome === 'string' ? `: ${outcome}` : ''}`);
  return outcome;
}

let registry;
async function cleanUp() {
  for (const child of running) child.kill();
  await registry?.stop();
  registry = undefined;
  rmSync(place, {recursive: true, force: true, maxRetries: 5});
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(130)));

async function main() {
  const changed = await run('git', ['status', '--porcelain'], {cwd: root});
  if (changed) console.log('What is not committed is not part of it:\n' + changed.trimEnd());

  await step('a clone of what is committed', async () => {
    await run('git', ['clone', '--quiet', '--no-hardlinks', root, clone], {cwd: place});
    await git('remote', 'remove', 'origin');
    for (const folder of ['', 'tools/checks']) {
      symlinkSync(path.join(root, folder, 'node_modules'), path.join(clone, folder, 'node_modules'), 'junction');
    }
    return (await git('log', '-1', '--format=%h %s')).trim();
  });
  await step('a version of the changesets that wait, and one more', async () => {
    const before = JSON.parse(read('package.json')).version;
    writeFileSync(path.join(clone, '.changeset', 'release-dry.md'), `---\n"summit-embeds": minor\n---\n\n${TEXT}\n`);
    await node('tools/versioning/release-version.mjs');
    const {version} = JSON.parse(read('package.json'));
    assert.notEqual(version, before);
    assert.ok(
      read('CHANGELOG.md').includes(`## ${version}\n`) && read('CHANGELOG.md').includes(TEXT),
      'the changelog has it',
    );
    await git('add', '--update');
    await node('tools/release/check-version-change.mjs');
    await git('commit', '--quiet', '--message', version);
    return `${before} → ${version}`;
  });
  await step('build', () => node('tools/build/build.mjs').then(() => {}));
  await step('checks of the package, its types, its public names', async () => {
    await node('tools/checks/check-package.mjs');
    await node('tools/checks/api-report.mjs');
  });
  await step('tests of the packed files, the supply, the bill of materials, the version', async () => {
    await node(
      '--test',
      'test/package/package.test.mjs',
      'test/package/supply.test.mjs',
      'test/package/sbom.test.mjs',
      'test/package/release-version.test.mjs',
    );
  });
  const release = await step('files of the release', async () => {
    await node('tools/build/release-files.mjs');
    const target = path.join(root, 'build', 'release');
    rmSync(target, {recursive: true, force: true});
    mkdirSync(path.dirname(target), {recursive: true});
    cpSync(path.join(clone, 'build', 'release'), target, {recursive: true});
    return JSON.parse(read('build/release/release.json'));
  });
  await step('a second build in another folder, compared byte by byte', async () => {
    const second = path.join(place, 'second');
    await run('git', ['clone', '--quiet', '--no-hardlinks', clone, second], {cwd: place});
    for (const folder of ['', 'tools/checks']) {
      symlinkSync(path.join(root, folder, 'node_modules'), path.join(second, folder, 'node_modules'), 'junction');
    }
    await run(process.execPath, ['tools/build/build.mjs'], {cwd: second});
    await run(process.execPath, ['tools/build/release-files.mjs'], {cwd: second});
    const folders = [clone, second].map((folder) => path.join(folder, 'build', 'release'));
    const hashes = await Promise.all(folders.map((folder) => node('tools/release/print-hash.mjs', folder)));
    return (await node('tools/release/compare-builds.mjs', ...folders, ...hashes.map((hash) => hash.trim()))).trim();
  });
  console.log(
    `            ${release.filename}, ${release.integrity.slice(0, 20)}…, manifest.json, sbom.cdx.json in build/release/`,
  );

  registry = await step('a registry on this machine', async () => {
    const uplink = (await run('npm', ['config', 'get', 'registry'], {cwd: root})).trim();
    return startRegistry(
      path.join(place, 'registry'),
      path.join(root, 'build', 'release-tools'),
      uplink,
      release.name,
      run,
    );
  });
  const {env} = registry;
  assert.match(env.npm_config_registry, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const publish = () => run(process.execPath, ['tools/release/publish.mjs'], {env});
  await step('publish', async () => {
    assert.match(await publish(), /is published: sha512-/);
  });
  await step('publish once more, which does nothing', async () => {
    assert.match(await publish(), /is published already/);
  });

  const project = path.join(place, 'project');
  const installed = path.join(project, 'node_modules', release.name);
  await step('install by name and version; its integrity is that of what was packed', () =>
    tries.install(project, release, env, run),
  );
  await step('types, under NodeNext and Bundler', () =>
    tries.checkTypes(project, path.join(root, 'node_modules/typescript/bin/tsc'), run),
  );
  await step('prerender in Node', () => tries.prerender(project, run));
  await step('npx summit-embeds --version', () => tries.askVersion(project, release, env, run));
  await step('hashes of dist/embed/manifest.json', () => `${tries.compareHashes(installed)} files`);
  await step('a page with the pinned script shows the box', () => tries.showBox(installed, release));
}

try {
  await main();
  console.log(
    `\nA release would work. ${seconds(started).trim()} s; nothing was published, pushed or tagged outside the clone, which is gone.`,
  );
} catch (error) {
  console.error(`✖ ${error.message}\n\nA release would not work.`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
