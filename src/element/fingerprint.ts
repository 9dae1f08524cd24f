import {contentHash} from '../data/content-hash.js';
import type {Summit} from '../data/summit.js';

/**
 * Returns a string that distinguishes editions with the same revision. Never rejects: if hashing is unavailable, `hash`
 * of the data is used.
 *
 * @param shown The summit in the language of the box.
 * @param now Day that `reviewBy` is compared with. Default: today.
 */
export async function fingerprintOf(shown: Summit, now?: Date): Promise<string> {
  const hash = await contentHash(shown).catch(() => shown.hash ?? 'unknown');
  return isPast(shown.reviewBy, now) ? `${hash}-past` : hash;
}

/** Whether a day, month or year has passed. Uses the UTC calendar, so that server and browser get the same result. */
export function isPast(day: string | undefined, now = new Date()): boolean {
  return day !== undefined && now.toISOString().slice(0, day.length) > day;
}
