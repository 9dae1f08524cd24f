import type {Summit} from '../../src/data/summit.js';
import type {DraftCheck} from '../store/check-draft.js';
import type {DeskState, Recipe} from '../store/desk-store.js';
import type {DeskUi} from '../store/desk-ui.js';

/** What an editor can do in every section. */
export interface DeskActions {
  /**
   * Changes the draft; see `DeskStore.edit`.
   *
   * @param said What to announce; if omitted, nothing, as while typing.
   */
  edit(label: string, recipe: Recipe, options?: {readonly mergeKey?: string; readonly said?: string}): void;
  /** Ends a merged step, when the editor leaves a field. */
  endMerge(): void;
  undo(): void;
  redo(): void;
  /** Changes what is shown. After waiting for something, the change is made from what is shown then. */
  show(change: Partial<DeskUi> | ((ui: DeskUi) => Partial<DeskUi>)): void;
  /** Downloads a translation: for the site in JSON, for a translator in YAML. */
  downloadTranslation(lang: string, format: 'json' | 'yaml'): void;
  /** Notes that a file has all of a translation. */
  markTranslationSaved(lang: string): void;
  /** Shows and announces a message. */
  say(text: string): void;
  /** Notes that the editor was at these fields or entries: from then on, they say if something is missing. */
  visit(paths: readonly string[]): void;
  /** Opens the section with the field at this path, and moves the focus there. */
  goTo(path: string): void;
}

/** What the view functions of Write need. */
export interface WriteContext {
  readonly state: DeskState;
  readonly summit: Summit;
  readonly check: DraftCheck;
  readonly actions: DeskActions;
}
