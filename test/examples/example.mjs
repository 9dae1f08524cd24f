// @ts-check
/**
 * The checks of one example: a copy of it in build/examples, with the packed package, is checked, built and opened in Chromium.
 *
 *   testExample('vue', {});
 */
import assert from 'node:assert/strict';
import {existsSync, lstatSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {sharedBrowser} from '../support/browser.mjs';
import {look, missingFile} from './look.mjs';
import {installExamples, nodeFolderFor} from './prepare.mjs';
import {run, runScript, serveFolder, serveScript} from './run.mjs';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {Awaited<ReturnType<typeof look>>} Look
 * @typedef {keyof typeof expected} BoxName
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const readJson = (/** @type {string[]} */ ...file) => JSON.parse(readFileSync(path.join(...file), 'utf8'));

/** @type {import('../../src/data/summit.js').Summit} */
const alaska = readJson(root, 'dist/data/alaska-2025.json');
/**
 * What readers must find in each box: its heading, and texts inside.
 *
 * @type {Record<'own' | 'comparison' | 'regions', [heading: string, texts: string[]]>}
 */
const expected = {
  own: ['The lake talks in brief', ['In May', 'Reported: The Courier', 'The water of the lake', 'Stated: Northland']],
  comparison: [String(alaska.views?.comparison?.title), (alaska.topics ?? []).map(({label}) => label)],
  regions: [String(alaska.views?.regions?.title), (alaska.regions ?? []).map(({name}) => name)],
};

/**
 * Checks that each box is there whole, and once.
 *
 * @param {Look['boxes']} boxes
 */
export function assertBoxes(boxes) {
  for (const id of /** @type {BoxName[]} */ (Object.keys(expected))) assertBox(id, boxes[id]);
}

/**
 * @param {BoxName} id
 * @param {string[] | undefined} lines
 */
function assertBox(id, lines = []) {
  const [heading, texts] = expected[id];
  const headings = lines.filter((line) => line.trim().startsWith('heading ') && line.includes(heading));
  assert.equal(
    headings.length,
    1,
    `#${id} has the heading “${heading}” ${headings.length} times:\n${lines.join('\n')}`,
  );
  for (const text of texts)
    assert.ok(
      lines.some((line) => line.includes(text)),
      `#${id} lacks “${text}”:\n${lines.join('\n')}`,
    );
}

const notice = 'Could not be shown: ';
const fallback = 'The short version, for when there is no more.';

/** A warning that a framework's development server makes of a library in it, and not of the page. */
const litInDevelopment = /^Lit is in dev mode\./;

/**
 * Checks that a page complains of the missing file and of nothing else: the element by a warning, and the browser, once each time
 * that the page is shown.
 *
 * @param {Pick<Look, 'log'>} seen
 * @param {string} origin
 * @param {{code?: string, known?: RegExp[], times?: number}} [options] The code of the element, warnings that may be there
 *   as well, and how often the page was shown.
 */
export function assertQuiet({log}, origin, {code = 'http', known = [], times = 1} = {}) {
  const address = origin + missingFile;
  const warnings = log.console.filter(({text}) => !known.some((pattern) => pattern.test(text)));
  const own = warnings.filter(({text}) => text.startsWith(`summit-fact-box ${code} `) && text.includes(address));
  const browsers = warnings.filter(({text, url}) => text.startsWith('Failed to load resource:') && url === address);
  const others = warnings.filter((warning) => !own.includes(warning) && !browsers.includes(warning));
  assert.deepEqual(others, []);
  assert.deepEqual(log.exceptions, []);
  assert.deepEqual(log.externalRequests, []);
  assert.equal(own.length, times);
  assert.equal(browsers.length, code === 'http' ? times : 0);
  assert.deepEqual(log.failed, code === 'http' ? [address] : []);
}

/**
 * @param {string} name Of the folder under examples/.
 * @param {object} options
 * @param {string} options.framework The package whose version is reported.
 * @param {boolean} [options.prerendered] Whether its boxes can be read without script.
 * @param {string} [options.serve] The script that serves what was built; without it, dist/ is a folder of files.
 * @param {boolean} [options.dev] Whether its development server is tried as well.
 * @param {Record<string, (at: {browser: Browser, origin: string}) => Promise<void>>} [options.further] Checks of its own.
 */
export function testExample(name, {framework, prerendered = false, serve, dev = false, further = {}}) {
  const source = path.join(root, 'examples', name);
  const work = path.join(root, 'build', 'examples', name);
  const modules = path.join(root, 'build', 'examples', 'node_modules');
  /** @type {{scripts: Record<string, string>, engines: {node: string}}} */
  const {scripts, engines} = readJson(source, 'package.json');
  /** @type {import('./run.mjs').Options} */
  const options = {cwd: work};
  /** @type {{name: string, framework: string, seconds: Record<string, number>, version?: string, node?: string}} */
  const seen = {name, framework, seconds: {}};
  /** @type {<T>(phase: string, action: () => Promise<T>) => Promise<T>} */
  const timed = async (phase, action) => {
    const started = performance.now();
    try {
      return await action();
    } finally {
      seen.seconds[phase] = Math.round((performance.now() - started) / 100) / 10;
    }
  };

  describe(name, () => {
    before(() => {
      options.bin = nodeFolderFor(engines.node);
    });
    after(() => writeFileSync(`${work}.seen.json`, `${JSON.stringify(seen, null, 2)}\n`));

    it('has the packed package', async () => {
      await timed('install', installExamples);
      const installed = path.join(modules, 'summit-embeds');
      assert.ok(!lstatSync(installed).isSymbolicLink());
      assert.equal(readJson(installed, 'package.json').version, readJson(root, 'package.json').version);
      seen.version = readJson(modules, framework, 'package.json').version;
      seen.node = (await run('node', ['--version'], options)).trim();
    });

    // Else it would be one of another example.
    it('names every package that it imports or runs', () => {
      const {dependencies, devDependencies} = readJson(source, 'package.json');
      const files = readdirSync(source, {recursive: true, withFileTypes: true}).filter(
        (entry) =>
          /\.(?:[mc]?[jt]sx?|vue|svelte|astro)$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
      );
      const imports = files.flatMap(({parentPath, name}) =>
        [
          ...readFileSync(path.join(parentPath, name), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^'.][^']*)'/g),
        ].map(([, from = '']) => from),
      );
      const packages = imports
        .filter((from) => !/^(?:node|astro):/.test(from))
        .map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? '');
      assert.deepEqual(
        [...new Set(packages)].filter((from) => !{...dependencies, ...devDependencies}[from]),
        [],
      );
      assert.ok(packages.includes('summit-embeds'));
      const commands = Object.values(scripts).flatMap((script) =>
        script.split(' && ').map((command) => command.split(' ')[0] ?? ''),
      );
      const missing = commands.filter(
        (command) => command !== 'node' && !existsSync(path.join(modules, '.bin', command)),
      );
      assert.deepEqual(missing, []);
    });

    if (scripts['check']) {
      it('has no type error', async () => {
        await timed('check', () => runScript('check', options));
      });
    }

    it('is built for production', async () => {
      await timed('build', () => runScript('build', options));
    });

    describe('in a browser', () => {
      /** @type {Browser} */
      let browser;
      /** @type {Awaited<ReturnType<typeof serveFolder>>} */
      let server;
      /** @type {Look} */
      let seenHere;
      before(async () => {
        const opening = async () => {
          browser = await sharedBrowser();
          server = serve ? await serveScript(serve, options) : await serveFolder(path.join(work, 'dist'));
          seenHere = await look(browser, server.origin);
        };
        await timed('open', opening);
        const {boxes, statuses, events, log} = seenHere;
        Object.assign(seen, {boxes, statuses, events, console: log.console});
      });
      after(async () => {
        await server?.close();
      });

      it('shows data of its own, handed over as a property', () => assertBox('own', seenHere.boxes['own']));
      it('shows the bundled summit in the comparison', () => assertBox('comparison', seenHere.boxes['comparison']));
      it('shows the bundled summit in the list of regions', () => assertBox('regions', seenHere.boxes['regions']));
      it('tells what has been loaded', () => {
        assert.ok(seenHere.statuses.includes('On screen: The lake talks, from data'), seenHere.statuses.join('\n'));
        assert.ok(seenHere.events.includes('own summit-load lake-talks from data'), seenHere.events.join('\n'));
      });
      it('never shows its own box with other data', () => {
        assert.deepEqual(
          seenHere.events.filter((event) => event.startsWith('own ')),
          ['own summit-load lake-talks from data'],
        );
      });
      it('tells what could not be loaded, and shows what stands inside the tag', () => {
        assert.ok(seenHere.statuses.includes(`${notice}http`), seenHere.statuses.join('\n'));
        assert.deepEqual(
          seenHere.events.filter((event) => event.startsWith('missing ')),
          ['missing summit-error http'],
        );
        const {missing = []} = seenHere.boxes;
        assert.ok(
          missing.some((line) => line.includes(fallback)),
          missing.join('\n'),
        );
      });
      it('has no warning, no exception and no failed request but that one', () => assertQuiet(seenHere, server.origin));

      if (prerendered) {
        it('can be read without script', async () => {
          const {boxes, close} = await look(browser, server.origin, {script: false});
          assertBoxes(boxes);
          assert.ok(boxes['missing']?.some((line) => line.includes(fallback)));
          await close();
        });
      }
      for (const [what, check] of Object.entries(further)) {
        it(what, async () => {
          await check({browser, origin: server.origin});
        });
      }
    });

    if (dev) {
      it('shows the same while it is developed, without a warning', async () => {
        const browser = await sharedBrowser();
        /** @type {Awaited<ReturnType<typeof serveScript>> | undefined} */
        let server;
        try {
          await timed('dev', async () => {
            const started = await serveScript('dev', options);
            server = started;
            const {boxes, statuses, log} = await look(browser, started.origin);
            assertBoxes(boxes);
            const code = statuses.find((text) => text.startsWith(notice))?.slice(notice.length);
            // Some of these servers answer with the page where there is no file.
            assert.ok(code && ['http', 'not-json'].includes(code), statuses.join('\n'));
            assertQuiet({log}, started.origin, {code, known: [litInDevelopment]});
          });
        } finally {
          await server?.close();
        }
      });
    }
  });
}
