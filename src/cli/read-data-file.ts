import type {DataFile} from '../authoring/parse-data-file.js';
import {MAX_DATA_BYTES, parseDataBytes, tooLarge} from '../authoring/parse-data-file.js';
import type {CliEnvironment} from './cli-environment.js';
import {showProgress, TooLarge, UsageError} from './cli-environment.js';

/** Larger files show progress. */
const LONG_BYTES = 200_000;

/** Reads and parses a file, or standard input for `-`. Throws a `UsageError` if it can't be read. */
export async function readDataFile(path: string, io: CliEnvironment): Promise<DataFile> {
  const name = nameOf(path);
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path, MAX_DATA_BYTES, io);
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause;
    return tooLarge(name);
  }
  if (bytes.length > LONG_BYTES) showProgress(io, `Reading ${name} …`);
  return parseDataBytes(name, bytes);
}

/** The name of a file in messages. */
export function nameOf(path: string): string {
  return path === '-' ? '<stdin>' : path;
}

/**
 * Reads a file, or standard input for `-`. Throws `TooLarge`, or a `UsageError` with the reason if it can't be read.
 */
export async function readBytes(path: string, limit: number, io: CliEnvironment): Promise<Uint8Array> {
  try {
    return await (path === '-' ? io.readStdin(limit) : io.readFile(path, limit));
  } catch (cause) {
    if (cause instanceof TooLarge) throw cause;
    throw new UsageError(`${nameOf(path)} can’t be read: ${reasonOf(cause)}`);
  }
}

/** Describes a file system error. */
export function reasonOf(cause: unknown): string {
  const code = (cause as {readonly code?: unknown} | null)?.code;
  if (code === 'ENOENT') return 'the file or folder doesn’t exist';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ENOTDIR') return 'a part of its path isn’t a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission is missing';
  return cause instanceof Error ? cause.message : String(cause);
}
