import type {Summit} from '../data/summit.js';
import type {Messages} from '../format/messages.js';
import type {LoadFailure} from '../loading/load-failure.js';
import type {BoxKey} from './box-key.js';
import type {SummitOrigin} from './events.js';

/** A valid summit, where it came from and when. */
export interface LoadedSummit {
  readonly summit: Summit;
  readonly origin: SummitOrigin;
  /** Milliseconds since the page started. */
  readonly loadedAtMs: number;
}

/** Why the data that the page asked for can't be shown. */
export type BoxError = Pick<LoadFailure, 'code' | 'message' | 'issues'>;

/** Where an element is with the data that the page asked for. Only the controller makes a new state. */
export type BoxState =
  /** The page asks for nothing that is there, or that can be loaded. */
  | {readonly kind: 'waiting'}
  /** The first data are on their way. */
  | {readonly kind: 'loading'}
  | {readonly kind: 'ready'; readonly loaded: LoadedSummit}
  /** `last` is the latest valid data, which stay on screen. */
  | {readonly kind: 'failed'; readonly error: BoxError; readonly last?: LoadedSummit | undefined};

/** Where the content of the shadow root comes from: Lit, or a prerendered box, or a slot for a plain layer. */
export type Markup =
  | {readonly kind: 'rendered'}
  | (BoxKey & {
      readonly kind: 'adopted';
      /** The `data-key` of the content. */
      readonly key: string;
      readonly nodes: readonly ChildNode[];
    });

/** What the element does in its next update. `words` are those of the box on screen, undefined before the first one. */
export type View = {readonly messages?: Messages | undefined} & (
  | {readonly kind: 'current'}
  /** The texts of the interface or a translation are on their way. Until they are there, content on screen stays. */
  | {readonly kind: 'pending'}
  /** The children of the element, and perhaps a line above them. */
  | {readonly kind: 'fallback'}
  | {readonly kind: 'box'; readonly loaded: LoadedSummit; readonly messages: Messages}
);
