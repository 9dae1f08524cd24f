import type {ReactiveControllerHost} from 'lit';
import type {TranslationsLoader} from '../data/summit-registry.js';
import type {Summit, SummitOutline} from '../data/summit.js';
import type {Messages} from '../format/messages.js';
import type {BoxError, BoxState, LoadedSummit, Markup, View} from './box-state.js';
import type {SummitOrigin} from './events.js';

/** The members of an element that its controller and the lazy modules use. */
export interface SummitHost extends ReactiveControllerHost, HTMLElement {
  readonly summit: string | undefined;
  readonly src: string | undefined;
  readonly data: unknown;
  readonly refresh: number | string | undefined;
  readonly hasUpdated: boolean;
  keyOf(summit: Summit | SummitOutline, fingerprint?: string): string;
  childrenChanged(): void;
}

/** The members of `SummitController` that the lazy modules use. They can't import the class, which loads them. */
export interface BoxController {
  readonly state: BoxState;
  readonly markup: Markup;
  readonly view: View;
  /** Messages for the next render, once loaded. */
  readonly nextMessages: Messages | undefined;
  /** The valid data that is on screen or rendered next. Undefined if only the outline of a bundled summit is there. */
  readonly loaded: LoadedSummit | undefined;
  /** The edition on screen, if known. For adopted content the key gives it. */
  readonly edition: {readonly id: string; readonly revision: number} | undefined;
  /** Translations of this and other copies of the package on the page. */
  readonly copies: readonly TranslationsLoader[];
  /**
   * Shows a valid summit.
   *
   * @param makeChange Creates the event for another edition of the summit on screen.
   */
  show(summit: Summit, origin: SummitOrigin, makeChange?: () => Event): void;
  /** Loads a bundled summit of which only the outline is there. */
  loadWhole(): Promise<void>;
  fail(error: BoxError): void;
  /** Ends a failure: the content on screen is the requested content. */
  recover(): void;
}
