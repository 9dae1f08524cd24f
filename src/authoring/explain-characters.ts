import {isText} from '../data/check-characters.js';
import {describeCharacter} from '../data/describe-character.js';
import type {Issue} from '../data/issue.js';
import {quote} from '../data/report.js';
import {isVisible} from '../data/is-visible.js';
import type {DataFile, PlacedIssue} from './parse-data-file.js';

/** Characters that nobody sees, and quotation marks and dashes that look like parts of the syntax. */
const ODD = /(?! )[\p{Z}\p{C}\p{DI}\u2800]|[\p{Pi}\p{Pf}\u201a\u201e\u2010-\u2015\u2212]|^ | $/u;

/** Letters and digits that look like ASCII ones; `ALIKE` has the other letter at the same place. */
const FOREIGN = 'аеорсухіјѕԁһӏАВЕКМНОРСТУХІЈЅαοινυρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const ALIKE = 'aeopcyxijsdhlABEKMHOPCTYXIJSaoivupABEZHIKMNOPTYX';

/** Explains a character of a key, an id or another word of the format that looks like another one or is invisible. */
function explainWord(word: string): string | undefined {
  const odd = ODD.exec(word);
  const letter = /[^\p{ASCII}]/u.exec(word)?.[0] ?? '';
  const at = odd?.index ?? (word.includes('/') ? -1 : word.indexOf(letter));
  const character = odd?.[0] ?? letter;
  if (at < 0 || character === '') return undefined;
  const place = at > 0 ? `after ${quote(word.slice(Math.max(0, at - 40), at))}` : 'at its start';
  const alike = ALIKE[FOREIGN.indexOf(character)] ?? character.normalize('NFKC');
  if (odd) return `has a ${describeCharacter(character)}, ${place}; remove it, or type an ordinary one`;
  if (!/^[!-~]$/.test(alike)) return undefined;
  return `has the ${describeCharacter(character)}, ${place}, which looks like ${alike}; type ${alike} in its place`;
}

/** The last key of a path, such as `certainty ` in `claims[0]['certainty ']`. */
function lastKey(path: string): string {
  return /\['(.*)'\]$/s.exec(path)?.[1] ?? path.replace(/^.*\./s, '');
}

/** An issue of a file, and whether it concerns the key at its path. */
export interface KeyIssue {
  readonly issue: Issue;
  readonly atKey?: boolean;
}

/**
 * Places the issues. Where the cause is a character that nobody sees or that looks like another one, one issue that
 * names it replaces all issues of that place.
 */
export function explainIssues(file: DataFile, issues: readonly KeyIssue[]): PlacedIssue[] {
  const explained = new Set<string>();
  const cuts = new Map(file.cuts.flatMap((cut) => (cut.isWhole ? [[cut.path, cut]] : [])));
  return issues.flatMap(({issue, atKey = false}) => {
    const {path} = issue;
    if (explained.has(path)) return [];
    const cut = cuts.get(path);
    if (cut) return [{path, message: cut.message, line: cut.line, column: cut.column}];
    const message = atKey ? explainWord(lastKey(path)) : explainValue(file.textAt(path), path);
    if (message === undefined) return [file.place(issue, atKey)];
    explained.add(path);
    return [file.place({path, message}, atKey)];
  });
}

function explainValue(text: string | undefined, path: string): string | undefined {
  if (text === undefined) return undefined;
  if (!isText(path) && !path.startsWith('texts')) return explainWord(text);
  if (isVisible(text) || text === '') return undefined;
  const [first = ''] = text.replace(/ /g, '') || ' ';
  return `has only characters that nobody sees (${describeCharacter(first)}); write a text`;
}
