import type {RegionGroup} from '../model/list-regions.js';

/** Time after which the next group waits for another task. */
const MS_PER_TASK = 40;

/**
 * Number of statements, claims and regions that the first task renders. The next ones render as many as this device did
 * in their time: a slow phone may be five times slower than a desktop.
 */
const FIRST_PARTS = 100;

/** Limit for browsers whose clock is too coarse to measure a task. */
const MAX_PARTS = 2000;

/** What happens to a group of regions in a rendering: render it, keep it as it is on screen, or postpone it. */
export type GroupState = 'render' | 'keep' | 'wait';

/** One rendering of a box. */
export interface Rendering {
  /** Inputs of the rendering. A rendering with the same inputs continues the previous one. */
  readonly of: readonly unknown[];
  /** Whether all groups must be rendered now, because the content that they replace is removed at once. */
  readonly isWhole: boolean;
  /** Whether the claim is marked as updated. The next rendering must remove the mark. */
  readonly isUpdated: (claim: string) => boolean;
  /** Input of all groups, compared by identity. */
  readonly context: unknown;
}

/** Caches each region group's inputs so that unchanged groups are not re-rendered. */
export class GroupMemo {
  readonly #onScreen = new WeakMap<Element, readonly unknown[]>();
  #lists: readonly Element[] = [];
  #next: (readonly unknown[])[] = [];
  /** Number of parts for each task. */
  #partsPerTask = FIRST_PARTS;
  /** Number of parts that may still be rendered in this task. */
  #left = 0;
  #startedAt = 0;
  #hasMore = false;
  #rendering: readonly unknown[] = [];
  /** Index of the first group that earlier renderings with the same inputs have not rendered. */
  #start = 0;
  #done = 0;

  /** Whether postponed groups need another rendering. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** Whether a rendering with these inputs continues the previous one. */
  isContinuedBy(of: readonly unknown[]): boolean {
    return this.#hasMore && of.every((part, i) => part === this.#rendering[i]);
  }

  /**
   * Returns whether to render, keep or postpone a group. Call it for each group in turn, from 0 on, in every rendering.
   *
   * @param dependencies What the group depends on besides its regions, compared by identity.
   */
  stateOf(
    root: ShadowRoot | null,
    number: number,
    chunk: readonly RegionGroup[],
    dependencies: readonly unknown[],
    {of, isWhole, isUpdated, context}: Rendering,
  ): GroupState {
    if (number === 0) this.#begin(root, [...of, ...dependencies]);
    const list = this.#lists[number];
    if (list && number < this.#start) return 'keep';
    if (this.#left <= 0 && !isWhole) {
      this.#hasMore = true;
      return list ? 'keep' : 'wait';
    }
    this.#done = number + 1;
    const before = list && this.#onScreen.get(list);
    // Unchanged parts of two editions are the same objects.
    const after = [context, ...dependencies];
    let parts = 0;
    for (const {regions, statementsByActor} of chunk) {
      after.push(...regions);
      parts += regions.length;
      for (const {actor, statements} of statementsByActor) {
        after.push(actor);
        // Withdrawn statements are rare, so they are always re-rendered.
        for (const {id, label, stance, withdrawn, claims} of statements) {
          after.push(id, label, stance, withdrawn);
          parts += 1 + claims.length;
          for (const claim of claims) after.push(isUpdated(claim.id) ? {} : claim);
        }
      }
    }
    this.#next[number] = after;
    if (before?.length === after.length && before.every((part, i) => part === after[i])) return 'keep';
    this.#left -= parts;
    return 'render';
  }

  /** Stores the inputs of the rendered groups. Call it after the box has been updated. */
  updated(root: ShadowRoot | null): void {
    const next = this.#next;
    if (next.length === 0) return;
    const rendered = this.#partsPerTask - this.#left;
    // Where little is rendered, most of the time is spent on other things.
    if (rendered >= FIRST_PARTS) {
      // A browser may round the time.
      const parts = (rendered * MS_PER_TASK) / Math.max(performance.now() - this.#startedAt, 1);
      this.#partsPerTask = Math.min(Math.max(parts, FIRST_PARTS), 3 * this.#partsPerTask, MAX_PARTS);
    }
    this.#next = [];
    listsIn(root).forEach((list, i) => {
      const content = next[i];
      if (content) this.#onScreen.set(list, content);
    });
  }

  #begin(root: ShadowRoot | null, of: readonly unknown[]): void {
    this.#start = this.isContinuedBy(of) ? this.#done : 0;
    this.#rendering = of;
    this.#lists = listsIn(root);
    this.#next = [];
    this.#left = this.#partsPerTask;
    this.#startedAt = performance.now();
    this.#hasMore = false;
  }
}

/** Returns the lists of groups. Selecting the lists directly would visit every row. */
function listsIn(root: ShadowRoot | null): readonly Element[] {
  return [...(root?.querySelector('[part=regions]')?.children ?? [])];
}
