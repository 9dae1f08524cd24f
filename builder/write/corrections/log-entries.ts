import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {addChange, removeChange} from '../../store/commands/changes.js';
import {optionsOf} from '../../store/labels.js';
import {today} from '../../store/today.js';
import {openOnClick} from '../fields/entry.js';
import {renderMessages} from '../fields/messages.js';
import {renderPickAt, renderPickManyAt} from '../fields/pick-field.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';

const KINDS = [
  {value: 'correction', label: 'Correction: something was wrong'},
  {value: 'update', label: 'Update: something is new'},
  {value: 'superseded', label: 'Overtaken: it was true when it was said'},
  {value: 'withdrawal', label: 'Withdrawal: no longer shown'},
];

/** The log of changes that readers see. */
export function renderLog(context: WriteContext): TemplateResult {
  const {summit, actions} = context;
  return html`<h3>Log of changes</h3>
    ${summit.changes.length === 0 ? html`<p class="hint">Empty, as in a first edition.</p>` : nothing}
    <ul class="entries" role="list">
      ${summit.changes.map((_, index) => renderChange(context, index))}
    </ul>
    <button
      type="button"
      @click=${() => {
        const path = `changes[${String(summit.changes.length)}]`;
        actions.edit('Add a log entry', (draft) => {
          addChange(draft, today());
        });
        actions.goTo(`${path}.text`);
      }}
    >
      Add a log entry
    </button>`;
}

function renderChange(context: WriteContext, index: number): unknown {
  const {summit, state, actions} = context;
  const change = summit.changes[index];
  if (!change) return nothing;
  const path = `changes[${String(index)}]`;
  const isOpen = state.ui.opened === path;
  return html`<li class="entry" data-entry=${path}>
    <details
      .open=${live(isOpen)}
      @toggle=${(event: Event) => {
        const {open} = event.currentTarget as HTMLDetailsElement;
        if (open !== isOpen && (open || state.ui.opened === path)) actions.show({opened: open ? path : ''});
      }}
    >
      <summary @click=${openOnClick(actions, isOpen ? '' : path)}>${change.date} <span class="mark">${change.kind}</span>\x20${change.text || '(no text)'}</summary>
      ${isOpen ? html`<div class="body">${renderForm(context, index)}</div>` : nothing}
    </details>
  </li>`;
}

function renderForm(context: WriteContext, index: number): TemplateResult {
  const {summit, state, actions} = context;
  const path = `changes[${String(index)}]`;
  const published = state.ui.corrections.published?.summit;
  const known = new Set(summit.claims.map(({id}) => id));
  // Statements that are gone can be named too.
  const options = [
    ...optionsOf(summit, 'claims'),
    ...(published ? optionsOf(published, 'claims').filter(({value}) => !known.has(value)) : []),
  ];
  return html`${renderMessages(context, path)}
    ${renderTextAt(context, {path: `${path}.text`, label: 'What readers are told', rows: 3})}
    ${renderPickAt(context, {path: `${path}.kind`, label: 'Kind', options: KINDS})}
    ${renderDateAt(context, {path: `${path}.date`, label: 'Date of the change'})}
    ${renderPickManyAt(context, {path: `${path}.targets`, label: 'Statements that it is about', noun: 'statement', options, isOptional: true})}
    <div class="entry-actions">
      <button
        type="button"
        @click=${() => {
          actions.show({opened: ''});
          actions.edit(
            'Remove a log entry',
            (draft) => {
              removeChange(draft, index);
            },
            {said: 'Removed the log entry. Undo brings it back.'},
          );
        }}
      >
        Remove this log entry
      </button>
    </div>`;
}
