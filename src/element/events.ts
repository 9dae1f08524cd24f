import type {Issue} from '../data/issue.js';
import type {Summit} from '../data/summit.js';
import type {LoadFailureCode} from '../loading/load-failure.js';
import type {SummitChangeEvent} from './change-event.js';

/** Where the data on screen come from: a bundled summit, the `data` property or the file at `src`. */
export type SummitOrigin = 'bundled' | 'data' | 'src';

/** Why there is nothing new on screen. */
export type SummitErrorCode = LoadFailureCode;

const bubbling = {bubbles: true, composed: true};

/** New data is on screen. */
export class SummitLoadEvent extends Event {
  /** What the element shows now. Read it, do not change it: elements share it. */
  declare readonly summit: Summit;
  /** `bundled` with the package, from the `data` property, or from the file at `src`. */
  declare readonly origin: SummitOrigin;

  constructor(summit: Summit, origin: SummitOrigin) {
    super('summit-load', bubbling);
    Object.assign(this, {summit, origin});
  }
}

/** What was asked for could not be shown. Whatever good data was on screen still is. */
export class SummitErrorEvent extends Event {
  /** What kind of failure it is; stable, to tell apart in code. */
  declare readonly code: SummitErrorCode;
  /** What is wrong and what to do, in English, for editors and developers. */
  declare readonly message: string;
  /** Defects of the data, place by place; empty unless `code` is `invalid` or `unsupported-version`. */
  declare readonly issues: readonly Issue[];

  constructor(code: SummitErrorCode, message: string, issues: readonly Issue[] = []) {
    super('summit-error', bubbling);
    Object.assign(this, {code, message, issues});
  }
}

declare global {
  // They bubble: whoever listens on an element, a document or a window knows them.
  interface GlobalEventHandlersEventMap {
    'summit-load': SummitLoadEvent;
    'summit-error': SummitErrorEvent;
    'summit-change': SummitChangeEvent;
  }
}
