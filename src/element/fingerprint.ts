import {contentHash} from '../data/content-hash.js';
import type {Summit} from '../data/summit.js';

/**
 * Tells the edition that a prerendered box was made of from others of the same number. Never fails: where a page may not
 * hash, the data's own word counts.
 *
 * @param shown The summit in the language of the box.
 */
export async function fingerprintOf(shown: Summit, now?: Date): Promise<string> {
  const hash = await contentHash(shown).catch(() => shown.hash ?? 'unknown');
  return isPast(shown.reviewBy, now) ? `${hash}-past` : hash;
}

/** Whether a day, month or year has passed everywhere: by the UTC calendar, since a server must say the same. */
export function isPast(day: string | undefined, now = new Date()): boolean {
  return day !== undefined && now.toISOString().slice(0, day.length) > day;
}
