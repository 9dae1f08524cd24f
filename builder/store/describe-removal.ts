/** Says what was removed with an entry. */
import type {Summit} from '../../src/data/summit.js';
import type {ListName} from './draft.js';
import {labelOf} from './labels.js';

const NOUNS: readonly (readonly [list: ListName, one: string, many: string])[] = [
  ['actors', 'side or speaker', 'sides or speakers'],
  ['topics', 'topic', 'topics'],
  ['claims', 'statement', 'statements'],
  ['positions', 'position', 'positions'],
  ['constraints', 'constraint', 'constraints'],
  ['regions', 'place', 'places'],
  ['facts', 'answer', 'answers'],
  ['sources', 'source', 'sources'],
  ['meetings', 'meeting', 'meetings'],
  ['deadlines', 'deadline', 'deadlines'],
  ['outcomes', 'outcome', 'outcomes'],
  ['figures', 'figure', 'figures'],
];

/** What an editor calls an entry of a list. */
export function nounOf(list: ListName): string {
  return NOUNS.find(([name]) => name === list)?.[1] ?? 'entry';
}

/** A sentence such as “Removed “Borders”, and with it 2 positions and 1 outcome. Undo brings all back.” */
export function describeRemoval(before: Summit, after: Summit, list: ListName, id: string): string {
  const parts = NOUNS.flatMap(([name, one, many]) => {
    const count = (before[name]?.length ?? 0) - (after[name]?.length ?? 0) - (name === list ? 1 : 0);
    return count > 0 ? [`${String(count)} ${count === 1 ? one : many}`] : [];
  });
  const removed = `Removed “${labelOf(before, list, id)}”`;
  if (parts.length === 0) return `${removed}. Undo brings it back.`;
  const listed = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  return `${removed}, and with it ${listed ?? ''}. Undo brings all back.`;
}
