import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {valueIn} from '../../fields.js';
import {setField} from '../../store/commands/fields.js';
import {addItem} from '../../store/commands/items.js';
import {labelOf, optionsOf} from '../../store/labels.js';
import {renderAdd} from '../fields/add-field.js';
import {renderItemsAt} from '../fields/items.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';

/** A number that isn't typed yet. Zero would be a number that nobody gave. */
const NO_VALUE = '';

/** The form of a figure: votes, a sum or a count, with a number for each side or thing. */
export function renderFigure(context: WriteContext, path: string, index: number): TemplateResult {
  const {summit, actions} = context;
  const figure = summit.figures?.[index];
  const itemsPath = `${path}.items`;
  const add = (name: string, fields: object): void => {
    actions.edit(
      'Add a number',
      (draft) => {
        addItem(draft, itemsPath, name, {...fields, value: NO_VALUE, claims: []});
      },
      {said: `Added a number: ${name}.`},
    );
  };
  return html`${renderTextAt(context, {path: `${path}.label`, label: 'What the numbers are about'})}
    <div class="pair">
      ${renderTextAt(context, {path: `${path}.unit`, label: 'Unit', isOptional: true, placeholder: 'votes'})}
      ${renderTextAt(context, {path: `${path}.currency`, label: 'Currency', isOptional: true, placeholder: 'USD', hint: 'Three letters.'})}
    </div>
    ${renderPickAt(context, {
      path: `${path}.topic`,
      label: 'Topic, in whose row it is shown',
      options: optionsOf(summit, 'topics'),
      none: 'None: the box with the questions shows it',
    })}
    ${renderItemsAt(context, {
      path: itemsPath,
      label: 'Numbers',
      noun: 'number',
      isOptional: false,
      body: (item) => renderItem(context, item),
    })}
    ${renderAddForActor(context, `new-number-actor-${String(index)}`, add)}
    ${renderAdd({
      id: `new-number-${String(index)}`,
      label: 'Add a number of another thing',
      placeholder: 'Invalid votes',
      add: (label) => {
        add(label, {label});
      },
    })}
    ${renderTotal(context, path, figure?.total !== undefined)}`;
}

function renderItem(context: WriteContext, item: string): TemplateResult {
  return html`${renderPickAt(context, {path: `${item}.actor`, label: 'Whose number', options: optionsOf(context.summit, 'actors'), none: 'Nobody’s'})}
    ${renderTextAt(context, {path: `${item}.label`, label: 'What is counted', isOptional: true, hint: 'If empty, the name of the side.'})}
    <div class="pair">
      ${renderTextAt(context, {path: `${item}.value`, label: 'Number', isNumber: true, mode: 'decimal'})}
      ${renderTextAt(context, {path: `${item}.condition`, label: 'Condition', isOptional: true, placeholder: 'if Congress approves'})}
    </div>
    ${renderStatementsAt(context, {path: `${item}.claims`, label: 'Statements that show it'})}`;
}

function renderAddForActor(
  {summit}: WriteContext,
  id: string,
  add: (name: string, fields: object) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>Add a number of a side or speaker</label>
    <select
      id=${id}
      @change=${(event: Event) => {
        const actor = valueIn(event);
        if (actor) add(labelOf(summit, 'actors', actor), {actor});
      }}
    >
      <option value="" .selected=${live(true)}>Choose …</option>
      ${optionsOf(summit, 'actors').map(({value, label}) => html`<option value=${value}>${label}</option>`)}
    </select>
  </div>`;
}

/** The whole that the numbers are parts of. */
function renderTotal(context: WriteContext, path: string, hasTotal: boolean): TemplateResult {
  const button = (label: string, value: object | undefined): TemplateResult => html`<p class="field">
    <button
      type="button"
      class="small"
      @click=${() => {
        context.actions.edit(label, (draft) => {
          setField(draft, `${path}.total`, value);
        });
      }}
    >
      ${label}
    </button>
  </p>`;
  if (!hasTotal) return button('Add a total', {label: '', value: NO_VALUE});
  return html`<div class="part">
    <div class="pair">
      ${renderTextAt(context, {path: `${path}.total.label`, label: 'What the total is', placeholder: 'Registered voters'})}
      ${renderTextAt(context, {path: `${path}.total.value`, label: 'Total', isNumber: true, mode: 'decimal'})}
    </div>
    ${button('Remove the total', undefined)}
  </div>`;
}
