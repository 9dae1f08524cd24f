import type {RegisteredSummit} from '../data/summit-registry.js';
import type {Messages} from '../format/messages.js';
import type {LoadedSummit} from './box-state.js';
import type {RenderContext} from './render-context.js';

/** How the controller handles data other than a bundled summit in its own language. */
export interface DataStrategy {
  /** Distinguishes the loaded edition from others with the same revision. Undefined if not needed or not yet known. */
  readonly fingerprint: string | undefined;
  /**
   * Starts to load the requested data.
   *
   * @param registered The summit that the `summit` attribute names.
   * @param known Ids of all registered summits; undefined if more may still be registered.
   */
  select(registered: RegisteredSummit | undefined, known: readonly string[] | undefined): void;
  /** Cancels what `select` started. */
  leave(): void;
  /** Whether everything for a box in this language is loaded. If not, it requests an update when it is. */
  isReady(loaded: LoadedSummit, messages: Messages): boolean;
  /** Adds the fields that only this kind of data needs to a basic context. */
  complete(basic: RenderContext): RenderContext;
}
