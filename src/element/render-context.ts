import type {html} from 'lit';
import type {Actor, Claim, Question, Region, Source, Summit} from '../data/summit.js';
import type {Messages} from '../format/messages.js';
import type {RegionGroup} from '../model/list-regions.js';
import type {findNarrator, Statement, View} from '../model/statement.js';
import type {renderLink} from './footer.js';
import type {GroupState} from './group-memo.js';

/** Values of the `scheme` attribute. `auto`, as undefined: the box follows the page's `color-scheme`. */
export type Scheme = 'auto' | 'light' | 'dark';

/** Attributes that change how a box looks, common to all elements. */
export interface BoxOptions {
  readonly scheme: Scheme | undefined;
  /** Replaces the heading of the data. Empty: no replacement. */
  readonly heading: string | undefined;
  readonly headingLevel: number | string | undefined;
  /** Language of the messages. Empty: the language of the page. */
  readonly lang: string | undefined;
  readonly policyUrl: string | undefined;
  readonly feedbackUrl: string | undefined;
}

/** Key of a view in `views` of the data. */
export type ViewName = keyof NonNullable<Summit['views']>;

/**
 * Everything that a template needs to render one summit in one language. `makeBasicContext` makes it for bundled
 * summits in their own language. `makeFullContext` adds the optional fields, which only other data needs.
 */
export interface RenderContext {
  readonly box: BoxOptions;
  readonly summit: Summit;
  readonly messages: Messages;
  /** Text direction. Undefined: that of the page. */
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** Level of the heading. */
  readonly level: number;
  /** Notice above the box if an update failed. */
  readonly notice: string | undefined;
  /**
   * Whether the box becomes the plain layer, which has neither styles nor drawings: nothing may be shortened because a
   * header or a group says it too.
   */
  readonly isPlain?: boolean;
  /** The publication that speaks where a statement names nobody, as the header says. */
  readonly narrator?: Actor | undefined;
  /** Lit's tag function, and functions of the entry, for modules that must not import them. */
  readonly html: typeof html;
  readonly renderView: (context: RenderContext, view: View) => unknown;
  readonly renderLink: typeof renderLink;
  readonly findNarrator: typeof findNarrator;

  /** The status in words. Undefined: the label of its code. */
  readonly statusLabel?: string | undefined;
  /** The days of the summit, or the message that no date is given. */
  readonly dateLine: string;
  /** Date of the data. */
  readonly asOfLine?: string | undefined;
  /** Number of changes in the log, and notes about the review and the translation. Empty if there are none. */
  readonly correctionsLine?: string;

  /** Returns the heading that the data has for a view. */
  readonly formatTitle: (view: ViewName) => string;
  /** Joins names in the language of the data. */
  readonly formatList: (items: readonly string[]) => string;
  /**
   * Formats a text of the data. Marks it if its language isn't that of the box.
   *
   * @param label The statement whose label the text is.
   */
  readonly formatText: (text: string | undefined, label?: Partial<Statement>) => unknown;
  /** Formats the places in the source, such as “headline, paragraph 3”. */
  readonly formatPlaces: (claim: Claim) => unknown;
  /** Formats remarks on the claim: its date, who disputes it, its original words, whether it is updated or not translated. */
  readonly formatRemarks?: (claim: Claim) => unknown;
  /** Formats the name of an actor who speaks for another one. */
  readonly formatName?: (actor: Actor) => string | undefined;
  /** Formats the role of an actor without a column. */
  readonly formatRole?: (actor: Actor) => string | undefined;
  /** Formats a question of the fact box. It follows the status of the summit. */
  readonly formatQuestion?: (question: Question) => string;
  /** Formats the title of a source after the name that claims have for it. */
  readonly formatSourceTitle?: (source: Source) => unknown;
  /** Formats the date of a source. */
  readonly formatSourceDate?: (date: string | undefined) => string | undefined;

  /** Note under the heading: the data isn't in the language of the box. */
  readonly languageNote?: unknown;
  /** Live region under the heading: what changed while the page was open. Empty until then. */
  readonly updatesNote?: unknown;
  /** Formats the note next to the name of an actor whose statement is updated. */
  readonly formatNameNote?: (statement: Partial<Statement>) => unknown;
  /** Formats the notes under the label of a statement: updated, or not translated. */
  readonly formatLabelNotes?: (statement: Partial<Statement>) => unknown;
  /** Formats the log entries about the claims, shown under them. */
  readonly formatChanges?: (statement: Partial<Statement>) => unknown;
  /** Renders the outcomes and figures of a topic, one element for each. Undefined: none. */
  readonly renderResults?: ((topic: string) => readonly unknown[]) | undefined;
  /** Returns the claims behind the outcomes and figures of a topic. Without a topic: those behind `answers`. */
  readonly resultClaims?: ((topic?: string) => readonly Claim[]) | undefined;
  /** Answers of the fact box besides the facts: the outcome first; meetings, deadlines, figures and links last. */
  readonly answers?: {readonly first: unknown; readonly last: unknown} | undefined;
  /** Formats the note next to the name of a region that the map doesn't show. */
  readonly formatRegionNote?: (region: Region) => unknown;
  /** Entries of the log, as list items. */
  readonly logItems?: unknown;
  /** Whether the rendering adds chunks of the regions to an earlier one and changes nothing else. */
  readonly isContinued?: boolean;
  /**
   * Returns whether a chunk of the regions must be rendered. Undefined: render all chunks.
   *
   * @param number Index of the chunk, from 0.
   * @param dependencies What the chunk depends on besides its regions.
   */
  readonly stateOf?: (number: number, chunk: readonly RegionGroup[], dependencies: readonly unknown[]) => GroupState;
}

/** Separator between the parts of a line. The non-breaking space prevents a line from starting with the dot. */
export const DOT = '\u00a0· ';

/**
 * Joins parts and omits empty ones. Adjacent strings become one: each separate part would cost two more DOM nodes, in
 * every line of every box.
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

/** Joins the names of actors, in the language of the data. */
export function namesOf({formatList, formatName}: RenderContext, actors: readonly Actor[]): string {
  return formatList(actors.map((actor) => formatName?.(actor) ?? actor.shortName ?? actor.name));
}
