/** Names a text by its path with the ids of entries, such as `positions.kyiv-ceasefire.label`. */
import type {Summit} from '../../src/data/summit.js';
import {describePath} from './labels.js';

/** The words for the last part of a path. */
const FIELDS: Readonly<Record<string, string>> = {
  asOf: 'date',
  shortName: 'short name',
  shortTitle: 'short title',
  hideGaps: 'gaps hidden',
  reviewBy: 'review date',
  when: 'days',
  venue: 'place of the talks',
  views: 'heading',
  disputedBy: 'who disputes it',
  speaksFor: 'speaks for',
  by: 'who says it',
  refs: 'sources',
  native: 'local name',
  claims: 'statements',
  regions: 'places',
  brief: 'short version',
  items: 'part',
  lang: 'language',
  translations: 'translations',
  comparison: 'of the comparison',
  facts: 'of the fact box',
};

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
    const entry = /^\w+\[\d+\]/.exec(found)?.[0];
    const fields = found
      .slice(entry?.length ?? 0)
      .split('.')
      .filter(Boolean)
      .map((part) =>
        part.replace(/^(\w+)\[(\d+)\]$/, (_, key: string, i: string) => `${wordFor(key)} ${String(Number(i) + 1)}`),
      )
      .map(wordFor);
    const text = [entry === undefined ? '' : describePath(edition, entry), ...fields].filter(Boolean).join(', ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  return path;
}

function wordFor(key: string): string {
  return FIELDS[key] ?? key;
}
