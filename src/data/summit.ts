import type {SummitShape} from './summit-schema.js';

// Over arrays and tuples a mapped type maps the entries, so this reaches them too.
type DeepReadonly<T> = T extends object ? {readonly [Key in keyof T]: DeepReadonly<T[Key]>} : T;

/**
 * A summit or a negotiation, as its sources tell it: a ledger of claims, and views (topics, positions, regions, facts)
 * that carry a short label and the ids of the claims that bear it out. All texts are plain text.
 */
export type Summit = DeepReadonly<SummitShape>;

/** One statement: who asserts it, how certain it is, and where it was read. */
export type Claim = Summit['claims'][number];

/** How sure a claim is: own words, relayed as fact, the source's reading, or no more than possible. */
export type Certainty = Claim['certainty'];

/** Somebody who takes part, has a position, or speaks in a claim. */
export type Actor = Summit['actors'][number];

/** A matter of the talks. */
export type Topic = Summit['topics'][number];

/** What one actor wants, rejects or supports on a topic or about regions. */
export type Position = Summit['positions'][number];

/** What an actor does about a topic. */
export type Stance = NonNullable<Position['stance']>;

/** What holds one actor, or the talks as a whole, back. */
export type Constraint = NonNullable<Summit['constraints']>[number];

/** A place at stake. */
export type Region = Summit['regions'][number];

/** The answer to one of a reader's questions. */
export type Fact = Summit['facts'][number];

/** The question a fact answers. */
export type Question = Fact['question'];

/** What was read, or where codes, names and coordinates come from. */
export type Source = Summit['sources'][number];

/** A correction, an update or a withdrawal. */
export type Change = Summit['changes'][number];

/** Where the same summit is in another language. */
export type TranslationSource = NonNullable<Summit['translations']>[number];

/** Drawing of the land around the regions. */
export type SummitMap = NonNullable<Summit['map']>;
