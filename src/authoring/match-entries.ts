import {isRecord} from '../data/copy-plain.js';

/**
 * Finds the old entry of each new entry of a list: entries with ids by their id, others by equality, then by their
 * position if the lists have the same length. Returns an index or `undefined` for each new entry.
 */
export function matchEntries(old: readonly unknown[], now: readonly unknown[]): readonly (number | undefined)[] {
  const unused = new Map<string, number[]>();
  old.forEach((entry, i) => {
    const key = keyOf(entry);
    const indexes = unused.get(key);
    if (indexes) indexes.push(i);
    else unused.set(key, [i]);
  });
  const matched = now.map((entry) => unused.get(keyOf(entry))?.shift());
  if (old.length !== now.length) return matched;
  const free = new Set([...unused.values()].flat());
  return matched.map((index, i) => index ?? (free.has(i) && isRecord(old[i]) === isRecord(now[i]) ? i : undefined));
}

function keyOf(entry: unknown): string {
  return isRecord(entry) && typeof entry['id'] === 'string' ? `id ${entry['id']}` : JSON.stringify(entry);
}

/**
 * The keys of an object after a change: those it had, in their order, and each new one after the key that precedes it
 * in the format.
 *
 * @param order Keys in the order of the format, without those it doesn't know.
 */
export function mergeKeys(old: readonly string[], now: readonly string[], order: readonly string[]): readonly string[] {
  const left = new Set(now);
  const had = new Set(old);
  const merged = old.filter((key) => left.has(key));
  for (const key of now) {
    if (had.has(key)) continue;
    const rank = order.indexOf(key);
    const before = new Set(order.slice(0, Math.max(0, rank)));
    const last = merged.findLastIndex((other) => before.has(other));
    if (rank < 0) merged.push(key);
    else merged.splice(last + 1, 0, key);
  }
  return merged;
}
