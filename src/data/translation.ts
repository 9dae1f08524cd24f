/**
 * The texts of a summit in another language. A translation can't change anything else, such as speakers, certainty or
 * sources. All texts are plain text.
 */
export interface Translation {
  readonly schemaVersion: string;
  /** The id and revision of the translated summit. */
  readonly of: {readonly id: string; readonly revision: number};
  /** BCP 47 language tag, such as "uk" or "pt-BR". */
  readonly lang: string;
  /** Whether this is an unreviewed machine translation. Defaults to false. */
  readonly machine?: boolean | undefined;
  /**
   * Texts by their path in the summit, such as `claims.clash.text`. The path contains the id of an entry, or its
   * index if entries have no ids (`map.land.0.name`). Missing texts are shown in the original language.
   */
  readonly texts: Readonly<Record<string, string>>;
}
