// @ts-check
/**
 * What an origin does wrong, by a path of data-server.mjs, and the code that a box tells of it. Those that say nothing at all are
 * given up after a while.
 *
 * @type {[path: string, code: string][]}
 */
export const FAILURES = [
  ['/404', 'http'],
  ['/500', 'http'],
  ['/truncated', 'network'],
  ['/truncated-chunked', 'network'],
  ['/redirect-loop', 'network'],
  ['/no-cors/news.json', 'network'],
  ['/hang', 'timeout'],
  ['/hang-body', 'timeout'],
  ['/drip', 'timeout'],
  ['/html', 'not-json'],
  ['/empty', 'not-json'],
  ['/big-announced', 'too-large'],
  ['/big-packed', 'too-large'],
  ['/wrong.json', 'invalid'],
  ['/later.json', 'unsupported-version'],
];
