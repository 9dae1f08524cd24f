import {codePoint} from './report.js';

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
  '\ufffc': 'object replacement character',
  '\ufffd': 'replacement character',
};

/** Kinds of characters, for those without a name of their own. */
const KINDS: readonly (readonly [kind: RegExp, name: string])[] = [
  [/\p{Zs}/u, 'special space'],
  [/[\p{DI}\p{Cc}\p{Cf}\u2800]/u, 'invisible character'],
  [/\p{Co}/u, 'private-use character'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic letter'],
  [/\p{Script=Greek}/u, 'Greek letter'],
  [/\p{Script=Latin}/u, 'Latin letter'],
  [/[\u2010-\u2015\u2212]/u, 'dash'],
  [/[\uff01-\uff5e]/u, 'full-width character'],
  [/\p{Pi}|\p{Pf}|[\u201a\u201e]/u, 'typographic quotation mark'],
];

/** Names a character for an editor who can't see it or takes it for another one: `no-break space, U+00A0`. */
export function describeCharacter(character: string): string {
  const name = NAMES[character] ?? KINDS.find(([kind]) => kind.test(character))?.[1] ?? 'character';
  const isVisible = !/[\p{Z}\p{C}\p{DI}\u2800]/u.test(character);
  return `${name}${isVisible ? ` ${character}` : ''}, ${codePoint(character)}`;
}
