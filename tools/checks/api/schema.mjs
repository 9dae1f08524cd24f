import {readFileSync} from 'node:fs';
import path from 'node:path';
import {line} from './report.mjs';

const limits = {
  minLength: 'at least',
  maxLength: 'at most',
  minItems: 'at least',
  maxItems: 'at most',
  minimum: 'at least',
  maximum: 'at most',
};

/** Describes a value in one line: its type or its literals, and its limits. */
function describe(schema) {
  if (schema.anyOf) return schema.anyOf.map(describe).join(' | ');
  const type = schema.enum
    ? schema.enum.map((word) => JSON.stringify(word)).join(' | ')
    : 'const' in schema
      ? JSON.stringify(schema.const)
      : (schema.type ?? 'anything');
  return [
    type,
    ...Object.entries(limits).flatMap(([key, words]) => (key in schema ? [`${words} ${schema[key]}`] : [])),
    ...(schema.pattern === undefined ? [] : [`like /${schema.pattern}/`]),
  ].join(', ');
}

function collect(schema, at, rows) {
  for (const [name, value] of Object.entries(schema.properties ?? {})) {
    const place = at ? `${at}.${name}` : name;
    rows.push([place, line(describe(value), !schema.required?.includes(name))]);
    collect(value, place, rows);
  }
  // A list has one type for all entries; a tuple has one per position.
  const entries = Array.isArray(schema.items)
    ? schema.items.map((item, index) => [item, index])
    : schema.items
      ? [[schema.items, '']]
      : [];
  for (const [item, index] of entries) {
    const place = `${at}[${index}]`;
    rows.push([place, line(describe(item))]);
    collect(item, place, rows);
  }
  for (const branch of schema.anyOf ?? []) collect(branch, at, rows);
}

/** The fields of a data file, from the JSON Schema in the package. */
export function reportSchema(root) {
  const rows = [];
  collect(JSON.parse(readFileSync(path.join(root, 'dist', 'schema', 'summit.schema.json'), 'utf8')), '', rows);
  return new Map([['a summit', new Map(rows)]]);
}
