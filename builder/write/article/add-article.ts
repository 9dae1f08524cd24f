import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {valueIn} from '../../fields.js';
import {addArticle, setArticle} from '../../store/commands/claims.js';
import {nameOf} from '../../store/labels.js';
import {suggestPublisher} from '../sources/suggest-publisher.js';
import {readDate} from '../fields/read-date.js';
import type {WriteContext} from '../write-context.js';
import {initialArticle, type NewArticle} from './article-ui.js';
import {headlineOf} from './split-article.js';

/** The form for a new article: its text, and who published it. */
export function renderAddArticle(context: WriteContext): TemplateResult {
  const {state, summit, actions} = context;
  const {articles} = state.draft;
  const {added} = state.ui.article;
  const isFirst = Object.keys(articles).length === 0;
  return html`<form
    class="add-article"
    @submit=${(event: Event) => {
      event.preventDefault();
      submit(context);
    }}
  >
    <h2>${isFirst ? 'Paste the article' : 'Another article'}</h2>
    <div class="field">
      <label for="article-text">Text of the article</label>
      <textarea
        id="article-text"
        rows="10"
        required
        aria-describedby="article-hint"
        placeholder="Paste the article here: headline, then the paragraphs"
        .value=${live(added.text)}
        @input=${(event: Event) => {
          change(context, {text: valueIn(event)});
        }}
      ></textarea>
      <p class="hint" id="article-hint">
        It stays in your browser and isn’t part of the file that you publish. Next you choose the sentences that readers
        should see.
      </p>
    </div>
    ${summit.sources.length > 0 ? renderSourcePick(context) : nothing}
    ${added.source ? nothing : renderSourceFields(context)}
    <div class="entry-actions">
      <button type="submit" class="main">Use this article</button>
      ${
        isFirst && summit.claims.length === 0
          ? nothing
          : html`<button
              type="button"
              @click=${() => {
                actions.show({article: {...state.ui.article, isAdding: false, added: initialArticle.added}});
              }}
            >
              Cancel
            </button>`
      }
    </div>
  </form>`;
}

function change({state, actions}: WriteContext, change: Partial<NewArticle>): void {
  const {article} = state.ui;
  actions.show({article: {...article, added: {...article.added, ...change}}});
}

function submit({state, actions}: WriteContext): void {
  const {added} = state.ui.article;
  const [text, title, publisher, url, date] = [added.text, added.title, added.publisher, added.url, added.date].map(
    (given) => given.trim(),
  ) as [string, string, string, string, string];
  if (!text) {
    actions.say('Paste the text of the article first.');
    return;
  }
  let {source} = added;
  actions.edit(
    'Add an article',
    (draft) => {
      if (source) setArticle(draft, source, text);
      else source = addArticle(draft, {text, title: title || headlineOf(text), publisher, url, date: readDate(date)});
    },
    {said: 'Article added. Choose a sentence to make a statement of it.'},
  );
  actions.show({article: {...initialArticle, source}, opened: ''});
  queueMicrotask(() => {
    document.querySelector<HTMLElement>('.sentence[tabindex="0"]')?.focus();
  });
}

/** A file that was opened has sources, whose texts aren't in it. */
function renderSourcePick(context: WriteContext): TemplateResult {
  const {state, summit} = context;
  const {added} = state.ui.article;
  return html`<div class="field">
    <label for="article-source">Source</label>
    <select
      id="article-source"
      @change=${(event: Event) => {
        change(context, {source: valueIn(event)});
      }}
    >
      <option value="" .selected=${live(added.source === '')}>A new source</option>
      ${summit.sources
        .filter(({role}) => role === 'reporting')
        .map(
          (source) =>
            html`<option value=${source.id} .selected=${live(source.id === added.source)}>
              ${nameOf(source)}${state.draft.articles[source.id] === undefined ? '' : ' (replaces its text)'}
            </option>`,
        )}
    </select>
  </div>`;
}

function renderSourceFields(context: WriteContext): TemplateResult {
  const {state, summit} = context;
  const {added} = state.ui.article;
  const publisher = added.publisher ? undefined : suggestPublisher(added.url.trim(), summit.sources);
  return html`<div class="pair">
      ${renderText(context, 'publisher', 'Published by')}
      ${renderText(context, 'date', 'Date', {isOptional: true, placeholder: 'YYYY-MM-DD'})}
    </div>
    <div class="pair">
      ${renderText(context, 'title', 'Headline', {isOptional: true, placeholder: headlineOf(added.text) || 'The first line'})}
      ${renderText(context, 'url', 'Address', {isOptional: true, placeholder: 'https://', mode: 'url'})}
    </div>
    ${
      publisher === undefined
        ? nothing
        : html`<p class="hint">
            Suggested publisher, because of the address:
            <button
              type="button"
              class="small"
              @click=${() => {
                change(context, {publisher});
                document.getElementById('article-publisher')?.focus();
              }}
            >
              ${publisher}
            </button>
          </p>`
    }`;
}

interface Options {
  readonly isOptional?: boolean;
  readonly placeholder?: string;
  readonly mode?: 'url';
}

function renderText(
  context: WriteContext,
  key: 'publisher' | 'date' | 'title' | 'url',
  label: string,
  {isOptional = false, placeholder, mode}: Options = {},
): TemplateResult {
  const id = `article-${key}`;
  return html`<div class="field">
    <label for=${id}>${label}${isOptional ? html`\x20<small>optional</small>` : nothing}</label>
    <input
      id=${id}
      autocomplete="off"
      inputmode=${mode ?? nothing}
      placeholder=${placeholder ?? nothing}
      .value=${live(context.state.ui.article.added[key])}
      @input=${(event: Event) => {
        change(context, {[key]: valueIn(event)});
      }}
    />
  </div>`;
}
