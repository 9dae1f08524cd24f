import type {SummitShape} from './summit-schema.js';

// A mapped type over an array or tuple maps its entries, so this type is also deep for lists.
type DeepReadonly<T> = T extends object ? {readonly [Key in keyof T]: DeepReadonly<T[Key]>} : T;

/**
 * A summit or a negotiation as its sources describe it: a ledger of claims, and views (topics, positions, regions,
 * facts). A view has a short label and the ids of the claims that support it. All texts are plain text.
 */
export type Summit = DeepReadonly<SummitShape>;

/**
 * What a script-tag file has of a bundled summit at once. The rest is loaded when a box needs more than its finished
 * content.
 */
export type SummitOutline = Pick<Summit, 'id' | 'revision' | 'lang' | 'title'>;

/** One statement, with its speakers, its certainty and its sources. */
export type Claim = Summit['claims'][number];

/** How certain a claim is: the speaker's own words, relayed as fact, the source's analysis, or speculation. */
export type Certainty = Claim['certainty'];

/** A participant: someone who takes part in the talks, has a position or speaks in a claim. */
export type Actor = Summit['actors'][number];

/** A subject of the talks. */
export type Topic = Summit['topics'][number];

/** One actor's goal, objection or support, on a topic or about regions. */
export type Position = Summit['positions'][number];

/** An actor's stance on a topic: seeks, rejects, supports or unclear. */
export type Stance = NonNullable<Position['stance']>;

/** A constraint on one actor or on the talks as a whole. */
export type Constraint = NonNullable<Summit['constraints']>[number];

/** A place at stake. */
export type Region = Summit['regions'][number];

/** How the summit or one of its topics ended. */
export type Outcome = NonNullable<Summit['outcomes']>[number];

/** Votes, sums or counts, with their attribution. */
export type Figure = NonNullable<Summit['figures']>[number];

/** One of several meetings. */
export type Meeting = NonNullable<Summit['meetings']>[number];

/** Something that is due. */
export type Deadline = NonNullable<Summit['deadlines']>[number];

/** The answer to one question of a reader. */
export type Fact = Summit['facts'][number];

/** The question a fact answers. */
export type Question = Fact['question'];

/** A document that claims were read in, or a reference for codes, names and coordinates. */
export type Source = Summit['sources'][number];

/** An entry of the log: a correction, an update, something superseded or a withdrawal. */
export type Change = Summit['changes'][number];

/** Language and address of a translation file. */
export type TranslationSource = NonNullable<Summit['translations']>[number];

/** The map: outlines of the land around the regions. */
export type SummitMap = NonNullable<Summit['map']>;
