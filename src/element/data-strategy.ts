import type {RegisteredSummit} from '../data/summit-registry.js';
import type {Messages} from '../format/messages.js';
import type {LoadedSummit} from './box-state.js';
import type {RenderContext} from './render-context.js';

/** What an element does for the kind of data that it shows. */
export interface DataStrategy {
  /** Tells the loaded edition from others with the same revision. Undefined if that isn't needed, or not yet known. */
  readonly fingerprint: string | undefined;
  /**
   * Starts to load what the element asks for.
   *
   * @param registered The summit that the `summit` attribute names.
   * @param known Ids of all registered summits; undefined if more may still be registered.
   */
  select(registered: RegisteredSummit | undefined, known: readonly string[] | undefined): void;
  /** Gives up what `select` started. */
  leave(): void;
  /** Whether everything for a box in this language is there. If not, it asks for an update once it is. */
  isReady(loaded: LoadedSummit, messages: Messages): boolean;
  /** Adds to a plain context what only such data need. */
  complete(plain: RenderContext): RenderContext;
}

const plain: DataStrategy = {
  fingerprint: undefined,
  select: () => undefined,
  leave: () => undefined,
  isReady: () => true,
  complete: (plain) => plain,
};

/** For bundled summits in their own language, which need nothing else. */
export const bundledData: DataStrategy = plain;

/** If the module for all other data could not be loaded: the box shows what there is, untranslated. */
export const missingModule: DataStrategy = {...plain};
