import type {Issue} from './issue.js';
import {UNSAFE} from './unsafe.js';

/** Maximum number of listed issues; nobody reads more at once. */
const LISTED = 200;
/** Maximum number of counted issues. */
const COUNTED = 10_000;

/** Collects the issues of one file, up to a readable number. */
export class Report {
  readonly #issues: Issue[] = [];
  #count = 0;

  /** Adds an issue. `describe` is called only if the issue is listed. */
  add(describe: () => Issue): void {
    if (this.full) return;
    this.#count += 1;
    if (this.#count <= LISTED) this.#issues.push(describe());
  }

  /** Whether the maximum is reached, so that callers can stop checking. */
  get full(): boolean {
    return this.#count > COUNTED;
  }

  /** The issues so far. If there are too many, the last entry gives the number of those not listed. */
  get issues(): readonly Issue[] {
    const more = this.#count - LISTED;
    if (more <= 0) return this.#issues;
    const number = this.full ? `more than ${String(more - 1)}` : String(more);
    const message = `${number} further issues are not listed; fix these first`;
    return [...this.#issues, {path: '', message}];
  }
}

/** Appends a key to a path: `claims` and `3` make `claims[3]`. */
export function placeIn(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${String(key)}]`;
  if (/^[\w$-]{1,60}$/.test(key)) return path ? `${path}.${key}` : key;
  return `${path}[${quote(key)}]`;
}

/** Subdivision flags such as Scotland's: the only valid use of tag characters. */
const TAGGED_FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,6}\u{E007F}/gu;

/** The first forbidden character of a text; `undefined` if there is none. */
export function findUnsafe(text: string): string | undefined {
  // Few texts contain tag characters, so most skip the replacement.
  return UNSAFE.exec(text.includes('\uDB40') ? text.replace(TAGGED_FLAG, '') : text)?.[0];
}

/** The code point of a character, such as `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * A text of the data for use in a message: quoted, shortened, and without characters that could disguise the message.
 */
export function quote(text: string): string {
  const start = text.slice(0, 60).replace(new RegExp(UNSAFE, 'gu'), codePoint);
  return `'${start}${text.length > 60 ? '…' : ''}'`;
}

/** The end of a message that suggests a word; empty without a word. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : `; did you mean ${quote(word)}?`;
}
