import {html, nothing, type TemplateResult} from 'lit';
import {addArticle} from '../../store/commands/claims.js';
import type {WriteContext} from '../write-context.js';
import {initialArticle} from './article-ui.js';
import {headlineOf} from './split-article.js';

/** The form for a new article: its text, and who published it. */
export function renderAddArticle({state, summit, actions}: WriteContext): TemplateResult {
  const isFirst = Object.keys(state.draft.articles).length === 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement).value.trim();
    const text = given('article');
    const details = {
      text,
      title: given('title') || headlineOf(text) || 'Untitled article',
      publisher: given('publisher'),
      url: given('url'),
      date: given('date'),
    };
    let source = '';
    actions.edit(
      'Add an article',
      (draft) => {
        source = addArticle(draft, details);
      },
      {said: 'Article added. Choose a sentence to make a statement of it.'},
    );
    actions.show({article: {...initialArticle, source}});
    form.reset();
  };
  return html`<form class="add-article" @submit=${submit}>
    <h2>${isFirst ? 'Paste the article' : 'Another article'}</h2>
    <div class="field">
      <label for="article-text">Text of the article</label>
      <textarea
        id="article-text"
        name="article"
        rows="10"
        required
        aria-describedby="article-hint"
        placeholder="Headline, then the paragraphs"
      ></textarea>
      <p class="hint" id="article-hint">
        It stays in your browser and isn’t part of the file that you publish. It is split into sentences, so that each
        statement knows its place.
      </p>
    </div>
    <div class="pair">
      <div class="field"><label for="article-publisher">Published by</label><input id="article-publisher" name="publisher" autocomplete="off" /></div>
      <div class="field"><label for="article-date">Date <small>optional</small></label><input id="article-date" name="date" autocomplete="off" placeholder="YYYY-MM-DD" /></div>
    </div>
    <div class="pair">
      <div class="field"><label for="article-title">Headline, if the text doesn’t begin with it</label><input id="article-title" name="title" autocomplete="off" /></div>
      <div class="field"><label for="article-url">Address <small>optional</small></label><input id="article-url" name="url" inputmode="url" autocomplete="off" placeholder="https://" /></div>
    </div>
    <div class="entry-actions">
      <button type="submit" class="main">Use this article</button>
      ${
        isFirst && summit.claims.length === 0
          ? nothing
          : html`<button
              type="button"
              @click=${() => {
                actions.show({article: {...state.ui.article, isAdding: false}});
              }}
            >
              Cancel
            </button>`
      }
    </div>
  </form>`;
}
