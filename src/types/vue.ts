/**
 * The tags in Vue's templates and JSX. `:heading-level` and `:headingLevel` are the same to Vue, which sets a property where there
 * is one; `.data` says so.
 *
 *     import type {} from 'summit-embeds/types/vue';
 */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {SummitElement} from '../element/summit-element.js';
import type {Attributes, On, Properties, SummitElements, SummitEvents} from './props.js';

type Emits<E extends SummitElement> = {[K in keyof SummitEvents]: (event: On<E, K>) => void};

/** What Vue's own documents advise for a custom element: a class whose instances tell props and events to the type checker alone. */
type Component<E extends SummitElement> = new () => E & {
  /** For the checks of templates alone; an element has no such property. */
  $props: HTMLAttributes & Properties<E> & Attributes<E, true | ''> & PublicProps;
  /** For the checks of templates alone; an element has no such method. */
  $emit: EmitFn<Emits<E>>;
};

type Tags = {[Tag in keyof SummitElements]: Component<SummitElements[Tag]>};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Adds to what is there.
  interface GlobalComponents extends Tags {}
}
