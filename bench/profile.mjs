/**
 * Where the time of one case goes, by function and by module, in a build of the script-tag file that keeps its names and
 * has a file for each module.
 *
 *   npm run bench -- --profile list                  the first rendering of 5,000 places
 *   npm run bench -- --profile list-region           one of them renamed; also list-claim, list-clone
 *   npm run bench -- --profile page                  the page with the three boxes
 *   npm run bench -- --profile scale --count 100     fact boxes on a page
 *   npm run bench -- --profile connect               fact boxes that come and go
 *
 * `--count` is how many places or boxes, `--rounds` how many pages it is the sum of. Leaves the profile of the last one in
 * build/bench/, for the performance panel of a browser.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {rollup} from 'rollup';
import {openPage} from './browser.mjs';
import {comeAndGo} from './connect.mjs';
import {articlePage, barePage, BOXES} from './content.mjs';
import {settle} from './in-page.mjs';
import {openList, serveLists} from './list.mjs';
import {formatNumber, textTable} from './tables.mjs';
import {LIVE_SCRIPT, script} from './variants.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Puts the unminified build in the place of the one in dist/. */
async function serveUnminified(server) {
  const {default: configs} = await import('../rollup.config.mjs');
  const {output, plugins, ...config} = configs.find(({input}) => 'summit-embeds' in input);
  const bundle = await rollup({...config, plugins: plugins.filter(({name}) => name !== 'minify-chunks')});
  const {output: files} = await bundle.generate({
    format: 'es',
    generatedCode: output.generatedCode,
    preserveModules: true,
    preserveModulesRoot: root,
    entryFileNames: '[name].js',
  });
  await bundle.close();
  for (const {fileName, code} of files) server.put(`/live/${fileName}`, code);
}

const load = (path_) => async (tab, server) => {
  await tab.page.goto(server.origin + path_, {waitUntil: []});
  await tab.page.evaluate(settle);
};

/** Each readies a tab and tells what is then done under the profiler. */
const CASES = {
  async page({browser, server}) {
    server.put(
      '/profile.html',
      articlePage(
        BOXES.map((box) => `<summit-${box}></summit-${box}>`),
        script(LIVE_SCRIPT),
      ),
    );
    return {tab: await openPage(browser, server.origin), run: load('/profile.html')};
  },
  async scale({browser, server, count = 1000}) {
    server.put(
      '/profile.html',
      barePage(Array(count).fill('<summit-fact-box></summit-fact-box>'), script(LIVE_SCRIPT)),
    );
    return {tab: await openPage(browser, server.origin), run: load('/profile.html')};
  },
  async list({browser, server, count = 5000}) {
    return {
      tab: await openList(browser, server, 'live', count),
      run: ({page}) => page.evaluate(() => window.list.first()),
    };
  },
  'list-region': (context) => step(context, 'region'),
  'list-claim': (context) => step(context, 'claim'),
  'list-clone': (context) => step(context, 'clone'),
  async connect({browser, server, count = 1000}) {
    server.put('/profile.html', barePage([], script(LIVE_SCRIPT)));
    const tab = await openPage(browser, server.origin);
    await tab.page.goto(`${server.origin}/profile.html`, {waitUntil: 'load'});
    return {tab, run: ({page}) => page.evaluate(comeAndGo, {way: 'new', times: count, batch: 100, kind: 'live'})};
  },
};

async function step({browser, server, count = 5000}, what) {
  const tab = await openList(browser, server, 'live', count);
  await tab.page.evaluate(() => window.list.first());
  await tab.page.evaluate((kind) => window.list.plan(kind, '', 'A new name'), what);
  return {tab, run: ({page}) => page.evaluate(() => window.list.step())};
}

export const profileCases = Object.keys(CASES);

/** Time in each function itself, and with all that it calls, in ms. */
function readProfile({nodes, samples, timeDeltas}) {
  const self = new Map();
  samples.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + timeDeltas[i] / 1000));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const functions = new Map();
  const walk = (node, above) => {
    const {functionName, url, lineNumber} = node.callFrame;
    const file = url
      .replace(/^https?:\/\/[^/]+\/(?:live\/)?/, '')
      .replace(/^build\/js\/src\//, '')
      .replace(/^node_modules\//, '');
    const key = `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`;
    const entry = functions.get(key) ?? {
      name: functionName || '(anonymous)',
      file,
      line: lineNumber + 1,
      self: 0,
      total: 0,
    };
    functions.set(key, entry);
    const own = self.get(node.id) ?? 0;
    let total = own;
    const inside = new Set(above).add(key);
    for (const child of node.children ?? []) total += walk(byId.get(child), inside);
    entry.self += own;
    // What calls itself is counted once.
    if (!above.has(key)) entry.total += total;
    return total;
  };
  walk(nodes[0], new Set());
  return [...functions.values()];
}

/** @returns {Promise<string>} Tables to print. */
export async function profile({browser, server, name, count, rounds}) {
  if (name.startsWith('list')) await serveLists(server, [count || 5000]);
  await serveUnminified(server);
  const sums = new Map();
  for (let i = 0; i < rounds; i += 1) {
    const {tab, run} = await CASES[name]({browser, server, count: count || undefined});
    try {
      const {session} = tab;
      await session.send('HeapProfiler.collectGarbage');
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', {interval: 100});
      await session.send('Profiler.start');
      await run(tab, server);
      const {profile: recorded} = await session.send('Profiler.stop');
      tab.check(name);
      const file = path.join(root, 'build', 'bench', `${name}.cpuprofile`);
      mkdirSync(path.dirname(file), {recursive: true});
      writeFileSync(file, JSON.stringify(recorded));
      for (const entry of readProfile(recorded)) {
        const key = `${entry.name} ${entry.file}:${entry.line}`;
        const sum = sums.get(key) ?? {...entry, self: 0, total: 0};
        sum.self += entry.self;
        sum.total += entry.total;
        sums.set(key, sum);
      }
    } finally {
      await tab.close();
    }
  }
  return describe([...sums.values()], name);
}

function describe(functions, name) {
  // Waiting is no work; what the engine does itself (style, layout, paint among it) is called (program).
  const busy = functions.filter((entry) => !['(idle)', '(root)'].includes(entry.name));
  const all = busy.reduce((sum, entry) => sum + entry.self, 0);
  const share = (ms) => `${((100 * ms) / all).toFixed(1)} %`;
  const place = (entry) => (entry.file ? `${entry.file}:${entry.line}` : '');
  const top = (measure, most) =>
    [...busy]
      .sort((a, b) => b[measure] - a[measure])
      .slice(0, most)
      .filter((entry) => entry[measure] > 0)
      .map((entry) => [entry.name, formatNumber(entry[measure]), share(entry[measure]), place(entry)]);
  const files = new Map();
  for (const {file, name: functionName, self} of busy) {
    const key = file || functionName;
    files.set(key, (files.get(key) ?? 0) + self);
  }
  const modules = [...files]
    .sort(([, a], [, b]) => b - a)
    .filter(([, self]) => self / all > 0.001)
    .map(([file, self]) => [file, formatNumber(self), share(self)]);
  return [
    `${name}: ${formatNumber(all)} ms of work`,
    `By module\n\n${textTable([['module', 'self, ms', 'share'], ...modules])}`,
    `Functions, by their own time\n\n${textTable([['function', 'self, ms', 'share', 'where'], ...top('self', 40)])}`,
    `Functions, with all they call\n\n${textTable([['function', 'total, ms', 'share', 'where'], ...top('total', 40)])}`,
  ].join('\n\n');
}
