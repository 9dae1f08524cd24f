/** Names a text by its path with the ids of entries, such as `positions.kyiv-ceasefire.label`. */
import type {Summit} from '../../src/data/summit.js';
import {headingOf, nameOfField, nameOfOwnField} from './field-names.js';
import {describePath} from './labels.js';

/** A path with indices in place of ids; `undefined` if the summit has no such entry. */
function toIndices(summit: Summit, path: string): string | undefined {
  let node: unknown = summit;
  let result = '';
  for (const key of path.split('.')) {
    if (Array.isArray(node)) {
      const found = node.findIndex((entry) => (entry as {readonly id?: unknown} | null)?.id === key);
      const index = found < 0 ? Number(key) : found;
      if (!Number.isInteger(index) || index >= node.length) return undefined;
      result += `[${String(index)}]`;
      node = node[index] as unknown;
    } else {
      result += result ? `.${key}` : key;
      node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
    }
  }
  return result;
}

/** A path in words, such as “Position “Ceasefire”, label”. Entries that are gone are named from the earlier edition. */
export function describeText(summit: Summit, path: string, earlier?: Summit): string {
  for (const edition of earlier ? [summit, earlier] : [summit]) {
    const found = toIndices(edition, path);
    if (found === undefined) continue;
    return describePath(edition, found);
  }
  return path;
}

/** A text under the heading of its list: the heading, and the name of the field, such as “Name inside a sentence”. */
export function placeInList(summit: Summit, path: string): {readonly heading: string; readonly field: string} {
  const list = /^\w+/.exec(path)?.[0] ?? '';
  const heading = headingOf(list);
  const own = nameOfOwnField(path);
  if (own !== undefined) return {heading, field: own.replace(`${heading}, `, '')};
  const found = toIndices(summit, path) ?? path;
  const rest = /^\w+(?:\[\d+\])?\.(.*)$/s.exec(found)?.[1] ?? found;
  return {heading, field: nameOfField(list, rest)};
}
