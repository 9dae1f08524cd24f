import type {Issue} from '../data/issue.js';
import {parseSummit} from '../data/parse-summit.js';
import type {Summit} from '../data/summit.js';

/** Why there is no summit. Its message says what is wrong and what to do, in English, for editors and developers. */
export class LoadFailure extends Error {
  readonly code: 'unknown-summit' | 'invalid';
  readonly issues: readonly Issue[];

  constructor(code: LoadFailure['code'], message: string, issues: readonly Issue[] = []) {
    super(message);
    this.code = code;
    this.issues = issues;
  }
}

/**
 * Checks data of a page's own, or tells why a bundled summit is not there. Everything but the plain bundled case goes
 * through here, so that a page with the default alone does not pay for it.
 *
 * @param data What the page set; undefined or null where it asked for a bundled summit.
 * @param id The bundled summit it asked for.
 * @param known Ids of those there are.
 * @throws {LoadFailure} There is no summit to show.
 */
export function loadSummit(data: unknown, id: string | undefined, known: Iterable<string>): Summit {
  if (!data) {
    throw new LoadFailure(
      'unknown-summit',
      `No bundled summit has the id "${String(id)}". Use one of: ${[...known].join(', ')}.`,
    );
  }
  const {summit, issues} = parseSummit(data);
  if (summit) return summit;
  const list = issues.map(({path, message}) => `\n  ${path || 'the data as a whole'}: ${message}`).join('');
  throw new LoadFailure('invalid', `The data is no valid summit. Mend these places:${list}`, issues);
}
