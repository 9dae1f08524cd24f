import type {Issue} from './issue.js';
import {placeIn, quote} from './report.js';
import type {Summit} from './summit.js';

/** Hosts of a private network or the local machine, in the browser's notation. Readers can't reach them. */
const PRIVATE =
  /^(?:localhost|[^.]+|.*\.(?:local|localhost|internal|lan|home|test|example|invalid)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[.*\])$/;

/** The problem of a source's address that may deceive readers or that they can't open; `undefined` if there is none. */
function doubtOf(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'isn’t an address that a browser can open';
  }
  const {hostname, username, password} = url;
  if (username || password) {
    return `leads to ${quote(hostname)}, because the part before the @ is a user name; remove that part`;
  }
  if (/(?:^|\.)xn--/.test(hostname)) {
    return `contains letters outside a to z, so the host may look like another one: it is ${quote(hostname)}; check that this is the source’s host`;
  }
  if (PRIVATE.test(hostname)) return `leads to ${quote(hostname)}, which readers can’t reach`;
  if (/^\d+(?:\.\d+){3}$/.test(hostname))
    return `leads to the number ${quote(hostname)} instead of a named host, so readers can’t see who owns it; use the host’s name`;
  return undefined;
}

/**
 * Finds addresses that may deceive readers or that they can't open, and translations on a host that pages don't load
 * from. A box still shows them, so these are warnings.
 */
export function checkAddresses({sources, translations = []}: Summit): Issue[] {
  return [
    ...sources.flatMap(({url}, i) => {
      const message = url && doubtOf(url);
      return message ? [{path: `${placeIn('sources', i)}.url`, message}] : [];
    }),
    ...translations.flatMap(({src}, i) =>
      /^https?:/i.test(src)
        ? [
            {
              path: `${placeIn('translations', i)}.src`,
              message:
                'names a host, but a page loads translations only from the host of this file, unless it allows another one; ' +
                'put the translation in the folder of this file and write only its file name',
            },
          ]
        : [],
    ),
  ];
}
