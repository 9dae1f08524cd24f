import type {ParseArgsConfig} from 'node:util';
import type {CliEnvironment} from './cli-environment.js';

export const EXIT_FINE = 0;
export const EXIT_INVALID = 1;
export const EXIT_USAGE = 2;

type OptionValue = string | boolean | (string | boolean)[] | undefined;

export interface Arguments {
  /** Values by the option's long name. */
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly positionals: readonly string[];
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Runs the command and returns the exit code. Throws a `UsageError` for wrong usage. */
  run(args: Arguments, io: CliEnvironment): Promise<number>;
}

/** The value of a text option; `undefined` if the option isn't given. */
export function textOf(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of a text option that may be given several times; empty if it isn't given. */
export function textsOf(args: Arguments, name: string): readonly string[] {
  const value = args.values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
