import type {Issue} from '../data/issue.js';

/** Places that a message spells out; a file in the wrong shape altogether may have thousands. */
const LISTED = 20;

/** What kept the data away, or what is wrong with them. */
export type LoadFailureCode =
  | 'unknown-summit'
  | 'bad-url'
  | 'network'
  | 'timeout'
  | 'http'
  | 'too-large'
  | 'not-json'
  | 'invalid'
  | 'unsupported-version';

/** Why there is no summit. Its message says what is wrong and what to do, in English, for editors and developers. */
export class LoadFailure extends Error {
  readonly code: LoadFailureCode;
  /** Defects of the data, all of them; empty where no data came. */
  readonly issues: readonly Issue[];
  /** Milliseconds that the server asked to wait for (`Retry-After`). */
  retryAfterMs?: number;

  constructor(code: LoadFailureCode, message: string, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.issues = issues;
  }
}

/** Says that something is no address of a file. */
export function badUrl(url: string): LoadFailure {
  return new LoadFailure(
    'bad-url',
    `"${shorten(url)}" is no address of a data file. Give one that starts with https:// or http://, or a relative one.`,
  );
}

/**
 * Says which places of the data are wrong.
 *
 * @param what The data, such as `The file https://…`.
 */
export function badData(code: 'invalid' | 'unsupported-version', what: string, issues: readonly Issue[]): LoadFailure {
  const list = issues.slice(0, LISTED).map(({path, message}) => `\n  ${path || 'the data as a whole'}: ${message}`);
  const more = issues.length - LISTED;
  return new LoadFailure(
    code,
    `${what} ${code === 'invalid' ? 'is not valid. Mend these places' : 'is written for another version'}:` +
      list.join('') +
      (more > 0 ? `\n  … and ${more} more` : ''),
    issues,
  );
}

/** An address as messages name it: one with `data:` may be a whole file. */
export function shorten(url: string): string {
  return url.length > 300 ? `${url.slice(0, 300)}…` : url;
}
