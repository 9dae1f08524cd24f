import type {Summit} from './summit.js';

/**
 * Returns the fingerprint of an edition, so that an archive can prove what readers saw: the first 32 hexadecimal
 * digits (128 bits) of the SHA-256 of the summit as JSON. Object keys are sorted, and `hash` and `$schema` are
 * omitted. The order of keys in the file doesn't matter; the order of lists does.
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

/** Whether a fingerprint matches an edition. Early files have only the first 12 digits. */
export function isHashOf(hash: string, full: string): boolean {
  return hash === full || (hash.length === SHORT && full.startsWith(hash));
}

/** Number of digits in early files. */
const SHORT = 12;
