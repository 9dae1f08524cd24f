import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

/** The properties of every field. */
export interface Field {
  readonly id: string;
  readonly label: unknown;
  /** Hint below the field, always visible. */
  readonly hint?: unknown;
  /** Error message for the current value. */
  readonly error?: string | undefined;
}

/** The value of an event's field. */
export function valueIn(event: Event): string {
  return (event.currentTarget as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}

/** Whether an event's checkbox is checked. */
function checkedIn(event: Event): boolean {
  return (event.currentTarget as HTMLInputElement).checked;
}

/** Ids of a field's hint and error, for `aria-describedby`. */
export function describedBy({id, hint, error}: Field): string | typeof nothing {
  return [hint && `${id}-hint`, error && `${id}-fault`].filter(Boolean).join(' ') || nothing;
}

/** The error and the hint of a field. */
export function renderDescription({id, hint, error}: Field): TemplateResult {
  return html`${error ? html`<p class="fault" id="${id}-fault">${error}</p>` : nothing}
  ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}`;
}

export interface TextField extends Field {
  readonly value: string;
  readonly placeholder?: string;
  /** Input mode for on-screen keyboards. */
  readonly mode?: 'url' | 'numeric';
  readonly change: (value: string) => void;
}

/** A single-line text field. */
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
  /** Values with their labels; `lang` is the language of a label that isn't English. */
  readonly options: readonly {readonly value: string; readonly label: string; readonly lang?: string}[];
  readonly change: (value: string) => void;
}

/** A select field. */
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

/** A checkbox. */
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
  /** Name of the group and prefix of the radio buttons' ids. */
  readonly name: string;
  readonly value: T;
  readonly options: readonly {readonly value: T; readonly label: unknown; readonly hint?: unknown}[];
  readonly change: (value: T) => void;
}

/** A group of radio buttons, one per line. Must be inside a fieldset whose legend names it. */
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
