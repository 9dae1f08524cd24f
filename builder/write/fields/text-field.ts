import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {valueIn} from '../../fields.js';
import {setField, valueAt} from '../../store/commands/fields.js';
import type {WriteContext} from '../write-context.js';
import {fieldId, messagesOf, renderMessages} from './messages.js';
import {readDate} from './read-date.js';

export interface TextAt {
  /** Path of the text in the summit, such as `claims[3].text`. */
  readonly path: string;
  readonly label: string;
  readonly hint?: unknown;
  /** An optional field is removed when it is emptied. */
  readonly isOptional?: boolean;
  /** Lines of the field; without it, one line that can't have line breaks. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly mode?: 'url' | 'numeric' | 'decimal';
  /** Whether the value is a number. */
  readonly isNumber?: boolean;
  /** Whether the value counts only when the field is left: a place that moves its form while it is typed. */
  readonly isLate?: boolean;
  /** Rewrites what was typed when the field is left. */
  readonly tidy?: (typed: string) => string;
}

/** A text field for the text at a path of the summit. */
export function renderTextAt(context: WriteContext, field: TextAt): TemplateResult {
  const {path, label, hint, rows, placeholder, mode, isLate = false} = field;
  const {summit, actions} = context;
  const id = fieldId(path);
  const value = valueAt(summit, path);
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const input = (event: Event): void => {
    const given = valueOf(field, valueIn(event));
    actions.edit(
      `Change: ${label}`,
      (draft) => {
        setField(draft, path, given);
      },
      {mergeKey: path},
    );
  };
  const endMerge = (event: Event): void => {
    const typed = valueIn(event);
    const tidied = field.tidy?.(typed);
    if (tidied !== undefined && tidied !== typed) {
      actions.edit(
        `Change: ${label}`,
        (draft) => {
          setField(draft, path, tidied);
        },
        {mergeKey: path},
      );
    }
    actions.endMerge();
  };
  // What isn't finished isn't wrong yet.
  const isTyping = field.tidy !== undefined && context.state.past.at(-1)?.mergeKey === path;
  const messages = isTyping ? [] : messagesOf(context, path);
  const describedBy =
    [hint && `${id}-hint`, messages.length > 0 && `${id}-messages`].filter(Boolean).join(' ') || nothing;
  const invalid = messages.some(({kind}) => kind === 'error') ? 'true' : nothing;
  return html`<div class="field">
    <label for=${id}>${label}${field.isOptional ? html`\x20<small>optional</small>` : nothing}</label>
    ${
      rows === undefined
        ? html`<input
            id=${id}
            data-path=${path}
            autocomplete="off"
            inputmode=${mode ?? nothing}
            placeholder=${placeholder ?? nothing}
            aria-invalid=${invalid}
            aria-describedby=${describedBy}
            .value=${isLate ? shown : live(shown)}
            @input=${isLate ? nothing : input}
            @change=${isLate ? input : endMerge}
            @blur=${isTyping ? endMerge : nothing}
          />`
        : html`<textarea
            id=${id}
            data-path=${path}
            rows=${rows}
            placeholder=${placeholder ?? nothing}
            aria-invalid=${invalid}
            aria-describedby=${describedBy}
            .value=${live(shown)}
            @input=${input}
            @change=${endMerge}
          ></textarea>`
    }
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${isTyping ? nothing : renderMessages(context, path)}
  </div>`;
}

/** The value to store: no line breaks in a text of readers, nothing for an empty optional text. */
function valueOf({isOptional, isNumber}: TextAt, typed: string): unknown {
  if (typed === '' && isOptional) return undefined;
  if (!isNumber) return typed.replace(/\s*\n\s*/g, ' ');
  const number = Number(typed.replace(/[\s,](?=\d{3}\b)/g, ''));
  // What isn't a number stays as it was typed, so that the check can name it.
  return typed.trim() === '' || Number.isNaN(number) ? typed : number;
}

/** A field for a day, a month or a year, as it is usually written. */
export function renderDateAt(context: WriteContext, field: Omit<TextAt, 'rows' | 'mode' | 'tidy'>): TemplateResult {
  return renderTextAt(context, {
    hint: 'Such as 4 May 2031, 2031-05 or 2031.',
    placeholder: 'YYYY-MM-DD',
    ...field,
    tidy: readDate,
  });
}
