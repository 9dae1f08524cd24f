import {html, nothing, type TemplateResult} from 'lit';

export interface AddField {
  /** Id of the text field. */
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly hint?: unknown;
  /** Adds an entry with this text. */
  readonly add: (text: string) => void;
  /** Moves the focus after Enter or the button; if omitted, it stays in the field, for the next entry. */
  readonly then?: () => void;
}

/**
 * A text field that adds an entry: with Enter, with its button, or when it is left, so that nothing that was typed is
 * lost. The entry is made from the whole text, since its id comes from it.
 */
export function renderAdd({id, label, placeholder, hint, add, then}: AddField): TemplateResult {
  return html`<form
    class="field add"
    @submit=${(event: Event) => {
      event.preventDefault();
      // The field's change event comes before the submit event, for Enter and for the button.
      const form = event.currentTarget as HTMLFormElement;
      if (form.dataset['added'] === 'yes') then?.();
      delete form.dataset['added'];
    }}
  >
    <label for=${id}>${label}</label>
    <div class="add-line">
      <input
        id=${id}
        autocomplete="off"
        placeholder=${placeholder ?? nothing}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        @focus=${(event: Event) => {
          delete (event.currentTarget as HTMLInputElement).form?.dataset['added'];
        }}
        @change=${(event: Event) => {
          const input = event.currentTarget as HTMLInputElement;
          const text = input.value.trim();
          input.value = '';
          if (!text) return;
          if (input.form) input.form.dataset['added'] = 'yes';
          add(text);
        }}
      />
      <button>Add</button>
    </div>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </form>`;
}
