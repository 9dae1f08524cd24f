/** Commands on the parts of an entry: the items of an answer or a figure. */
import type {WritableDraft} from '../draft.js';
import {makeId} from '../ids.js';
import {setField, valueAt} from './fields.js';

interface Item {
  readonly id: string;
}

const itemsAt = ({summit}: WritableDraft, path: string): Item[] => (valueAt(summit, path) ?? []) as Item[];

/** Adds an item to the list at `path`, such as `facts[0].items`, with an id made from `label`. */
export function addItem(draft: WritableDraft, path: string, label: string, fields: object): void {
  const items = itemsAt(draft, path);
  const id = makeId(label, 'item', new Set(items.map((item) => item.id)));
  setField(draft, path, [...items, {id, ...fields}]);
}

/** Moves an item by `steps`, within its list. */
export function moveItem(draft: WritableDraft, path: string, from: number, steps: number): void {
  const items = itemsAt(draft, path);
  const to = Math.min(Math.max(from + steps, 0), items.length - 1);
  if (to === from || !items[from]) return;
  const [item] = items.splice(from, 1);
  if (item) items.splice(to, 0, item);
}

/**
 * Removes an item.
 *
 * @param isOptional Whether the list is removed when it is empty.
 */
export function removeItem(draft: WritableDraft, path: string, index: number, isOptional: boolean): void {
  const items = itemsAt(draft, path);
  if (!items[index]) return;
  items.splice(index, 1);
  if (isOptional && items.length === 0) setField(draft, path, undefined);
}
