import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {fileURLToPath} from 'node:url';
import {accessibilityTreePlugin} from './tools/accessibility-tree-plugin.mjs';
import {cdpMediaPlugin} from './tools/cdp-media-plugin.mjs';
import {launchOptions} from './tools/find-browser.mjs';
import {resultsReporter} from './tools/wtr-results-reporter.mjs';

// Dates and numbers must read the same on every machine.
Object.assign(process.env, {TZ: 'UTC', LANGUAGE: 'en-US', LC_ALL: 'en_US.UTF-8'});

export default {
  files: 'src/**/*.test.ts',
  hostname: '127.0.0.1',
  nodeResolve: true,
  testFramework: {config: {timeout: 10_000}},
  browsers: [
    chromeLauncher({launchOptions: await launchOptions()}),
  ],
  plugins: [
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))}),
    accessibilityTreePlugin(),
    cdpMediaPlugin(),
  ],
  // Lit's development build is wanted here, for it names mistakes; that it is one need not be said for every file.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), resultsReporter()],
};
