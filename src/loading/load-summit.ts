import type {Issue} from '../data/issue.js';
import type {ParsedSummit} from '../data/parse-summit.js';
import type {Summit} from '../data/summit.js';
import {badData, LoadFailure, shorten} from './load-failure.js';

/** Fetches the checker, which nothing but data of a page's own has need of. A second call finds it there. */
export function loadChecker(): Promise<{parseSummit: (input: unknown, known?: Summit) => ParsedSummit}> {
  return import('../data/parse-summit.js');
}

/**
 * Checks data of a page's own or of a file.
 *
 * @param address Where the data come from, for the message; nothing for a page's own.
 * @param known An earlier edition, if there is one: what is the same in both is checked once.
 * @throws {LoadFailure} `invalid` or `unsupported-version` with all issues, or `network` if the checker did not come.
 */
export async function checkSummit(data: unknown, address?: string, known?: Summit): Promise<Summit> {
  const {parseSummit} = await loadChecker().catch((cause: unknown) => {
    throw new LoadFailure('network', `A file of summit-embeds did not load: ${String(cause)}`, [], {cause});
  });
  const parsed: {summit?: Summit; issues?: readonly Issue[]; code?: 'invalid' | 'unsupported-version'} = parseSummit(
    data,
    known,
  );
  if (parsed.summit) return parsed.summit;
  throw badData(parsed.code ?? 'invalid', address ? `The file ${shorten(address)}` : 'The data', parsed.issues ?? []);
}

/**
 * Says that no summit of this id is registered.
 *
 * @param id The one that was asked for.
 * @param known Ids of those there are.
 */
export function unknownSummit(id: string | undefined, known: Iterable<string>): LoadFailure {
  return new LoadFailure(
    'unknown-summit',
    `No registered summit has the id "${id ?? ''}". Use one of: ${[...known].join(', ')}.`,
  );
}
