import type {Summit} from '../data/summit.js';
import type {Translation} from '../data/translation.js';
import {fetchJson} from './fetch-json.js';
import {badData, badUrl, LoadFailure, shorten} from './load-failure.js';

/** Name of the `<meta>` by which a page allows translations from other origins, apart by blanks. */
export const ORIGINS_META = 'summit-embeds-translations';

/**
 * Fetches and checks a translation that a summit names. Always asks whether a cached one is still the latest: it belongs
 * to an edition, and that may just have changed.
 *
 * @param src As the summit names it.
 * @param base Address that it is relative to: that of the data file, or of the page for data of its own.
 * @param allowedOrigins Origins that translations may come from besides that of `base`, such as `https://cdn.example.org`.
 * @throws {LoadFailure} There is none to show.
 */
export async function loadTranslation(
  src: string,
  base: string | undefined,
  summit: Summit,
  allowedOrigins: readonly string[] = [],
): Promise<Translation> {
  let url: URL;
  try {
    url = new URL(src, base);
  } catch {
    throw badUrl(src);
  }
  const {href, origin} = url;
  // Otherwise whoever writes a data file could have every reader ask a host that the page knows nothing of.
  if (origin !== new URL(base ?? href).origin && !allowedOrigins.includes(origin)) {
    throw new LoadFailure(
      'bad-url',
      `The translation ${shorten(href)} is on another host than its data file. Move it there, or allow the host: <meta name="${ORIGINS_META}" content="${origin}">.`,
    );
  }
  const checker = import('../data/parse-translation.js');
  checker.catch(() => undefined);
  const {value} = await fetchJson(href, {cache: 'no-cache'});
  const {parseTranslation} = await checker.catch((cause: unknown) => {
    throw new LoadFailure('network', `A file of summit-embeds did not load: ${String(cause)}`, [], {cause});
  });
  const {translation, issues} = parseTranslation(value);
  if (!translation) throw badData('invalid', `The translation ${shorten(href)}`, issues);
  const {lang} = summit.translations?.find((entry) => entry.src === src) ?? translation;
  if (lang.toLowerCase() === translation.lang.toLowerCase()) return translation;
  const message = `is "${translation.lang}", and the summit names the file as its translation into "${lang}"`;
  throw badData('invalid', `The translation ${shorten(href)}`, [{path: 'lang', message}]);
}
