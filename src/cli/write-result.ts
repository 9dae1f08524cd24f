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
  await writeText(out, text, true, io);
  io.stderr(`Wrote ${printableLine(out)}.\n`);
}

/** Writes a file. Throws a `UsageError` if it can't be written, or if it exists and may not be overwritten. */
export async function writeText(file: string, text: string, overwrite: boolean, io: CliEnvironment): Promise<void> {
  try {
    await io.writeFile(file, text, overwrite);
  } catch (cause) {
    if ((cause as {readonly code?: unknown}).code === 'EEXIST') {
      throw new UsageError(`${file} already exists; --force overwrites it`);
    }
    throw new UsageError(`${file} can’t be written: ${reasonOf(cause)}`);
  }
}
