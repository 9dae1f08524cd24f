import {badUrl, LoadFailure, shorten, type LoadFailureCode} from './load-failure.js';

/** Time limit from the call to the last byte. */
const TIME_LIMIT_MS = 10_000;

/** Size limit of the uncompressed file. The bundled summit has 50 kB. */
const SIZE_LIMIT_BYTES = 2_000_000;

/** Length in characters from which a file takes long to parse or to validate; the bundled summit has 36,000. */
const LONG_TEXT = 300_000;

/** A JSON file that was fetched completely. */
export interface FetchedJson {
  readonly value: unknown;
  readonly text: string;
  /** URL of the file after redirects. URLs in the file are relative to it. */
  readonly url: string;
}

export interface FetchOptions {
  /** `no-cache` revalidates a cached file, `reload` bypasses all caches. Default: the browser decides. */
  readonly cache?: 'no-cache' | 'reload' | undefined;
  /** Aborts the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Time limit in milliseconds, for tests. Default: 10 seconds. */
  readonly timeLimitMs?: number;
}

/**
 * Fetches a JSON file without cookies. It ignores the headers for type and length and only checks the received bytes.
 *
 * @param url Absolute URL, http or https.
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
        `did not load within ${timeLimitMs / 1000} seconds. Try again, or move the file to a faster server.`,
      ),
    );
  }, timeLimitMs);
  // A page may have replaced `fetch`, or its service worker may ignore signals, so the abort is handled here too.
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => {
      reject(controller.signal.reason as Error);
    });
  });

  let isReceived = false as boolean;
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
          `has more than ${SIZE_LIMIT_BYTES / 1e6} MB. Remove data that no box shows, such as map detail.`,
        ),
      );
      isReceived = true;
    } catch (cause) {
      controller.signal.throwIfAborted();
      if (cause instanceof LoadFailure) throw cause;
      throw fail(
        'network',
        'could not be fetched completely. Open the address in a new tab. If it opens there, its server has to ' +
          'allow other pages to read it (Access-Control-Allow-Origin: *), and the page has to allow the request ' +
          '(https, and connect-src in its Content-Security-Policy).',
        cause,
      );
    }
    const text = decode(chunks);
    if (text === undefined) throw fail('not-json', 'is not written in UTF-8. Save it in this encoding.');
    await pauseAfter(text);
    try {
      // The response of a service worker may have no URL.
      return {value: JSON.parse(text) as unknown, text, url: response.url || url};
    } catch (cause) {
      const isMarkup = /^\s*</.test(text);
      throw fail(
        'not-json',
        isMarkup
          ? 'is a web page, not a data file (it starts with "<"). Check the address: it may lead to a login or an error.'
          : `is not valid JSON: ${text.trim() ? await describeDefect(text) : 'it is empty'}.`,
        cause,
      );
    }
  };

  try {
    return await Promise.race([read(), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    // Cancels a body that is no longer read. The browser would log a request as failed whose end it hasn't noted yet.
    if (!isReceived) controller.abort();
  }
}

/** Continues in a new task if a text takes long to process, so that the page can scroll in between. */
export async function pauseAfter({length}: string): Promise<void> {
  if (length > LONG_TEXT) await new Promise((resolve) => setTimeout(resolve));
}

/** Loads the search for the defect, which a valid file doesn't need. */
async function describeDefect(text: string): Promise<string> {
  try {
    const {findJsonDefect} = await import('./find-json-defect.js');
    return findJsonDefect(text) ?? 'it is nested too deeply';
  } catch {
    return 'test it with a JSON validator';
  }
}

function checkAddress(url: string): void {
  let address: URL | undefined;
  try {
    address = new URL(url);
  } catch {
    // Reported below.
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

/** Reads the body up to the size limit. Headers don't reliably give the length. */
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

/** Decodes UTF-8 without the byte order mark. Undefined for another encoding. */
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
    ? 'The server has a problem; try again later.'
    : 'Open the address in a new tab.';
}

/** Milliseconds from now; 0 if there is no readable header. A server of another origin must expose the header. */
function parseRetryAfter(header: string): number {
  return /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now() || 0;
}
