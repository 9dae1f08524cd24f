import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

/** What every field has around it. */
export interface Field {
  readonly id: string;
  readonly label: unknown;
  /** Stands below the field always. */
  readonly hint?: unknown;
  /** What is wrong with what was typed. */
  readonly error?: string | undefined;
}

/** The text of a field that an event is of. */
export function valueIn(event: Event): string {
  return (event.currentTarget as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}

/** Whether the box that an event is of is ticked. */
function checkedIn(event: Event): boolean {
  return (event.currentTarget as HTMLInputElement).checked;
}

/** Ids of the texts that describe a field, for `aria-describedby`. */
export function describedBy({id, hint, error}: Field): string | typeof nothing {
  return [hint && `${id}-hint`, error && `${id}-fault`].filter(Boolean).join(' ') || nothing;
}

/** The texts that describe a field. */
export function renderDescription({id, hint, error}: Field): TemplateResult {
  return html`${error ? html`<p class="fault" id="${id}-fault">${error}</p>` : nothing}
  ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}`;
}

export interface TextField extends Field {
  readonly value: string;
  readonly placeholder?: string;
  /** What a phone's keyboard is to offer. */
  readonly mode?: 'url' | 'numeric';
  readonly change: (value: string) => void;
}

/** A line of text. */
export function renderText(field: TextField): TemplateResult {
  const {id, label, value, placeholder, mode, error, change} = field;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      autocomplete="off"
      spellcheck=${mode ? 'false' : nothing}
      inputmode=${mode ?? nothing}
      placeholder=${placeholder ?? nothing}
      .value=${live(value)}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @input=${(event: Event) => {
        change(valueIn(event));
      }}
    />
    ${renderDescription(field)}
  </div>`;
}

export interface SelectField extends Field {
  readonly value: string;
  /** Values with their labels; `lang` is the language of a label that is not English. */
  readonly options: readonly {readonly value: string; readonly label: string; readonly lang?: string}[];
  readonly change: (value: string) => void;
}

/** One of several that need no more than a name. */
export function renderSelect(field: SelectField): TemplateResult {
  const {id, label, value, options, change} = field;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => {
        change(valueIn(event));
      }}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.value} lang=${option.lang ?? nothing} .selected=${live(option.value === value)}>
            ${option.label}
          </option>`,
      )}
    </select>
    ${renderDescription(field)}
  </div>`;
}

export interface CheckField extends Field {
  readonly checked: boolean;
  readonly change: (checked: boolean) => void;
}

/** Yes or no. */
export function renderCheck(field: CheckField): TemplateResult {
  const {id, label, checked, change} = field;
  return html`<div class="field">
    <label class="option" for=${id}>
      <input
        type="checkbox"
        id=${id}
        .checked=${live(checked)}
        aria-describedby=${describedBy(field)}
        @change=${(event: Event) => {
          change(checkedIn(event));
        }}
      />
      <span>${label}</span>
    </label>
    ${renderDescription(field)}
  </div>`;
}

export interface RadioField<T extends string> {
  /** Name of the group; the radios' ids begin with it. */
  readonly name: string;
  readonly value: T;
  readonly options: readonly {readonly value: T; readonly label: unknown; readonly hint?: unknown}[];
  readonly change: (value: T) => void;
}

/** One of few, each with a line of its own. Stands in a fieldset, whose legend names it. */
export function renderRadios<T extends string>({
  name,
  value,
  options,
  change,
}: RadioField<T>): readonly TemplateResult[] {
  return options.map((option) => {
    const id = `${name}-${option.value}`;
    return html`<label class="option" for=${id}>
      <input
        type="radio"
        id=${id}
        name=${name}
        value=${option.value}
        .checked=${live(option.value === value)}
        aria-labelledby="${id}-label"
        aria-describedby=${option.hint ? `${id}-hint` : nothing}
        @change=${() => {
          change(option.value);
        }}
      />
      <span>
        <span id="${id}-label">${option.label}</span>${
          option.hint ? html` <small id="${id}-hint">${option.hint}</small>` : nothing
        }</span>
    </label>`;
  });
}
