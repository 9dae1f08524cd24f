import type {Arguments} from './command.js';
import {textOf} from './command.js';
import type {CliEnvironment} from './cli-environment.js';
import {UsageError} from './cli-environment.js';
import {printableLine} from './printable.js';
import {reasonOf} from './read-data-file.js';

/** Writes a result to the file of `--out` and overwrites it; without `--out` or with `-`, writes to standard output. */
export async function writeResult(text: string, args: Arguments, io: CliEnvironment): Promise<void> {
  const out = textOf(args, 'out');
  if (out === undefined || out === '-') {
    io.stdout(text);
    return;
  }
  for (const source of [...args.positionals, textOf(args, 'translation')]) {
    if (source !== undefined && (await io.isSameFile(source, out))) {
      throw new UsageError(`${out} is also an input file; use another file for --out`);
    }
  }
  await overwriteFile(out, text, io);
}

/** Writes a file, says so, and overwrites what was there. Throws a `UsageError` with the reason if it can't be written. */
export async function overwriteFile(path: string, text: string, io: CliEnvironment): Promise<void> {
  try {
    await io.writeFile(path, text, true);
  } catch (cause) {
    throw new UsageError(`${path} can’t be written: ${reasonOf(cause)}`);
  }
  io.stderr(`Wrote ${printableLine(path)}.\n`);
}
