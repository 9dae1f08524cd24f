import type {Issue} from './issue.js';
import {placeIn} from './report.js';
import {finish, type Steps} from './steps.js';

// Far more than a reader can take in, and small enough to process quickly.
const LEVELS = 16;
const ENTRIES = 10_000;
const VALUES = 300_000;

/** Number of values that are copied in one step. */
const VALUES_PER_STEP = 2000;

/** Whether a value is a plain object as in JSON: not an array, a date or another kind of object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]';
}

type Entries = Record<string | number, unknown>;

/** Prototype of the copies. Engines read and write an object without any more slowly. */
const EMPTY = Object.freeze(Object.create(null) as object);

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

/** The entries of a list in the earlier edition, by id. */
type PreviousEntries = ReadonlyMap<unknown, object>;

/**
 * Copies unknown data so that later steps can read it safely and repeatedly. The copies of objects have own
 * properties only and an empty prototype, so that keys such as `__proto__` or `constructor` have no special meaning.
 * Values that JSON doesn't have (functions, dates) are copied by reference.
 *
 * @param known An earlier edition, checked and frozen. If an entry of a list in the input equals the entry with the
 *   same id in the same list of `known`, the copy contains the entry of `known`.
 * @returns The copy and the set of reused entries; or an issue if the input exceeds a limit. A circular object is an
 *   issue too: copied down to the level limit, a few circular references would become hundreds of thousands of
 *   values.
 */
export function copyPlain(input: unknown, known?: object): Copy {
  return finish(copyInSteps(input, known));
}

type Copy = {readonly value: unknown; readonly same: ReadonlySet<unknown>} | {readonly issue: Issue};

/** Like `copyPlain`, in steps. */
export function* copyInSteps(input: unknown, known: object = {}): Steps<Copy> {
  const stack: StackItem[] = [];
  const same = new Set<unknown>();
  const take = (from: unknown, key: string | number, parent?: StackItem): unknown => {
    const list = Array.isArray(from);
    if (!list && !isRecord(from)) return from;
    const to = (list ? [] : Object.create(EMPTY)) as Entries;
    stack.push({from: from as Entries, to, levels: (parent?.levels ?? 0) + 1, parent, key});
    return to;
  };
  const value = take(input, '');
  let count = 0;
  let nextPause = VALUES_PER_STEP;
  let compared = 0;
  /** The number of values in two equal objects; `undefined` if they differ. */
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
  // The loop body pushes to the stack.
  for (const item of stack) {
    if (count > nextPause) {
      nextPause = count + VALUES_PER_STEP;
      yield;
    }
    const {from, to, levels} = item;
    const over = (message: string): {readonly issue: Issue} => ({issue: {path: placeOf(item), message}});
    for (let up = item.parent; up; up = up.parent) if (up.from === from) return over('contains itself');
    if (levels > LEVELS) return over(`is nested deeper than ${String(LEVELS)} levels; a summit needs at most seven`);
    // Read once: a proxy may return another answer each time, and a growing one would never end.
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
      return over(`brings the file to more than ${String(VALUES)} values; remove data that no box shows`);
  }
  return {value, same};
}

function findPrevious(known: object, list: string | number): PreviousEntries | undefined {
  const entries: unknown = Object.hasOwn(known, list) && known[list as keyof typeof known];
  return Array.isArray(entries)
    ? new Map((entries as {readonly id?: unknown}[]).map((entry) => [entry.id, entry]))
    : undefined;
}
