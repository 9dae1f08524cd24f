import {html, nothing, type TemplateResult} from 'lit';
import type {DeskState} from '../store/desk-store.js';
import {languageName} from '../store/language-name.js';
import {unsavedTranslations} from '../store/translations.js';
import type {DeskSession} from './desk-session.js';

export interface FileBarActions {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly session: DeskSession;
}

/** The file, and what can be done with it as a whole. */
export function renderFileBar(state: DeskState, {undo, redo, session}: FileBarActions): TemplateResult {
  const {past, future, ui} = state;
  const {name, canSave, isElsewhere} = ui.session;
  const last = past.at(-1);
  const next = future.at(-1);
  return html`<div class="file-bar">
      <p class="file"><b>${name || state.draft.summit.title || 'New summit'}</b>\x20<span class="state">${stateOf(state)}</span>${renderUnsaved(state)}</p>
      <div class="file-actions">
        <button
          type="button"
          ?disabled=${!last || isElsewhere}
          title=${last ? `Undo: ${last.label}` : nothing}
          @click=${undo}
        >
          Undo
        </button>
        <button
          type="button"
          ?disabled=${!next || isElsewhere}
          title=${next ? `Redo: ${next.label}` : nothing}
          @click=${redo}
        >
          Redo
        </button>
        ${renderButton(canSave ? 'Save' : 'Download', () => session.save(), 'main')}
        <details class="menu" @toggle=${closeOnPress} @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
          <summary>More</summary>
          <div @click=${closeAfterChoice}>
            ${canSave ? renderButton('Save as …', () => session.save({as: true})) : nothing}
            ${renderButton('Download YAML', () => session.download('yaml'))}
            ${renderButton('Download JSON for the page', () => session.download('json'))}
            ${renderButton('New summit', () => session.openNew())}
            ${renderButton('Delete this draft from the browser', () => session.forgetThis())}
            <p class="hint">
              The draft is kept only in this browser, on this device, until you delete it. Nothing is sent anywhere.
            </p>
          </div>
        </details>
      </div>
      <p class="said" aria-hidden="true" title=${ui.said || nothing}>${ui.said}</p>
    </div>
    ${renderNotices(state, session)}`;
}

/** The menu closes as menus do: with Escape, when something was chosen, or when something else is pressed or focused. */
function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** In Safari a pressed button doesn't take the focus, so that there is no other element then. */
function closeOnLeave({currentTarget, relatedTarget}: FocusEvent): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.open = false;
}

function closeOnPress({currentTarget}: Event): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (!menu.open) return;
  const press = ({target}: Event): void => {
    if (menu.open && menu.contains(target as Node)) return;
    menu.open = false;
    removeEventListener('pointerdown', press);
  };
  addEventListener('pointerdown', press);
}

function closeAfterChoice({currentTarget, target}: Event): void {
  if (!(target as Element).closest('button')) return;
  const menu = (currentTarget as Element).closest('details');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** Whether the file and the draft are safe, in words. */
function stateOf({ui: {session}, past, future}: DeskState): string {
  const {isSaved, stored, name} = session;
  if (stored.kind === 'failed') return 'Not stored. Download the file to keep it.';
  if (stored.kind === 'pending') return 'Storing the draft …';
  const kept = stored.kind === 'stored' ? `Draft kept in this browser, ${TIME.format(stored.at)}` : '';
  if (isSaved && name) return past.length + future.length > 0 ? `Saved. ${kept}` : 'Opened';
  return kept;
}

/** The translations with changes that no file has: saving the summit doesn't write them. */
function renderUnsaved({draft, ui}: DeskState): unknown {
  const names = unsavedTranslations(draft, ui.session.savedTranslations).map(({lang}) => languageName(lang));
  if (names.length === 0) return nothing;
  return html`\x20<span class="state unsaved">Not downloaded yet: ${names.join(', ')}</span>`;
}

const TIME = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});

/** What the editor has to decide or know. */
function renderNotices({ui}: DeskState, session: DeskSession): unknown {
  const {problem, newer, isElsewhere, stored} = ui.session;
  return [
    isElsewhere
      ? html`<div class="caution" role="alert">
          <p>This draft is open in another tab. Here it can only be read, so that no tab overwrites the other.</p>
          ${renderButton('Go on here', () => session.takeOver())}
        </div>`
      : nothing,
    newer === undefined
      ? nothing
      : html`<div class="caution" role="alert">
          <p>Another program changed the file since you opened it. Nothing was overwritten.</p>
          ${renderButton('Take its version', () => session.takeNewer())}
          ${renderButton('Keep mine and overwrite it', () => session.save({overNewer: true}))}
          ${renderButton('Download mine', () => session.download())}
          <p class="hint">Taking its version is a step that Undo brings back.</p>
        </div>`,
    stored.kind === 'failed' ? html`<p class="caution" role="alert">${stored.message}</p>` : nothing,
    problem ? renderProblem(problem, session) : nothing,
  ];
}

/** Messages listed for a file that can't be opened. */
const MAX_LISTED = 20;

function renderProblem(
  {message, issues}: NonNullable<DeskState['ui']['session']['problem']>,
  session: DeskSession,
): TemplateResult {
  return html`<div class="caution" role="alert">
    <p>${message}</p>
    ${
      issues.length > 0
        ? html`<ul class="issues" role="list" tabindex="0" aria-label="Problems">
            ${issues.slice(0, MAX_LISTED).map((issue) => html`<li>${issue.path ? `${issue.path}: ` : nothing}${issue.message}</li>`)}
          </ul>`
        : nothing
    }
    <p class="hint">What was open stays open.</p>
    ${renderButton('Close', () => {
      session.closeProblem();
    })}
  </div>`;
}

function renderButton(label: string, work: () => unknown, className = ''): TemplateResult {
  return html`<button
    type="button"
    class=${className || nothing}
    @click=${() => {
      void work();
    }}
  >
    ${label}
  </button>`;
}
