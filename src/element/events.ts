import type {Issue} from '../data/issue.js';
import type {Summit, SummitOutline} from '../data/summit.js';
import type {LoadFailureCode} from '../loading/load-failure.js';
import type {SummitChangeEvent} from './change-event.js';

/** Origin of the data on screen: a bundled summit, the `data` property or the file at `src`. */
export type SummitOrigin = 'bundled' | 'data' | 'src';

/** Why the requested data could not be shown. */
export type SummitErrorCode = LoadFailureCode;

const bubbling = {bubbles: true, composed: true};

/**
 * Fired when new data is on screen. It bubbles and crosses shadow roots.
 *
 * @example
 * element.addEventListener('summit-load', ({summit, origin}) => {
 *   console.log(summit.id, summit.revision, origin);
 * });
 */
export class SummitLoadEvent extends Event {
  /**
   * The summit on screen. Read only: elements share the object. In script-tag files, the bundled summit may have only its
   * `id`, `revision`, `lang` and `title`.
   */
  declare readonly summit: Summit;
  /** Origin of the data: bundled with the package, the `data` property, or the file at `src`. */
  declare readonly origin: SummitOrigin;

  constructor(summit: Summit | SummitOutline, origin: SummitOrigin) {
    super('summit-load', bubbling);
    Object.assign(this, {summit, origin});
  }
}

/**
 * Fired when the requested data could not be loaded or is invalid. Valid data that was on screen stays. It bubbles and
 * crosses shadow roots.
 *
 * @example
 * element.addEventListener('summit-error', ({code, message, issues}) => {
 *   console.error(code, message, issues);
 * });
 */
export class SummitErrorEvent extends Event {
  /** Stable code of the failure, for use in scripts. */
  declare readonly code: SummitErrorCode;
  /** Description of the error and how to fix it, in English, for editors and developers. */
  declare readonly message: string;
  /** Errors in the data, one for each place. Empty unless `code` is `invalid` or `unsupported-version`. */
  declare readonly issues: readonly Issue[];

  constructor(code: SummitErrorCode, message: string, issues: readonly Issue[] = []) {
    super('summit-error', bubbling);
    Object.assign(this, {code, message, issues});
  }
}

declare global {
  // The events bubble, so elements, documents and windows have them.
  interface GlobalEventHandlersEventMap {
    'summit-load': SummitLoadEvent;
    'summit-error': SummitErrorEvent;
    'summit-change': SummitChangeEvent;
  }
}
