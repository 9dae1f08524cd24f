const TIME_LIMIT_MS = 5000;

/**
 * Fetches the rules of a frame page, `frame.json` in the same folder, as parsed JSON.
 *
 * @param page URL of the page.
 * @throws {Error} The file can't be fetched within 5 seconds or is not valid JSON.
 */
export async function fetchFrameRules(page: string): Promise<unknown> {
  const response = await fetch(new URL('frame.json', page), {signal: AbortSignal.timeout(TIME_LIMIT_MS)});
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
