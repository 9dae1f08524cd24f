import type {ReactiveElement} from 'lit';
import type {elements} from '../components/elements.js';
import type {SummitChangeEvent} from '../element/change-event.js';
import type {SummitErrorEvent, SummitLoadEvent} from '../element/events.js';
import type {SummitElement} from '../element/summit-element.js';

/** Element class by tag. */
export type SummitElements = {[Tag in keyof typeof elements]: InstanceType<(typeof elements)[Tag]>};

/** Event class by event name. */
export interface SummitEvents {
  /** New data is on screen. */
  'summit-load': SummitLoadEvent;
  /** Another edition of the same summit is on screen: lists new, changed and removed claims. */
  'summit-change': SummitChangeEvent;
  /** The requested data could not be loaded or is invalid. */
  'summit-error': SummitErrorEvent;
}

/** Members that are public for internal code only. */
type Inner = 'adoptedCallback' | 'adopt' | 'adoptStyles' | 'childrenChanged' | 'connect' | 'isStyled' | 'keyOf';

type Name<E extends SummitElement> = Exclude<keyof E, keyof ReactiveElement | Inner> | 'lang';

/** `heading-level` for `headingLevel`. */
type Kebab<S> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** Properties of an element by name. A front end may set them as properties, or as attributes with the same name. */
export type Properties<E extends SummitElement> = {[K in Name<E>]?: E[K] | undefined};

/**
 * Attributes whose names differ from those of their properties. `Flag` is the type of a boolean attribute: some front
 * ends write `false` as the text "false", which sets the attribute.
 */
export type Attributes<E extends SummitElement, Flag = boolean | ''> = {
  [K in Name<E> as Kebab<K> extends K ? never : Kebab<K>]?: (E[K] extends boolean ? Flag : E[K]) | undefined;
};

/** An event with the type of the element that has the listener. */
export type On<E extends SummitElement, K extends keyof SummitEvents> = SummitEvents[K] & {readonly currentTarget: E};

/** Listeners by event name with a prefix. */
export type Listeners<E extends SummitElement, Prefix extends string> = {
  [K in keyof SummitEvents as `${Prefix}${K}`]?: ((event: On<E, K>) => void) | undefined;
};
