import type {Issue} from './issue.js';

/** More than this nobody reads in one go. */
const LISTED = 200;
/** More than this need not even be counted. */
const COUNTED = 10_000;

/** Collects the issues of one file. However many there are, it keeps to a length that can be read. */
export class Report {
  readonly #issues: Issue[] = [];
  #count = 0;

  /** Adds an issue. It is put into words only if it is listed. */
  add(describe: () => Issue): void {
    if (this.full) return;
    this.#count += 1;
    if (this.#count <= LISTED) this.#issues.push(describe());
  }

  /** Whether looking for more is no use to anybody. */
  get full(): boolean {
    return this.#count > COUNTED;
  }

  /** The issues so far; where there are too many, the last one says how many are not listed. */
  get issues(): readonly Issue[] {
    const more = this.#count - LISTED;
    if (more <= 0) return this.#issues;
    const number = this.full ? `more than ${String(more - 1)}` : String(more);
    const message = `${number} further issues are not listed; mend these first`;
    return [...this.#issues, {path: '', message}];
  }
}

/** A place one step further down: `claims` and `3` make `claims[3]`. */
export function placeIn(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${String(key)}]`;
  if (/^[\w$-]{1,60}$/.test(key)) return path ? `${path}.${key}` : key;
  return `${path}[${quote(key)}]`;
}

/**
 * What may stand in no text: control characters but line breaks and tabs, overrides of the direction, half characters, tags
 * (which spell a hidden text), and code points that are no characters, with which HTML is not valid and a feed no XML.
 */
const UNSAFE =
  /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}|[\u{E0000}-\u{E007F}]/u;

/** Flags of countries inside of a state, such as Scotland's: the one use of the characters for tags, which nobody sees. */
const TAGGED_FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,6}\u{E007F}/gu;

/** The first character of a text that may not stand there. */
export function findUnsafe(text: string): string | undefined {
  // Few texts have any character of this kind.
  return UNSAFE.exec(text.includes('\uDB40') ? text.replace(TAGGED_FLAG, '') : text)?.[0];
}

/** The number of a character, such as `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text of the data inside a message: in quotes, shortened, with nothing in it that could disguise the message. */
export function quote(text: string): string {
  const start = text.slice(0, 60).replace(new RegExp(UNSAFE, 'gu'), codePoint);
  return `'${start}${text.length > 60 ? '…' : ''}'`;
}

/** The end of a message that offers a word; empty without one. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : `; did you mean ${quote(word)}?`;
}
