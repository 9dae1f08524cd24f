import type {Region} from './summit.js';

/**
 * Size of a region's name on a map, in units of the map, where the map is 300 px wide. On wider maps the names take
 * less of the map.
 */
export const NAME_SIZE = 24;

/** Mean width of a letter in bold type, in em. */
const LETTER = 0.58;

/** Characters with another width, and the difference in em. */
const OTHERS: readonly (readonly [RegExp, number])[] = [
  // Accents and vowel signs are above or below a letter.
  [/\p{M}/gu, -LETTER],
  [/[fijlrt\s\p{P}]/gu, -0.2],
  // Chinese, Japanese and Korean.
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/gu, 1 - LETTER],
];

/** Estimates the width of a name in bold type on a narrow map, in units of the map. */
export function widthOfName(name: string): number {
  const em = OTHERS.reduce(
    (sum, [characters, more]) => sum + (name.match(characters)?.length ?? 0) * more,
    Array.from(name).length * LETTER,
  );
  return em * NAME_SIZE;
}

/** Whether the map shows a region's name. If not, it shows the region's number in the list. */
export function fitsOnMap({name, shape}: Region): boolean {
  return widthOfName(name) <= (shape?.room ?? 0);
}
