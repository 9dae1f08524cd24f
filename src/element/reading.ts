import type {html} from 'lit';
import type {Actor, Summit} from '../data/summit.js';
import type {Words} from '../format/words.js';
import type {GroupState} from './kept-groups.js';
import type {ListedRegion} from '../model/list-regions.js';
import type {Statement} from '../model/statement.js';

/** Values of the `scheme` attribute. */
export type Scheme = 'auto' | 'light' | 'dark';

/** What the page asks of every box, attribute by attribute. */
export interface BoxOptions {
  readonly scheme: Scheme | undefined;
  /** Replaces the heading of the data. */
  readonly heading: string | undefined;
  readonly headingLevel: number | string | undefined;
  /** Language of the box's own words; empty where the page says it. */
  readonly lang: string | undefined;
  readonly policyUrl: string | undefined;
  readonly feedbackUrl: string | undefined;
}

/** Where `Reading.note` may add something: under the heading (what came while the page was open apart), in the name line, under a label or a ledger line, in the footer's log. */
export type NotePlace = 'box' | 'news' | 'name' | 'label' | 'ledger' | 'log';

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
  /** Lit's, for `tell`, which may not import it. */
  readonly html: typeof html;
  /** Joins names as the language of the data does. */
  readonly list: (items: readonly string[]) => string;
  /** A text of the data, told apart where it is of another language than the box's own words; `about` is whose label it is. */
  readonly text: (text: string | undefined, about?: Partial<Statement>) => unknown;
  /** What a group of places, by its number, is to do: `besides` is what else it depends on. Without it all are rendered. */
  readonly stateOf?: (number: number, group: readonly ListedRegion[], besides: readonly unknown[]) => GroupState;
  /** What other data than the plain bundled ones say besides: that something is new, corrected, untranslated. */
  readonly note?: (place: NotePlace, about?: Partial<Statement>) => unknown;
}

/** Middle dot between the parts of a line. It holds on to what is before it, so that no line starts with one. */
export const DOT = '\u00a0· ';

/**
 * Parts run together, what is empty left out. Texts that meet become one: a part of its own takes the page two more nodes
 * beside the text, in every line of every box.
 */
export function run(...parts: readonly unknown[]): unknown {
  const joined: unknown[] = [];
  for (const part of parts.flat(9)) {
    const last = joined.length - 1;
    if (typeof part === 'string' && typeof joined[last] === 'string') joined[last] += part;
    else if (part) joined.push(part);
  }
  return joined.length > 1 ? joined : joined[0];
}

/** Actors' names inside a line: a text of the data, in its language. */
export function namesOf({list}: Reading, actors: readonly Actor[]): string {
  return list(actors.map(({name, shortName}) => shortName ?? name));
}
