import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Claim} from '../../../src/data/summit.js';
import {valueIn} from '../../fields.js';
import {setField, valueAt} from '../../store/commands/fields.js';
import {CERTAINTIES, findStatements, speakersIn} from '../../store/find-statements.js';
import type {WriteContext} from '../write-context.js';
import {fieldId, renderMessages} from './messages.js';
import {initialStatements} from './pick-statements-ui.js';

export interface PickStatements {
  /** Path of the list of statements, such as `positions[0].claims`. */
  readonly path: string;
  readonly label: string;
  readonly hint?: unknown;
  /** Id of the actor whose statements come first. */
  readonly first?: string | undefined;
  /** Ids of the only statements to choose from; if omitted, all. */
  readonly among?: readonly string[];
  /** An optional list is removed when it is empty. */
  readonly isOptional?: boolean;
  /** Replaces what choosing does: for an entry that is made with its first statement. */
  readonly choose?: (claim: Claim) => void;
}

/** Matches that are shown; the rest is found by typing more. */
const MAX_SHOWN = 50;

/** A list of statements: the chosen ones, and a pick list that is searched by typing. */
export function renderStatementsAt(context: WriteContext, field: PickStatements): TemplateResult {
  const {path, label, hint} = field;
  const {summit, state, actions} = context;
  const id = fieldId(path);
  const isOpen = state.ui.statements.path === path;
  const chosen = chosenAt(context, path);
  const claims = new Map(summit.claims.map((claim) => [claim.id, claim]));
  return html`<fieldset class="field many statements" data-path=${path} tabindex="-1">
    <legend>${label}</legend>
    <ul role="list">
      ${repeat(
        chosen,
        (value) => value,
        (value) => {
          const claim = claims.get(value);
          const text = claim?.text ?? value;
          return html`<li>
            <span>${claim ? renderStatement(context, claim) : value}</span>
            <button
              type="button"
              class="remove"
              aria-label=${`Remove the statement: ${text}`}
              @click=${() => {
                toggle(context, field, value);
                focusSoon(`${id}-open`);
              }}
            >
              ×
            </button>
          </li>`;
        },
      )}
    </ul>
    ${
      summit.claims.length === 0
        ? html`<p class="hint">There are no statements yet. Make them in “Article”.</p>`
        : html`<button
            type="button"
            class="small"
            id="${id}-open"
            aria-expanded=${isOpen}
            @click=${() => {
              actions.show({statements: isOpen ? initialStatements : {path, query: ''}});
              if (!isOpen) focusSoon(`${id}-find`);
            }}
          >${isOpen ? 'Close the list' : 'Choose statements …'}<span class="unseen">\x20for: ${label}</span></button>`
    }
    ${isOpen ? renderMatches(context, field) : nothing} ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    ${renderMessages(context, path)}
  </fieldset>`;
}

function renderMatches(context: WriteContext, field: PickStatements): TemplateResult {
  const {summit, state, actions} = context;
  const {path, first, among} = field;
  const id = fieldId(path);
  const {query} = state.ui.statements;
  const chosen = new Set(chosenAt(context, path));
  const allowed = among && new Set(among);
  const found = findStatements(summit, query, first).filter((claim) => !allowed || allowed.has(claim.id));
  return html`<div
    class="matches"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      actions.show({statements: initialStatements});
      focusSoon(`${id}-open`);
    }}
  >
    <label for="${id}-find">Find by words, speaker or certainty</label>
    <input
      type="search"
      id="${id}-find"
      autocomplete="off"
      .value=${live(query)}
      aria-describedby="${id}-found"
      @input=${(event: Event) => {
        actions.show({statements: {path, query: valueIn(event)}});
      }}
      @keydown=${(event: KeyboardEvent) => {
        const next = found.find((claim) => !chosen.has(claim.id));
        if (event.key !== 'Enter' || !next) return;
        event.preventDefault();
        toggle(context, field, next.id);
      }}
    />
    <p class="hint" id="${id}-found">
      ${found.length === 1 ? '1 statement' : `${String(found.length)} statements`}. Enter chooses the first that isn’t
      chosen yet.
    </p>
    <ul role="list">
      ${repeat(
        found.slice(0, MAX_SHOWN),
        (claim) => claim.id,
        (claim) =>
          html`<li>
            <label class="option">
              <input
                type="checkbox"
                .checked=${live(chosen.has(claim.id))}
                @change=${() => {
                  toggle(context, field, claim.id);
                }}
              />
              <span>${renderStatement(context, claim)}</span>
            </label>
          </li>`,
      )}
    </ul>
    ${
      found.length > MAX_SHOWN
        ? html`<p class="hint">And ${found.length - MAX_SHOWN} more: type a word to find them.</p>`
        : nothing
    }
  </div>`;
}

function renderStatement({summit}: WriteContext, claim: Claim): TemplateResult {
  return html`${claim.text || '(no text)'}\x20<small>${speakersIn(summit, claim)} · ${CERTAINTIES[claim.certainty]}</small>`;
}

function chosenAt({summit}: WriteContext, path: string): readonly string[] {
  const given = valueAt(summit, path);
  return Array.isArray(given) ? (given as readonly string[]) : [];
}

/** Chooses a statement, or removes it if it is chosen. */
function toggle(context: WriteContext, field: PickStatements, id: string): void {
  const {path, isOptional = false, choose} = field;
  const {summit, actions} = context;
  const chosen = chosenAt(context, path);
  const isChosen = chosen.includes(id);
  const claim = summit.claims.find((other) => other.id === id);
  if (choose && claim) {
    choose(claim);
    return;
  }
  const next = isChosen ? chosen.filter((other) => other !== id) : [...chosen, id];
  const said = isChosen ? 'Removed a statement' : 'Added a statement';
  actions.edit(
    said,
    (draft) => {
      setField(draft, path, next.length === 0 && isOptional ? undefined : next);
    },
    {said: `${said}: ${claim?.text ?? id}`},
  );
}

/** Moves the focus to an element once the page is rendered, which the store has planned. */
function focusSoon(id: string): void {
  queueMicrotask(() => {
    document.getElementById(id)?.focus();
  });
}
