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

interface StackItem {
  readonly from: Readonly<Entries>;
  readonly to: Entries;
  readonly levels: number;
  readonly parent?: StackItem;
  readonly key: string | number;
}

function placeOf({parent, key}: StackItem): string {
  return parent ? placeIn(placeOf(parent), key) : '';
}

/** The entries of a list that an earlier edition has too, by their ids. */
type PreviousEntries = ReadonlyMap<unknown, object>;

/**
 * Copies unknown data, once and for all: later steps read it safely and as often as they like. The copy has own
 * properties alone, and no prototype that a key such as `__proto__` or `constructor` could mean. What no JSON file has
 * (functions, dates) goes along as it is.
 *
 * @param known An earlier edition, checked and frozen. An entry of one of its lists that stands in the input's list of that
 *   name, value for value, is taken over as it is.
 * @returns The copy, and what of it was taken over; or the limit that the input is over. An object that contains itself is refused too: read to the limit of levels,
 *   a few of them would be hundreds of thousands of values.
 */
export function copyPlain(
  input: unknown,
  known: object = {},
): {readonly value: unknown; readonly same: ReadonlySet<unknown>} | {readonly issue: Issue} {
  const stack: StackItem[] = [];
  const same = new Set<unknown>();
  const take = (from: unknown, key: string | number, parent?: StackItem): unknown => {
    const list = Array.isArray(from);
    if (!list && !isRecord(from)) return from;
    const to = (list ? [] : Object.create(null)) as Entries;
    stack.push({from: from as Entries, to, levels: (parent?.levels ?? 0) + 1, parent, key});
    return to;
  };
  const value = take(input, '');
  let count = 0;
  let compared = 0;
  /** How many values two objects have, where these are the same in both. */
  const sizeOf = (one: unknown, other: unknown): number | undefined => {
    if (typeof one !== 'object' || one === null) return one === other ? 0 : undefined;
    if (typeof other !== 'object' || other === null || Array.isArray(one) !== Array.isArray(other)) return undefined;
    const keys = Object.keys(one);
    compared += keys.length;
    if (compared > VALUES || keys.length !== Object.keys(other).length) return undefined;
    let size = keys.length;
    for (const key of keys) {
      const inside = Object.hasOwn(other, key) ? sizeOf((one as Entries)[key], (other as Entries)[key]) : undefined;
      if (inside === undefined) return undefined;
      size += inside;
    }
    return size;
  };
  const matchPrevious = (entry: unknown, previousEntries: PreviousEntries): object | undefined => {
    const previous = isRecord(entry) ? previousEntries.get(entry['id']) : undefined;
    const size = previous && sizeOf(entry, previous);
    if (size === undefined) return undefined;
    count += size;
    same.add(previous);
    return previous;
  };
  // Grows while it is walked.
  for (const item of stack) {
    const {from, to, levels} = item;
    const over = (message: string): {readonly issue: Issue} => ({issue: {path: placeOf(item), message}});
    for (let up = item.parent; up; up = up.parent) if (up.from === from) return over('contains itself');
    if (levels > LEVELS) return over(`is nested deeper than ${String(LEVELS)} levels; no summit needs more than seven`);
    // Asked once: a proxy may give another answer every time, and one that grows would never be read to its end.
    const names = Array.isArray(from) ? undefined : Object.keys(from);
    const size = names?.length ?? (from['length'] as number);
    if (size > ENTRIES) return over(`has ${String(size)} entries; a list or an object may have ${String(ENTRIES)}`);
    const keys = names ?? [...new Array(size).keys()];
    count += keys.length;
    const previousEntries = !names && levels === 2 ? findPrevious(known, item.key) : undefined;
    for (const key of keys) {
      const entry = from[key];
      to[key] = (previousEntries && matchPrevious(entry, previousEntries)) ?? take(entry, key, item);
    }
    if (count > VALUES)
      return over(`brings the file to more than ${String(VALUES)} values; leave out what no box shows`);
  }
  return {value, same};
}

function findPrevious(known: object, list: string | number): PreviousEntries | undefined {
  const entries: unknown = Object.hasOwn(known, list) && known[list as keyof typeof known];
  return Array.isArray(entries)
    ? new Map((entries as {readonly id?: unknown}[]).map((entry) => [entry.id, entry]))
    : undefined;
}
