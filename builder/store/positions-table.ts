/** The table of topics and sides: which position belongs in which cell. */
import type {Actor, Position, Summit} from '../../src/data/summit.js';

/** A row: the main aims, a topic, the positions on places only, or the constraints. */
export type Row =
  | {readonly kind: 'aims'}
  | {readonly kind: 'topic'; readonly topic: string}
  | {readonly kind: 'places'}
  | {readonly kind: 'constraints'};

/** A cell. Its column is a side, or everybody else. */
export interface Cell {
  readonly row: Row;
  /** Id of the side; `undefined` for the column of the others. */
  readonly actor: string | undefined;
}

export const keyOfRow = (row: Row): string => (row.kind === 'topic' ? `topic ${row.topic}` : row.kind);

export const isSameCell = (one: Cell, other: Cell): boolean =>
  one.actor === other.actor && keyOfRow(one.row) === keyOfRow(other.row);

/** The sides, each with a column. */
export function sidesOf({actors}: Summit): readonly Actor[] {
  return actors.filter(({role}) => role === 'principal');
}

/** Those that may have a position but have no column. */
export function othersOf({actors}: Summit): readonly Actor[] {
  return actors.filter(({role}) => role !== 'principal' && role !== 'source');
}

/** Those that only speak in statements. */
export function speakersOf({actors}: Summit): readonly Actor[] {
  return actors.filter(({role}) => role === 'source');
}

/** The rows, in the order of the boxes. There is a row for places only if there are any. */
export function rowsOf({topics, regions, positions}: Summit): readonly Row[] {
  const hasPlaces = regions.length > 0 || positions.some(isWithoutTopic);
  return [
    {kind: 'aims'},
    ...topics.map(({id}) => ({kind: 'topic' as const, topic: id})),
    ...(hasPlaces ? [{kind: 'places' as const}] : []),
    {kind: 'constraints'},
  ];
}

/** Whether a position is in no row but that of the places. */
function isWithoutTopic({topic, rank}: Position): boolean {
  return topic === undefined && rank === undefined;
}

function isInRow(row: Row, position: Position): boolean {
  switch (row.kind) {
    case 'aims':
      return position.rank === 'primary';
    case 'topic':
      return position.topic === row.topic;
    case 'places':
      return isWithoutTopic(position);
    case 'constraints':
      return false;
  }
}

/** The indices of the positions, or of the constraints, in a cell. */
export function indicesIn(summit: Summit, {row, actor}: Cell): readonly number[] {
  const sides = new Set(sidesOf(summit).map(({id}) => id));
  const isInColumn = (id: string | undefined): boolean =>
    actor === undefined ? id === undefined || !sides.has(id) : id === actor;
  const entries: readonly {readonly actor?: string | undefined}[] =
    row.kind === 'constraints'
      ? (summit.constraints ?? [])
      : summit.positions.map((position) => (isInRow(row, position) ? position : {actor: OUTSIDE}));
  return entries.flatMap(({actor: id}, i) => (id !== OUTSIDE && isInColumn(id) ? [i] : []));
}

/** An actor that no file can have. */
const OUTSIDE = '\0';

/** The cell whose form is open: of the entry at `opened`, if it is one of the table, or else the chosen cell. */
export function openCell(summit: Summit, opened: string, chosen: Cell | undefined): Cell | undefined {
  const [, list, number] = /^(positions|constraints)\[(\d+)\]$/.exec(opened) ?? [];
  if (list === undefined) return chosen && isThere(summit, chosen) ? chosen : undefined;
  const index = Number(number);
  const rows = rowsOf(summit).filter(({kind}) => (kind === 'constraints') === (list === 'constraints'));
  const has = (cell: Cell): boolean => indicesIn(summit, cell).includes(index);
  if (chosen && rows.some((row) => keyOfRow(row) === keyOfRow(chosen.row)) && has(chosen)) return chosen;
  const columns = [...sidesOf(summit).map(({id}) => id), undefined];
  return rows.flatMap((row) => columns.map((actor) => ({row, actor}))).find(has);
}

function isThere(summit: Summit, {row, actor}: Cell): boolean {
  return (
    (actor === undefined || sidesOf(summit).some(({id}) => id === actor)) &&
    rowsOf(summit).some((other) => keyOfRow(other) === keyOfRow(row))
  );
}

/** What the file has from one side. */
export interface SideBalance {
  readonly side: Actor;
  readonly positions: number;
  readonly aims: number;
  /** Statements that it makes itself. */
  readonly statements: number;
  /** Labels of the topics on which it has no position. */
  readonly gaps: readonly string[];
}

/** How much the file has from each side. */
export function balanceOf(summit: Summit): readonly SideBalance[] {
  return sidesOf(summit).map((side) => {
    const own = summit.positions.filter(({actor}) => actor === side.id);
    const topics = new Set(own.map(({topic}) => topic));
    return {
      side,
      positions: own.length,
      aims: own.filter(({rank}) => rank === 'primary').length,
      statements: summit.claims.filter(({by}) => by?.includes(side.id)).length,
      gaps: summit.topics.filter(({id, hideGaps}) => !hideGaps && !topics.has(id)).map(({label}) => label),
    };
  });
}
