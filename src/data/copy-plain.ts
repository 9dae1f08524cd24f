import type {Issue} from './issue.js';
import {placeIn} from './report.js';

// Far beyond what a reader could take in, and little enough to be read in no time.
const LEVELS = 16;
const ENTRIES = 10_000;
const VALUES = 300_000;

/** Whether it is an object as JSON has them: no list, no date, nothing else that a page may hold. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]';
}

type Entries = Record<string | number, unknown>;

interface Part {
  readonly from: Readonly<Entries>;
  readonly to: Entries;
  readonly levels: number;
  readonly parent?: Part;
  readonly key: string | number;
}

function placeOf({parent, key}: Part): string {
  return parent ? placeIn(placeOf(parent), key) : '';
}

/**
 * Copies unknown data, once and for all: later steps read it safely and as often as they like. The copy has own
 * properties alone, and no prototype that a key such as `__proto__` or `constructor` could mean. What no JSON file has
 * (functions, dates) goes along as it is.
 *
 * @returns The copy, or the limit that the input is over. A circle is over the limit of levels.
 */
export function copyPlain(input: unknown): {readonly value: unknown} | {readonly issue: Issue} {
  const parts: Part[] = [];
  const take = (from: unknown, key: string | number, parent?: Part): unknown => {
    const list = Array.isArray(from);
    if (!list && !isRecord(from)) return from;
    const to = (list ? [] : Object.create(null)) as Entries;
    parts.push({from: from as Entries, to, levels: (parent?.levels ?? 0) + 1, parent, key});
    return to;
  };
  const value = take(input, '');
  let count = 0;
  // Grows while it is walked.
  for (const part of parts) {
    const {from, to, levels} = part;
    const over = (message: string): {readonly issue: Issue} => ({issue: {path: placeOf(part), message}});
    if (levels > LEVELS) return over(`is nested deeper than ${String(LEVELS)} levels; no summit needs more than seven`);
    // Asked once: a proxy may give another answer every time, and one that grows would never be read to its end.
    const names = Array.isArray(from) ? undefined : Object.keys(from);
    const size = names?.length ?? (from['length'] as number);
    if (size > ENTRIES) return over(`has ${String(size)} entries; a list or an object may have ${String(ENTRIES)}`);
    const keys = names ?? [...new Array(size).keys()];
    count += keys.length;
    if (count > VALUES) return over(`brings the file to more than ${String(VALUES)} values; leave out what no box shows`);
    for (const key of keys) to[key] = take(from[key], key, part);
  }
  return {value};
}
