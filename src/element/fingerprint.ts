import {contentHash} from '../data/content-hash.js';
import type {Summit} from '../data/summit.js';
import {isPast} from './is-past.js';

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
