/** Limit for the work of one suggestion, in compared letters and pairs of letters over all words. */
const WORK = 40_000;

/** Normalizes a word for comparison: ignores case, hyphens and spaces. */
function bare(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}

/**
 * The edit distance of two words: insertions, deletions, changes and swaps of neighbouring letters. Returns some
 * number over `limit` if the distance is over `limit`.
 */
function distance(from: string, to: string, limit: number): number {
  const row = (): number[] => new Array<number>(to.length + 1).fill(0);
  let [beforeLast, last, now] = [row(), row().map((_, j) => j), row()];
  for (let i = 1; i <= from.length; i++) {
    let least = (now[0] = i);
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let cell = Math.min(last[j] ?? 0, now[j - 1] ?? 0) + 1;
      cell = Math.min(cell, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (!same && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cell = Math.min(cell, (beforeLast[j - 2] ?? 0) + 1);
      now[j] = cell;
      least = Math.min(least, cell);
    }
    if (least > limit) return least;
    [beforeLast, last, now] = [last, now, beforeLast];
  }
  return last[to.length] ?? 0;
}

/** Length of the common prefix of two words. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/**
 * Returns the known word that was probably meant, or `undefined` if none is similar. One letter in three may be
 * wrong, at most three in total. Returns the first of equally similar words. The work is bounded for any input.
 */
export function suggest(wrong: string, known: Iterable<string>): string | undefined {
  const word = bare(wrong);
  let limit = Math.min(3, Math.floor(word.length / 3));
  let best: string | undefined;
  let work = WORK;
  for (const candidate of known) {
    // The length rules out most words. The tolerance of 9 is for hyphens.
    if (Math.abs(candidate.length - wrong.length) > limit + 9) continue;
    work -= candidate.length;
    if (work < 0) break;
    const other = bare(candidate);
    if (other === word && candidate !== wrong) return candidate;
    if (other === word || Math.abs(other.length - word.length) > limit) continue;
    // Skip common prefixes, which the ids of one file often have.
    const start = sharedStart(word, other);
    work -= (word.length - start) * (other.length - start);
    const away = distance(word.slice(start), other.slice(start), limit);
    if (away > limit) continue;
    best = candidate;
    limit = away - 1;
  }
  return best;
}
