/**
 * Types of the tags in Vue's templates and JSX. Vue treats `:heading-level` and `:headingLevel` alike and sets a
 * property if the element has one; `.data` always sets a property.
 *
 *     import type {} from 'summit-embeds/types/vue';
 */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {SummitElement} from '../element/summit-element.js';
import type {Attributes, On, Properties, SummitElements, SummitEvents} from './props.js';

type Emits<E extends SummitElement> = {[K in keyof SummitEvents]: (event: On<E, K>) => void};

/**
 * The type that Vue's documentation recommends for custom elements: a class whose instances declare props and events
 * for the type checker only.
 */
type Component<E extends SummitElement> = new () => E & {
  /** For template type checks only; elements have no such property. */
  $props: HTMLAttributes & Properties<E> & Attributes<E, true | ''> & PublicProps;
  /** For template type checks only; elements have no such method. */
  $emit: EmitFn<Emits<E>>;
};

type Tags = {[Tag in keyof SummitElements]: Component<SummitElements[Tag]>};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Augments an interface.
  interface GlobalComponents extends Tags {}
}
