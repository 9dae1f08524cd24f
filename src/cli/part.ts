import {placeIn} from '../data/report.js';

/** Part of a data file: where it begins, and what it holds. JSON and YAML are both read into these. */
export interface Part {
  /** Offset of the value in the text. */
  readonly start: number;
  /** Offset of the key before it; `undefined` in lists and for the whole. */
  readonly key?: number | undefined;
  readonly entries?: ReadonlyMap<string, Part>;
  readonly items?: readonly Part[];
}

/** What a file holds, as data and as parts. */
export interface ReadValue {
  readonly value: unknown;
  readonly part: Part;
}

/** A defect of the text, at an offset or at a place of it. */
export interface Fault {
  readonly at: number | Place;
  readonly path: string;
  readonly message: string;
}

/** One-based, in UTF-16 units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Deeper than any summit, and shallow enough for every function that calls itself. */
export const MAX_DEPTH = 32;

export const TOO_DEEP = 'is nested too deep; no summit needs more than six levels';

/**
 * The part that a path names; where it names something that is not there, the part that it is missing from. A key may
 * hold dots itself (`texts` of a translation does), so the longest key that fits is taken.
 */
export function findPart(part: Part, path: string): {readonly part: Part; readonly found: boolean} {
  if (path === '') return {part, found: true};
  const step = part.items ? findItem(part.items, path) : findEntry(part.entries ?? new Map<string, Part>(), path);
  if (!step) return {part, found: false};
  return findPart(step.part, path.slice(path[step.end] === '.' ? step.end + 1 : step.end));
}

interface Step {
  readonly part: Part;
  /** Where its name ends in the path. */
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
  // A key that is no plain word stands in brackets and quotation marks, and shortened.
  if (!path.startsWith('[')) return undefined;
  for (const [key, part] of entries) {
    const name = placeIn('', key);
    if (path.startsWith(name)) return {part, end: name.length};
  }
  return undefined;
}

/** Where an editor should look: at the value, or at the key of a list or a group, which may begin lines further down. */
export function offsetOf(part: Part): number {
  return part.entries || part.items ? (part.key ?? part.start) : part.start;
}

/** Translates offsets into lines and columns. */
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
