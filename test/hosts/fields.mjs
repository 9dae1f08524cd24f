// @ts-check
/**
 * The texts of a summit and what may stand in each: for tests in Node and, since it asks nothing of either, in pages.
 */

/**
 * @typedef {object} Leaf A text in a summit.
 * @property {(string | number)[]} keys Lead to it.
 * @property {string} field The same without numbers, as in `claims[].refs[].at`.
 *
 * @typedef {object} SortedSummit See whole-summit.mjs.
 * @property {any} summit
 * @property {Leaf[]} texts
 * @property {Leaf[]} addresses
 */

/**
 * Where each text of a summit is.
 *
 * @param {unknown} value
 * @param {(string | number)[]} [keys]
 * @param {string} [field]
 * @returns {Leaf[]}
 */
export function leavesOf(value, keys = [], field = '') {
  if (typeof value === 'string') return [{keys, field}];
  if (Array.isArray(value)) return value.flatMap((entry, i) => leavesOf(entry, [...keys, i], `${field}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    leavesOf(entry, [...keys, key], field ? `${field}.${key}` : key),
  );
}

/**
 * A copy of a summit with another text at some of its places.
 *
 * @param {any} summit
 * @param {Leaf[]} leaves
 * @param {(index: number) => string} make
 */
export function write(summit, leaves, make) {
  const copy = structuredClone(summit);
  leaves.forEach(({keys}, i) => {
    let target = copy;
    for (const key of keys.slice(0, -1)) target = target[key];
    target[/** @type {string} */ (keys.at(-1))] = make(i);
  });
  return copy;
}

/**
 * A text like no other, and without anything in it.
 *
 * @param {number} i
 */
export const marker = (i) => `word${i}end`;

/**
 * Blanks as a page shows them: run together.
 *
 * @param {string} text
 */
export const even = (text) => text.replaceAll(/\s+/g, ' ').trim();

/**
 * The same without marks of the direction: Firefox leaves them out of what is laid out.
 *
 * @param {string} text
 */
export const seen = (text) => even(text).replaceAll(/[\u200e\u200f\u061c]/g, '');

/**
 * An address with a text in it that may stand for one: it has no blanks, and is not too long.
 *
 * @param {string} text
 */
export const addressWith = (text) => `https://example.org/${text.replaceAll(/\s/g, '').slice(0, 1900)}`;

/**
 * What stands at each place in one round: another payload at each, so that after as many rounds as there are payloads each
 * of them has been at every place.
 *
 * @param {SortedSummit} sorted
 * @param {string[]} payloads
 * @param {number} round
 */
export function fillRound({summit, texts, addresses}, payloads, round) {
  const at = (/** @type {number} */ i) => payloads[(i + round) % payloads.length] ?? '';
  const data = write(write(summit, texts, at), addresses, (i) => addressWith(at(i + 17)));
  return {data, at};
}

/**
 * The same with nothing in it.
 *
 * @param {SortedSummit} sorted
 */
export function fillMarkers({summit, texts, addresses}) {
  return write(write(summit, texts, marker), addresses, (i) => addressWith(`address${i}`));
}

/**
 * Which of the texts a reader finds where the markers are.
 *
 * @param {string} text
 * @param {Pick<SortedSummit, 'texts'>} sorted
 */
export const shownIn = (text, {texts}) => texts.flatMap((_, i) => (text.includes(marker(i)) ? [i] : []));
