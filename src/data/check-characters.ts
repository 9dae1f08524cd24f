import {describeCharacter} from './describe-character.js';
import type {Issue} from './issue.js';
import {placeIn, quote} from './report.js';
import {texts, type TextTree} from './schema-paths.js';
import type {Summit} from './summit.js';

/**
 * Characters that nobody sees and no text needs, private-use characters, which look different or empty on each
 * device, and replacement characters, which remain of letters in a wrong encoding. Soft hyphens, joiners, directional
 * marks and variation selectors are left out: words and names need them.
 */
const UNSEEN =
  // eslint-disable-next-line no-misleading-character-class -- Each is meant on its own.
  /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffd]|\p{Co}/gu;

const WORD = /[\p{L}\p{M}]+/gu;

/** Greek letters that look like Latin ones. Others stand beside Latin ones in formulas and units: kΩ. */
const LATIN_OR_GREEK = /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ]/u;

const MARKUP = /&(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});|<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/giu;

/** Maximum number of examples of one kind in a text. */
const NAMED = 3;

/** A letter of a word that is in another script than the rest; `undefined` if there is none. */
function strangeLetter(word: string): string | undefined {
  const latin = word.match(/\p{Script=Latin}/gu);
  if (!latin) return undefined;
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu);
  if (cyrillic) return (cyrillic.length > latin.length ? latin : cyrillic)[0];
  const greek = word.match(/\p{Script=Greek}/gu);
  if (!greek) return undefined;
  return greek.length > latin.length ? latin[0] : LATIN_OR_GREEK.exec(word)?.[0];
}

/** The different matches of a global pattern, in the order of the text. */
function distinct(text: string, pattern: RegExp): string[] {
  return [...new Set(text.match(pattern))];
}

/** What readers of a text may not see as it was meant. Each message is one problem and its fix. */
export function doubtsAbout(text: string): string[] {
  const unseen = distinct(text, UNSEEN)
    .slice(0, NAMED)
    .map((character) => {
      const at = text.indexOf(character);
      const before = text.slice(Math.max(0, at - 20), at).trim();
      return `has a ${describeCharacter(character)}, ${before ? `after ${quote(before)}` : 'at its start'}; remove it`;
    });
  const mixed = distinct(text, WORD).flatMap((word) => {
    const letter = strangeLetter(word);
    return letter === undefined
      ? []
      : [
          `the word ${quote(word)} has the ${describeCharacter(letter)}, among letters of another script; type it again`,
        ];
  });
  const markup = distinct(text, MARKUP);
  const named = `${markup.slice(0, NAMED).join(' and ')}${markup.length > NAMED ? ' and more' : ''}`;
  const fix = markup.some((found) => found.startsWith('&'))
    ? 'write the characters themselves'
    : 'remove the HTML, texts are plain';
  const shown = markup.length > 1 ? 'as they are' : 'as it is';
  return [...unseen, ...mixed.slice(0, NAMED), ...(markup.length > 0 ? [`readers see ${named} ${shown}; ${fix}`] : [])];
}

function visitTexts(value: unknown, tree: TextTree, path: string, visit: (text: string, path: string) => void): void {
  if (Array.isArray(value)) {
    value.forEach((entry, i) => {
      visitTexts(entry, tree, placeIn(path, i), visit);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, part] of Object.entries(value)) {
      const branch = Object.hasOwn(tree, field) ? tree[field] : undefined;
      if (typeof branch === 'object') visitTexts(part, branch, placeIn(path, field), visit);
      else if (branch !== undefined && typeof part === 'string') visit(part, placeIn(path, field));
    }
  }
}

/**
 * Finds texts that readers may not see as they were meant: characters that can't be seen, words with look-alike
 * letters, and HTML, which boxes show as text. All are valid, so these are warnings.
 */
export function checkCharacters(summit: Summit): Issue[] {
  const issues: Issue[] = [];
  visitTexts(summit, texts, '', (text, path) => {
    issues.push(...doubtsAbout(text).map((message) => ({path, message})));
  });
  return issues;
}

/** Whether the value at a path of a summit is a text for readers, such as `claims[0].text`. */
export function isText(path: string): boolean {
  let branch: TextTree | boolean | undefined = texts;
  for (const key of path.replace(/\[\d+\]/g, '').split('.')) {
    branch = typeof branch === 'object' && Object.hasOwn(branch, key) ? branch[key] : undefined;
  }
  return typeof branch === 'boolean';
}
