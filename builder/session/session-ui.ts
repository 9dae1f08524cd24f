import type {Issue} from '../../src/data/issue.js';
import type {DraftSummary} from '../file/draft-store.js';
import type {TranslationInDraft} from '../store/draft.js';

/** What the page says about the file and the draft. */
export interface SessionUi {
  /** Name of the file; empty for a new draft. */
  readonly name: string;
  /** Whether the file has everything that the draft has. */
  readonly isSaved: boolean;
  /** Whether the file can be saved in place; otherwise saving downloads it. */
  readonly canSave: boolean;
  readonly stored: StoredState;
  /** The translations as a file has them, by language. Each is a file of its own. */
  readonly savedTranslations: Readonly<Record<string, TranslationInDraft>>;
  /** Whether another tab has the draft open; this one can then only read it. */
  readonly isElsewhere: boolean;
  /** The text on the disk, if another program changed the file. */
  readonly newer: string | undefined;
  /** Why something couldn't be opened or saved. */
  readonly problem: {readonly message: string; readonly issues: readonly Issue[]} | undefined;
  /** Drafts that this browser keeps. */
  readonly drafts: readonly DraftSummary[];
  readonly isOpening: boolean;
}

type StoredState =
  | {readonly kind: 'nothing'}
  /** The latest change isn't stored yet. */
  | {readonly kind: 'pending'}
  | {readonly kind: 'stored'; readonly at: number}
  | {readonly kind: 'failed'; readonly message: string};

export const initialSession: SessionUi = {
  name: '',
  isSaved: true,
  canSave: false,
  stored: {kind: 'nothing'},
  savedTranslations: {},
  isElsewhere: false,
  newer: undefined,
  problem: undefined,
  drafts: [],
  isOpening: false,
};
