import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {fileURLToPath} from 'node:url';
import {accessiblePlugin} from './test/browser/accessible-plugin.mjs';
import {mediaPlugin} from './test/browser/media-plugin.mjs';
import {chosenEngines, findEngines} from './tools/engines.mjs';
import {launchOptions} from './tools/find-browser.mjs';
import {webkitLauncher} from './tools/webkit-launcher.mjs';
import {resultsReporter, writeCounts} from './tools/run-tests/web-test-runner-reporter.mjs';

// Dates and numbers must read the same on every machine.
Object.assign(process.env, {TZ: 'UTC', LANGUAGE: 'en-US', LC_ALL: 'en_US.UTF-8'});

/** Chromium only, unless the suite `engines` asks for the others: most of what can break breaks there too. */
const found = await findEngines(process.env.SUMMIT_ENGINES ? chosenEngines() : ['chromium']);
const missing = found.flatMap((engine) => engine.missing ?? []);
if ((process.env.CI || !process.env.SUMMIT_ENGINES) && missing.length > 0) throw new Error(missing.join('\n'));
for (const line of missing) console.log(`# skipped: ${line}`);
const engines = found.filter(({path}) => path !== undefined);
if (engines.length === 0) {
  writeCounts({passed: 0, failed: 0, skipped: missing.length});
  process.exit();
}

const launchers = {
  chromium: async () => chromeLauncher({launchOptions: await launchOptions()}),
  // Over BiDi. Its windows share the focus, which some tests are about.
  firefox: ({path}) =>
    chromeLauncher({name: 'Firefox', concurrency: 1, launchOptions: {browser: 'firefox', executablePath: path}}),
  webkit: () => webkitLauncher(),
};

/** Tests of data and pure functions, with which engines have nothing to do. */
const onlyInChromium = ['src/element/custom-data.test.ts', 'test/browser/check-choices.test.ts'];

export default {
  files: [
    ...['src/{element,components}/**', 'test/browser'].map(
      (folder) => `${folder}/*${process.env['SUMMIT_TEST_WORD'] ?? ''}*.test.ts`,
    ),
    ...(engines.some(({name}) => name === 'chromium') ? [] : onlyInChromium.map((file) => `!${file}`)),
  ],
  hostname: '127.0.0.1',
  nodeResolve: true,
  // No measure of speed, only an end to what hangs: a busy machine with a slow engine may need a while.
  testFramework: {config: {timeout: 60_000}},
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  browsers: await Promise.all(engines.map((engine) => launchers[engine.name](engine))),
  plugins: [
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))}),
    accessiblePlugin(),
    mediaPlugin(),
  ],
  // Lit's development build is wanted here, for it names mistakes; that it is one need not be said for every file.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), resultsReporter()],
};
