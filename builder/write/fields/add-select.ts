import {html, nothing, type TemplateResult} from 'lit';

export interface AddSelect {
  readonly id: string;
  /** Name of the list, if it has no visible label. */
  readonly label?: string;
  /** What is shown until something is chosen. */
  readonly prompt: string;
  readonly options: readonly {readonly value: string; readonly label: string}[];
  readonly add: (value: string) => void;
  /** Id of the hint below it. */
  readonly describedBy?: string;
}

/**
 * A list that adds what is chosen in it. With arrow keys or letters, a closed list changes at every key on the way to
 * what is meant; then it adds with Enter, or when it is left.
 */
export function renderAddSelect({id, label, prompt, options, add, describedBy}: AddSelect): TemplateResult {
  const take = (list: HTMLSelectElement): void => {
    const {value} = list;
    delete list.dataset['byKey'];
    list.value = '';
    if (value) add(value);
  };
  return html`<select
    id=${id}
    aria-label=${label ?? nothing}
    aria-describedby=${describedBy ?? nothing}
    @keydown=${(event: KeyboardEvent) => {
      const list = event.currentTarget as HTMLSelectElement;
      if (event.key !== 'Enter') {
        if (event.key !== 'Tab') list.dataset['byKey'] = 'yes';
      } else if (list.value) {
        event.preventDefault();
        take(list);
      }
    }}
    @pointerdown=${(event: Event) => {
      delete (event.currentTarget as HTMLSelectElement).dataset['byKey'];
    }}
    @change=${(event: Event) => {
      const list = event.currentTarget as HTMLSelectElement;
      if (list.dataset['byKey'] === undefined) take(list);
    }}
    @blur=${(event: Event) => {
      take(event.currentTarget as HTMLSelectElement);
    }}
  >
    <option value="">${prompt}</option>
    ${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
  </select>`;
}
