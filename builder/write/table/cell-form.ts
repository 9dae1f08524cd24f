import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Summit} from '../../../src/data/summit.js';
import {valueIn} from '../../fields.js';
import {addToRow} from '../../store/commands/positions.js';
import {labelOf, optionsOf} from '../../store/labels.js';
import {indicesIn, othersOf, type Cell, type Row} from '../../store/positions-table.js';
import {renderAdd} from '../fields/add-field.js';
import {renderEntry} from '../fields/entry.js';
import {fieldId} from '../fields/messages.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {initialStatements} from '../fields/pick-statements-ui.js';
import {renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';
import {renderPosition} from './position-form.js';

/** The name of a row. */
export function labelOfRow(summit: Summit, row: Row): string {
  switch (row.kind) {
    case 'aims':
      return 'Main aim';
    case 'topic':
      return labelOf(summit, 'topics', row.topic);
    case 'places':
      return 'Places';
    case 'constraints':
      return 'Constraints';
  }
}

/** The name of a column. */
export function labelOfColumn(summit: Summit, {actor, row}: Cell): string {
  if (actor !== undefined) return labelOf(summit, 'actors', actor);
  return row.kind === 'constraints' ? 'Others and the talks' : 'Others';
}

/** The form under a row: the positions or the constraints of a cell, and a field for one more. */
export function renderCellForm(context: WriteContext, cell: Cell, close: () => void): TemplateResult {
  const {summit} = context;
  const indices = indicesIn(summit, cell);
  const isConstraint = cell.row.kind === 'constraints';
  const entries: readonly {readonly id: string}[] = isConstraint ? (summit.constraints ?? []) : summit.positions;
  return html`<section class="cell-form" aria-labelledby="cell-heading">
    <div class="bar">
      <h3 id="cell-heading" tabindex="-1">${labelOfRow(summit, cell.row)}: ${labelOfColumn(summit, cell)}</h3>
      <button type="button" class="small" @click=${close}>Close</button>
    </div>
    <ul class="entries" role="list">
      ${repeat(
        indices,
        (index) => entries[index]?.id,
        (index) => (isConstraint ? renderConstraint(context, index, indices) : renderPosition(context, index, indices)),
      )}
    </ul>
    ${renderNew(context, cell)}
  </section>`;
}

function renderConstraint(context: WriteContext, index: number, among: readonly number[]): unknown {
  const {summit} = context;
  const path = `constraints[${String(index)}]`;
  const body =
    (): TemplateResult => html`${renderTextAt(context, {path: `${path}.label`, label: 'Constraint, in one short line'})}
  ${renderPickAt(context, {path: `${path}.actor`, label: 'Who is constrained', options: optionsOf(summit, 'actors'), none: 'The talks as a whole'})}
  ${renderStatementsAt(context, {path: `${path}.claims`, label: 'Statements that show it', first: summit.constraints?.[index]?.actor})}`;
  return renderEntry(context, {list: 'constraints', index, body, among});
}

/** A position is made from the text or the statement that it starts with, so no empty one gets into the file. */
function renderNew(context: WriteContext, cell: Cell): TemplateResult {
  const {summit, state, actions} = context;
  const {row, actor: side} = cell;
  const isConstraint = row.kind === 'constraints';
  const noun = isConstraint ? 'constraint' : 'position';
  const others = side === undefined ? othersOf(summit) : [];
  if (side === undefined && others.length === 0 && !isConstraint) {
    return html`<p class="hint">There are no other parties yet. Add one under “Other parties”.</p>`;
  }
  const chosen = others.find(({id}) => id === state.ui.table.other)?.id;
  const actor = side ?? (isConstraint ? chosen : (chosen ?? others[0]?.id));
  const add = (label: string, claims: readonly string[]): void => {
    let opened = '';
    actions.edit(
      `Add a ${noun}`,
      (draft) => {
        opened = addToRow(draft, {row, actor, label, claims});
      },
      {said: `Added a ${noun}.`},
    );
    if (opened) actions.show({opened, table: {...state.ui.table, cell}, statements: initialStatements});
  };
  return html`${side === undefined && others.length > 0 ? renderWho(context, cell, actor) : nothing}
  ${renderAdd({
    id: 'new-position',
    label: `New ${noun}, in one short line`,
    add: (text) => {
      add(text, []);
    },
    then: () => {
      focusNewest(isConstraint ? '.statements button' : '.stances input');
    },
  })}
  ${
    summit.claims.length > 0
      ? renderStatementsAt(context, {
          path: 'new',
          label: `Or start with a statement`,
          first: actor,
          choose: (claim) => {
            add('', [claim.id]);
            focusNewest('input');
          },
        })
      : nothing
  }`;
}

/** Moves the focus into the form of the entry that was just added, which is the last of its cell. */
function focusNewest(selector: string): void {
  queueMicrotask(() => {
    const forms = [...document.querySelectorAll('.cell-form .entry details[open] .body')];
    forms.at(-1)?.querySelector<HTMLElement>(selector)?.focus();
  });
}

function renderWho({summit, state, actions}: WriteContext, {row}: Cell, actor: string | undefined): TemplateResult {
  const id = fieldId('new.actor');
  return html`<div class="field">
    <label for=${id}>${row.kind === 'constraints' ? 'Who is constrained' : 'Whose position'}</label>
    <select
      id=${id}
      @change=${(event: Event) => {
        actions.show({table: {...state.ui.table, other: valueIn(event)}});
      }}
    >
      ${row.kind === 'constraints' ? html`<option value="" .selected=${live(actor === undefined)}>The talks as a whole</option>` : nothing}
      ${othersOf(summit).map(
        (other) => html`<option value=${other.id} .selected=${live(other.id === actor)}>${other.name}</option>`,
      )}
    </select>
  </div>`;
}
