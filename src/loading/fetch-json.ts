import {findJsonDefect} from './find-json-defect.js';
import {badUrl, LoadFailure, shorten, type LoadFailureCode} from './load-failure.js';

/** From the call to the last byte. */
const TIME_LIMIT_MS = 10_000;

/** Of the file as it reads, unpacked. The bundled summit has 50 kB. */
const SIZE_LIMIT_BYTES = 2_000_000;

/** A JSON file that came whole. */
export interface FetchedJson {
  readonly value: unknown;
  readonly text: string;
  /** Where it came from, after redirects: addresses in the file are relative to this one. */
  readonly url: string;
}

export interface FetchOptions {
  /**
   * `no-cache` asks the server whether a file in the browser's cache is still the latest; `reload` asks for the file past
   * every cache. Without it the browser decides.
   */
  readonly cache?: 'no-cache' | 'reload' | undefined;
  /** Stops the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly timeLimitMs?: number;
}

/**
 * Fetches a JSON file, without cookies. It believes no header: what counts are the bytes that come, and whether they
 * are JSON.
 *
 * @param url Absolute address, http or https.
 * @throws {LoadFailure} `bad-url`, `network`, `timeout`, `http`, `too-large` or `not-json`.
 */
export async function fetchJson(url: string, options: FetchOptions = {}): Promise<FetchedJson> {
  const {cache = 'default', signal, timeLimitMs = TIME_LIMIT_MS} = options;
  const fail = (code: LoadFailureCode, message: string, cause?: unknown): LoadFailure =>
    new LoadFailure(code, `${shorten(url)} ${message}`, [], {cause});
  checkAddress(url);
  signal?.throwIfAborted();

  const controller = new AbortController();
  const stop = (): void => {
    controller.abort(signal?.reason);
  };
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(() => {
    controller.abort(
      fail(
        'timeout',
        `did not come within ${timeLimitMs / 1000} seconds. Try again, or move the file to a faster server.`,
      ),
    );
  }, timeLimitMs);
  // A page may have put a `fetch` of its own in place, or a service worker that does not care for signals.
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => {
      reject(controller.signal.reason as Error);
    });
  });

  const read = async (): Promise<FetchedJson> => {
    let response: Response;
    let chunks: Uint8Array[];
    try {
      response = await fetch(url, {
        cache,
        credentials: 'omit',
        redirect: 'follow',
        signal: controller.signal,
      });
      if (!response.ok) {
        const failure = fail('http', `was answered with HTTP ${response.status}. ${whatToDo(response.status)}`);
        failure.retryAfterMs = parseRetryAfter(response.headers.get('Retry-After') ?? '');
        throw failure;
      }
      chunks = await readBody(response, () =>
        fail(
          'too-large',
          `has more than ${SIZE_LIMIT_BYTES / 1e6} MB. Leave out what no box shows, such as map detail.`,
        ),
      );
    } catch (cause) {
      controller.signal.throwIfAborted();
      if (cause instanceof LoadFailure) throw cause;
      throw fail(
        'network',
        'could not be fetched, or not to its end. Open the address in a new tab. If it opens there, its server has to ' +
          'allow other pages to read it (Access-Control-Allow-Origin: *), and the page has to allow the request ' +
          '(https, and connect-src in its Content-Security-Policy).',
        cause,
      );
    }
    const text = decode(chunks);
    if (text === undefined) throw fail('not-json', 'is not written in UTF-8. Save it in this encoding.');
    try {
      // A service worker's answer may have no address.
      return {value: JSON.parse(text) as unknown, text, url: response.url || url};
    } catch (cause) {
      const isMarkup = /^\s*</.test(text);
      throw fail(
        'not-json',
        isMarkup
          ? 'is a web page, not a data file (it starts with "<"). Check the address: it may lead to a login or an error.'
          : `is no JSON, ${text.trim() ? `${findJsonDefect(text) ?? 'or nested too deeply'}.` : 'it is empty.'}`,
        cause,
      );
    }
  };

  try {
    return await Promise.race([read(), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    // Lets go of a body that nobody reads any more; after a whole one it does nothing.
    controller.abort();
  }
}

function checkAddress(url: string): void {
  let address: URL | undefined;
  try {
    address = new URL(url);
  } catch {
    // Told below.
  }
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw badUrl(url);
  }
  if (address.username || address.password) {
    throw new LoadFailure(
      'bad-url',
      `An address with a user name or a password in it can't be fetched (${address.host}). The file has to be open to all.`,
    );
  }
}

/** Reads to the end, or until there is too much: no header says reliably how much will come. */
async function readBody(response: Response, tooLarge: () => LoadFailure): Promise<Uint8Array[]> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const {value, done} = reader
      ? await reader.read()
      : {value: new Uint8Array(await response.arrayBuffer()), done: false};
    if (value) chunks.push(value);
    size += value?.byteLength ?? 0;
    if (size > SIZE_LIMIT_BYTES) throw tooLarge();
    if (done || !reader) return chunks;
  }
}

/** The text without its byte order mark, or nothing if it is in another encoding. */
function decode(chunks: readonly Uint8Array[]): string | undefined {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  try {
    return chunks.map((chunk) => decoder.decode(chunk, {stream: true})).join('') + decoder.decode();
  } catch {
    return undefined;
  }
}

function whatToDo(status: number): string {
  if (status === 404 || status === 410) return 'There is no file at this address: check it.';
  if (status === 401 || status === 403)
    return 'The file has to be open to all: it is fetched without cookies or a login.';
  return status >= 500 || status === 429
    ? 'Its server has trouble; try again later.'
    : 'Open the address in a new tab.';
}

/** Milliseconds from now; 0 if the header isn't readable. Another origin has to expose it. */
function parseRetryAfter(header: string): number {
  return /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now() || 0;
}
