import type {ParseArgsConfig} from 'node:util';
import type {CliEnvironment} from './cli-environment.js';

export const EXIT_FINE = 0;
export const EXIT_INVALID = 1;
export const EXIT_USAGE = 2;

type OptionValue = string | boolean | (string | boolean)[] | undefined;

export interface Arguments {
  /** By the option's long name. */
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
  /** Carries the command out; the exit code. Throws a `UsageError` where it was called wrongly. */
  run(args: Arguments, io: CliEnvironment): Promise<number>;
}

/** The option's text; `undefined` without it. */
export function textOf(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may be given several times. */
export function textsOf(args: Arguments, name: string): readonly string[] {
  const value = args.values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
