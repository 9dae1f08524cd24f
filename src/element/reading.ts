import {html} from 'lit';
import type {Actor, Summit} from '../data/summit.js';
import {formatList} from '../format/format-list.js';
import type {Words} from '../format/words.js';

/** Values of the `scheme` attribute. */
export type Scheme = 'auto' | 'light' | 'dark';

/** How one box reads one summit: the data, the language it speaks itself, and what its page asked for. */
export interface Reading {
  readonly summit: Summit;
  readonly words: Words;
  readonly scheme: string;
  /** Undefined leaves the direction to the page. */
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** Replaces the heading of the data. */
  readonly heading: string | undefined;
  /** Level of the box's heading. */
  readonly level: number;
  readonly policyUrl: string | undefined;
  readonly feedbackUrl: string | undefined;
  /** A line to readers above everything else. */
  readonly notice: string | undefined;
}

/** Middle dot with its spaces, between the parts of a line. */
export const DOT = ' · ';

/**
 * A text of the data. Where the interface speaks another language it is told apart for screen readers, hyphenation
 * and direction; where they agree it costs nothing.
 */
export function dataText({summit: {lang}, words}: Reading, text: string | undefined): unknown {
  return text && lang.slice(0, 2) !== words.lang.slice(0, 2) ? html`<bdi lang=${lang}>${text}</bdi>` : text;
}

/** Actors' names inside a line: a text of the data, in its language. */
export function namesOf({summit}: Reading, actors: readonly Actor[]): string {
  return formatList(
    summit.lang,
    actors.map(({name, shortName}) => shortName ?? name),
  );
}
