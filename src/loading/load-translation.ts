import type {Summit} from '../data/summit.js';
import type {Translation} from '../data/translation.js';
import {fetchJson} from './fetch-json.js';
import {badData, badUrl, LoadFailure, shorten} from './load-failure.js';

/**
 * Fetches and checks a translation that a summit names. Always asks whether a cached one is still the latest: it belongs
 * to an edition, and that may just have changed.
 *
 * @param src As the summit names it.
 * @param base Address that it is relative to.
 * @throws {LoadFailure} There is none to show.
 */
export async function loadTranslation(src: string, base: string | undefined, summit: Summit): Promise<Translation> {
  let url: string;
  try {
    url = new URL(src, base).href;
  } catch {
    throw badUrl(src);
  }
  const checker = import('../data/parse-translation.js');
  checker.catch(() => undefined);
  const {value} = await fetchJson(url, {cache: 'no-cache'});
  const {parseTranslation} = await checker.catch((cause: unknown) => {
    throw new LoadFailure('network', `A file of summit-embeds did not load: ${String(cause)}`, [], {cause});
  });
  const {translation, issues} = parseTranslation(value);
  if (!translation) throw badData('invalid', `The translation ${shorten(url)}`, issues);
  const {lang} = summit.translations?.find((entry) => entry.src === src) ?? translation;
  if (lang.toLowerCase() === translation.lang.toLowerCase()) return translation;
  const message = `is "${translation.lang}", and the summit names the file as its translation into "${lang}"`;
  throw badData('invalid', `The translation ${shorten(url)}`, [{path: 'lang', message}]);
}
