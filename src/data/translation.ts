/**
 * The texts of a summit in another language. What is no text – who speaks, how certain it is, where it was read – a
 * translation can't touch. All texts are plain text.
 */
export interface Translation {
  readonly schemaVersion: string;
  /** The summit and the edition of it that was translated. */
  readonly of: {readonly id: string; readonly revision: number};
  /** BCP 47 language tag, such as "uk" or "pt-BR". */
  readonly lang: string;
  /** Whether a machine translated it and nobody has gone over it since. Left out means no. */
  readonly machine?: boolean | undefined;
  /**
   * By their place in the summit, such as `claims.clash.text`: an entry of a list by its id, or by its index where
   * entries have none (`map.land.0.name`). What is not here shows in the original.
   */
  readonly texts: Readonly<Record<string, string>>;
}
