import type {RegionGroup} from '../model/list-regions.js';

/**
 * Number of statements, claims and regions after which the next group waits for another task. A slow phone may be five
 * times slower than a desktop.
 */
const PARTS_PER_TASK = 700;

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
  /** Number of parts that may still be rendered in this task. */
  #left = PARTS_PER_TASK;
  #hasMore = false;
  #rendering: readonly unknown[] = [];
  /** Index of the first group that earlier renderings with the same inputs have not rendered. */
  #start = 0;
  #done = 0;

  /** Whether postponed groups need another rendering. */
  get hasMore(): boolean {
    return this.#hasMore;
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
    for (const {regions, statementsByActor} of chunk) {
      after.push(...regions);
      for (const {actor, statements} of statementsByActor) {
        after.push(actor);
        // Withdrawn statements are rare, so they are always re-rendered.
        for (const {id, label, stance, withdrawn, claims} of statements) {
          after.push(id, label, stance, withdrawn);
          for (const claim of claims) after.push(isUpdated(claim.id) ? {} : claim);
        }
      }
    }
    this.#next[number] = after;
    if (before?.length === after.length && before.every((part, i) => part === after[i])) return 'keep';
    this.#left -= chunk.reduce(
      (sum, {regions, statementsByActor}) =>
        statementsByActor.reduce(
          (parts, {statements}) => statements.reduce((all, {claims}) => all + 1 + claims.length, parts),
          sum + regions.length,
        ),
      0,
    );
    return 'render';
  }

  /** Stores the inputs of the rendered groups. Call it after the box has been updated. */
  updated(root: ShadowRoot | null): void {
    const next = this.#next;
    if (next.length === 0) return;
    this.#next = [];
    listsIn(root).forEach((list, i) => {
      const content = next[i];
      if (content) this.#onScreen.set(list, content);
    });
  }

  #begin(root: ShadowRoot | null, of: readonly unknown[]): void {
    const goesOn =
      this.#hasMore && of.length === this.#rendering.length && of.every((part, i) => part === this.#rendering[i]);
    this.#start = goesOn ? this.#done : 0;
    this.#rendering = of;
    this.#lists = listsIn(root);
    this.#next = [];
    this.#left = PARTS_PER_TASK;
    this.#hasMore = false;
  }
}

/** Returns the lists of groups. Selecting the lists directly would visit every row. */
function listsIn(root: ShadowRoot | null): readonly Element[] {
  return [...(root?.querySelector('[part=regions]')?.children ?? [])];
}
