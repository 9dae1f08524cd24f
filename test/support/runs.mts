/**
 * How often properties are tried, and from which seed: the same inputs every time, so that a failure on one machine is a
 * failure on all. `FC_SEED=7` tries others, `FC_RUNS=20` twenty times as many. A failure names its seed and its path;
 * `FC_SEED=… FC_PATH=…` with one file (`tools/run-tests/run-tests.mjs unit/validator`) goes straight to it.
 */
import assert from 'node:assert/strict';
import type {TestContext} from 'node:test';
import fc, {type IAsyncPropertyWithHooks, type IPropertyWithHooks} from 'fast-check';

const seed = Number(process.env['FC_SEED'] ?? 20_250_815);
const factor = Number(process.env['FC_RUNS'] ?? 1);
const path = process.env['FC_PATH'];

/** The number of runs that are asked for, where so many are the default. */
export function countRuns(runs: number): number {
  return Math.ceil(runs * factor);
}

/**
 * Rounds of a test that puts something else into every place in each round: by default one round of every `step`, so that
 * everything comes up somewhere and every place is used; with FC_RUNS more of them, up to all `count`.
 */
export function selectRounds(count: number, step: number): readonly number[] {
  const stride = Math.max(1, Math.floor(step / factor));
  return Array.from({length: Math.ceil(count / stride)}, (_, i) => i * stride);
}

/**
 * Properties of one file, and how many inputs they were tried with.
 *
 * @param what What an input is, for the summary.
 */
export function properties(name: string, what = 'inputs') {
  let tried = 0;
  return {
    /** Tries a property, async or not, and fails with the smallest input for which it does not hold. */
    async check<T>(property: IAsyncPropertyWithHooks<T> | IPropertyWithHooks<T>, runs: number): Promise<void> {
      const details = await fc.check(property as IAsyncPropertyWithHooks<T>, {
        seed,
        numRuns: countRuns(runs),
        ...(path && {path, endOnFailure: true}),
      });
      tried += details.numRuns;
      // The message has the seed, the path and the input; the cause has what went wrong.
      if (details.failed) throw new Error(fc.defaultReportMessage(details), {cause: details.errorInstance});
    },
    /** For the last test of the file: one line with the number. */
    report(t: TestContext): void {
      t.diagnostic(`properties: ${name} ${tried.toLocaleString('en')} ${what}`);
      assert.ok(tried > 0, 'nothing was tried');
    },
  };
}
