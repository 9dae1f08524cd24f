import type {Source} from '../../../src/data/summit.js';

/** The publisher that an address suggests: that of another source of the same host, or else the host’s name. */
export function suggestPublisher(url: string, sources: readonly Source[]): string | undefined {
  const host = hostOf(url);
  if (host === undefined) return undefined;
  return sources.find((source) => source.publisher && hostOf(source.url) === host)?.publisher ?? host;
}

/** The host of a web address, without “www.”. */
function hostOf(url: string | undefined): string | undefined {
  if (!url || !/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^www\./, '') || undefined;
}
