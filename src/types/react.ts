/**
 * Types of the tags in React's JSX, for React 19 and later, which set properties and event listeners of custom
 * elements:
 *
 *     import type {} from 'summit-embeds/types/react';
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {SummitElement} from '../element/summit-element.js';
import type {Attributes, Listeners, Properties, SummitElements} from './props.js';

type Props<E extends SummitElement> = DetailedHTMLProps<HTMLAttributes<E>, E> & {
  class?: string | undefined;
} & Properties<E> &
  Attributes<E> &
  Listeners<E, 'on'>;

type Tags = {[Tag in keyof SummitElements]: Props<SummitElements[Tag]>};

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Augments the namespace of the framework.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Augments an interface.
    interface IntrinsicElements extends Tags {}
  }
}
