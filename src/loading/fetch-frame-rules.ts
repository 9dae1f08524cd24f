const TIME_LIMIT_MS = 5000;

/**
 * Fetches the rules of a frame page, `frame.json` beside it, as parsed JSON.
 *
 * @param page Address of the page.
 * @throws {Error} They did not come within 5 seconds, or are no JSON.
 */
export async function fetchFrameRules(page: string): Promise<unknown> {
  const response = await fetch(new URL('frame.json', page), {signal: AbortSignal.timeout(TIME_LIMIT_MS)});
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
