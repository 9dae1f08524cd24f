/**
 * How often properties are tried, and from which seed: the same inputs every time, so that a failure on one machine is a
 * failure on all. `FC_SEED=7` tries others, `FC_RUNS=20` twenty times as many. A failure names its seed and its path;
 * `FC_SEED=… FC_PATH=…` with `--test-name-pattern` goes straight to it.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';

const SEED = Number(process.env.FC_SEED ?? 20_250_815);
const FACTOR = Number(process.env.FC_RUNS ?? 1);
const PATH = process.env.FC_PATH;

/** Properties of one file, and how many inputs they were tried with. */
export function properties(name, what = 'inputs') {
  let tried = 0;
  return {
    /** Tries a property, async or not, and fails with the smallest input for which it does not hold. */
    async check(property, runs) {
      const details = await fc.check(property, {
        seed: SEED,
        numRuns: Math.ceil(runs * FACTOR),
        ...(PATH && {path: PATH, endOnFailure: true}),
      });
      tried += details.numRuns;
      // Seed, path and input stand in the message, what went wrong in the cause.
      if (details.failed) throw new Error(fc.defaultReportMessage(details), {cause: details.errorInstance});
    },
    /** For the last test of the file: one line with the number. */
    tell(t) {
      t.diagnostic(`properties: ${name} ${tried.toLocaleString('en')} ${what}`);
      assert.ok(tried > 0, 'nothing was tried');
    },
  };
}
