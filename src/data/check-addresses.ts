import type {Issue} from './issue.js';
import {placeIn, quote} from './report.js';
import type {Summit} from './summit.js';

/** Hosts inside of a network or a machine, as a browser writes them: no reader gets there. */
const PRIVATE =
  /^(?:localhost|[^.]+|.*\.(?:local|localhost|internal|lan|home|test|example|invalid)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[.*\])$/;

/** What may deceive or fail a reader in the address of a source; undefined where nothing does. */
function doubtOf(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'is no address that a browser can open';
  }
  const {hostname, username, password} = url;
  if (username || password) {
    return `leads to ${quote(hostname)}, since what is before the @ is a user’s name: take that out`;
  }
  if (/(?:^|\.)xn--/.test(hostname)) {
    return `is written with letters outside of a to z, which may look like another host: it is ${quote(hostname)}; make sure that this is the source’s`;
  }
  if (PRIVATE.test(hostname)) return `leads to ${quote(hostname)}, which readers can’t reach`;
  if (/^\d+(?:\.\d+){3}$/.test(hostname))
    return `leads to the number ${quote(hostname)} instead of a named host, so readers can’t tell whose it is`;
  return undefined;
}

/**
 * Addresses that a reader may take for another one’s or can’t open, and translations that browsers don’t ask for. Nothing
 * keeps a box from showing them, so these are warnings to whoever writes the file.
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
                'names a host: a page asks for a translation only where this file comes from, unless the page allows the host; ' +
                'put it beside this file and write its name alone',
            },
          ]
        : [],
    ),
  ];
}
