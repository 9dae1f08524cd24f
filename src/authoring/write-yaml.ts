/** Writes data as YAML, in the style of the templates. */
import {isRecord} from '../data/copy-plain.js';
import {keyOrder} from '../data/schema-paths.js';

/** Longest list on one line. */
const LONGEST_LINE = 100;

/** Words that one version of YAML or another doesn't read as texts. */
const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)$/i;

/** Numbers, and times that YAML 1.1 reads as numbers. */
const NUMBER = /^[-+]?(?:\.?\d[\d_.]*(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\d+(?::\d+)+(?:\.\d*)?)$/i;

/** Texts that mean the same without quotation marks. */
const PLAIN =
  /^(?![-?:](?:\s|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.)(?! )(?:(?!: |:$| #)[ -~\u00a1-\ud7ff\ue000-\ufefe\ufff0-\ufffd])+(?<! )$/;

/** Blanks and invisible characters, which only quotation marks make visible as parts of the text. */
const INVISIBLE = /(?! )[\p{Z}\p{C}]/u;

function isPlain(text: string, inFlow: boolean): boolean {
  if (WORDS.test(text) || NUMBER.test(text) || INVISIBLE.test(text) || !PLAIN.test(text)) return false;
  return !inFlow || !/[,[\]{}]|:$/.test(text);
}

/** A text, number, true, false or null. Texts have quotation marks only where they need them. */
export function writeScalar(value: unknown, inFlow: boolean, quote: '"' | "'" | '' = ''): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (quote === "'" && !value.includes("'") && !INVISIBLE.test(value)) return `'${value}'`;
  return quote === '' && isPlain(value, inFlow) ? value : JSON.stringify(value);
}

export function writeKey(key: string): string {
  return /^[$\w-]+$/.test(key) && isPlain(key, true) ? key : JSON.stringify(key);
}

/** A value on one line. */
export function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  if (!isRecord(value)) return writeScalar(value, true);
  return `{${Object.entries(value)
    .map(([key, part]) => `${writeKey(key)}: ${writeFlow(part)}`)
    .join(', ')}}`;
}

/** Whether a value is written on one line: short lists of words, numbers or references, and whatever is empty. */
export function isOneLine(value: unknown): boolean {
  if (isRecord(value)) return Object.keys(value).length === 0;
  if (!Array.isArray(value)) return true;
  const isFlat = (item: unknown): boolean => typeof item !== 'object' || item === null;
  const isShort = (item: unknown): boolean =>
    isFlat(item) ||
    (Array.isArray(item)
      ? item.every(isShort)
      : !Object.hasOwn(item as object, 'id') && Object.values(item as object).every(isFlat));
  const isList = value.some(Array.isArray);
  return value.every(isShort) && (isList || writeFlow(value).length <= LONGEST_LINE);
}

/**
 * Keys in the order of the format. Keys that it doesn't know come last.
 *
 * @param path Path of the object, such as `facts.*.items.*`.
 */
function orderKeys(keys: readonly string[], path: string): readonly string[] {
  const order = keyOrder[path] ?? [];
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...keys].sort((one, other) => rank(one) - rank(other));
}

/** Writes values on several lines, with an indent in spaces. */
export class YamlWriter {
  readonly #newline: string;

  constructor(newline: string) {
    this.#newline = newline;
  }

  /** A whole file, with blank lines around the lists and objects at its top. */
  writeFile(value: Readonly<Record<string, unknown>>): string {
    let wasLong = false;
    const parts = orderKeys(Object.keys(value), '').map((key, i) => {
      const isLong = !isOneLine(value[key]);
      const blank = i > 0 && (isLong || wasLong) ? this.#newline : '';
      wasLong = isLong;
      return `${blank}${writeKey(key)}:${this.afterKey(value[key], 0, key)}${this.#newline}`;
    });
    return parts.join('') || `{}${this.#newline}`;
  }

  /** What follows a key and its colon. */
  afterKey(value: unknown, indent: number, path: string): string {
    if (isOneLine(value)) return ` ${writeValue(value)}`;
    const pad = this.#newline + ' '.repeat(indent + 2);
    if (!Array.isArray(value))
      return pad + this.#writeEntries(value as Readonly<Record<string, unknown>>, indent + 2, path);
    return value.map((item: unknown) => `${pad}-${this.afterHyphen(item, indent + 2, `${path}.*`)}`).join('');
  }

  /** What follows the hyphen of an entry. */
  afterHyphen(value: unknown, indent: number, path: string): string {
    if (Array.isArray(value)) return ` ${writeFlow(value)}`;
    return isOneLine(value)
      ? ` ${writeValue(value)}`
      : ` ${this.#writeEntries(value as Readonly<Record<string, unknown>>, indent + 2, path)}`;
  }

  #writeEntries(value: Readonly<Record<string, unknown>>, indent: number, path: string): string {
    return orderKeys(Object.keys(value), path)
      .map((key) => `${writeKey(key)}:${this.afterKey(value[key], indent, `${path}.${key}`)}`)
      .join(this.#newline + ' '.repeat(indent));
  }
}

function writeValue(value: unknown): string {
  return typeof value === 'object' && value !== null ? writeFlow(value) : writeScalar(value, false);
}
