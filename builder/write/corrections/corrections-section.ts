import {html, nothing, type TemplateResult} from 'lit';
import {draftLanguages, draftMessages} from '../../../src/authoring/draft-messages.js';
import {withdrawnClaims} from '../../../src/data/withdrawn-claims.js';
import {restoreClaim, setNote, withdrawClaim, type EntryKind} from '../../store/commands/changes.js';
import {listDifferences, type Difference} from '../../store/list-differences.js';
import {today} from '../../store/today.js';
import {renderAddSelect} from '../fields/add-select.js';
import {DATA_FILES, renderFile} from '../fields/file-field.js';
import {renderProblem} from '../fields/problem.js';
import type {WriteContext} from '../write-context.js';
import {choosePublished, fetchPublished} from './load-published.js';
import {renderLog} from './log-entries.js';

const CHOICES: readonly (readonly [kind: EntryKind, label: string])[] = [
  ['correction', 'We were wrong'],
  ['update', 'This is new'],
  ['superseded', 'Overtaken since'],
  ['withdrawal', 'Withdraw'],
];

/** The published edition, what differs from it, and the log of changes. */
export function renderCorrections(context: WriteContext): TemplateResult {
  const {summit, state} = context;
  const {published} = state.ui.corrections;
  const {isFallback} = draftMessages(summit.lang);
  return html`<h2>Corrections</h2>
    <p class="hint">
      Readers see the log of changes under the boxes. Compare the draft with the published edition: for each difference,
      choose what the log says.
    </p>
    ${renderChoice(context)}
    ${
      isFallback && published
        ? html`<p class="hint">
            There are no notes in the language of this summit. They are drafted in English: write them in its language. There are
            notes in ${draftLanguages.join(', ')}.
          </p>`
        : nothing
    }
    ${published ? renderDifferences(context, published.summit) : nothing} ${renderWithdraw(context)}
    ${renderLog(context)}`;
}

function renderChoice(context: WriteContext): TemplateResult {
  const {state, actions} = context;
  const {published, problem, isLoading} = state.ui.corrections;
  return html`${
    published
      ? html`<p>
            Compared with “${published.name}”, edition ${published.summit.revision}. The draft is edition
            ${context.summit.revision}.\x20
            <button
              type="button"
              class="small"
              @click=${() => {
                actions.show({corrections: {published: undefined, problem: undefined, isLoading: false}});
              }}
            >
              Compare with another edition
            </button>
          </p>`
      : html`<div class="choose-edition">
            ${renderFile({
              id: 'published-file',
              label: 'File of the published edition',
              accept: DATA_FILES,
              isDisabled: isLoading,
              hint: 'YAML or JSON, chosen or dropped here.',
              take: (file) => {
                void choosePublished(context, file);
              },
            })}
            <form
              class="field"
              @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                const field = (event.currentTarget as HTMLFormElement).querySelector('input');
                if (field?.value.trim()) void fetchPublished(context, field.value.trim());
              }}
            >
              <label for="published-address">Or its address</label>
              <div class="add-line">
                <input
                  id="published-address"
                  inputmode="url"
                  autocomplete="off"
                  placeholder="https://"
                  aria-describedby="published-address-hint"
                />
                <button ?disabled=${isLoading}>Load</button>
              </div>
              <p class="hint" id="published-address-hint">A public JSON file. It is fetched once, when you choose Load.</p>
            </form>
          </div>`
  }
    ${renderProblem(isLoading ? {message: 'Loading …', issues: []} : problem)}`;
}

function renderDifferences(context: WriteContext, published: WriteContext['summit']): TemplateResult {
  const {shown, others} = listDifferences(published, context.summit);
  const open = shown.filter(({entry}) => entry === undefined).length;
  return html`<h3 id="differences-heading">Differences</h3>
    <p role="status">
      ${
        shown.length === 0
          ? 'No text differs from the published edition.'
          : `${shown.length === 1 ? '1 difference' : `${String(shown.length)} differences`}, ${String(open)} without a note.`
      }
    </p>
    <ul class="differences" role="list" aria-labelledby="differences-heading">
      ${shown.map((difference) => renderDifference(context, published, difference))}
    </ul>
    ${
      others.length > 0
        ? html`<details>
            <summary>Also changed, without a text: ${others.length}</summary>
            <ul>
              ${others.map((name) => html`<li>${name}</li>`)}
            </ul>
          </details>`
        : nothing
    }`;
}

function renderDifference(
  context: WriteContext,
  published: WriteContext['summit'],
  difference: Difference,
): TemplateResult {
  const {summit, actions} = context;
  const {path, claim, kind, name, before, after, entry} = difference;
  const chosen = entry === undefined ? undefined : summit.changes[entry]?.kind;
  const isGone = claim !== undefined && !summit.claims.some(({id}) => id === claim);
  const id = `difference-${path.replace(/[^\w-]+/g, '-')}`;
  const choose = (next: EntryKind | undefined, label: string): void => {
    actions.edit(
      `${label}: ${name}`,
      (draft) => {
        setNote(draft, published, difference, next, today());
      },
      {said: next ? 'The note is in the log below.' : 'The difference has no note.'},
    );
  };
  const what =
    kind === 'changed' ? 'changed' : kind === 'added' ? 'new' : isGone || claim === undefined ? 'removed' : 'withdrawn';
  return html`<li class="difference">
    <p id=${id}><strong>${name}</strong> <span class="mark">${what}</span></p>
    <div class="versions" lang=${summit.lang}>
      ${before === undefined ? nothing : html`<p><span class="unseen" lang="en">Before:\x20</span><del>${before}</del></p>`}
      ${after === undefined || what === 'withdrawn' ? nothing : html`<p><span class="unseen" lang="en">Now:\x20</span>${before === after ? after : html`<ins>${after}</ins>`}</p>`}
    </div>
    ${before === after && kind === 'changed' ? html`<p class="hint">Its words are the same; who says it, how certain it is or its source differs.</p>` : nothing}
    <div class="choices" role="group" aria-labelledby=${id}>
      ${CHOICES.filter(([option]) => isOffered(option, difference, isGone)).map(([option, label]) =>
        renderButton(label, chosen === option, () => {
          choose(option, label);
        }),
      )}
      ${renderButton('No note', chosen === undefined, () => {
        choose(undefined, 'No note');
      })}
      ${
        isGone
          ? html`<button
              type="button"
              class="small"
              @click=${() => {
                actions.edit('Put the statement back', (draft) => {
                  restoreClaim(draft, published, claim);
                });
              }}
            >
              Put it back
            </button>`
          : nothing
      }
    </div>
  </li>`;
}

/** A statement that isn't in the file any more can only be withdrawn; only what was published can be overtaken. */
function isOffered(kind: EntryKind, {claim, kind: difference}: Difference, isGone: boolean): boolean {
  if (kind === 'withdrawal') return claim !== undefined && difference !== 'added';
  if (isGone) return false;
  return kind !== 'superseded' || difference !== 'added';
}

function renderButton(label: string, isChosen: boolean, choose: () => void): TemplateResult {
  return html`<button type="button" class="small" aria-pressed=${isChosen ? 'true' : 'false'} @click=${choose}>${label}</button>`;
}

/** Withdraws any statement, also one that doesn't differ. */
function renderWithdraw({summit, actions}: WriteContext): unknown {
  const withdrawn = withdrawnClaims(summit);
  const options = summit.claims.filter(({id}) => !withdrawn.has(id));
  if (options.length === 0) return nothing;
  return html`<div class="field">
    <label for="withdraw">Withdraw a statement</label>
    ${renderAddSelect({
      id: 'withdraw',
      prompt: 'Choose …',
      describedBy: 'withdraw-hint',
      options: options.map(({id, text}) => ({value: id, label: text})),
      add: (id) => {
        actions.edit(
          'Withdraw a statement',
          (draft) => {
            withdrawClaim(draft, id, today());
          },
          {said: 'Withdrawn. The note is in the log below.'},
        );
      },
    })}
    <p class="hint" id="withdraw-hint">It stays in the file, but no box shows it.</p>
  </div>`;
}
