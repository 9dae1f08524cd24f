import {html, nothing} from 'lit';
import {fixesOf} from '../../store/fixes.js';
import type {DraftIssue} from '../../store/check-draft.js';
import {deskWords} from '../../store/desk-words.js';
import {isUnfinished, toStablePath} from '../../store/unfinished.js';
import type {WriteContext} from '../write-context.js';

/** The id of a field's control, from its path. */
export function fieldId(path: string): string {
  return `field-${path.replace(/[^\w]+/g, '-')}`;
}

/**
 * The messages about a field, and about its parts if it is a list of references. What isn’t filled in yet is told once
 * the editor was there.
 */
export function messagesOf(context: WriteContext, path: string): readonly DraftIssue[] {
  const {summit, state, check} = context;
  const own = check.byPath.get(path) ?? [];
  const parts: DraftIssue[] = [];
  for (let i = 0; check.byPath.size > 0 && i < MAX_PARTS; i += 1) {
    parts.push(...(check.byPath.get(`${path}[${String(i)}]`) ?? []));
  }
  const wasAt = (place: string): boolean => state.ui.visited.has(toStablePath(summit, place));
  return [...own, ...parts].filter((issue) => !isUnfinished(summit, issue) || wasAt(path) || wasAt(issue.path));
}

/** References of a list whose messages are shown with the list. */
const MAX_PARTS = 30;

/** The messages about a field, with the certain fixes as buttons. */
export function renderMessages(context: WriteContext, path: string): unknown {
  const messages = messagesOf(context, path);
  if (messages.length === 0) return nothing;
  return html`<ul class="messages" role="list" id="${fieldId(path)}-messages">
    ${messages.map((issue) => html`<li class=${issue.kind}>${sentence(deskWords(context.summit, issue))} ${renderFixes(context, issue)}</li>`)}
  </ul>`;
}

/** The certain fixes of a message as buttons. */
export function renderFixes({summit, actions}: WriteContext, issue: DraftIssue): unknown {
  return fixesOf(summit, issue).map(
    ({label, recipe}) =>
      html`<button
        type="button"
        class="small"
        @click=${() => {
          actions.edit(label, recipe, {said: `Done: ${label}.`});
        }}
      >
        ${label}
      </button>`,
  );
}

/** The validator's messages are parts of a line; here each is a sentence. */
export function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
