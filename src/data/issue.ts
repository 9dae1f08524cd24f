/** One error or warning about a data file. */
export interface Issue {
  /** Path in the file, such as `positions[3].claims[1]`; empty if the issue concerns the whole file. */
  readonly path: string;
  /** The problem and the fix, in one sentence. */
  readonly message: string;
}
