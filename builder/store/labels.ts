/** What an editor sees in place of an id. */
import {isRecord} from '../../src/data/copy-plain.js';
import type {Summit} from '../../src/data/summit.js';
import type {ListName} from './draft.js';
import {nameOfEntry, nameOfField, nameOfOwnField, QUESTIONS} from './field-names.js';

interface Labelled {
  readonly id: string;
  readonly label?: string | undefined;
  readonly name?: string;
  readonly shortName?: string | undefined;
  readonly title?: string;
  readonly shortTitle?: string | undefined;
  readonly text?: string;
  readonly question?: string;
  readonly place?: string;
}

/** The name of an entry: its shortest text. An entry without a text yet is “(no text)”. */
export function nameOf(entry: Labelled): string {
  const {label, shortName, name, shortTitle, title, text, place, question} = entry;
  const asked =
    question === undefined ? undefined : ((QUESTIONS as Readonly<Record<string, string>>)[question] ?? question);
  const found = [label, shortName, name, shortTitle, title, text, place, asked].find(
    (value: unknown) => typeof value === 'string' && value !== '',
  );
  return found ?? '(no text)';
}

/** The entries of a list. A file that isn't checked yet may have anything there. */
export function entriesOf(summit: Summit, list: string): readonly Labelled[] {
  const entries = (summit as unknown as Readonly<Record<string, unknown>>)[list];
  return Array.isArray(entries)
    ? entries.map((entry: unknown) => (isRecord(entry) ? entry : {}) as unknown as Labelled)
    : [];
}

/** The name of the entry with this id, or the id if there is no such entry. */
export function labelOf(summit: Summit, list: ListName, id: string): string {
  const entry = entriesOf(summit, list).find((other) => other.id === id);
  return entry ? nameOf(entry) : id;
}

/** The entries of a list as options of a pick list. */
export function optionsOf(summit: Summit, list: ListName): readonly {readonly value: string; readonly label: string}[] {
  return ((summit[list] ?? []) as readonly Labelled[]).map((entry) => ({value: entry.id, label: nameOf(entry)}));
}

/** A path in words, such as “Statement “Kyiv rejects it”, text”. */
export function describePath(summit: Summit, path: string): string {
  const own = nameOfOwnField(path);
  if (own !== undefined) return own;
  const [, list = '', index, rest = ''] = /^([\w$]+)(?:\[(\d+)\])?\.?(.*)$/s.exec(path) ?? [];
  if (index === undefined) {
    const inside = list === 'map' && rest !== '' ? `Map, ${nameOfField('map', rest)}` : nameOfEntry(list);
    const words = inside ?? nameOfField('', path);
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  const entry = entriesOf(summit, list)[Number(index)];
  const name = entry ? nameOf(entry) : '';
  const what = nameOfEntry(list) ?? nameOfField('', list);
  const start = `${what} ${name ? `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”` : String(Number(index) + 1)}`;
  const field = nameOfField(list, rest);
  return field ? `${start}, ${field}` : start;
}
