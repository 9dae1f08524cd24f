/**
 * A character that readers see: no space, and none of the characters that `\p{DI}` matches. It is spelt out because a
 * JSON Schema can't have a pattern with flags. U+2800 is an empty braille cell.
 */
export const VISIBLE =
  // eslint-disable-next-line no-misleading-character-class -- Each is meant on its own.
  /[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8]/;

/** Whether readers see anything of a text. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}
