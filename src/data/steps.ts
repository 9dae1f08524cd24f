/** Work that pauses now and then, so that a caller may continue in another task. Returns its result. */
export type Steps<T> = Generator<void, T, void>;

/** Number of entries of a list that one step takes. */
export const ENTRIES_PER_STEP = 300;

/** Does all of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
