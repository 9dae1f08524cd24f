/**
 * The tags in React's JSX, from React 19 on, which sets properties and listens to events of custom elements itself:
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
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Its own, to be added to.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Adds to what is there.
    interface IntrinsicElements extends Tags {}
  }
}
