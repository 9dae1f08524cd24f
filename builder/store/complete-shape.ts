/**
 * Brings unknown data into the shape of a summit file, so that the desk can edit a file that isn't valid yet: what is
 * required and missing becomes empty; a value of another kind is an issue. Unknown keys stay.
 */
import type {Issue} from '../../src/data/issue.js';
import type {Summit} from '../../src/data/summit.js';
import {summitSchema} from '../../src/data/summit-schema.js';

/** A valibot schema with the properties that lead to nested schemas. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
}

type Shaped = {readonly value: unknown} | {readonly issue: Issue};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words for a value of the wrong kind. */
const KINDS: Readonly<Record<string, string>> = {
  object: 'must have fields of its own',
  array: 'must be a list',
  string: 'must be a text',
  picklist: 'must be a text',
  literal: 'must be a text',
  number: 'must be a number',
  boolean: 'must be true or false',
  strict_tuple: 'must be a list of numbers',
};

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'strict_tuple':
      return Array.isArray(value) && value.every((part) => fits('number', part));
    case 'number':
      // A number that isn't finished is kept as it was typed, for the check to name.
      return typeof value === 'number' || typeof value === 'string';
    case 'boolean':
      return typeof value === type;
    default:
      return typeof value === 'string';
  }
}

function emptyValue(type: string): unknown {
  if (type === 'object') return {};
  if (type === 'array') return [];
  // Nor is a missing number zero: that would be a number that nobody gave.
  return '';
}

function complete(schema: SchemaNode, value: unknown, path: string): Shaped {
  if (schema.wrapped) return value === undefined ? {value} : complete(schema.wrapped, value, path);
  const present = value === undefined ? emptyValue(schema.type) : value;
  if (!fits(schema.type, present)) return {issue: {path, message: KINDS[schema.type] ?? 'has another kind of value'}};
  if (schema.entries && isRecord(present)) return completeObject(schema.entries, present, path);
  if (schema.item && Array.isArray(present)) return completeList(schema.item, present, path);
  return {value: present};
}

function completeObject(
  entries: NonNullable<SchemaNode['entries']>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): Shaped {
  const completed: Record<string, unknown> = {...value};
  for (const [key, schema] of Object.entries(entries)) {
    const shaped = complete(schema, Object.hasOwn(value, key) ? value[key] : undefined, path ? `${path}.${key}` : key);
    if ('issue' in shaped) return shaped;
    if (shaped.value !== undefined) completed[key] = shaped.value;
  }
  return {value: completed};
}

function completeList(item: SchemaNode, list: readonly unknown[], path: string): Shaped {
  const completed: unknown[] = [];
  for (const [i, value] of list.entries()) {
    // An empty entry, such as a lone hyphen in YAML, isn't an entry.
    const shaped = complete(item, value ?? undefined, `${path}[${String(i)}]`);
    if ('issue' in shaped) return shaped;
    completed.push(shaped.value);
  }
  return {value: completed};
}

/** A summit that the desk can edit, or the first value that has another kind than its field. */
export function completeShape(value: unknown): {readonly summit: Summit} | {readonly issue: Issue} {
  if (!isRecord(value)) return {issue: {path: '', message: 'must be a summit: a file with fields such as “title”'}};
  const shaped = complete(summitSchema, value, '');
  return 'issue' in shaped ? shaped : {summit: shaped.value as Summit};
}
