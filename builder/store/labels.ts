/** What an editor sees in place of an id. */
import type {Summit} from '../../src/data/summit.js';
import type {ListName} from './draft.js';

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
  return [label, shortName, name, shortTitle, title, text, place, question].find(Boolean) ?? '(no text)';
}

/** The name of the entry with this id, or the id if there is no such entry. */
export function labelOf(summit: Summit, list: ListName, id: string): string {
  const entry = ((summit[list] ?? []) as readonly Labelled[]).find((other) => other.id === id);
  return entry ? nameOf(entry) : id;
}

/** The entries of a list as options of a pick list. */
export function optionsOf(summit: Summit, list: ListName): readonly {readonly value: string; readonly label: string}[] {
  return ((summit[list] ?? []) as readonly Labelled[]).map((entry) => ({value: entry.id, label: nameOf(entry)}));
}

const WORDS: Readonly<Record<string, string>> = {
  actors: 'Side or speaker',
  topics: 'Topic',
  claims: 'Statement',
  positions: 'Position',
  constraints: 'Constraint',
  regions: 'Place',
  facts: 'Answer',
  sources: 'Source',
  changes: 'Log entry',
  meetings: 'Meeting',
  deadlines: 'Deadline',
  outcomes: 'Outcome',
  figures: 'Figure',
  map: 'Map',
};

/** A path in words, such as “Statement “Kyiv rejects it”, text”. */
export function describePath(summit: Summit, path: string): string {
  const [, list = '', index, rest = ''] = /^(\w+)(?:\[(\d+)\])?\.?(.*)$/.exec(path) ?? [];
  const field = rest.replace(/[.[\]]+/g, ' ').trim();
  if (index === undefined) return [WORDS[list] ?? list, field].filter(Boolean).join(', ');
  const entry = ((summit as unknown as Record<string, readonly Labelled[]>)[list] ?? [])[Number(index)];
  const name = entry ? nameOf(entry) : '';
  const start = `${WORDS[list] ?? list} ${name ? `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”` : index}`;
  return field ? `${start}, ${field}` : start;
}
