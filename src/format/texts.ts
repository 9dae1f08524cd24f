/** A text for each plural form of the language, as `Intl.PluralRules` names them; `{n}` stands for the number. */
export type PluralTexts = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>;

/** Everything the boxes say in their own words, in one language. `{n}` and `{x}` are places for a number and a text. */
export interface Texts {
  /** Direction of the language's script. */
  readonly dir: 'ltr' | 'rtl';

  /** Words for certainty, and what each means (`…Means`), as a reader sees them. */
  readonly stated: string;
  readonly reported: string;
  readonly analysis: string;
  readonly speculation: string;
  readonly statedMeans: string;
  readonly reportedMeans: string;
  readonly analysisMeans: string;
  readonly speculationMeans: string;

  /** Stances are nouns: these need no agreement with whoever takes them. */
  readonly primary: string;
  readonly seeks: string;
  readonly rejects: string;
  readonly supports: string;
  readonly unclear: string;

  readonly thirdParty: string;
  /** A side without a position on a topic. */
  readonly gap: string;
  /** A side without a main aim, or with nothing that holds it back. */
  readonly nothingGiven: string;
  readonly statements: PluralTexts;
  /** Stands before the one ledger line of a list whose items share it. */
  readonly allItems: PluralTexts;
  readonly constraints: string;
  /** Whom a constraint without an actor holds back. */
  readonly talks: string;
  readonly inEachRegion: PluralTexts;
  readonly disputedBy: string;

  readonly planned: string;
  readonly scheduled: string;
  readonly 'under-way': string;
  readonly ended: string;
  readonly postponed: string;
  readonly cancelled: string;
  readonly noDate: string;
  readonly asOf: string;

  readonly who: string;
  readonly what: string;
  readonly where: string;
  readonly when: string;
  readonly 'why-here': string;
  readonly why: string;
  readonly expect: string;
  readonly follows: string;

  /** Places in a source by the word the data use; `p` is a paragraph, with its number. */
  readonly places: Readonly<Record<string, string>>;

  /** What the map is, for those who do not see it. */
  readonly map: string;
  readonly mapCredit: string;

  readonly sources: string;
  readonly noCorrections: string;
  readonly changes: PluralTexts;
  readonly correction: string;
  readonly update: string;
  readonly withdrawal: string;
  readonly policy: string;
  readonly feedback: string;

  readonly loading: string;
  readonly failed: string;
  /** Follows `failed` where the page has content to show instead. */
  readonly fallbackFollows: string;
  /** A newer edition could not be loaded; `{x}` is the time of the one on screen. */
  readonly stale: string;
}
