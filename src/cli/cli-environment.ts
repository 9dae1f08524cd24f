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
  /** Serves the builder page with a file. Rejects if the file is a folder, or the port is taken. */
  serveDesk(request: DeskRequest): Promise<{readonly url: string; close(): Promise<void>}>;
  /** Opens an address in the system's browser, if there is one. */
  openBrowser(url: string): void;
  /** Resolves when the user ends the program, such as with Ctrl+C. */
  interrupted(): Promise<void>;
}

/** What `desk` serves. */
export interface DeskRequest {
  /** Path of the file, which may not exist yet. */
  readonly file: string | undefined;
  /** 0: a free one. */
  readonly port: number;
  /** The folder `dist` of the package. */
  readonly dist: URL;
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
