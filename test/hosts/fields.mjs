/**
 * The texts of a summit and what may stand in each: for tests in Node and, since it asks nothing of either, in pages.
 */

/** Where each text of a summit stands: `keys` lead to it, `field` is the same without numbers, as in `claims[].refs[].at`. */
export function leavesOf(value, keys = [], field = '') {
  if (typeof value === 'string') return [{keys, field}];
  if (Array.isArray(value)) return value.flatMap((entry, i) => leavesOf(entry, [...keys, i], `${field}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, [...keys, key], field ? `${field}.${key}` : key));
}

/** A copy of a summit with another text at some of its places. */
export function write(summit, leaves, make) {
  const copy = structuredClone(summit);
  leaves.forEach(({keys}, i) => {
    let target = copy;
    for (const key of keys.slice(0, -1)) target = target[key];
    target[keys.at(-1)] = make(i);
  });
  return copy;
}

/** A text like no other, and without anything in it. */
export const marker = (i) => `word${i}end`;

/** Blanks as a page shows them: run together. */
export const even = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** The same without marks of the direction: Firefox leaves them out of what is laid out. */
export const seen = (text) => even(text).replaceAll(/[\u200e\u200f\u061c]/g, '');

/** An address with a text in it that may stand for one: it has no blanks, and is not too long. */
export const addressWith = (text) => `https://example.org/${text.replaceAll(/\s/g, '').slice(0, 1900)}`;

/**
 * What stands at each place in one round: another payload at each, so that after as many rounds as there are payloads each
 * of them has been at every place.
 */
export function fillRound({summit, texts, addresses}, payloads, round) {
  const at = (i) => payloads[(i + round) % payloads.length];
  const data = write(write(summit, texts, at), addresses, (i) => addressWith(at(i + 17)));
  return {data, at};
}

/** The same with nothing in it. */
export function fillMarkers({summit, texts, addresses}) {
  return write(write(summit, texts, marker), addresses, (i) => addressWith(`address${i}`));
}

/** Which of the texts a reader finds where the markers stand. */
export const shownIn = (text, {texts}) => texts.flatMap((_, i) => (text.includes(marker(i)) ? [i] : []));
