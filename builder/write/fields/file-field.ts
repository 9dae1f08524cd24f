import {html, nothing, type TemplateResult} from 'lit';

export interface FileField {
  readonly id: string;
  readonly label: string;
  readonly hint?: unknown;
  /** File types as in the attribute `accept`. */
  readonly accept: string;
  readonly isDisabled?: boolean;
  readonly take: (file: File) => void;
}

/** A field for a file, which can also be dropped on it. */
export function renderFile({id, label, hint, accept, isDisabled = false, take}: FileField): TemplateResult {
  return html`<div
    class="field file-field"
    @dragover=${(event: DragEvent) => {
      event.preventDefault();
    }}
    @drop=${(event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file || isDisabled) return;
      // The page would open it as the summit.
      event.stopPropagation();
      event.preventDefault();
      take(file);
    }}
  >
    <label for=${id}>${label}</label>
    <input
      type="file"
      id=${id}
      accept=${accept}
      ?disabled=${isDisabled}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      @change=${(event: Event) => {
        const input = event.currentTarget as HTMLInputElement;
        const file = input.files?.[0];
        // Reset so that the same file can be chosen again.
        if (file) take(file);
        input.value = '';
      }}
    />
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** The types of data files. */
export const DATA_FILES = '.json,application/json,.yaml,.yml';
