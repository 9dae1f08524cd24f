import {applyPatches, enablePatches, produceWithPatches, type Patch} from 'immer';
import {isEmpty, type Draft, type WritableDraft} from './draft.js';
import {initialUi, type DeskUi} from './desk-ui.js';

enablePatches();

/** One edit, which can be undone. */
interface Step {
  /** What was done, such as “Add a statement”. */
  readonly label: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** Steps with the same key one after the other are one step: typing in a field. */
  readonly mergeKey: string | undefined;
}

/** Everything that the desk shows. */
export interface DeskState {
  readonly draft: Draft;
  readonly past: readonly Step[];
  /** Steps that were undone, the next one to redo last. */
  readonly future: readonly Step[];
  readonly ui: DeskUi;
}

export type Recipe = (draft: WritableDraft) => void;

/** The one owner of the desk's state. */
export class DeskStore {
  #state: DeskState;
  readonly #listeners = new Set<(state: DeskState, before: DeskState) => void>();

  constructor(draft: Draft, ui: DeskUi = initialUi) {
    this.#state = {draft, past: [], future: [], ui};
  }

  get state(): DeskState {
    return this.#state;
  }

  /** Calls `listener` after each change. Returns a function that ends it. */
  subscribe(listener: (state: DeskState, before: DeskState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Changes the draft.
   *
   * @param label What is done, in words for the undo button.
   * @param mergeKey If the last step has the same key, both are one step.
   * @returns Whether anything changed.
   */
  edit(label: string, recipe: Recipe, mergeKey?: string): boolean {
    const {draft, past} = this.#state;
    const [next, patches, inverse] = produceWithPatches(draft, recipe);
    if (patches.length === 0) return false;
    const last = past.at(-1);
    const step =
      last && mergeKey !== undefined && last.mergeKey === mergeKey
        ? {...last, patches: [...last.patches, ...patches], inverse: [...inverse, ...last.inverse]}
        : {label, patches, inverse, mergeKey};
    const earlier = step.label === last?.label && step.mergeKey !== undefined && last.mergeKey === mergeKey;
    this.#set({draft: next, past: [...(earlier ? past.slice(0, -1) : past), step], future: []});
    return true;
  }

  /** Ends a merged step: what is typed next is a step of its own. */
  endMerge(): void {
    const last = this.#state.past.at(-1);
    if (last?.mergeKey === undefined) return;
    this.#set({past: [...this.#state.past.slice(0, -1), {...last, mergeKey: undefined}]});
  }

  /** Undoes the last step. Returns its label. */
  undo(): string | undefined {
    const {draft, past, future} = this.#state;
    const step = past.at(-1);
    if (!step) return undefined;
    this.#set({
      draft: applyPatches(draft, step.inverse),
      past: past.slice(0, -1),
      future: [...future, {...step, mergeKey: undefined}],
    });
    return step.label;
  }

  /** Does the last undone step again. Returns its label. */
  redo(): string | undefined {
    const {draft, past, future} = this.#state;
    const step = future.at(-1);
    if (!step) return undefined;
    this.#set({draft: applyPatches(draft, step.patches), past: [...past, step], future: future.slice(0, -1)});
    return step.label;
  }

  /**
   * Opens another draft, without the steps of the last one and what was shown, chosen and compared for it.
   *
   * @param shown What is shown of it from the start.
   */
  open(
    draft: Draft,
    steps: Pick<DeskState, 'past' | 'future'> = {past: [], future: []},
    shown: Partial<DeskUi> = {},
  ): void {
    const {view, section, preview, said, session} = this.#state.ui;
    const ui = {...initialUi, view, section, preview, said, session, ...shown};
    this.#set({draft, past: steps.past, future: steps.future, ui});
  }

  /** Changes what is shown, which isn't undone: the open view, a selection, a message. */
  show(change: Partial<DeskUi>): void {
    this.#set({ui: {...this.#state.ui, ...change}});
  }

  get isEmpty(): boolean {
    return isEmpty(this.#state.draft);
  }

  #set(change: Partial<DeskState>): void {
    const before = this.#state;
    this.#state = {...before, ...change};
    for (const listener of this.#listeners) listener(this.#state, before);
  }
}
