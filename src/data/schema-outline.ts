/**
 * The schema in a short form, for `accept-summit.ts`. The builds replace this module with its computed values, so that a
 * browser loads neither this code nor the schema for them.
 */
import * as v from 'valibot';
import type {FieldMetadata} from './schema-parts.js';
import {summitSchema} from './summit-schema.js';

/**
 * What a value must be: a text or number of `kinds`, by its index; `true` for a boolean; options separated by `|`; `#` and
 * the list whose ids are allowed; a list of one kind of entry; a tuple, which has several parts; or an object. The names
 * of optional fields of an object begin with `_`.
 */
export type Outline = number | true | string | readonly Outline[] | ObjectOutline;

export interface ObjectOutline {
  readonly [key: string]: Outline;
}

/** A text: its pattern and its maximum length. A number: its minimum, its maximum, and whether it is an integer. */
export type Kind =
  readonly [pattern: string, maxLength: number] | readonly [min: number, max: number, isWhole?: boolean];

interface Limit {
  readonly kind: 'validation';
  readonly type: string;
  readonly requirement: unknown;
}

/** The properties of a valibot schema that matter here. */
interface SchemaNode {
  readonly kind: 'schema';
  readonly type: string;
  readonly pipe?: readonly (Limit | SchemaNode | {readonly kind: 'metadata'})[];
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly items?: readonly SchemaNode[];
  readonly wrapped?: SchemaNode;
  readonly options?: readonly string[];
  readonly literal?: string;
}

const indexes = new Map<string, number>();

function limitsOf({pipe = []}: SchemaNode): Limit[] {
  return pipe.flatMap((part) =>
    part.kind === 'validation' ? [part] : part.kind === 'schema' && part.pipe ? limitsOf(part) : [],
  );
}

/** The limits that `acceptSummit` checks. With another one it would accept more than `parseSummit`. */
const CHECKED = new Set(['integer', 'max_length', 'max_value', 'min_value', 'regex']);

function kindOf(schema: SchemaNode): Kind {
  const found = limitsOf(schema);
  const limits = new Map(found.map(({type, requirement}) => [type, requirement]));
  const unchecked = found.find(
    ({type, requirement}) => !CHECKED.has(type) || (requirement instanceof RegExp && requirement.flags !== ''),
  );
  if (unchecked ?? limits.size < found.length) {
    throw new Error(
      `acceptSummit doesn’t check these limits of a ${schema.type}: ${found.map(({type}) => type).join(', ')}`,
    );
  }
  return schema.type === 'string'
    ? [(limits.get('regex') as RegExp | undefined)?.source ?? '', (limits.get('max_length') ?? 2000) as number]
    : [
        limits.get('min_value') as number,
        limits.get('max_value') as number,
        ...(limits.has('integer') ? ([true] as const) : ([] as const)),
      ];
}

function outlineOf(schema: SchemaNode): Outline {
  const {type, entries, item, items, wrapped, options, literal} = schema;
  if (wrapped) return outlineOf(wrapped);
  if ((entries ?? item ?? items) && limitsOf(schema).length > 0) {
    throw new Error(`acceptSummit doesn’t check limits of a ${type}`);
  }
  if (entries) {
    return Object.fromEntries(
      Object.entries(entries).map(([key, entry]) => [`${entry.wrapped ? '_' : ''}${key}`, outlineOf(entry)]),
    );
  }
  if (item) return [outlineOf(item)];
  if (items) return items.map(outlineOf);
  if (type === 'boolean') return true;
  if (options ?? literal !== undefined) return options?.join('|') ?? literal ?? '';
  const {references}: FieldMetadata = v.getMetadata(schema as unknown as v.GenericSchema);
  if (references) return `#${references}`;
  const kind = JSON.stringify(kindOf(schema));
  indexes.set(kind, indexes.get(kind) ?? indexes.size);
  return indexes.get(kind) ?? 0;
}

export const outline = outlineOf(summitSchema) as ObjectOutline;

export const kinds = [...indexes.keys()].map((kind) => JSON.parse(kind) as Kind);
