/** The environment of a command. `bin.ts` passes the process; tests pass a fake. */
export interface CliEnvironment {
  /** Writes results. */
  stdout(text: string): void;
  /** Writes everything else: progress, usage errors. */
  stderr(text: string): void;
  /** Whether stderr is a terminal. Progress is shown only there, not in logs. */
  readonly isTTY: boolean;
  /** Rejects with `TooLarge` if the file has more than `limit` bytes. */
  readFile(path: string | URL, limit: number): Promise<Uint8Array>;
  readStdin(limit: number): Promise<Uint8Array>;
  /**
   * Writes a question to stderr and reads one line from stdin; `undefined` at its end. Exists only if both are a
   * terminal.
   */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** Rejects with the code `EEXIST` if the file exists and `overwrite` is false. */
  writeFile(path: string, text: string, overwrite: boolean): Promise<void>;
  /** Whether two paths refer to the same file; false if one of them doesn't exist. */
  isSameFile(one: string, other: string): Promise<boolean>;
  /** Names of the files in a folder; empty if the folder doesn't exist. */
  listFiles(folder: URL): Promise<readonly string[]>;
  now(): Date;
}

export class TooLarge extends Error {}

/** A usage error: exit code 2. The message says how to fix the call. */
export class UsageError extends Error {}

/** Shows progress if stderr is a terminal. */
export function showProgress(io: CliEnvironment, text: string): void {
  if (io.isTTY) io.stderr(`${text}\n`);
}

/** Returns the current day in UTC, such as 2025-08-15, so that it doesn't depend on the machine. */
export function today(io: CliEnvironment): string {
  return io.now().toISOString().slice(0, 10);
}
