import type {LitElement} from 'lit';
import type {SummitFactBox} from '../components/summit-fact-box/summit-fact-box.js';
import type {SummitGoalComparison} from '../components/summit-goal-comparison/summit-goal-comparison.js';
import type {SummitRegionList} from '../components/summit-region-list/summit-region-list.js';
import type {SummitChangeEvent} from '../element/change-event.js';
import type {SummitErrorEvent, SummitLoadEvent} from '../element/events.js';
import type {SummitElement} from '../element/summit-element.js';

/** The class behind each tag. */
export interface SummitElements {
  'summit-goal-comparison': SummitGoalComparison;
  'summit-region-list': SummitRegionList;
  'summit-fact-box': SummitFactBox;
}

/** The event behind each name. */
export interface SummitEvents {
  /** New data is on screen. */
  'summit-load': SummitLoadEvent;
  /** Another edition of the same summit is on screen: which claims are new, changed, gone. */
  'summit-change': SummitChangeEvent;
  /** What was asked for could not be shown. */
  'summit-error': SummitErrorEvent;
}

/** What is public for the code around an element, not for whoever puts one on a page. */
type Inner = 'adoptedCallback' | 'adopt' | 'childrenChanged' | 'connect' | 'keyOf' | 'renderSummit';

type Name<E extends SummitElement> = Exclude<keyof E, keyof LitElement | Inner> | 'lang';

/** `heading-level` for `headingLevel`. */
type Kebab<S> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/**
 * What may be set on an element, under the name of the property: as a property everywhere, as an attribute where there is one of
 * this name.
 */
export type Properties<E extends SummitElement> = {[K in Name<E>]?: E[K] | undefined};

/**
 * Attributes whose name is not that of their property. `Flag` is what a front end may give for one that is there or not: some write
 * `false` as the text "false", and an attribute with that is there.
 */
export type Attributes<E extends SummitElement, Flag = boolean | ''> = {
  [K in Name<E> as Kebab<K> extends K ? never : Kebab<K>]?: (E[K] extends boolean ? Flag : E[K]) | undefined;
};

/** An event with the element that was listened to. */
export type On<E extends SummitElement, K extends keyof SummitEvents> = SummitEvents[K] & {readonly currentTarget: E};

/** Listeners under the name of the event with this before it. */
export type Listeners<E extends SummitElement, Prefix extends string> = {
  [K in keyof SummitEvents as `${Prefix}${K}`]?: ((event: On<E, K>) => void) | undefined;
};
