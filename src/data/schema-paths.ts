/**
 * Lists derived from the schema and its metadata. The builds replace this module with its computed values, so that a
 * browser loads neither this code nor the schema for them.
 */
import * as v from 'valibot';
import {summitSchema} from './summit-schema.js';
import type {FieldMetadata} from './schema-parts.js';

/** A valibot schema with the properties that lead to nested schemas. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
}

/** A field of a summit file. */
export interface Field extends FieldMetadata {
  /** Its path, such as `facts.*.items.*.claims`; `*` matches each entry of a list. */
  readonly path: string;
  /** valibot's type name, such as `string` or `array`. */
  readonly type: string;
  /** Names of its fields if it is an object; otherwise empty. */
  readonly keys: readonly string[];
}

/**
 * The texts of an object or of the entries of a list: `true` if translations may replace the text, `false` if it
 * stays in the original.
 */
export interface TextTree {
  readonly [field: string]: TextTree | boolean;
}

function listFields(schema: SchemaNode, path: string, inherited: FieldMetadata = {}): Field[] {
  const metadata = {...inherited, ...v.getMetadata(schema as v.GenericSchema)};
  if (schema.wrapped) return listFields(schema.wrapped, path, metadata);
  const at = (key: string): string => (path ? `${path}.${key}` : key);
  return [
    {...metadata, path, type: schema.type, keys: Object.keys(schema.entries ?? {})},
    ...Object.entries(schema.entries ?? {}).flatMap(([key, entry]) => listFields(entry, at(key))),
    ...(schema.item ? listFields(schema.item, at('*')) : []),
  ];
}

/** All fields of a summit file; an object comes before its fields. */
export const fields: readonly Field[] = listFields(summitSchema, '');

/** The names of the fields of each object in the order of the schema, by its path. The file itself has an empty path. */
export const keyOrder: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  fields.flatMap(({path, keys}) => (keys.length > 0 ? [[path, keys]] : [])),
);

/** Each field that refers to an entry of a list by its id, with the list. */
export const references: readonly (readonly [path: string, list: string])[] = fields.flatMap(({path, references}) =>
  references ? [[path, references]] : [],
);

/** The lists whose entries have a unique id, with the noun that messages use for an entry. */
export const lists: readonly (readonly [path: string, noun: string])[] = fields.flatMap(({path, noun}) =>
  noun ? [[path.replace(/\.\*$/, ''), noun]] : [],
);

/** The objects that claims support, by path, and whether they need at least one claim. */
export const views: readonly (readonly [path: string, needsClaims: boolean])[] = fields.flatMap(({path, bearsOut}) =>
  bearsOut ? [[path.replace(/\.claims$/, ''), bearsOut === 'label']] : [],
);

/** The fields of a claim that a reader sees, their names in the log, and whether a change needs an entry in the log. */
export const claimFields: readonly (readonly [field: string, words: string, isLogged: boolean])[] = fields.flatMap(
  ({path, change, isLogged = false}) => (change ? [[path.replace('claims.*.', ''), change, isLogged]] : []),
);

/** The fields that hold the drawing of the map, by path. */
export const outlineFields: readonly string[] = fields.flatMap(({path, isOutline}) => (isOutline ? [path] : []));

/** All texts that a reader sees in the language of the file. */
export const texts: TextTree = makeTree();

interface Tree {
  [field: string]: Tree | boolean;
}

function makeTree(): TextTree {
  const root: Tree = {};
  for (const {path, text} of fields) {
    if (text !== 'translated' && text !== 'original') continue;
    const keys = path.split('.').filter((key) => key !== '*');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Tree>((tree, key) => (tree[key] ??= {}) as Tree, root);
    parent[last] = text === 'translated';
  }
  return root;
}
