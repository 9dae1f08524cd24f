import type {Summit} from './summit.js';

/**
 * Fingerprint of an edition, so that an archive can show what readers were told: the first 32 hexadecimal digits (128 bits) of the
 * SHA-256 of the summit as JSON, its keys in alphabetical order throughout, without `hash` and `$schema`. The order in
 * which a file writes its keys makes no difference; that of its lists does.
 */
export async function contentHash(summit: Summit): Promise<string> {
  const json = JSON.stringify({...summit, hash: undefined, $schema: undefined}, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json));
  return [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a fingerprint is that of an edition. Early files have 12 digits, the same ones that today's begin with. */
export function isHashOf(hash: string, full: string): boolean {
  return hash === full || (hash.length === SHORT && full.startsWith(hash));
}

/** Digits of an early fingerprint. */
const SHORT = 12;
