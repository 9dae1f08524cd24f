import {isRecord} from '../data/copy-plain.js';
import {claimFields, lists, texts, type TextTree} from '../data/schema-paths.js';
import type {Claim} from '../data/summit.js';
import type {FieldChange, FieldChanges} from '../authoring/compare-fields.js';
import type {ClaimPair} from '../authoring/compare-summits.js';
import {isSameJson} from '../authoring/is-same-json.js';
import {printableLine} from './printable.js';

const listPaths = new Set(lists.map(([path]) => path));

/** Longer pairs of values get a line each. */
const LONGEST_LINE = 100;

/** Formats a claim: its text in the editions that have it, and the other visible fields that differ. */
export function formatClaim({id, before, after}: ClaimPair): string[] {
  const lines = [`  ${id}`];
  if (before?.text !== after?.text || !before || !after) {
    if (before) lines.push(`    - ${formatValue(before.text)}`);
    if (after) lines.push(`    + ${formatValue(after.text)}`);
  }
  if (!before || !after) return lines;
  for (const [field] of claimFields) {
    const [old, now] = [before[field as keyof Claim], after[field as keyof Claim]];
    if (field === 'text' || isSameJson(old, now)) continue;
    lines.push(...formatPair(field, old, now).map((line) => `    ${line}`));
  }
  return lines;
}

/** The differences outside the claims, as lines. */
export interface FormattedFields {
  /** Those of the summit itself, such as its status. */
  readonly summit: readonly string[];
  /** Those of each list that differs, by its name. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** Formats the differences outside the claims. */
export function formatFields({fields, hasOtherOutlines}: FieldChanges): FormattedFields {
  const summit: string[] = [];
  const sections = new Map<string, string[]>();
  for (const change of fields) {
    const [list = '', ...rest] = change.path.split('.');
    if (!listPaths.has(list)) {
      summit.push(...formatChange(change, change.path).map(indent));
      continue;
    }
    const section = sections.get(list) ?? [];
    section.push(...formatChange(change, rest.join('.')).map(indent));
    sections.set(list, section);
  }
  if (hasOtherOutlines) summit.push('  map outlines changed');
  return {summit, lists: sections};
}

/** @param name Path of the field or the entry in its section; empty for the list of the section. */
function formatChange({kind, path, before, after}: FieldChange, name: string): string[] {
  if (kind === 'added' || kind === 'removed') {
    const found = textsOf(kind === 'added' ? after : before, treeAt(path));
    return [`${kind === 'added' ? '+' : '-'} ${[name, found.join(' · ')].filter(Boolean).join(': ')}`];
  }
  if (kind === 'order') return formatPair([name, 'order'].filter(Boolean).join(', '), before, after);
  // The value of a status is what its name says.
  return formatPair(name.replace(/\.value$/, ''), before, after, true);
}

/** Formats two values on one line, or on a line each if they are long. Of two lists only the difference. */
function formatPair(name: string, before: unknown, after: unknown, onlyDifference = false): string[] {
  if (onlyDifference && Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [before.map(formatValue), after.map(formatValue)];
    const [inOld, inNow] = [new Set(old), new Set(now)];
    const added = now.filter((value) => !inOld.has(value)).map((value) => `+ ${value}`);
    const removed = old.filter((value) => !inNow.has(value)).map((value) => `- ${value}`);
    if (added.length + removed.length > 0) return [`${name}: ${[...added, ...removed].join(', ')}`];
  }
  const [old, now] = [formatValue(before), formatValue(after)];
  return old.length + now.length > LONGEST_LINE ? [name, `  - ${old}`, `  + ${now}`] : [`${name}: ${old} → ${now}`];
}

function formatValue(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '(none)';
  if (Array.isArray(value)) return value.map(formatValue).join(', ');
  if (isRecord(value)) return Object.values(value).map(formatValue).join(' ');
  return printableLine(typeof value === 'string' ? value : JSON.stringify(value));
}

/** The texts of an entry that readers see, in the order of its fields. */
function textsOf(value: unknown, tree: TextTree | boolean | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => textsOf(entry, tree));
  if (isRecord(value) && typeof tree === 'object') {
    return Object.entries(value).flatMap(([field, part]) => textsOf(part, tree[field]));
  }
  return typeof value === 'string' && tree !== undefined ? [formatValue(value)] : [];
}

/** The texts of the entry at a path. */
function treeAt(path: string): TextTree | boolean | undefined {
  let tree: TextTree | boolean | undefined = texts;
  let pattern = '';
  for (const step of path.split('.')) {
    if (listPaths.has(pattern)) {
      pattern += '.*';
      continue;
    }
    pattern = pattern ? `${pattern}.${step}` : step;
    tree = typeof tree === 'object' ? tree[step] : undefined;
  }
  return tree;
}

function indent(line: string): string {
  return `  ${line}`;
}
