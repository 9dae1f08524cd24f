/** One defect of a data file. */
export interface Issue {
  /** Place in the file, such as `positions[3].claims[1]`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong there and what would be right, in one sentence. */
  readonly message: string;
}
