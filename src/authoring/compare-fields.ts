import {isRecord} from '../data/copy-plain.js';
import {outlineFields} from '../data/schema-paths.js';
import type {Summit} from '../data/summit.js';
import {isSameJson} from './is-same-json.js';

/** A difference between two editions outside the claims. */
export interface FieldChange {
  /** `order`: the entries of a list have another order; `before` and `after` are the ids that both editions have. */
  readonly kind: 'changed' | 'added' | 'removed' | 'order';
  /** Path with the ids of entries, such as `positions.north-on-water.label`. */
  readonly path: string;
  /** Missing if the earlier edition has no such field or entry. */
  readonly before?: unknown;
  /** Missing if the later edition has no such field or entry. */
  readonly after?: unknown;
}

/** The result of `compareFields`. */
export interface FieldChanges {
  readonly fields: readonly FieldChange[];
  /** Whether the drawing of the map differs. */
  readonly hasOtherOutlines: boolean;
}

/** Fields of the file instead of its content, and those that the comparison of claims covers. */
const SKIPPED = new Set(['$schema', 'hash', 'revision', 'changes', 'claims']);

const outlines = new Set(outlineFields);

/**
 * Compares everything but the claims of two editions. Knows no field by name, so that it covers later versions of the
 * format: compares objects field by field, and lists whose entries have ids entry by entry.
 */
export function compareFields(before: Summit, after: Summit): FieldChanges {
  const [old, now] = [before, after].map((summit) => {
    const content = Object.fromEntries(Object.entries(summit).filter(([field]) => !SKIPPED.has(field)));
    const drawing: Record<string, unknown> = {};
    return {content: takeOutlines(content, '', '', drawing), drawing};
  });
  const fields: FieldChange[] = [];
  compare(old?.content, now?.content, '', fields);
  return {fields, hasOtherOutlines: !isSameJson(old?.drawing, now?.drawing)};
}

/** Copies a value without the drawing of the map, which goes to `drawing` by path. */
function takeOutlines(value: unknown, path: string, pattern: string, drawing: Record<string, unknown>): unknown {
  if (Array.isArray(value)) {
    return value.map((entry: unknown, i) =>
      takeOutlines(entry, join(path, isEntry(entry) ? entry.id : String(i)), `${pattern}.*`, drawing),
    );
  }
  if (!isRecord(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [field, part] of Object.entries(value)) {
    const at = join(pattern, field);
    if (outlines.has(at)) drawing[join(path, field)] = part;
    else copy[field] = takeOutlines(part, join(path, field), at, drawing);
  }
  return copy;
}

function compare(old: unknown, now: unknown, path: string, found: FieldChange[]): void {
  if (isRecord(old) || isRecord(now)) {
    const [from, to] = [isRecord(old) ? old : {}, isRecord(now) ? now : {}];
    for (const field of new Set([...Object.keys(from), ...Object.keys(to)])) {
      compare(from[field], to[field], join(path, field), found);
    }
  } else if (isListOfEntries(old) && isListOfEntries(now)) {
    compareEntries(old, now, path, found);
  } else if (!isSameJson(emptyToMissing(old), emptyToMissing(now))) {
    found.push({kind: 'changed', path, before: old, after: now});
  }
}

/** Compares two lists by the ids of their entries. */
function compareEntries(
  old: readonly Entry[] = [],
  now: readonly Entry[] = [],
  path: string,
  found: FieldChange[],
): void {
  const oldEntries = new Map(old.map((entry) => [entry.id, entry]));
  const nowEntries = new Map(now.map((entry) => [entry.id, entry]));
  const before = [...oldEntries.keys()].filter((id) => nowEntries.has(id));
  const after = [...nowEntries.keys()].filter((id) => oldEntries.has(id));
  if (!isSameJson(before, after)) found.push({kind: 'order', path, before, after});
  for (const [id, entry] of nowEntries) {
    const earlier = oldEntries.get(id);
    if (earlier) compare(earlier, entry, join(path, id), found);
    else found.push({kind: 'added', path: join(path, id), after: entry});
  }
  for (const [id, entry] of oldEntries) {
    if (!nowEntries.has(id)) found.push({kind: 'removed', path: join(path, id), before: entry});
  }
}

/** An entry of a list with an id. */
interface Entry {
  readonly id: string;
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value['id'] === 'string';
}

/** Whether a value is a list in which every entry has an id. A missing list is an empty one. */
function isListOfEntries(value: unknown): value is readonly Entry[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every(isEntry));
}

/** An empty list equals a missing value. */
function emptyToMissing(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
