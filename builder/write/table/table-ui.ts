import type {Cell} from '../../store/positions-table.js';

export interface TableUi {
  /** The cell whose form was opened last. */
  readonly cell: Cell | undefined;
  /** Whose position is added in the column of the others; empty for the first of them. */
  readonly other: string;
}

export const initialTable: TableUi = {cell: undefined, other: ''};
