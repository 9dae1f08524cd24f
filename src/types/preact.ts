/**
 * Types of the tags in Preact's JSX:
 *
 *     import type {} from 'summit-embeds/types/preact';
 */
import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {SummitElement} from '../element/summit-element.js';
import type {Attributes, Listeners, Properties, SummitElements} from './props.js';

type Props<E extends SummitElement> = Omit<HTMLAttributes<E>, keyof Properties<E>> &
  ClassAttributes<E> &
  Properties<E> &
  Attributes<E> &
  Listeners<E, 'on'>;

type Tags = {[Tag in keyof SummitElements]: Props<SummitElements[Tag]>};

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Augments the namespace of the framework.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Augments an interface.
    interface IntrinsicElements extends Tags {}
  }
}
