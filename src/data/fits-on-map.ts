import type {Region} from './summit.js';

/**
 * Size of a region's name on a map, in units of the map, where the map is 300 px wide. On wider maps the names take
 * less of the map.
 */
export const NAME_SIZE = 24;

/** Characters that are far narrower or wider than most letters in bold type, with their widths in em. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  // Accents and vowel signs are above or below a letter.
  [/\p{M}/gu, 0],
  [/[fijlrt\s\p{P}]/gu, 0.36],
  [/[mw\p{Lu}жшщюф]/gu, 0.76],
  // Chinese, Japanese and Korean.
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/gu, 1],
];

/** Width of all other characters. */
const USUAL = 0.56;

/** Estimates the width of a name in bold type on a narrow map, in units of the map. */
export function widthOfName(name: string): number {
  return (
    WIDTHS.reduce(
      (sum, [characters, width]) => sum + (name.match(characters)?.length ?? 0) * (width - USUAL),
      Array.from(name).length * USUAL,
    ) * NAME_SIZE
  );
}

/** Whether the map shows a region's name. If not, it shows the region's number in the list. */
export function fitsOnMap({name, shape}: Region): boolean {
  return widthOfName(name) <= (shape?.room ?? 0);
}
