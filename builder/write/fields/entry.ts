import {html, nothing, type TemplateResult} from 'lit';
import {produce} from 'immer';
import {live} from 'lit/directives/live.js';
import {moveEntry, removeEntry} from '../../store/commands/entries.js';
import {describeRemoval, nounOf} from '../../store/describe-removal.js';
import type {ListName, WritableDraft} from '../../store/draft.js';
import {nameOf} from '../../store/labels.js';
import type {DeskActions, WriteContext} from '../write-context.js';
import {renderMessages} from './messages.js';

export interface EntryForm {
  readonly list: ListName;
  readonly index: number;
  /** What the closed form shows; if omitted, the name of the entry. */
  readonly title?: unknown;
  /** Renders the fields. Called only while the form is open: with hundreds of entries, all fields would take too long. */
  readonly body: () => unknown;
  /** The indices of the entries shown with it, if not all of the list; it is moved among them. */
  readonly among?: readonly number[];
  /** What the entry is called, if not as all entries of the list. */
  readonly noun?: string;
}

/** The form of one entry, closed until it is needed, with buttons to move and remove it. */
export function renderEntry(
  context: WriteContext,
  {list, index, title, body, among, noun = nounOf(list)}: EntryForm,
): unknown {
  const {state, summit, check, actions} = context;
  const path = `${list}[${String(index)}]`;
  const entries = summit[list] ?? [];
  const entry = entries[index];
  if (!entry) return nothing;
  const name = nameOf(entry);
  const shown = among ?? entries.map((_, i) => i);
  const hasErrors = check.issues.some((issue) => issue.kind === 'error' && isInside(issue.path, path));
  const isOpen = state.ui.opened === path;
  const move = (direction: -1 | 1, where: string): TemplateResult => {
    const target = shown[shown.indexOf(index) + direction];
    return html`<button
      type="button"
      class="move"
      aria-label=${`Move ${where}: ${name}`}
      ?disabled=${target === undefined}
      @click=${(event: Event) => {
        if (target === undefined) return;
        const button = event.currentTarget as HTMLElement;
        actions.edit(
          `Move ${where}: ${name}`,
          (draft) => {
            moveEntry(draft, list, entry.id, target - index);
          },
          {said: `Moved ${where}.`},
        );
        if (isOpen) actions.show({opened: `${list}[${String(target)}]`});
        // A button that was moved with its entry loses the focus.
        queueMicrotask(() => {
          button.focus();
        });
      }}
    >${direction < 0 ? '↑' : '↓'}</button>`;
  };
  const remove = (event: Event): void => {
    const form = (event.currentTarget as HTMLElement).closest('.entry');
    const all = form?.parentElement;
    const place = form ? [...(all?.children ?? [])].indexOf(form) : -1;
    const recipe = (draft: WritableDraft): void => {
      removeEntry(draft, list, entry.id);
    };
    const {summit: after} = produce(state.draft, recipe);
    // The paths of later entries change.
    actions.show({opened: ''});
    actions.edit(`Remove “${name}”`, recipe, {said: describeRemoval(summit, after, list, entry.id)});
    // The focus goes to the entry that takes its place, or the last one.
    queueMicrotask(() => {
      const left = all?.querySelectorAll<HTMLElement>(':scope > .entry > details > summary') ?? [];
      (left[Math.min(place, left.length - 1)] ?? document.querySelector<HTMLElement>('#section'))?.focus();
    });
  };
  return html`<li class="entry" data-entry=${path}>
    <details
      .open=${live(isOpen)}
      @toggle=${(event: Event) => {
        const {open} = event.currentTarget as HTMLDetailsElement;
        // Also fires when rendering opens or closes it, and when the browser finds text in it.
        if (open !== isOpen && (open || state.ui.opened === path)) actions.show({opened: open ? path : ''});
      }}
    >
      <summary @click=${openOnClick(actions, isOpen ? '' : path)}>${title ?? name}${hasErrors ? html`\x20<span class="mark">to do</span>` : nothing}</summary>
      ${
        isOpen
          ? html`<div class="body">
        ${renderMessages(context, path)} ${body()}
        <div class="entry-actions">
          ${move(-1, 'up')} ${move(1, 'down')}
          <button type="button" @click=${remove}>
            Remove this ${noun}
          </button>
        </div>
      </div>`
          : nothing
      }
    </details>
  </li>`;
}

/**
 * Opens the entry at a path, or none, when its summary is clicked. The `toggle` event would come later: a rendering in
 * between, such as when the draft was stored, would close the entry again.
 */
export function openOnClick(actions: DeskActions, opened: string): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    actions.show({opened});
  };
}

/** Whether a path is that of an entry or inside it. */
function isInside(path: string, entry: string): boolean {
  return path === entry || path.startsWith(`${entry}.`);
}
