import {acceptSummit} from '../data/accept-summit.js';
import type * as Parser from '../data/parse-summit.js';
import type {Summit} from '../data/summit.js';
import {badData, LoadFailure, shorten} from './load-failure.js';

/** Time after which validation goes on in another task, so that readers can scroll and click in between. */
const MS_PER_TASK = 30;

type Checker = Pick<typeof Parser, 'parseInSteps'>;

/** Loads the full validator. Later calls use the loaded module. */
export function loadChecker(): Promise<Checker> {
  return import('../data/parse-summit.js');
}

/** Validates in several tasks if it takes long. Edge workers have no `performance`. */
async function parse({parseInSteps}: Checker, data: unknown, known?: Summit): Promise<Parser.ParsedSummit> {
  const steps = parseInSteps(data, known);
  for (let start = Date.now(); ;) {
    const {done, value} = steps.next();
    if (done) return value;
    if (Date.now() - start < MS_PER_TASK) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = Date.now();
  }
}

/**
 * Validates data of a page or a file.
 *
 * @param address URL of the file, for the message. Undefined for data of a page.
 * @param known An earlier edition, if there is one. Parts that are equal in both aren't validated again.
 * @throws {LoadFailure} `invalid` or `unsupported-version` with all issues, or `network` if the validator doesn't load.
 */
export async function checkSummit(data: unknown, address?: string, known?: Summit): Promise<Summit> {
  // Most first editions are valid and short, so they don't need the full validator.
  const accepted = known ? undefined : acceptSummit(data);
  if (accepted) return accepted;
  const checker = await loadChecker().catch((cause: unknown) => {
    throw new LoadFailure('network', `A file of summit-embeds did not load: ${String(cause)}`, [], {cause});
  });
  const parsed = await parse(checker, data, known);
  if (parsed.summit) return parsed.summit;
  throw badData(parsed.code, address ? `The file ${shorten(address)}` : 'The data', parsed.issues);
}

/**
 * Makes the error for an unknown summit.
 *
 * @param id The requested id.
 * @param known Ids of the registered summits.
 */
export function unknownSummit(id: string | undefined, known: Iterable<string>): LoadFailure {
  return new LoadFailure(
    'unknown-summit',
    `No registered summit has the id "${id ?? ''}". Use one of: ${[...known].join(', ')}.`,
  );
}
