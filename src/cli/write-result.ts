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
  try {
    await io.writeFile(out, text, true);
  } catch (cause) {
    throw new UsageError(`${out} can’t be written: ${reasonOf(cause)}`);
  }
  io.stderr(`Wrote ${printableLine(out)}.\n`);
}
