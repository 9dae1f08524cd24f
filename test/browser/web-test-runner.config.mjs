import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {fileURLToPath} from 'node:url';
import {accessiblePlugin} from './accessible-plugin.mjs';
import {mediaPlugin} from './media-plugin.mjs';
import {chosenEngines, findEngines} from '../../tools/browsers/engines.mjs';
import {launchOptions} from '../../tools/browsers/find-browser.mjs';
import {webkitLauncher} from '../../tools/browsers/webkit-launcher.mjs';
import {resultsReporter, writeCounts} from '../../tools/run-tests/web-test-runner-reporter.mjs';

// Dates and numbers must be the same on every machine.
Object.assign(process.env, {TZ: 'UTC', LANGUAGE: 'en-US', LC_ALL: 'en_US.UTF-8'});

/** Only Chromium, unless the suite `engines` requests others: most defects appear in Chromium too. */
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
  // Uses BiDi. Firefox windows share the focus, so tests of focus can't run concurrently.
  firefox: ({path}) =>
    chromeLauncher({name: 'Firefox', concurrency: 1, launchOptions: {browser: 'firefox', executablePath: path}}),
  webkit: () => webkitLauncher(),
};

/** Tests of data and pure functions, which don't depend on the engine. */
const onlyInChromium = [
  'src/element/custom-data.test.ts',
  'test/browser/check-choices.test.ts',
  'test/browser/desk-files.test.ts',
];

export default {
  files: [
    ...['src/{element,components}/**', 'test/browser'].map(
      (folder) => `${folder}/*${process.env['SUMMIT_TEST_WORD'] ?? ''}*.test.ts`,
    ),
    ...(engines.some(({name}) => name === 'chromium') ? [] : onlyInChromium.map((file) => `!${file}`)),
  ],
  hostname: '127.0.0.1',
  nodeResolve: true,
  // Long, because it only ends tests that hang; a slow engine on a busy machine needs time.
  testFramework: {config: {timeout: 60_000}},
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  browsers: await Promise.all(engines.map((engine) => launchers[engine.name](engine))),
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    }),
    accessiblePlugin(),
    mediaPlugin(),
  ],
  // Tests use Lit's development build for its warnings. Hide its notice.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), resultsReporter()],
};
