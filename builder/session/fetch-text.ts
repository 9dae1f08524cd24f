/** Time limit from the call to the last byte. */
const TIME_LIMIT_MS = 10_000;

/** The limit of data files. */
const MAX_BYTES = 2_000_000;

/** Fetches a file without cookies, because the editor asked for it. Returns its text, or why there is none. */
export async function fetchText(address: string): Promise<{readonly text?: string; readonly message?: string}> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return {message: 'This isn’t an address. It begins with https://.'};
  try {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    const response = await fetch(url, {credentials: 'omit', cache: 'no-cache', signal});
    if (!response.ok) return {message: `${url.href} answers with error ${String(response.status)}.`};
    const blob = await response.blob();
    if (blob.size > MAX_BYTES) return {message: `${url.href} is larger than 2 MB.`};
    return {text: await blob.text()};
  } catch (cause) {
    return {
      message:
        (cause as Error).name === 'TimeoutError'
          ? `${url.href} did not answer within 10 seconds.`
          : `${url.href} can’t be read from here. Its server must be reachable and allow other pages to read it (Access-Control-Allow-Origin: *). You can also download the file and open it.`,
    };
  }
}
