/**
 * Validates data against a schema and describes errors so that an editor can fix them. This module walks objects and
 * lists itself, so that the work is bounded, arrays aren't accepted as objects, and only own properties count.
 * valibot validates single values.
 */
import * as v from 'valibot';
import {isRecord} from './copy-plain.js';
import {didYouMean, placeIn, quote, type Report} from './report.js';
import {isVisible} from './schema-parts.js';
import {suggest} from './suggest.js';

/** The properties of a schema that this module reads. Its kind determines which of them it has. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly items?: readonly Shape[];
  readonly wrapped?: Shape;
  readonly options?: readonly string[];
  readonly literal?: string;
}

/** The reports that a walk adds to. */
interface Reports {
  /** Missing and wrong values. */
  readonly wrong: Report;
  /** Unknown keys. If `undefined`, they are allowed. */
  readonly unknown?: Report;
  /** Entries that were validated before. */
  readonly known?: ReadonlySet<unknown>;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['array', 'a list [ … ]'],
  ['object', 'an object { … }'],
]);

/** Describes the expected value. */
function wanted({type, options, literal, items}: Shape): string {
  if (options) return `one of ${options.join(', ')}`;
  if (literal !== undefined) return quote(literal);
  if (items) return `a list of ${String(items.length)} numbers`;
  return WORDS.get(type) ?? `a ${type}`;
}

/** Describes the actual value. */
function found(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (value instanceof Date) return 'a date';
  if (isRecord(value)) return 'an object';
  if (typeof value === 'string') return 'a text';
  if (Number.isFinite(value)) return 'a number';
  return value === null || typeof value === 'boolean' ? String(value) : 'a value that JSON doesn’t have';
}

function mendType(shape: Shape, optional: boolean, value: unknown): string {
  const {type, options = [shape.literal ?? '']} = shape;
  const wants = `must be ${wanted(shape)}`;
  if (typeof value === 'string') {
    if (type === 'number') return `${wants}, not a text; remove the quotes`;
    if (shape.options ?? shape.literal) return `${wants}, not ${quote(value)}${didYouMean(suggest(value, options))}`;
  }
  const message = `${wants}, not ${found(value)}`;
  if (value === null && optional) return `${message}; leave the key out if there is no value`;
  const bare = typeof value === 'number' || typeof value === 'boolean' || value instanceof Date;
  return type === 'string' && bare ? `${message}; put it in quotes` : message;
}

/** Adds the actual value to the schema's message, and words the limits that have no message. */
function mendValue({type, input, requirement, message}: v.BaseIssue<unknown>): string {
  const [limit, value] = [String(requirement), String(input)];
  switch (type) {
    case 'max_length':
      return `is longer than ${limit} characters; shorten it`;
    case 'min_value':
      return `must be ${limit} or more, not ${value}`;
    case 'max_value':
      return `must be ${limit} or less, not ${value}`;
    case 'integer':
      return `must be a whole number, not ${value}`;
    default:
      return isVisible(value) ? `${message}, not ${quote(value)}` : message;
  }
}

/** Message for a missing required key, which may be misspelt. */
function mendMissing(key: string, shape: Shape, unknown: readonly string[]): string {
  const similar = suggest(key, unknown);
  if (similar !== undefined) return `is missing, but there is ${quote(similar)}${didYouMean(key)}`;
  return `is missing; add ${wanted(shape)}`;
}

/** Keys of an object that aren't in the schema. */
function unknownKeys(value: object, entries: object): string[] {
  return Object.keys(value).filter((key) => !Object.hasOwn(entries, key));
}

function readObject(
  value: Readonly<Record<string, unknown>>,
  entries: Readonly<Record<string, Shape>>,
  reports: Reports,
  path: string,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(entries)) {
    const own = Object.hasOwn(value, key);
    if (own && (shape.wrapped ?? value[key] !== undefined)) {
      result[key] = read(shape, value[key], reports, placeIn(path, key));
    } else if (!shape.wrapped) {
      reports.wrong.add(() => ({
        path: placeIn(path, key),
        message: mendMissing(key, shape, unknownKeys(value, entries)),
      }));
    }
  }
  if (reports.unknown) {
    const known = Object.keys(entries);
    for (const key of unknownKeys(value, entries)) {
      reports.unknown.add(() => {
        const like = suggest(
          key,
          known.filter((name) => !Object.hasOwn(value, name)),
        );
        const end = like === undefined ? `; known keys are ${known.join(', ')}` : didYouMean(like);
        return {path: placeIn(path, key), message: `is not a known key here${end}`};
      });
    }
  }
  return Object.freeze(result);
}

function read(outer: Shape, value: unknown, reports: Reports, path: string): unknown {
  const shape = outer.wrapped ?? outer;
  const {entries, item, items} = shape;
  const {wrong} = reports;
  if (wrong.full || (value === undefined && outer.wrapped)) return value;
  if (entries && isRecord(value)) return readObject(value, entries, reports, path);
  if (item && Array.isArray(value)) {
    return Object.freeze(
      value.map((entry: unknown, i) =>
        reports.known?.has(entry) ? entry : read(item, entry, reports, placeIn(path, i)),
      ),
    );
  }
  if (items && Array.isArray(value) && value.length === items.length) {
    return Object.freeze(items.map((part, i) => read(part, value[i], reports, placeIn(path, i))));
  }
  if (entries ?? item ?? items) wrong.add(() => ({path, message: mendType(shape, shape !== outer, value)}));
  else {
    for (const issue of v.safeParse(shape as unknown as v.GenericSchema, value).issues ?? []) {
      wrong.add(() => ({
        path,
        message: issue.kind === 'schema' ? mendType(shape, shape !== outer, value) : mendValue(issue),
      }));
    }
  }
  return value;
}

/**
 * Validates data against a schema and reports the differences.
 *
 * @param unknown Report for unknown keys. If omitted, they are allowed.
 * @param known Entries of lists that were validated before. They are used as they are.
 * @returns The part of the data that is in the schema, in new objects and lists, which are frozen because a page gets
 *   a reference to them. If there are no issues, the value has the schema's type; otherwise parts of it may have any
 *   type.
 */
export function reportShape(
  schema: v.GenericSchema,
  data: unknown,
  wrong: Report,
  unknown?: Report,
  known?: ReadonlySet<unknown>,
): unknown {
  return read(schema, data, {wrong, unknown, known}, '');
}
