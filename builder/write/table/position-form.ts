import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Position, Stance} from '../../../src/data/summit.js';
import {setField} from '../../store/commands/fields.js';
import {setStance} from '../../store/commands/positions.js';
import {labelOf, optionsOf} from '../../store/labels.js';
import {othersOf, speakersOf} from '../../store/positions-table.js';
import {renderEntry} from '../fields/entry.js';
import {fieldId, renderMessages} from '../fields/messages.js';
import {renderCheckAt, renderPickAt, renderPickManyAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';
import {STANCES, signOf} from './stances.js';

/** The form of one position. */
export function renderPosition(context: WriteContext, index: number, among: readonly number[]): unknown {
  const {summit} = context;
  const position = summit.positions[index];
  if (!position) return nothing;
  const path = `positions[${String(index)}]`;
  const isOther = ![...summit.actors].some(({id, role}) => id === position.actor && role === 'principal');
  const body = (): TemplateResult => html`
    ${renderTextAt(context, {path: `${path}.label`, label: 'Position, in one short line'})}
    ${renderStance(context, index, position)}
    ${position.stance === 'conditional' ? renderTextAt(context, {path: `${path}.condition`, label: 'Condition', isOptional: true, placeholder: 'if Congress approves'}) : nothing}
    ${renderStatementsAt(context, {path: `${path}.claims`, label: 'Statements that show it', first: position.actor})}
    ${renderCheckAt(context, {path: `${path}.rank`, label: 'Main aim', value: 'primary', hint: 'Shown at the top of the comparison.'})}
    ${isOther ? renderWhose(context, path) : nothing}
    ${renderPickAt(context, {path: `${path}.topic`, label: 'Topic', options: optionsOf(summit, 'topics'), none: 'No topic'})}
    ${summit.regions.length > 0 ? renderPickManyAt(context, {path: `${path}.regions`, label: 'Places that it is about', noun: 'place', options: optionsOf(summit, 'regions'), isOptional: true}) : nothing}
    ${renderBrief(context, path, position)}
    ${renderDateAt(context, {path: `${path}.asOf`, label: 'Held since', isOptional: true})}
    ${renderReplaces(context, path, position)}
  `;
  const sign = html`<span aria-hidden="true">${signOf(position.stance)}</span>\x20`;
  const name = position.label || '(no text)';
  const title = isOther ? html`${sign}${labelOf(summit, 'actors', position.actor)}: ${name}` : html`${sign}${name}`;
  return renderEntry(context, {list: 'positions', index, title, body, among});
}

/** Buttons for the stance, each with its sign. */
export function renderStance(context: WriteContext, index: number, {stance}: Position): TemplateResult {
  const path = `positions[${String(index)}].stance`;
  const option = (value: Stance | undefined, sign: string, label: string): TemplateResult => html`<label>
    <input
      type="radio"
      name=${fieldId(path)}
      value=${value ?? ''}
      .checked=${live(stance === value)}
      @change=${() => {
        context.actions.edit('Choose the stance', (draft) => {
          setStance(draft, index, value);
        });
      }}
    /><span><span aria-hidden="true">${sign}</span>\x20${label}</span></label>`;
  return html`<fieldset class="field stances switch" data-path=${path} tabindex="-1">
    <legend>Stance</legend>
    ${STANCES.map(({value, sign, label}) => option(value, sign, label))} ${option(undefined, '•', 'no mark')}
    ${renderMessages(context, path)}
  </fieldset>`;
}

function renderWhose(context: WriteContext, path: string): TemplateResult {
  const {summit} = context;
  const options = [...othersOf(summit), ...speakersOf(summit)].map(({id}) => ({
    value: id,
    label: labelOf(summit, 'actors', id),
  }));
  return renderPickAt(context, {path: `${path}.actor`, label: 'Whose position it is', options});
}

/** The shorter label, which has statements of its own. */
function renderBrief(context: WriteContext, path: string, {brief, claims}: Position): TemplateResult {
  const {actions} = context;
  const set = (label: string, value: object | undefined): void => {
    actions.edit(label, (draft) => {
      setField(draft, `${path}.brief`, value);
    });
  };
  if (!brief) {
    return html`<p class="field">
      <button
        type="button"
        class="small"
        @click=${() => {
          set('Add a short version', {label: '', claims: [...claims]});
        }}
      >
        Add a short version for narrow columns
      </button>
    </p>`;
  }
  return html`<div class="part">
    ${renderTextAt(context, {path: `${path}.brief.label`, label: 'Short version, for narrow columns'})}
    ${renderStatementsAt(context, {path: `${path}.brief.claims`, label: 'Statements that the short version tells', among: claims})}
    <p class="field">
      <button
        type="button"
        class="small"
        @click=${() => {
          set('Remove the short version', undefined);
        }}
      >
        Remove the short version
      </button>
    </p>
  </div>`;
}

/** The earlier position of the same actor, if it has others. */
function renderReplaces(context: WriteContext, path: string, {id, actor}: Position): unknown {
  const others = context.summit.positions.filter((other) => other.actor === actor && other.id !== id);
  if (others.length === 0) return nothing;
  return renderPickAt(context, {
    path: `${path}.replaces`,
    label: 'Earlier position that it replaces',
    options: others.map((other) => ({value: other.id, label: other.label || '(no text)'})),
    none: 'None',
  });
}
