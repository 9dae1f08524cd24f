/**
 * Runs test files for `node:test` in this one process, so that they share a browser, a server and what they have rendered.
 *
 *   node --import tsx tools/run-tests/run-node-files.mjs FILE…
 *
 * Each file is a suite: its hooks are its own, and it starts when the one before it has ended.
 */
import path from 'node:path';
import {after, describe} from 'node:test';
import {pathToFileURL} from 'node:url';
import {endAll} from '../../test/support/at-end.mjs';

/** Ends what hangs, in milliseconds; no measure of speed. Every test inherits it from its file. */
const timeout = 600_000;

after(endAll);

for (const file of process.argv.slice(2)) {
  // One after the other: what two of them import would otherwise put the tests of the second into the suite of the first.
  await new Promise((resolve) => {
    describe(file, {timeout}, async () => {
      await import(pathToFileURL(path.resolve(file)).href).finally(resolve);
    });
  });
}
