/** Uses the installed package like a user: each function throws if something doesn't work. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import {launchOptions} from '../browsers/find-browser.mjs';

const FRONT_END = `
import {SummitFactBox, type Summit, type SummitErrorEvent} from 'summit-embeds';
import 'summit-embeds/define.js';
import {parseSummit} from 'summit-embeds/data/parse-summit.js';
import {alaska2025} from 'summit-embeds/data/summits/alaska-2025.js';
import {prerender} from 'summit-embeds/prerender';

const box: SummitFactBox = document.createElement('summit-fact-box');
box.data = alaska2025;
box.addEventListener('summit-error', (event: SummitErrorEvent) => console.log(event.code, event.issues.length));
const {summit}: {summit?: Summit | undefined} = parseSummit({});
export const html: Promise<string> = prerender('fact-box', {attributes: {lang: 'de'}, data: summit});
// @ts-expect-error An unknown element: without types, this file would have no errors.
void prerender('fact-sheet');
`;

/** Installs the package by name and version into an empty project. */
export async function install(project, {name, version, integrity}, env, run) {
  mkdirSync(project, {recursive: true});
  writeFileSync(path.join(project, 'package.json'), JSON.stringify({private: true, type: 'module'}));
  await run('npm', ['install', `${name}@${version}`], {cwd: project, env});
  const {packages} = JSON.parse(readFileSync(path.join(project, 'package-lock.json'), 'utf8'));
  const {integrity: got, resolved} = packages[`node_modules/${name}`];
  assert.equal(got, integrity, 'what was installed is what was packed');
  // npm may omit the address in a lock file.
  assert.ok(!resolved || resolved.startsWith(env.npm_config_registry), resolved);
}

export async function checkTypes(project, typescript, run) {
  writeFileSync(path.join(project, 'front-end.ts'), FRONT_END);
  for (const [module, resolution] of [
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
  ]) {
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'ES2022',
      '--lib',
      'ES2023,DOM',
      '--module',
      module,
      '--moduleResolution',
      resolution,
    ];
    await run(process.execPath, [typescript, ...options, 'front-end.ts'], {cwd: project});
  }
}

export async function prerender(project, run) {
  const script =
    "import {prerender} from 'summit-embeds/prerender'; console.log(await prerender('fact-box', {as: 'text'}))";
  assert.match(await run(process.execPath, ['--input-type=module', '-e', script], {cwd: project}), /Alaska/);
}

export async function askVersion(project, {version}, env, run) {
  assert.equal((await run('npx', ['--no-install', 'summit-embeds', '--version'], {cwd: project, env})).trim(), version);
}

export function compareHashes(installed) {
  const embed = path.join(installed, 'dist', 'embed');
  const files = Object.entries(JSON.parse(readFileSync(path.join(embed, 'manifest.json'), 'utf8')).files);
  assert.ok(files.length > 10);
  for (const [file, {integrity}] of files) {
    assert.equal(
      `sha384-${createHash('sha384')
        .update(readFileSync(path.join(embed, file)))
        .digest('base64')}`,
      integrity,
      file,
    );
  }
  return files.length;
}

/** A page with the script and its integrity hash, as in README.md. */
export async function showBox(installed, {version}) {
  const {files} = JSON.parse(readFileSync(path.join(installed, 'dist/embed/manifest.json'), 'utf8'));
  const base = `/assets/summit-embeds/${version}/`;
  const page = `<!doctype html><html lang="en"><title>Trial</title><link rel="icon" href="data:,">
<script type="module" src="${base}summit-embeds.full.js" crossorigin integrity="${files['summit-embeds.full.js'].integrity}"></script>
<summit-fact-box>The short version</summit-fact-box></html>`;
  const serve = sirv(path.join(installed, 'dist', 'embed'));
  const server = createServer((request, response) => {
    if (request.url === '/') return response.setHeader('Content-Type', 'text/html').end(page);
    request.url = request.url.replace(base, '/');
    return serve(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await puppeteer.launch(await launchOptions());
  try {
    const tab = await browser.newPage();
    const consoleErrors = [];
    tab
      .on('console', (message) => consoleErrors.push(message.text()))
      .on('pageerror', (error) => consoleErrors.push(String(error)));
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.waitForFunction(
      () => document.querySelector('summit-fact-box').shadowRoot?.querySelector('[part=facts]'),
      {timeout: 60_000},
    );
    assert.equal(await tab.evaluate(() => customElements.get('summit-fact-box').version), version);
    assert.deepEqual(consoleErrors, []);
  } finally {
    await browser.close();
    server.close();
  }
}
