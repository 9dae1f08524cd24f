import type {CliEnvironment} from './cli-environment.js';

/** The current day in UTC, such as 2025-08-15, so that it doesn't depend on the machine. */
export function today(io: CliEnvironment): string {
  return io.now().toISOString().slice(0, 10);
}
