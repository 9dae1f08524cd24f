/** A message for each plural form of the language, named as in `Intl.PluralRules`. `{n}` is the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>;

/** Codes of the data whose English label is the capitalized code, so the English table omits them. */
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
  | 'update'
  | 'agreed'
  | 'partly'
  | 'not-agreed'
  | 'open'
  | 'mediator'
  | 'guarantor'
  | 'observer'
  | 'proposes'
  | 'conditional'
  | 'superseded';

/** Messages of a language that any data needs. `{n}` and `{x}` are placeholders for a number and a text. */
export interface CommonMessages {
  /** Direction of the language's script. */
  readonly dir: 'ltr' | 'rtl';
  /** Selects the plural form. */
  readonly plural: Intl.PluralRules;
  /** Replaces a placeholder, in the digits of the language. Undefined: numbers have Latin digits. */
  readonly fill?: (template: string, value: string | number) => string;

  /** Meaning of each certainty. */
  readonly statedMeans: string;
  readonly reportedMeans: string;
  readonly analysisMeans: string;
  readonly speculationMeans: string;

  /** Stances are nouns, so that they need no grammatical agreement with the actor. */
  readonly primary: string;
  readonly seeks: string;
  readonly rejects: string;
  readonly supports: string;

  readonly thirdParty: string;
  /** Actors of a topic who have no column. */
  readonly others: string;
  /** For a topic where one side rejects what another aims at. */
  readonly opposed: string;
  /** Under the heading; `{x}` is the name of the only source. */
  readonly narrator: string;
  /** Between a label and what follows it, with its spaces. */
  readonly colon: string;
  /** Between the parts of an answer, with its space. */
  readonly separator: string;
  /** Number of statements with each certainty. Undefined: the number and the label in lower case. */
  readonly counts?: Readonly<Record<'stated' | 'reported' | 'analysis' | 'speculation', string>>;
  /** For a side without a position on a topic. */
  readonly gap: string;
  /** For a side without a main aim or a constraint. */
  readonly nothingGiven: string;
  readonly statements: PluralForms;
  readonly constraints: string;
  /** Name of the talks as a whole, for constraints without an actor. */
  readonly talks: string;
  readonly inEachRegion: PluralForms;

  /** Shown instead of the date of the summit. */
  readonly noDate: string;

  readonly expect: string;
  readonly follows: string;

  /** Names of places in a source by the code in the data; `p` is a paragraph with its number. */
  readonly places: Readonly<Record<string, string>>;

  /** Second part of the map's text alternative, after `mapCredit` and the names of the land. */
  readonly map: string;
  readonly mapCredit: string;

  readonly sources: string;
  /** Shown instead of the number of corrections. */
  readonly noCorrections: string;
  readonly policy: string;
  readonly feedback: string;

  readonly loading: string;
  readonly failed: string;
  /** Follows `failed` if the page has a fallback. */
  readonly fallbackFollows: string;
}

/** Messages that only custom data needs. */
export interface CustomDataMessages {
  /** Headings for data without headings; `{x}` is the summit's title. */
  readonly comparisonTitle: string;
  readonly regionsTitle: string;
  readonly factsTitle: string;
  /** The heading of the comparison after the end. */
  readonly comparisonTitlePast: string;
  /** Questions after the end. */
  readonly expectPast: string;
  readonly followsPast: string;
  /** Questions about results. */
  readonly whatAgreed: string;
  readonly whatNotAgreed: string;
  readonly howVoted: string;
  readonly howMuch: string;
  /** Instead of `ended` in the status line, by the outcome of the summit. */
  readonly endedAgreed: string;
  readonly endedPartly: string;
  readonly endedNotAgreed: string;
  /** Heading of an outcome. */
  readonly outcome: string;
  readonly meetings: string;
  readonly deadlines: string;
  /** Heading of the links to other summits. */
  readonly related: string;
  /** For a side without a position, if there are several sources. */
  readonly gapInSources: string;
  readonly nothingInSources: string;
  /** After the name of a speaker; `{x}` is the actor spoken for. */
  readonly speaksFor: string;
  /** Before the reason for not naming a speaker. */
  readonly anonymous: string;
  /** Before the claims of other sources that contradict a claim. */
  readonly otherSources: string;
  /** Before the original words of a claim. */
  readonly originalWords: string;
  readonly translatedBy: string;
  /** Before the condition of a position or an amount. */
  readonly condition: string;
  /** Since when an actor has held a position; `{x}` is a date. */
  readonly since: string;
  /** Before an earlier position of the same actor. */
  readonly before: string;
  readonly disputedBy: string;
  readonly asOf: string;
  readonly changes: PluralForms;
  readonly withdrawal: string;
  /** An update failed; `{x}` is the loading time of the edition on screen. */
  readonly stale: string;
  /** For an untranslated text; `{x}` is the name of its language. */
  readonly shownIn: string;
  /** Whether language names start with a lower-case letter inside a sentence; browsers differ. */
  readonly smallLanguageNames: boolean;
  /** Quotation marks around `{x}`, the original words of a claim. */
  readonly quote: string;
  /** The translation is a machine translation without review. */
  readonly machine: string;
  /** The translation belongs to an earlier edition. */
  readonly outdated: string;
  /** The review date has passed; `{x}` is the day of the last review. */
  readonly reviewed: string;
  /** A newer edition was loaded while the page was open; `{x}` is the time. */
  readonly updatedAt: string;
  /** Changes in the newer edition, as a list after `updatedAt`. */
  readonly changedClaims: PluralForms;
  readonly newClaims: PluralForms;
  readonly withdrawnClaims: PluralForms;
  /** Next to the name of a region that the map doesn't show. */
  readonly notOnMap: string;
}

/** Messages of the interactions. */
export interface InteractionMessages {
  /** Label of the button that copies a statement. */
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  /** Label of the link to a statement. */
  readonly link: string;
  /** Label of the button that downloads the data of the box. */
  readonly getData: string;
}

/** All messages of one language. */
export type MessageTable = Readonly<Record<MessageCode, string>> &
  CommonMessages &
  CustomDataMessages &
  InteractionMessages;
