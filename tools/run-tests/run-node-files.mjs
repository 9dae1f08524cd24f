/**
 * Runs test files for `node:test` in one process, so that they share a browser, a server and rendered results.
 *
 *   node --import tsx tools/run-tests/run-node-files.mjs FILE…
 *
 * Each file is a suite with its own hooks. It starts when the previous one has ended.
 */
import path from 'node:path';
import {after, describe} from 'node:test';
import {pathToFileURL} from 'node:url';
import {endAll} from '../../test/support/at-end.mjs';

/** Timeout for tests that hang, in milliseconds. Every test inherits it from its file. */
const timeout = 600_000;

// Node's runner names the test that an error came too late for, without a stack.
process.on('unhandledRejection', (error) => console.error(error));
process.on('uncaughtExceptionMonitor', (error) => console.error(error));

after(endAll);

for (const file of process.argv.slice(2)) {
  // Imported one by one: with parallel imports, tests of the second file could be added to the suite of the first.
  await new Promise((resolve) => {
    describe(file, {timeout}, async () => {
      await import(pathToFileURL(path.resolve(file)).href).finally(resolve);
    });
  });
}
