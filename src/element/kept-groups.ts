import type {ListedRegion} from '../model/list-regions.js';

/** Knows of each group of places in a box what it was rendered from: of thousands of places an update changes few. */
export class KeptGroups {
  readonly #onScreen = new WeakMap<Element, readonly unknown[]>();
  #lists: readonly Element[] = [];
  #next: (readonly unknown[])[] = [];

  /**
   * Whether a group is on screen that was rendered from the very same. Asked for each group in turn, from 0 on,
   * in every rendering: it is what stands there now that counts.
   *
   * @param besides What it depends on besides the places and what is said of them, compared by identity.
   */
  stays(root: ShadowRoot | null, number: number, group: readonly ListedRegion[], besides: readonly unknown[]): boolean {
    if (number === 0) this.#begin(root);
    const list = this.#lists[number];
    const before = list && this.#onScreen.get(list);
    // What is the same in two editions is the same object.
    const after = [...besides];
    for (const {region, voices} of group) {
      after.push(region);
      for (const {actor, statements} of voices) {
        after.push(actor);
        // What was taken back is rare, and told anew each time.
        for (const {id, label, stance, withdrawn, claims} of statements) after.push(id, label, stance, withdrawn, ...claims);
      }
    }
    this.#next[number] = after;
    return before?.length === after.length && before.every((part, i) => part === after[i]);
  }

  /** After the box has changed. */
  updated(root: ShadowRoot | null): void {
    const next = this.#next;
    if (next.length === 0) return;
    this.#begin(root);
    this.#lists.forEach((list, i) => {
      const content = next[i];
      if (content) this.#onScreen.set(list, content);
    });
  }

  #begin(root: ShadowRoot | null): void {
    // Children of what is found first: looking for the lists themselves would go through every row.
    this.#lists = [...(root?.querySelector('[part=regions]')?.children ?? [])];
    this.#next = [];
  }
}
