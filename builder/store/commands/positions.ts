/** Commands on the cells of the table. */
import type {Stance} from '../../../src/data/summit.js';
import type {WritableDraft} from '../draft.js';
import {labelOf} from '../labels.js';
import type {Row} from '../positions-table.js';
import {addEntry} from './entries.js';

interface NewPosition {
  readonly row: Row;
  /** Id of the one whose position it is. A constraint without it is one on the talks as a whole. */
  readonly actor: string | undefined;
  readonly label: string;
  /** Ids of the statements that it starts with. */
  readonly claims?: readonly string[];
}

/** Adds a position or a constraint to a row. Returns the path of the new entry. */
export function addToRow(draft: WritableDraft, {row, actor, label, claims = []}: NewPosition): string {
  const {summit} = draft;
  const name = label || labelOf(summit, 'claims', claims[0] ?? '');
  if (row.kind === 'constraints') {
    addEntry(draft, 'constraints', name, {...(actor !== undefined && {actor}), label, claims: [...claims]});
    return `constraints[${String((summit.constraints?.length ?? 0) - 1)}]`;
  }
  addEntry(draft, 'positions', name, {
    actor: actor ?? '',
    ...(row.kind === 'topic' && {topic: row.topic}),
    ...(row.kind === 'aims' && {rank: 'primary' as const}),
    ...(row.kind === 'places' && {regions: []}),
    label,
    claims: [...claims],
  });
  return `positions[${String(summit.positions.length - 1)}]`;
}

/** Sets the stance of a position. Only a conditional position has a condition. */
export function setStance({summit}: WritableDraft, index: number, stance: Stance | undefined): void {
  const position = summit.positions[index];
  if (!position) return;
  if (stance === undefined) delete position.stance;
  else position.stance = stance;
  if (stance !== 'conditional') delete position.condition;
}
