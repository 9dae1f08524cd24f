import {html} from 'lit';
import type {Actor, Summit} from '../data/summit.js';
import type {Words} from '../format/words.js';

/** Values of the `scheme` attribute. */
export type Scheme = 'auto' | 'light' | 'dark';

/** What the page asks of every box, attribute by attribute. */
export interface BoxOptions {
  readonly scheme: Scheme | undefined;
  /** Replaces the heading of the data. */
  readonly heading: string | undefined;
  readonly policyUrl: string | undefined;
  readonly feedbackUrl: string | undefined;
}

/** How one box reads one summit: the data, the language it speaks itself, and what its page asked for. */
export interface Reading {
  readonly box: BoxOptions;
  readonly summit: Summit;
  readonly words: Words;
  /** Undefined leaves the direction to the page. */
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** Level of the box's heading. */
  readonly level: number;
  /** A line to readers above everything else. */
  readonly notice: string | undefined;
  /** Joins names as the language of the data does. */
  readonly list: (items: readonly string[]) => string;
}

/** Middle dot between the parts of a line. It holds on to what is before it, so that no line starts with one. */
export const DOT = '\u00a0· ';

/**
 * A text of the data. Where the interface speaks another language it is told apart for screen readers, hyphenation
 * and direction; where they agree it costs nothing.
 */
export function dataText({summit: {lang}, words}: Reading, text: string | undefined): unknown {
  return text && lang.slice(0, 2) !== words.lang.slice(0, 2) ? html`<bdi lang=${lang}>${text}</bdi>` : text;
}

/** Actors' names inside a line: a text of the data, in its language. */
export function namesOf({list}: Reading, actors: readonly Actor[]): string {
  return list(actors.map(({name, shortName}) => shortName ?? name));
}
