import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {valueIn} from '../../fields.js';
import {setField, valueAt} from '../../store/commands/fields.js';
import type {WriteContext} from '../write-context.js';
import {renderAddSelect} from './add-select.js';
import {fieldId, messagesOf, renderMessages} from './messages.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface PickAt {
  /** Path of the value in the summit, such as `positions[0].stance`. */
  readonly path: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly hint?: unknown;
  /** Label of the choice that removes the field. A required field has “Choose …” until something is chosen. */
  readonly none?: string;
}

/** A pick list for the value at a path of the summit. */
export function renderPickAt(context: WriteContext, {path, label, options, hint, none}: PickAt): TemplateResult {
  const {summit, actions} = context;
  const id = fieldId(path);
  const value = valueAt(summit, path);
  const isKnown = options.some((option) => option.value === value);
  const messages = messagesOf(context, path);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      data-path=${path}
      aria-invalid=${messages.some(({kind}) => kind === 'error') ? 'true' : nothing}
      aria-describedby=${[hint && `${id}-hint`, messages.length > 0 && `${id}-messages`].filter(Boolean).join(' ') || nothing}
      @change=${(event: Event) => {
        const chosen = valueIn(event);
        actions.edit(`Choose: ${label}`, (draft) => {
          setField(draft, path, chosen || undefined);
        });
      }}
    >
      ${none !== undefined || !isKnown ? html`<option value="" .selected=${live(!isKnown)}>${none ?? 'Choose …'}</option>` : nothing}
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`,
      )}
    </select>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${renderMessages(context, path)}
  </div>`;
}

export interface PickManyAt extends Omit<PickAt, 'none'> {
  /** What one of them is called, such as “statement”. */
  readonly noun: string;
  /** An optional list is removed when it is empty. */
  readonly isOptional?: boolean;
}

/** A list of references at a path: what is chosen, and a pick list for more. */
export function renderPickManyAt(context: WriteContext, field: PickManyAt): TemplateResult {
  const {path, label, options, hint, noun, isOptional = false} = field;
  const {summit, actions} = context;
  const id = fieldId(path);
  const given = valueAt(summit, path);
  const values = Array.isArray(given) ? (given as readonly string[]) : [];
  const chosen = new Set(values);
  const labels = new Map(options.map((option) => [option.value, option.label]));
  const rest = options.filter(({value}) => !chosen.has(value));
  const set = (next: readonly string[], said: string): void => {
    actions.edit(
      said,
      (draft) => {
        setField(draft, path, next.length === 0 && isOptional ? undefined : [...next]);
      },
      {said: `${said}.`},
    );
  };
  return html`<fieldset class="field many" data-path=${path} tabindex="-1">
    <legend>${label}</legend>
    <ul role="list">
      ${values.map(
        (value, i) =>
          html`<li>
            <span>${labels.get(value) ?? value}</span>
            <button
              type="button"
              class="remove"
              aria-label=${`Remove: ${labels.get(value) ?? value}`}
              @click=${() => {
                set(values.toSpliced(i, 1), `Removed a ${noun}`);
              }}
            >
              ×
            </button>
          </li>`,
      )}
    </ul>
    ${
      rest.length > 0
        ? renderAddSelect({
            id,
            label: `Add a ${noun} to: ${label}`,
            prompt: `Add a ${noun} …`,
            options: rest,
            add: (value) => {
              set([...values, value], `Added a ${noun}`);
            },
          })
        : nothing
    }
    ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${renderMessages(context, path)}
  </fieldset>`;
}

/** A checkbox for a field that is true or absent. */
export function renderCheckAt(
  {summit, actions}: WriteContext,
  {
    path,
    label,
    hint,
    value = true,
  }: {readonly path: string; readonly label: string; readonly hint?: unknown; readonly value?: unknown},
): TemplateResult {
  const id = fieldId(path);
  return html`<div class="field">
    <label class="option" for=${id}>
      <input
        type="checkbox"
        id=${id}
        data-path=${path}
        .checked=${live(valueAt(summit, path) === value)}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        @change=${(event: Event) => {
          const {checked} = event.currentTarget as HTMLInputElement;
          actions.edit(`Change: ${label}`, (draft) => {
            setField(draft, path, checked ? value : undefined);
          });
        }}
      />
      <span>${label}</span>
    </label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}
