import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {valueIn} from '../../fields.js';
import {addClaim} from '../../store/commands/claims.js';
import {nameOf} from '../../store/labels.js';
import type {WriteContext} from '../write-context.js';
import type {NewStatement, SentencePlace} from './article-ui.js';
import {certainties} from './claim-form.js';
import type {Sentence} from './split-article.js';
import {quotedWords} from './quoted-words.js';
import {suggestCertainty, suggestSpeaker} from './suggest-certainty.js';

/** Speakers that have a key of their own: 1 to 9. 0 is the article itself. */
const MAX_KEYS = 9;

/** Changes the statement that is being made. */
function changeStatement({state, actions}: WriteContext, change: Partial<NewStatement>): void {
  const {article} = state.ui;
  if (article.statement) actions.show({article: {...article, statement: {...article.statement, ...change}}});
}

/** Ends the form without a statement, and moves the focus back to its sentence. */
export function closeStatement({state, actions}: WriteContext): void {
  const {article} = state.ui;
  actions.show({article: {...article, statement: undefined}});
  focusSentence(article.focused);
}

/** Moves the focus to a sentence. */
export function focusSentence({paragraph, sentence}: SentencePlace): void {
  document.querySelector<HTMLElement>(`[data-sentence="${String(paragraph)}-${String(sentence)}"]`)?.focus();
}

/** The quotation that a text written by the editor shortens or leaves out; empty if there is none. */
function quoteOf({text, words}: NewStatement): string {
  const quoted = text === words ? '' : quotedWords(words);
  return text.includes(quoted) ? '' : quoted;
}

/** What is still missing, in words; empty if the statement can be made. */
function missingIn({text, by, newSpeaker, certainty}: NewStatement): string {
  const missing = [
    text.trim() ? '' : 'its text',
    by === undefined && !newSpeaker.trim() ? 'who says it' : '',
    certainty ? '' : 'how certain it is',
  ].filter(Boolean);
  return missing.length > 0 ? `Still to choose: ${missing.join(', ')}.` : '';
}

/** Makes the statement. */
export function makeStatement(context: WriteContext, source: string, sentences: readonly Sentence[]): void {
  const {state, actions, summit} = context;
  const {article} = state.ui;
  const {statement} = article;
  if (!statement) return;
  const {certainty} = statement;
  const quote = statement.keepsQuote && quoteOf(statement);
  const missing = missingIn(statement);
  if (missing || !certainty) {
    actions.say(missing);
    return;
  }
  actions.edit(
    'Make a statement',
    (draft) => {
      addClaim(draft, {
        text: statement.text.replace(/\s+/g, ' ').trim(),
        by: statement.by ?? '',
        newSpeaker: statement.newSpeaker.trim(),
        isSide: statement.isSide,
        certainty,
        refs: sentences.map(({at}) => ({source, at})),
        ...(quote ? {quote: {text: quote, lang: summit.lang}} : {}),
      });
    },
    {said: `Statement made, ${String(summit.claims.length + 1)} in all.`},
  );
  closeStatement(context);
}

/** Chooses by a single key. Returns whether the key means something. */
export function chooseByKey(context: WriteContext, key: string): boolean {
  const certainty = certainties.find((one) => one.key === key.toLowerCase());
  const actor = /^[1-9]$/.test(key) ? context.summit.actors[Number(key) - 1] : undefined;
  if (certainty) changeStatement(context, {certainty: certainty.value});
  else if (actor) changeStatement(context, {by: actor.id, newSpeaker: ''});
  else if (key === '0') changeStatement(context, {by: '', newSpeaker: ''});
  else return false;
  return true;
}

export interface StatementForm {
  /** The whole sentences that the statement is from: they may name the speaker outside the selected words. */
  readonly sentences: string;
  readonly make: () => void;
}

/** The form under the paragraph: text, speaker, certainty. */
export function renderStatementForm(
  context: WriteContext,
  statement: NewStatement,
  {sentences, make}: StatementForm,
): TemplateResult {
  const {summit} = context;
  const certainty = suggestCertainty(sentences, summit.lang);
  const speaker = suggestSpeaker(sentences, summit.actors, summit.lang);
  const quote = quoteOf(statement);
  const close = (): void => {
    closeStatement(context);
  };
  return html`<form
    class="new-statement"
    aria-label="New statement"
    @submit=${(event: Event) => {
      event.preventDefault();
      make();
    }}
    @keydown=${(event: KeyboardEvent) => {
      const target = event.target as Element;
      const isTyping = target.matches('input:not([type=radio], [type=checkbox]), textarea');
      if (event.isComposing) return;
      if (event.key === 'Escape') close();
      // A statement has no lines, so that Enter has no other meaning in its field.
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || target.matches('textarea'))) make();
      else if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !chooseByKey(context, event.key)) return;
      event.preventDefault();
    }}
  >
    <div class="field">
      <label for="statement-text">Statement, in your words if you like</label>
      <textarea
        id="statement-text"
        rows="3"
        .value=${live(statement.text)}
        @input=${(event: Event) => {
          changeStatement(context, {text: valueIn(event)});
        }}
      ></textarea>
    </div>
    ${
      quote
        ? html`<label class="option">
            <input
              type="checkbox"
              .checked=${live(statement.keepsQuote)}
              @change=${(event: Event) => {
                changeStatement(context, {keepsQuote: (event.currentTarget as HTMLInputElement).checked});
              }}
            />
            <span>Keep the original words with it: “<span lang=${summit.lang}>${quote}</span>”</span>
          </label>`
        : nothing
    }
    <fieldset class="choices">
      <legend>Who says it</legend>
      ${renderChoice('speaker', '', 'The article itself', '0', statement.by === '' && !statement.newSpeaker, () => {
        changeStatement(context, {by: '', newSpeaker: ''});
      })}
      ${summit.actors.map((actor, i) =>
        renderChoice(
          'speaker',
          actor.id,
          nameOf(actor),
          i < MAX_KEYS ? String(i + 1) : '',
          statement.by === actor.id && !statement.newSpeaker,
          () => {
            changeStatement(context, {by: actor.id, newSpeaker: ''});
          },
        ),
      )}
      <label class="new-speaker"
        >Somebody else:\x20<input
          autocomplete="off"
          .value=${live(statement.newSpeaker)}
          @input=${(event: Event) => {
            changeStatement(context, {newSpeaker: valueIn(event), by: undefined});
          }}
      /></label>
      ${
        statement.newSpeaker.trim()
          ? html`<label class="option new-side">
              <input
                type="checkbox"
                .checked=${live(statement.isSide)}
                @change=${(event: Event) => {
                  changeStatement(context, {isSide: (event.currentTarget as HTMLInputElement).checked});
                }}
              />
              <span>A side of the talks <small>with a column in “Who wants what”</small></span>
            </label>`
          : nothing
      }
      ${speaker && statement.by === undefined && !statement.newSpeaker ? html`<p class="hint">Suggested: ${nameOf(summit.actors.find(({id}) => id === speaker.value) ?? {id: ''})}, because of “${speaker.because}”.</p>` : nothing}
    </fieldset>
    <fieldset class="choices certainties">
      <legend>How certain it is</legend>
      ${certainties.map(({value, label, key, hint}) =>
        renderChoice(
          'certainty',
          value,
          label,
          key.toUpperCase(),
          statement.certainty === value,
          () => {
            changeStatement(context, {certainty: value});
          },
          hint,
        ),
      )}
      ${certainty && !statement.certainty ? html`<p class="hint">Suggested: ${certainty.value}, because of “${certainty.because}”. You decide.</p>` : nothing}
    </fieldset>
    <div class="entry-actions">
      <button type="submit" class="main">Make the statement</button>
      <button type="button" @click=${close}>Cancel</button>
      <p class="hint" role="status">${missingIn(statement)}</p>
    </div>
  </form>`;
}

function renderChoice(
  name: string,
  value: string,
  label: string,
  key: string,
  isChosen: boolean,
  choose: () => void,
  hint = '',
): TemplateResult {
  return html`<label class="option">
    <input type="radio" name="statement-${name}" value=${value} .checked=${live(isChosen)} @change=${choose} />
    <span>${label}${key ? html`\x20<kbd>${key}</kbd>` : nothing}${hint ? html`\x20<small>${hint}</small>` : nothing}</span>
  </label>`;
}
