import type {Summit, SummitOutline} from '../data/summit.js';
import type {Messages} from '../format/messages.js';
import type {LoadFailure} from '../loading/load-failure.js';
import type {BoxKey} from './box-key.js';
import type {SummitOrigin} from './events.js';

/** A valid summit with its origin and its loading time. */
export interface LoadedSummit {
  readonly summit: Summit;
  readonly origin: SummitOrigin;
  /** Milliseconds since the time origin of the page. */
  readonly loadedAtMs: number;
  readonly load?: undefined;
}

/** A bundled summit of which only the outline is there. */
export interface OutlinedSummit extends Omit<LoadedSummit, 'summit' | 'load'> {
  readonly summit: SummitOutline;
  /** Loads the whole summit. */
  readonly load: () => Promise<Summit>;
}

/** Why the requested data can't be shown. */
export type BoxError = Pick<LoadFailure, 'code' | 'message' | 'issues'>;

/** Loading state of the requested data. Only the controller creates a new state. */
export type BoxState =
  /** Nothing is requested, or the requested summit isn't registered yet. */
  | {readonly kind: 'waiting'}
  /** The first data is being loaded. */
  | {readonly kind: 'loading'}
  | {readonly kind: 'ready'; readonly loaded: LoadedSummit | OutlinedSummit}
  /** `last` is the latest valid data, which stays on screen. */
  | {readonly kind: 'failed'; readonly error: BoxError; readonly last?: LoadedSummit | OutlinedSummit | undefined};

/**
 * Origin of the shadow root's content: rendered by Lit, or adopted (a prerendered box, or a slot for a plain layer).
 */
export type Markup =
  | {readonly kind: 'rendered'}
  | (BoxKey & {
      readonly kind: 'adopted';
      /** The `data-key` of the content. */
      readonly key: string;
    });

/** Decides the element's next update. `messages` are those of the box on screen, undefined before the first one. */
export type View = {readonly messages?: Messages | undefined} & (
  | {readonly kind: 'current'}
  /** Messages or a translation are being loaded. Meanwhile the content on screen stays. */
  | {readonly kind: 'pending'}
  /** Shows the children of the element, with a status line above them if needed. */
  | {readonly kind: 'fallback'}
  | {readonly kind: 'box'; readonly loaded: LoadedSummit; readonly messages: Messages}
);
