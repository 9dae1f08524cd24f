import {html} from 'lit';
import type {Actor, Claim, Summit} from '../data/summit.js';
import type {Messages} from '../format/messages.js';
import type {ListedRegion} from '../model/list-regions.js';
import type {Statement} from '../model/statement.js';
import type {GroupState} from './group-memo.js';

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

/** Keys of `views` in the data. */
export type ViewName = keyof NonNullable<Summit['views']>;

/**
 * Everything that a template needs to render one summit in one language. `makePlainContext` makes it for bundled summits in
 * their own language; `makeFullContext` adds what only other data have, and brings the fields that may be undefined.
 */
export interface RenderContext {
  readonly box: BoxOptions;
  readonly summit: Summit;
  readonly messages: Messages;
  /** Undefined leaves the direction to the page. */
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** Level of the box's heading. */
  readonly level: number;
  /** A line above everything else, if an update failed. */
  readonly notice: string | undefined;
  /** Lit's tag function, for modules that may not import Lit. */
  readonly html: typeof html;

  /** The days of the summit, or that no date is given. */
  readonly dateLine: string;
  /** As of when the data are. */
  readonly asOfLine?: string | undefined;
  /** How many changes the log has, and what a reader should know about the review and the translation. */
  readonly correctionsLine: string;

  /** Heading of the data for a view; a text of the data. */
  readonly formatTitle: (view: ViewName) => string;
  /** Joins names as the language of the data does. */
  readonly formatList: (items: readonly string[]) => string;
  /**
   * A text of the data, marked if it is in another language than the box.
   *
   * @param label The statement that the text is the label of.
   */
  readonly formatText: (text: string | undefined, label?: Partial<Statement>) => unknown;
  /** Where the claim was read, such as “headline, paragraph 3”. */
  readonly formatPlaces: (claim: Claim) => string;
  /** What else is said about the claim: its date, who disputes it, that it is new or not translated. */
  readonly formatRemarks?: (claim: Claim) => string;
  /** The date of a source. */
  readonly formatSourceDate?: (date: string | undefined) => string | undefined;

  /** Under the heading: the data are not in the language of the box. */
  readonly languageNote?: unknown;
  /** Under the heading: what changed while the page was open. Empty until then, so that it is announced. */
  readonly updatesNote?: unknown;
  /** Beside the name of an actor whose statement is new. */
  readonly formatNameNote?: (statement: Partial<Statement>) => string | undefined;
  /** Under the label of a statement: it is new, or not translated. */
  readonly formatLabelNotes?: (statement: Partial<Statement>) => unknown;
  /** Under claims: the entries of the log that are about them. */
  readonly formatChanges?: (statement: Partial<Statement>) => unknown;
  /** The log, as items of a list. */
  readonly logItems?: unknown;
  /**
   * Whether a group of regions has to be rendered. Without it all are.
   *
   * @param number Number of the group, from 0.
   * @param dependencies What else the group depends on.
   */
  readonly stateOf?: (number: number, group: readonly ListedRegion[], dependencies: readonly unknown[]) => GroupState;
}

/** Makes the context for a bundled summit in its own language, which has neither dates nor changes. */
export function makePlainContext(box: BoxOptions, summit: Summit, messages: Messages, notice?: string): RenderContext {
  return {
    box,
    summit,
    messages,
    dir: box.lang ? messages.dir : undefined,
    level: Math.round(Number(box.headingLevel)) || 3,
    notice,
    html,
    dateLine: messages.noDate,
    correctionsLine: messages.noCorrections,
    formatTitle: (view) => summit.views?.[view]?.title ?? summit.title,
    formatList: (items) => items.join(', '),
    formatText: (text) => text,
    formatPlaces: ({refs}) => [...new Set(refs.map(({at}) => at && messages.place(at)))].join(', '),
  };
}

/** Middle dot between the parts of a line. It holds on to what is before it, so that no line starts with one. */
export const DOT = '\u00a0· ';

/**
 * Parts run together, what is empty left out. Texts that meet become one: a part of its own takes the page two more nodes
 * beside the text, in every line of every box.
 */
export function joinParts(...parts: readonly unknown[]): unknown {
  const joined: unknown[] = [];
  for (const part of parts.flat(9)) {
    const last = joined.length - 1;
    if (typeof part === 'string' && typeof joined[last] === 'string') joined[last] += part;
    else if (part) joined.push(part);
  }
  return joined.length > 1 ? joined : joined[0];
}

/** Actors' names inside a line: a text of the data, in its language. */
export function namesOf({formatList}: RenderContext, actors: readonly Actor[]): string {
  return formatList(actors.map(({name, shortName}) => shortName ?? name));
}
