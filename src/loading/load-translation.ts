import type {Summit} from '../data/summit.js';
import type {Translation} from '../data/translation.js';
import {fetchJson} from './fetch-json.js';
import {badData, badUrl, LoadFailure, shorten} from './load-failure.js';

/** Name of the `<meta>` that lists other origins a page allows translations from, separated by spaces. */
export const ORIGINS_META = 'summit-embeds-translations';

/**
 * Fetches and validates a translation that a summit names. It always revalidates a cached file: the translation belongs
 * to an edition, and the edition may just have changed.
 *
 * @param src URL in the summit's data.
 * @param base Base URL: that of the data file, or that of the page for its own data.
 * @param allowedOrigins Origins that translations may come from besides that of `base`, such as
 *   `https://cdn.example.org`.
 * @throws {LoadFailure} The translation can't be fetched, is invalid, or has another language.
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
  // Otherwise the author of a data file could make every reader's browser contact a host that the page hasn't allowed.
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
