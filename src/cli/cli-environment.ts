/** What a command may touch of the world around it. `bin.ts` hands in the process; a test hands in its own. */
export interface CliEnvironment {
  /** Results. */
  stdout(text: string): void;
  /** Everything else: progress, wrong usage. */
  stderr(text: string): void;
  /** Whether somebody watches stderr. Progress is for them alone: a log has no use for it. */
  readonly isTTY: boolean;
  /** Rejects with `TooLarge` once more than `limit` bytes have come. */
  readFile(path: string | URL, limit: number): Promise<Uint8Array>;
  readStdin(limit: number): Promise<Uint8Array>;
  /** Rejects with the code `EEXIST` where a file is in the way and may not be overwritten. */
  writeFile(path: string, text: string, overwrite: boolean): Promise<void>;
  /** Whether two paths lead to the same file; false where one of them leads to none. */
  isSameFile(one: string, other: string): Promise<boolean>;
  /** Names of the files in a folder; empty without the folder. */
  listFiles(folder: URL): Promise<readonly string[]>;
  now(): Date;
}

export class TooLarge extends Error {}

/** The command was called wrongly: exit code 2. The message says what would be right. */
export class UsageError extends Error {}

/** Says on a terminal what takes its time. */
export function showProgress(io: CliEnvironment, text: string): void {
  if (io.isTTY) io.stderr(`${text}\n`);
}
