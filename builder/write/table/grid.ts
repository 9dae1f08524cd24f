import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {labelOf} from '../../store/labels.js';
import {
  indicesIn,
  isSameCell,
  keyOfRow,
  openCell,
  rowsOf,
  sidesOf,
  type Cell,
  type Row,
} from '../../store/positions-table.js';
import type {WriteContext} from '../write-context.js';
import {labelOfColumn, labelOfRow, renderCellForm} from './cell-form.js';
import {signOf} from './stances.js';

/**
 * The table of topics and sides. Each cell is a button that opens the form of its positions under the row. Where the
 * table is narrow, it is a list of topics; the roles keep it a table for screen readers.
 */
export function renderGrid(context: WriteContext): TemplateResult {
  const {summit, state} = context;
  const columns = [...sidesOf(summit).map(({id}) => id), undefined];
  const open = openCell(summit, state.ui.opened, state.ui.table.cell);
  return html`<div class="grid-wrap" role="region" tabindex="0" aria-label="Topics and sides">
    <table class="grid" role="table" aria-label="Who wants what">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Topic</th>
          ${columns.map((actor) => html`<th role="columnheader" scope="col">${actor === undefined ? 'Others' : labelOf(summit, 'actors', actor)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(rowsOf(summit), keyOfRow, (row) => renderRow(context, row, columns, open))}
      </tbody>
    </table>
  </div>`;
}

function renderRow(
  context: WriteContext,
  row: Row,
  columns: readonly (string | undefined)[],
  open: Cell | undefined,
): TemplateResult {
  const isOpen = open !== undefined && keyOfRow(open.row) === keyOfRow(row);
  return html`<tr role="row" class=${row.kind}>
      <th role="rowheader" scope="row">${labelOfRow(context.summit, row) || '(no text)'}</th>
      ${columns.map((actor) => html`<td role="cell">${renderCell(context, {row, actor}, open)}</td>`)}
    </tr>
    ${
      isOpen
        ? html`<tr role="row" class="form-row">
            <td role="cell" colspan=${columns.length + 1}>
              ${renderCellForm(context, open, () => {
                close(context, open);
              })}
            </td>
          </tr>`
        : nothing
    }`;
}

/** The id of a cell's button. Columns and rows have no ids that are valid in a page, so it is made of their places. */
function idOfCell({summit}: WriteContext, {row, actor}: Cell): string {
  const rowIndex = rowsOf(summit).findIndex((other) => keyOfRow(other) === keyOfRow(row));
  return `cell-${String(rowIndex)}-${String(sidesOf(summit).findIndex(({id}) => id === actor))}`;
}

function renderCell(context: WriteContext, cell: Cell, open: Cell | undefined): TemplateResult {
  const {summit} = context;
  const isOpen = open !== undefined && isSameCell(open, cell);
  const lines = linesIn(context, cell);
  return html`<button
    type="button"
    class="cell"
    id=${idOfCell(context, cell)}
    aria-expanded=${isOpen}
    @click=${() => {
      if (isOpen) close(context, cell);
      else openForm(context, cell);
    }}
  >
    <span class="cell-side">${labelOfColumn(summit, cell)}<span class="unseen">,\x20${labelOfRow(summit, cell.row)}:\x20</span></span>
    ${lines.map(({sign, text}) => html`<span class="line"><span aria-hidden="true">${sign}</span>\x20${text}<span class="unseen">;\x20</span></span>`)}
    <span class="add-mark">${addLine(cell, lines.length)}</span>
  </button>`;
}

function addLine({row, actor}: Cell, count: number): string {
  if (count > 0) return 'Add';
  if (row.kind === 'constraints') return 'Add';
  return actor === undefined ? 'Add' : 'No position – add';
}

interface Line {
  readonly sign: string;
  readonly text: string;
}

/** What a cell shows: each position with its sign, and in the column of the others its actor. */
function linesIn({summit}: WriteContext, cell: Cell): readonly Line[] {
  const isConstraint = cell.row.kind === 'constraints';
  return indicesIn(summit, cell).map((index) => {
    const constraint = isConstraint ? summit.constraints?.[index] : undefined;
    const position = isConstraint ? undefined : summit.positions[index];
    const entry = constraint ?? position;
    const who =
      cell.actor === undefined
        ? `${entry?.actor === undefined ? 'The talks' : labelOf(summit, 'actors', entry.actor)}: `
        : '';
    return {sign: signOf(position?.stance), text: `${who}${entry?.label || '(no text)'}`};
  });
}

/** Opens the form of a cell. The only position of a cell is open in it. */
function openForm(context: WriteContext, cell: Cell): void {
  const {summit, state, actions} = context;
  const [index, ...more] = indicesIn(summit, cell);
  const list = cell.row.kind === 'constraints' ? 'constraints' : 'positions';
  const opened = index !== undefined && more.length === 0 ? `${list}[${String(index)}]` : '';
  actions.show({opened, table: {...state.ui.table, cell}});
  queueMicrotask(() => {
    // The first field of the only position, the field for a new one, or if there is neither, the heading.
    const field = ['details[open] .body input', '#new-position', 'h3'].map((selector) =>
      document.querySelector<HTMLElement>(`.cell-form ${selector}`),
    );
    field.find((element) => element !== null)?.focus();
  });
}

/** Closes the form, and moves the focus back to the cell. */
function close(context: WriteContext, cell: Cell): void {
  const {state, actions} = context;
  actions.show({opened: '', table: {...state.ui.table, cell: undefined}});
  queueMicrotask(() => {
    document.getElementById(idOfCell(context, cell))?.focus();
  });
}
