import type {Issue} from '../data/issue.js';
import {parseSummit} from '../data/parse-summit.js';
import type {Summit} from '../data/summit.js';

/** Why there is no summit. */
export interface LoadFailure {
  readonly code: 'unknown-summit' | 'invalid';
  /** What is wrong and what to do, in English, for editors and developers. */
  readonly message: string;
  readonly issues: readonly Issue[];
}

/** A summit, or why there is none. */
export type LoadedSummit =
  | {readonly summit: Summit; readonly failure?: undefined}
  | {readonly summit?: undefined; readonly failure: LoadFailure};

/**
 * Checks data of a page's own, or tells why a bundled summit is not there. Everything but the plain bundled case goes
 * through here, so that a page with the default alone does not pay for it. It imports nothing of the entry: a page may
 * have loaded that by another address (`?v=2`), and would get it twice.
 *
 * @param data What the page set; undefined or null where it asked for a bundled summit.
 * @param id The bundled summit it asked for.
 * @param known Ids of those there are.
 */
export function loadSummit(data: unknown, id: string | undefined, known: Iterable<string>): LoadedSummit {
  if (!data) {
    const message = `No bundled summit has the id "${String(id)}". Use one of: ${[...known].join(', ')}.`;
    return {failure: {code: 'unknown-summit', message, issues: []}};
  }
  const {summit, issues} = parseSummit(data);
  if (summit) return {summit};
  const list = issues.map(({path, message}) => `\n  ${path || 'the data as a whole'}: ${message}`).join('');
  return {failure: {code: 'invalid', message: `The data is no valid summit. Mend these places:${list}`, issues}};
}
