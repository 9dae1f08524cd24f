/**
 * Validates data against a schema and describes errors so that an editor can fix them. This module walks objects and
 * lists itself, so that the work is bounded, arrays aren't accepted as objects, and only own properties count. It reads
 * the schema as data and runs no code of valibot: in a browser, the schema is a table (`tools/build/pack-schema.mjs`).
 */
import {isRecord} from './copy-plain.js';
import {isVisible} from './is-visible.js';
import {didYouMean, placeIn, quote, type Report} from './report.js';
import {ENTRIES_PER_STEP, type Steps} from './steps.js';
import {suggest} from './suggest.js';

/** A limit of a single value: a valibot action such as `v.maxLength(80)`. */
interface Limit {
  readonly type: string;
  readonly pipe?: undefined;
  readonly requirement?: unknown;
  /** valibot has a message or a function here; all messages of the schema are texts. */
  readonly message?: unknown;
}

/** The properties of a schema that this module reads. Its kind determines which of them it has. */
interface Shape {
  readonly type: string;
  /** For a single value: limits, and schemas whose limits apply too. */
  readonly pipe?: readonly (Limit | Shape)[];
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly items?: readonly Shape[];
  readonly wrapped?: Shape;
  readonly options?: readonly string[];
  readonly literal?: string;
}

/** Where a value is. Its path is text only in a message: most values are valid. */
interface Place {
  readonly parent?: Place;
  readonly key: string | number;
}

function pathOf({parent, key}: Place): string {
  return parent ? placeIn(pathOf(parent), key) : '';
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

/** Whether a single value has the type of its schema. */
function hasType({type, options, literal}: Shape, value: unknown): boolean {
  if (options) return options.includes(value as string);
  if (literal !== undefined) return value === literal;
  return type !== 'object' && typeof value === type && !Number.isNaN(value);
}

/** The message for a value that exceeds a limit. Undefined if it doesn't. */
function mendValue({type, requirement, message}: Limit, value: string | number): string | undefined {
  const limit = requirement as number;
  switch (type) {
    case 'regex': {
      const text = String(value);
      if ((requirement as RegExp).test(text)) return undefined;
      return isVisible(text) ? `${String(message)}, not ${quote(text)}` : String(message);
    }
    case 'max_length':
      return (value as string).length > limit ? `is longer than ${limit} characters; shorten it` : undefined;
    case 'min_value':
      return Number(value) < limit ? `must be ${limit} or more, not ${value}` : undefined;
    case 'max_value':
      return Number(value) > limit ? `must be ${limit} or less, not ${value}` : undefined;
    case 'integer':
      return Number.isInteger(value) ? undefined : `must be a whole number, not ${value}`;
    default:
      return undefined;
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

/** The keys of each object of the schema with their shapes: a file has thousands of objects of the same kind. */
const pairs = new WeakMap<object, readonly (readonly [key: string, shape: Shape])[]>();

function pairsOf(entries: Readonly<Record<string, Shape>>): readonly (readonly [key: string, shape: Shape])[] {
  const known = pairs.get(entries) ?? Object.entries(entries);
  pairs.set(entries, known);
  return known;
}

function readObject(
  value: Readonly<Record<string, unknown>>,
  entries: Readonly<Record<string, Shape>>,
  reports: Reports,
  place: Place,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, shape] of pairsOf(entries)) {
    if (hasValue(value, key, shape)) result[key] = read(shape, value[key], reports, {parent: place, key});
    else reportMissing(value, key, shape, entries, reports, place);
  }
  reportUnknown(value, entries, reports, place);
  return Object.freeze(result);
}

function hasValue(value: Readonly<Record<string, unknown>>, key: string, {wrapped}: Shape): boolean {
  return Object.hasOwn(value, key) && (!!wrapped || value[key] !== undefined);
}

function reportMissing(
  value: object,
  key: string,
  shape: Shape,
  entries: Readonly<Record<string, Shape>>,
  {wrong}: Reports,
  place: Place,
): void {
  if (shape.wrapped) return;
  wrong.add(() => ({
    path: placeIn(pathOf(place), key),
    message: mendMissing(key, shape, unknownKeys(value, entries)),
  }));
}

function reportUnknown(value: object, entries: Readonly<Record<string, Shape>>, reports: Reports, place: Place): void {
  if (reports.unknown) {
    const known = Object.keys(entries);
    for (const key of unknownKeys(value, entries)) {
      reports.unknown.add(() => {
        const like = suggest(
          key,
          known.filter((name) => !Object.hasOwn(value, name)),
        );
        const end = like === undefined ? `; known keys are ${known.join(', ')}` : didYouMean(like);
        return {path: placeIn(pathOf(place), key), message: `is not a known key here${end}`};
      });
    }
  }
}

function reportLimits({pipe = []}: Shape, value: string | number, wrong: Report, place: Place): void {
  for (const part of pipe) {
    if (part.pipe) {
      reportLimits(part, value, wrong, place);
      continue;
    }
    const message = mendValue(part as Limit, value);
    if (message !== undefined) wrong.add(() => ({path: pathOf(place), message}));
  }
}

function read(outer: Shape, value: unknown, reports: Reports, place: Place): unknown {
  const shape = outer.wrapped ?? outer;
  const {entries, item, items} = shape;
  const {wrong} = reports;
  if (wrong.full || (value === undefined && outer.wrapped)) return value;
  if (entries && isRecord(value)) return readObject(value, entries, reports, place);
  if (item && Array.isArray(value)) {
    return Object.freeze(
      value.map((entry: unknown, i) =>
        reports.known?.has(entry) ? entry : read(item, entry, reports, {parent: place, key: i}),
      ),
    );
  }
  if (items && Array.isArray(value) && value.length === items.length) {
    return Object.freeze(items.map((part, i) => read(part, value[i], reports, {parent: place, key: i})));
  }
  if (!hasType(shape, value))
    wrong.add(() => ({path: pathOf(place), message: mendType(shape, shape !== outer, value)}));
  else reportLimits(shape, value as string | number, wrong, place);
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
  schema: Shape,
  data: unknown,
  wrong: Report,
  unknown?: Report,
  known?: ReadonlySet<unknown>,
): unknown {
  return read(schema, data, {wrong, unknown, known}, {key: ''});
}

/** Like `reportShape`, in steps: a step takes a key of the file, or some entries of a list. */
export function* reportShapeInSteps(
  schema: Shape,
  data: unknown,
  wrong: Report,
  known?: ReadonlySet<unknown>,
): Steps<unknown> {
  const reports = {wrong, known};
  const place = {key: ''};
  const {entries} = schema;
  if (!entries || !isRecord(data)) return read(schema, data, reports, place);
  const result: Record<string, unknown> = {};
  for (const [key, shape] of pairsOf(entries)) {
    yield;
    const {item} = shape.wrapped ?? shape;
    const {[key]: value} = data;
    if (!hasValue(data, key, shape)) reportMissing(data, key, shape, entries, reports, place);
    else if (item && Array.isArray(value) && !wrong.full) {
      const list: unknown[] = [];
      const parent = {parent: place, key};
      for (const [i, entry] of value.entries()) {
        if (i % ENTRIES_PER_STEP === 0) yield;
        list.push(known?.has(entry) ? entry : read(item, entry, reports, {parent, key: i}));
      }
      result[key] = Object.freeze(list);
    } else result[key] = read(shape, value, reports, {parent: place, key});
  }
  return Object.freeze(result);
}
