import {placeIn} from '../data/report.js';
import {findJsonDefect} from '../loading/find-json-defect.js';
import type {Fault, Part, ReadValue} from './part.js';
import {MAX_DEPTH, TOO_DEEP} from './part.js';

/** Match whole tokens at the current position. The text is known to be valid JSON, so simple patterns are enough. */
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /[^\s,\]}]+/y;

/**
 * Parses JSON with the position of every value, which `JSON.parse` doesn't give. A duplicate key is an error because
 * the first value would be lost silently. If `read` is missing, the error is a syntax error.
 */
export function readJson(text: string): {readonly read?: ReadValue; readonly faults: readonly Fault[]} {
  const defect = findJsonDefect(text);
  if (defect !== undefined) {
    const [, line, column, message] = /^line (\d+), column (\d+): (.*)$/s.exec(defect) ?? [];
    return {
      faults: [{at: {line: Number(line ?? 1), column: Number(column ?? 1)}, path: '', message: message ?? defect}],
    };
  }

  const faults: Fault[] = [];
  let at = 0;
  const take = (token: RegExp): string => {
    token.lastIndex = at;
    const found = token.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };

  const readText = (): string => {
    const start = at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return JSON.parse(text.slice(start, at)) as string;
  };

  /** Reads the entries between two brackets. */
  const readEntries = (readEntry: () => void): void => {
    at++;
    take(SPACE);
    while (text[at] !== ']' && text[at] !== '}') {
      readEntry();
      take(SPACE);
      if (text[at] === ',') at++;
      take(SPACE);
    }
    at++;
  };

  const readValue = (path: string, key: number | undefined, depth: number): ReadValue => {
    const start = at;
    if (text[at] === '"') {
      const value = readText();
      return {value, part: {start, key, text: value}};
    }
    if (text[at] !== '[' && text[at] !== '{') return {value: JSON.parse(take(SCALAR)), part: {start, key}};
    if (depth > MAX_DEPTH) throw new RangeError(path);
    if (text[at] === '[') {
      const values: unknown[] = [];
      const items: Part[] = [];
      readEntries(() => {
        const item = readValue(placeIn(path, items.length), undefined, depth + 1);
        values.push(item.value);
        items.push(item.part);
      });
      return {value: values, part: {start, key, items}};
    }
    const values = new Map<string, unknown>();
    const entries = new Map<string, Part>();
    readEntries(() => {
      const keyStart = at;
      const name = readText();
      const place = placeIn(path, name);
      if (entries.has(name)) faults.push({at: keyStart, path: place, message: 'appears twice here; keep one'});
      take(SPACE);
      at++;
      take(SPACE);
      const entry = readValue(place, keyStart, depth + 1);
      values.set(name, entry.value);
      entries.set(name, entry.part);
    });
    // Unlike an assignment, this makes `__proto__` a key like any other.
    return {value: Object.fromEntries(values), part: {start, key, entries}};
  };

  take(SPACE);
  try {
    return {read: readValue('', undefined, 1), faults};
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return {faults: [{at, path: '', message: TOO_DEEP}]};
  }
}
