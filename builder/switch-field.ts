import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

export interface SwitchField<T extends string> {
  readonly legend: string;
  /** Name of the group of radio buttons. */
  readonly name: string;
  readonly value: T;
  readonly labels: Readonly<Record<T, string>>;
  /** Short notes after the labels. */
  readonly hints?: Readonly<Record<T, string>>;
  readonly change: (value: T) => void;
}

/** Choices side by side, such as the widths of the preview. */
export function renderSwitch<T extends string>(field: SwitchField<T>): TemplateResult {
  const {legend, name, labels, hints, change} = field;
  return html`<fieldset class="switch">
    <legend>${legend}</legend>
    ${(Object.keys(labels) as T[]).map(
      (value) => html`<label>
        <input
          type="radio"
          name=${name}
          value=${value}
          .checked=${live(value === field.value)}
          @change=${() => {
            change(value);
          }}
        /><span>${labels[value]}${hints?.[value] ? [' ', html`<small>${hints[value]}</small>`] : nothing}</span></label>`,
    )}
  </fieldset>`;
}
