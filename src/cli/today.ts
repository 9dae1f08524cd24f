import type {CliEnvironment} from './cli-environment.js';

/** The day by UTC, such as 2025-08-15: the same on every machine. */
export function today(io: CliEnvironment): string {
  return io.now().toISOString().slice(0, 10);
}
