import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {moveEntry, removeEntry} from '../../store/commands/entries.js';
import type {ListName} from '../../store/draft.js';
import {nouns} from '../../store/ids.js';
import {nameOf} from '../../store/labels.js';
import type {WriteContext} from '../write-context.js';
import {renderMessages} from './messages.js';

export interface EntryForm {
  readonly list: ListName;
  readonly index: number;
  /** What the closed form shows; if omitted, the name of the entry. */
  readonly title?: unknown;
  /** Renders the fields. Called only while the form is open: with hundreds of entries, all fields would take too long. */
  readonly body: () => unknown;
}

/** The form of one entry, closed until it is needed, with buttons to move and remove it. */
export function renderEntry(context: WriteContext, {list, index, title, body}: EntryForm): unknown {
  const {summit, state, check, actions} = context;
  const path = `${list}[${String(index)}]`;
  const entries = summit[list] ?? [];
  const entry = entries[index];
  if (!entry) return nothing;
  const isOpen = state.ui.opened === path;
  const name = nameOf(entry);
  const noun = nouns.get(list) ?? 'entry';
  const hasErrors = check.issues.some((issue) => issue.kind === 'error' && isInside(issue.path, path));
  const move = (steps: number, where: string): TemplateResult => html`<button
    type="button"
    class="move"
    aria-label=${`Move ${where}: ${name}`}
    ?disabled=${index + steps < 0 || index + steps >= entries.length}
    @click=${() => {
      actions.edit(
        `Move ${where}: ${name}`,
        (draft) => {
          moveEntry(draft, list, entry.id, steps);
        },
        {said: `Moved ${where}.`},
      );
    }}
  >${steps < 0 ? '↑' : '↓'}</button>`;
  return html`<li class="entry" data-entry=${path}>
    <details
      .open=${live(isOpen)}
      @toggle=${(event: Event) => {
        const {open} = event.currentTarget as HTMLDetailsElement;
        // Also fires when rendering opens or closes it.
        if (open !== isOpen && (open || state.ui.opened === path)) actions.show({opened: open ? path : ''});
      }}
    >
      <summary>${title ?? name}${hasErrors ? html` <span class="mark">to do</span>` : nothing}</summary>
      ${
        isOpen
          ? html`<div class="body">
        ${renderMessages(context, path)} ${body()}
        <div class="entry-actions">
          ${move(-1, 'up')} ${move(1, 'down')}
          <button
            type="button"
            @click=${() => {
              actions.edit(
                `Remove the ${noun} “${name}”`,
                (draft) => {
                  removeEntry(draft, list, entry.id);
                },
                {said: `Removed the ${noun} “${name}”, and what referred to it. Undo brings all back.`},
              );
            }}
          >
            Remove this ${noun}
          </button>
        </div>
      </div>`
          : nothing
      }
    </details>
  </li>`;
}

/** Whether a path is that of an entry or inside it. */
function isInside(path: string, entry: string): boolean {
  return path === entry || path.startsWith(`${entry}.`);
}
