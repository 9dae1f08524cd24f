/**
 * Types of the tags in Solid's JSX. `prop:` sets a property and `attr:` an attribute; without a prefix Solid sets a
 * property.
 *
 *     import type {} from 'summit-embeds/types/solid';
 */
import type {JSX} from 'solid-js';
import type {SummitElement} from '../element/summit-element.js';
import type {Attributes, Listeners, Properties, SummitElements} from './props.js';

type Prefixed<T, Prefix extends string> = {[K in keyof T as `${Prefix}${K & string}`]: T[K]};

type Props<E extends SummitElement> = Omit<JSX.HTMLAttributes<E>, keyof Properties<E>> &
  Properties<E> &
  Attributes<E> &
  Prefixed<Properties<E>, 'prop:'> &
  Prefixed<Attributes<E, true | ''>, 'attr:'> &
  Listeners<E, 'on:'>;

type Tags = {[Tag in keyof SummitElements]: Props<SummitElements[Tag]>};

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Augments the namespace of the framework.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Augments an interface.
    interface IntrinsicElements extends Tags {}
  }
}
