import type {ListedRegion} from '../model/list-regions.js';

/** Statements, claims and places that are rendered in one task: a slow phone may take five times as long as a desktop. */
const PARTS_PER_TASK = 1000;

/** What a group of places is to do in a rendering: be rendered, stay as it is on screen, or come in a later one. */
export type GroupState = 'render' | 'keep' | 'wait';

/** One rendering of a box. */
export interface Rendering {
  /** What is rendered; one of the same goes on where the last one left off. */
  readonly of: readonly unknown[];
  /** Whether no group may be put off: what they replace goes at once. */
  readonly isWhole: boolean;
  /** Whether the claim is marked as updated; the next rendering has to take the mark off. */
  readonly isUpdated: (claim: string) => boolean;
  /** What all groups depend on, compared by identity. */
  readonly context: unknown;
}

/** Knows of each group of places in a box what it was rendered from: of thousands of places an update changes few. */
export class GroupMemo {
  readonly #onScreen = new WeakMap<Element, readonly unknown[]>();
  #lists: readonly Element[] = [];
  #next: (readonly unknown[])[] = [];
  /** What may still be rendered in this task. */
  #left = PARTS_PER_TASK;
  #hasMore = false;
  #rendering: readonly unknown[] = [];
  /** Groups before this one were rendered by an earlier rendering of the same. */
  #start = 0;
  #done = 0;

  /** Whether groups wait for another rendering. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /**
   * Whether a group is on screen that was rendered from the very same, or is put off so that no task takes long. Asked for
   * each group in turn, from 0 on, in every rendering: it is what stands there now that counts.
   *
   * @param dependencies What the group depends on besides its regions, compared by identity.
   */
  stateOf(
    root: ShadowRoot | null,
    number: number,
    group: readonly ListedRegion[],
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
    // What is the same in two editions is the same object.
    const after = [context, ...dependencies];
    for (const {region, statementsByActor} of group) {
      after.push(region);
      for (const {actor, statements} of statementsByActor) {
        after.push(actor);
        // What was taken back is rare, and told anew each time.
        for (const {id, label, stance, withdrawn, claims} of statements) {
          after.push(id, label, stance, withdrawn);
          for (const claim of claims) after.push(isUpdated(claim.id) ? {} : claim);
        }
      }
    }
    this.#next[number] = after;
    if (before?.length === after.length && before.every((part, i) => part === after[i])) return 'keep';
    this.#left -= group.reduce(
      (sum, {statementsByActor}) =>
        statementsByActor.reduce(
          (parts, {statements}) => statements.reduce((all, {claims}) => all + 1 + claims.length, parts),
          sum + 1,
        ),
      0,
    );
    return 'render';
  }

  /** After the box has changed. */
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

/** Children of what is found first: looking for the lists themselves would go through every row. */
function listsIn(root: ShadowRoot | null): readonly Element[] {
  return [...(root?.querySelector('[part=regions]')?.children ?? [])];
}
