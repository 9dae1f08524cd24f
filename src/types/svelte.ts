/**
 * Types of the tags in Svelte's templates, for Svelte 5 and later:
 *
 *     import type {} from 'summit-embeds/types/svelte';
 */
import type {HTMLAttributes} from 'svelte/elements';
import type {SummitElement} from '../element/summit-element.js';
import type {Attributes, Listeners, Properties, SummitElements} from './props.js';

type Props<E extends SummitElement> = Omit<HTMLAttributes<E>, keyof Properties<E>> &
  Properties<E> &
  Attributes<E, true | ''> &
  Listeners<E, 'on'> &
  Listeners<E, 'on:'>;

type Tags = {[Tag in keyof SummitElements]: Props<SummitElements[Tag]>};

declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Augments an interface.
  interface SvelteHTMLElements extends Tags {}
}
