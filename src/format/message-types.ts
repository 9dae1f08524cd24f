/** A text for each plural form of the language, as `Intl.PluralRules` names them; `{n}` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>;

/** Codes of the data that, capitalised, are English already: its table goes without them. */
export type MessageCode =
  | 'stated'
  | 'reported'
  | 'analysis'
  | 'speculation'
  | 'unclear'
  | 'planned'
  | 'scheduled'
  | 'under-way'
  | 'ended'
  | 'postponed'
  | 'cancelled'
  | 'who'
  | 'what'
  | 'where'
  | 'when'
  | 'why-here'
  | 'why'
  | 'correction'
  | 'update';

/** What the boxes say in one language whatever they show. `{n}` and `{x}` are places for a number and a text. */
export interface CommonMessages {
  /** Direction of the language's script. */
  readonly dir: 'ltr' | 'rtl';
  /** Picks among the language's plural forms. */
  readonly plural: Intl.PluralRules;

  /** What each certainty means. */
  readonly statedMeans: string;
  readonly reportedMeans: string;
  readonly analysisMeans: string;
  readonly speculationMeans: string;

  /** Stances are nouns: these need no agreement with whoever takes them. */
  readonly primary: string;
  readonly seeks: string;
  readonly rejects: string;
  readonly supports: string;

  readonly thirdParty: string;
  /** A side without a position on a topic. */
  readonly gap: string;
  /** A side without a main aim, or with nothing that holds it back. */
  readonly nothingGiven: string;
  readonly statements: PluralForms;
  /** Stands before the one ledger line of a list whose items share it. */
  readonly allItems: PluralForms;
  readonly constraints: string;
  /** Whom a constraint without an actor holds back. */
  readonly talks: string;
  readonly inEachRegion: PluralForms;

  /** Stands for the days of the summit. */
  readonly noDate: string;

  readonly expect: string;
  readonly follows: string;

  /** Places in a source by the word the data use; `p` is a paragraph, with its number. */
  readonly places: Readonly<Record<string, string>>;

  /** What the map is, for those who do not see it. */
  readonly map: string;
  readonly mapCredit: string;

  readonly sources: string;
  /** Stands for the number of corrections. */
  readonly noCorrections: string;
  readonly policy: string;
  readonly feedback: string;

  readonly loading: string;
  readonly failed: string;
  /** Follows `failed` where the page has content to show instead. */
  readonly fallbackFollows: string;
}

/** What only data of a page's own make a box say. */
export interface CustomDataMessages {
  /** Headings of data that bring none; `{x}` is the summit's title. */
  readonly comparisonTitle: string;
  readonly regionsTitle: string;
  readonly factsTitle: string;
  readonly disputedBy: string;
  readonly asOf: string;
  readonly changes: PluralForms;
  readonly withdrawal: string;
  /** A newer edition could not be loaded; `{x}` is the time of the one on screen. */
  readonly stale: string;
  /** A text that is not translated; `{x}` is the name of its language. */
  readonly shownIn: string;
  /** Whether a language's name begins with a small letter there; engines do not agree on it. */
  readonly smallLanguageNames: boolean;
  /** Nobody has gone over the translation. */
  readonly machine: string;
  /** The translation is one of an earlier edition. */
  readonly outdated: string;
  /** The day until which the data were to be gone over has passed; `{x}` is the day they last were. */
  readonly reviewed: string;
  /** A newer edition came while the page was open; `{x}` is the time. */
  readonly updatedAt: string;
  /** What came with it. They stand in a list, after `updatedAt`. */
  readonly changedClaims: PluralForms;
  readonly newClaims: PluralForms;
  readonly withdrawnClaims: PluralForms;
}

/** What comes with what a reader can do with a box. */
export interface InteractionMessages {
  /** Copies a statement. */
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  /** Leads to a statement, from elsewhere. */
  readonly link: string;
  /** Saves the data of the box as a file. */
  readonly getData: string;
}

/** Everything the boxes say in their own words, in one language. */
export type MessageTable = Readonly<Record<MessageCode, string>> &
  CommonMessages &
  CustomDataMessages &
  InteractionMessages;
