import type {Issue} from '../data/issue.js';

/** Maximum number of places in a message; a file of another format may have thousands. */
const LISTED = 20;

/** Reason why there is no valid data. */
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

/**
 * Error if a summit can't be loaded. Its message describes the error and how to fix it, in English, for editors and
 * developers.
 */
export class LoadFailure extends Error {
  readonly code: LoadFailureCode;
  /** All errors in the data. Empty if no data was received. */
  readonly issues: readonly Issue[];
  /** Milliseconds that the server wants the client to wait (`Retry-After`). */
  retryAfterMs?: number;

  constructor(code: LoadFailureCode, message: string, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.issues = issues;
  }
}

/** Recognizes the error, also from another bundle of the package. */
export function isLoadFailure(cause: unknown): cause is LoadFailure {
  return cause instanceof Error && 'code' in cause && 'issues' in cause;
}

/** Makes the error for an invalid URL. */
export function badUrl(url: string): LoadFailure {
  return new LoadFailure(
    'bad-url',
    `"${shorten(url)}" is not the URL of a data file. Use a URL that starts with https:// or http://, or a relative one.`,
  );
}

/**
 * Makes the error for invalid data. Its message lists the places.
 *
 * @param what The data, such as `The file https://…`.
 */
export function badData(code: 'invalid' | 'unsupported-version', what: string, issues: readonly Issue[]): LoadFailure {
  const list = issues.slice(0, LISTED).map(({path, message}) => `\n  ${path || 'the data as a whole'}: ${message}`);
  const more = issues.length - LISTED;
  return new LoadFailure(
    code,
    `${what} ${code === 'invalid' ? 'is not valid. Fix these errors' : 'is written for another version'}:` +
      list.join('') +
      (more > 0 ? `\n  … and ${more} more` : ''),
    issues,
  );
}

/** Shortens a URL for messages: a `data:` URL may be a whole file. */
export function shorten(url: string): string {
  return url.length > 300 ? `${url.slice(0, 300)}…` : url;
}
