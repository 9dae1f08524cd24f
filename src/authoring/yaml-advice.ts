import type {YAMLError} from 'yaml';
import type {Fault} from './part.js';

/** YAML features that data files may not use: their meaning isn't obvious, or JSON doesn't have them. */
export const REFUSED: Readonly<Record<string, string>> = {
  alias: 'a text that begins with * needs quotation marks; anchors and aliases aren’t supported',
  anchor: 'a text that begins with & needs quotation marks; anchors and aliases aren’t supported',
  tag: 'a text that begins with ! needs quotation marks; tags aren’t supported',
  'directive-line': 'a line that begins with % isn’t supported; remove it',
};

function startsWith(character: string): string {
  return `a text can’t begin with ${character}; put the text in quotation marks`;
}

/** Message for a comment that may be meant as part of a text. */
export const CUT_TEXT = 'a comment begins here and cuts the text; put the text in quotation marks';

const OUTSIDE =
  'the value ends before this; put the whole text in quotation marks: in \'…\' if it contains ", in "…" if it contains \'';

/** Replacements for messages of the library that need knowledge of YAML's grammar. The first that matches is used. */
const ADVICE: readonly (readonly [message: RegExp, advice: string])[] = [
  [/^Unexpected scalar at node end/, OUTSIDE],
  [/^Not a YAML token/, 'a text can’t begin with > or |; put the text in quotation marks'],
  [
    /^Unexpected block-seq-ind on same line/,
    'a text that begins with a hyphen and a space needs quotation marks; a list begins on a line of its own',
  ],
  [
    /^Implicit map keys need/,
    'this line has no key with a colon and a space after it, such as title: The talks; or it belongs to the text above and isn’t indented far enough',
  ],
  [
    /^All mapping items must start/,
    'this line is indented differently from the lines that it belongs to; line them up',
  ],
  [
    /^Sequence item without/,
    'this line isn’t indented as far as the lines that it belongs to, or the hyphen before a new entry is missing',
  ],
];

/** The same for kinds of errors. */
const ADVICE_BY_CODE: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_DQ_ESCAPE: 'between " and ", a backslash has a special meaning; write two of them',
  BLOCK_AS_IMPLICIT_KEY:
    'a text with a colon and a space in it needs quotation marks; or this line is indented too far',
  NON_STRING_KEY: 'a key must be a word',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
};

/** Errors after which the library still reads the following lines correctly. */
const LOCAL = new Set<YAMLError['code']>(['BAD_DQ_ESCAPE', 'BAD_SCALAR_START', 'BLOCK_AS_IMPLICIT_KEY']);

function adviseOn({code, message, pos: [at]}: YAMLError, source: string): string {
  const character = source[at] ?? '';
  if (code === 'BAD_SCALAR_START' || (code === 'BLOCK_AS_IMPLICIT_KEY' && character === '?')) {
    return startsWith(character);
  }
  return ADVICE.find(([pattern]) => pattern.test(message))?.[1] ?? ADVICE_BY_CODE[code] ?? message;
}

const BLANK_LINES = /(?:[ \t]*\r?\n)*/y;

/**
 * Describes the library's errors. One slip often causes errors on the same line and, if it breaks the structure, on
 * all later ones; those are left out.
 */
export function describeErrors(errors: readonly YAMLError[], source: string, limit: number): Fault[] {
  const faults: Fault[] = [];
  const sorted = [...errors].sort((one, other) => one.pos[0] - other.pos[0]);
  let end = -1;
  for (const error of sorted) {
    // The library counts blank lines before a line to that line.
    BLANK_LINES.lastIndex = error.pos[0];
    const at = error.pos[0] + (BLANK_LINES.exec(source)?.[0].length ?? 0);
    if (at <= end) continue;
    const next = source.indexOf('\n', at);
    end = next < 0 ? source.length : next;
    const message = adviseOn(error, source);
    faults.push({at, path: '', message});
    if (faults.length >= limit || !(LOCAL.has(error.code) || message === OUTSIDE)) break;
  }
  return faults;
}

/** A comment on the same line as an unquoted text that it follows. */
const COMMENT_AFTER = /([ \t]+)#(.?)/y;

/**
 * The offset of a comment that may be meant as part of the text that ends at `end`. Two spaces before the # and one
 * after it mark a comment, as in the starter file.
 */
export function findCut(source: string, end: number): number | undefined {
  COMMENT_AFTER.lastIndex = end;
  const [found, blank = '', next = ''] = COMMENT_AFTER.exec(source) ?? [];
  if (found === undefined || (blank.length > 1 && /^[\s#]?$/.test(next))) return undefined;
  return end + blank.length;
}

/** The same for a text of which nothing is left: `text: #MeToo`. A space after the # marks a comment. */
export function findCutStart(source: string, keyEnd: number): number | undefined {
  const pattern = /[ \t]*:[ \t]+(?=#[^\s#])/y;
  pattern.lastIndex = keyEnd;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

/** A quoted text. */
export interface Quoted {
  readonly at: number;
  readonly text: string;
}

/**
 * If a closing quotation mark is missing, the text continues to the next quotation mark and the error appears only
 * there. So report a quoted text that contains lines that look like keys or entries, if there is an error after it.
 */
function findOpenQuote({message}: Fault, noticed: number, quotes: readonly Quoted[]): Quoted | undefined {
  const before = quotes.filter(({at}) => at < noticed);
  const open = before.find(({text}) => /\n[ \t#]*(?:- )?[{[]?[\w$]+:\s/.test(text));
  const last = before.at(-1);
  const isUnclosed = message.startsWith('Missing closing') || !/^(["'])[^]*\1$/.test(last?.text ?? '""');
  return open ?? (isUnclosed ? last : undefined);
}

/** Characters that look like a space or a colon, where a line needs that character. */
const ODD_SPACE = /^[ \t-]*(?![ \t\ufeff])\s|^[ \t-]*[\w$]+:(?! )[^\S\t\r\n]|^[ \t-]*[\w$]+[\uff1a\ufe55\ua789]/u;

/** The offset of such a character in the line of an error. */
function findOddSpace(first: Fault, source: string): number | undefined {
  const start = source.lastIndexOf('\n', Number(first.at) - 1) + 1;
  const end = source.indexOf('\n', start);
  const line = source.slice(start, end < 0 ? undefined : end);
  const found = line.trim() ? ODD_SPACE.exec(line) : null;
  return found ? start + found[0].length - 1 : undefined;
}

/** What precedes the first error and may have caused it. */
export interface Suspects {
  readonly quotes: readonly Quoted[];
  /** Offsets of comments that may be meant as part of a text. */
  readonly cuts: readonly number[];
  /** Where the first error was noticed, if it is reported at an earlier place. */
  noticed?: number;
}

/** Replaces the errors with their cause, if that is somewhere else. */
export function blame(
  faults: readonly Fault[],
  {quotes, cuts, noticed}: Suspects,
  source: string,
  describeOdd: (character: string) => string,
): readonly Fault[] {
  const [first] = faults;
  if (!first) return faults;
  const open = findOpenQuote(first, noticed ?? Number(first.at), quotes);
  if (open) {
    const message = 'the closing quotation mark of this text is missing; put one at its end';
    return [{at: open.at, path: '', message}];
  }
  const odd = findOddSpace(first, source);
  if (odd !== undefined) {
    const character = source[odd] ?? '';
    const wanted = /\s/.test(character) ? 'space' : 'colon';
    return [{at: odd, path: '', message: `${describeOdd(character)} is here; put an ordinary ${wanted} in its place`}];
  }
  // A text in several lines can't continue after a comment.
  const cut = cuts.findLast((at) => at < Number(first.at));
  if (cut !== undefined && /^.*\n?[ \t]*$/.test(source.slice(cut, Number(first.at)))) {
    return [{at: cut, path: '', message: CUT_TEXT}];
  }
  return faults;
}
