import {placeIn} from '../data/report.js';

/** A value in a data file with its position. JSON and YAML are both parsed into parts. */
export interface Part {
  /** Offset of the value in the text. */
  readonly start: number;
  /** Offset of its key; `undefined` in lists and for the root. */
  readonly key?: number | undefined;
  readonly entries?: ReadonlyMap<string, Part>;
  readonly items?: readonly Part[];
  /** The value, if it is a text. */
  readonly text?: string;
}

/** A comment in YAML that may be meant as part of a text. */
export interface Cut {
  /** Offset of the comment. */
  readonly at: number;
  /** Path of the text. */
  readonly path: string;
  /** Whether nothing of the text is left, as in `text: #MeToo`. */
  readonly isWhole: boolean;
}

/** The content of a file as data and as parts. */
export interface ReadValue {
  readonly value: unknown;
  readonly part: Part;
}

/** An error in the text, at an offset or a line and column. */
export interface Fault {
  readonly at: number | Place;
  readonly path: string;
  readonly message: string;
}

/** A one-based position in UTF-16 units, as in editors. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Maximum nesting: deeper than any summit, and safe for recursive functions. */
export const MAX_DEPTH = 32;

export const TOO_DEEP = 'is nested too deeply; a summit needs at most seven levels';

/**
 * Returns the part at a path. If nothing is there, returns the nearest ancestor. A key may contain dots (as in
 * `texts` of a translation), so the longest matching key is used.
 */
export function findPart(part: Part, path: string): {readonly part: Part; readonly found: boolean} {
  if (path === '') return {part, found: true};
  const step = part.items ? findItem(part.items, path) : findEntry(part.entries ?? new Map<string, Part>(), path);
  if (!step) return {part, found: false};
  return findPart(step.part, path.slice(path[step.end] === '.' ? step.end + 1 : step.end));
}

interface Step {
  readonly part: Part;
  /** End of its name in the path. */
  readonly end: number;
}

function findItem(items: readonly Part[], path: string): Step | undefined {
  const index = /^\[(\d+)\]/.exec(path);
  const part = index && items[Number(index[1])];
  return part ? {part, end: index[0].length} : undefined;
}

function findEntry(entries: ReadonlyMap<string, Part>, path: string): Step | undefined {
  for (let end = path.length; end > 0; end--) {
    if (end < path.length && path[end] !== '.' && path[end] !== '[') continue;
    const part = entries.get(path.slice(0, end));
    if (part) return {part, end};
  }
  // A key with special characters is in brackets and quotation marks, and shortened.
  if (!path.startsWith('[')) return undefined;
  for (const [key, part] of entries) {
    const name = placeIn('', key);
    if (path.startsWith(name)) return {part, end: name.length};
  }
  return undefined;
}

/** The offset to report: the value, or the key of a list or object, whose value may start lines below. */
export function offsetOf(part: Part): number {
  return part.entries || part.items ? (part.key ?? part.start) : part.start;
}

/** Returns a function that converts offsets into lines and columns. */
export function makePlaces(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
  };
}
