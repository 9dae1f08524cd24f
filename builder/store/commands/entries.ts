/** Commands on the lists of a summit: add, change, move and remove entries, with what refers to them. */
import {references} from '../../../src/data/schema-paths.js';
import {makeId, nouns} from '../ids.js';
import type {Entry, ListName, WritableDraft, WritableSummit} from '../draft.js';

/** The entries of a list. A list that the file lacks is empty. */
function entriesOf<L extends ListName>(summit: WritableSummit, list: L): Entry<L>[] {
  return summit[list] ?? [];
}

/** Adds an entry with an id made from `label`. Returns the id. */
export function addEntry<L extends ListName>(
  {summit}: WritableDraft,
  list: L,
  label: string,
  fields: Omit<Entry<L>, 'id'>,
): string {
  const entries = entriesOf(summit, list);
  const taken = new Set<string>(entries.map(({id}) => id));
  const id = makeId(label, nouns.get(list) ?? 'entry', taken);
  const entry = {id, ...fields} as Entry<L>;
  summit[list] = [...entries, entry] as WritableSummit[L];
  return id;
}

/** Moves an entry by `steps`: -1 is one up. Stays within the list. */
export function moveEntry({summit}: WritableDraft, list: ListName, id: string, steps: number): void {
  const entries: {id: string}[] = entriesOf(summit, list);
  const from = entries.findIndex((entry) => entry.id === id);
  const to = Math.min(Math.max(from + steps, 0), entries.length - 1);
  if (from < 0 || to === from) return;
  const [entry] = entries.splice(from, 1);
  if (entry) entries.splice(to, 0, entry);
}

/**
 * Removes an entry, and what refers to it: ids in lists, optional references, and the positions, constraints and other
 * entries that can't be without it.
 */
export function removeEntry(draft: WritableDraft, list: ListName, id: string): void {
  const {summit} = draft;
  summit[list] = entriesOf(summit, list).filter((entry) => entry.id !== id) as never;
  const owners = references.filter(([, target]) => target === list).map(([path]) => path.split('.'));
  for (const path of owners) removeReference(draft, path, id);
  if (list === 'sources') Reflect.deleteProperty(draft.articles, id);
  // An optional list that is empty isn't written.
  if (!REQUIRED.has(list) && entriesOf(summit, list).length === 0) Reflect.deleteProperty(summit, list);
}

/** Lists that every file has, even if empty. */
const REQUIRED: ReadonlySet<string> = new Set([
  'actors',
  'topics',
  'claims',
  'positions',
  'regions',
  'facts',
  'sources',
]);

type Node = Record<string, unknown>;

/**
 * References without which an entry means nothing, or something untrue: an outcome without its topic would be the outcome
 * of the whole summit. An entry may say for itself whether it means something without the reference.
 */
const ESSENTIAL: Readonly<Record<string, (entry: Node) => boolean>> = {
  'positions.*.actor': () => true,
  'positions.*.topic': ({rank, regions}) => rank === undefined && !(Array.isArray(regions) && regions.length > 0),
  'constraints.*.actor': () => true,
  'outcomes.*.topic': () => true,
  'figures.*.items.*.actor': ({label}) => !label,
  'claims.*.refs.*.source': () => true,
};

function removeReference(draft: WritableDraft, path: readonly string[], id: string): void {
  const isEssential = ESSENTIAL[path.join('.')] ?? (() => false);
  const visit = (node: unknown, [key, ...rest]: readonly string[], inList: ListName | undefined): void => {
    if (typeof node !== 'object' || node === null || key === undefined) return;
    if (!Array.isArray(node)) {
      const record = node as Node;
      const list = record === (draft.summit as unknown) ? (key as ListName) : undefined;
      if (rest.length > 0) visit(record[key], rest, list);
      else if (record[key] === id) Reflect.deleteProperty(record, key);
      return;
    }
    if (rest.length === 0) {
      keepOnly(node, (value) => value !== id);
      return;
    }
    const isRemoved = (entry: Node): boolean => rest.length === 1 && entry[rest[0] ?? ''] === id && isEssential(entry);
    const removed = (node as Node[]).filter(isRemoved);
    if (inList) for (const entry of removed) removeEntry(draft, inList, String(entry['id']));
    else keepOnly(node as Node[], (entry) => !isRemoved(entry));
    for (const entry of node) visit(entry, rest, undefined);
  };
  visit(draft.summit, path, undefined);
}

/** Removes the values that don't fit. A list without such values stays as it is. */
function keepOnly<T>(list: T[], fits: (value: T) => boolean): void {
  const kept = list.filter(fits);
  if (kept.length < list.length) list.splice(0, list.length, ...kept);
}
