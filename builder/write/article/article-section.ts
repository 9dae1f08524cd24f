import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Summit} from '../../../src/data/summit.js';
import {valueIn} from '../../fields.js';
import {addEntry} from '../../store/commands/entries.js';
import {renderAdd} from '../fields/add-field.js';
import type {WriteContext} from '../write-context.js';
import {renderAddArticle} from './add-article.js';
import {initialArticle, type SentencePlace} from './article-ui.js';
import {renderClaim} from './claim-form.js';
import {findUses} from './find-uses.js';
import {renderParagraph} from './paragraph.js';
import {splitArticle, type Paragraph} from './split-article.js';

/** The article, sentence by sentence, and the statements that are made from it. */
export function renderArticle(context: WriteContext): TemplateResult {
  const {state, summit} = context;
  const {articles} = state.draft;
  const ids = summit.sources.map(({id}) => id).filter((id) => articles[id] !== undefined);
  const {article, opened} = state.ui;
  const source = ids.includes(article.source) ? article.source : ids[0];
  const all = summit.claims.map((_, i) => i);
  if (source === undefined && all.length === 0) return html`${renderAddArticle(context)} ${renderAdding(context)}`;
  // A message of the check leads to the form of its statement.
  if (article.isAdding && !opened.startsWith('claims[')) return renderAddArticle(context);
  if (source === undefined) {
    return html`<h2>Statements</h2>
      ${renderChooser(context, ids, source)} ${renderClaims(context, all)} ${renderAdding(context)}`;
  }
  const paragraphs = paragraphsOf(summit, source, articles[source] ?? '');
  const uses = findUses(summit.claims, source, paragraphs);
  const focused = closestTo(article.focused, paragraphs);
  return html`<h2>Article</h2>
    ${renderChooser(context, ids, source)}
    <p class="hint">
      ${uses.usedCount} of ${uses.sentenceCount} sentences used. Click a sentence, or mark a part of it, to make a
      statement. By keyboard: arrow keys, then Enter; Shift and an arrow key for several sentences.
    </p>
    <ol class="article" role="list" lang=${summit.lang}>
      ${paragraphs.map((paragraph, index) => renderParagraph(context, {paragraphs, paragraph, index, source, uses, focused}))}
    </ol>
    ${uses.others.length > 0 ? html`<h3>Statements from other places</h3>` : nothing}
    ${renderClaims(context, uses.others)} ${renderAdding(context)}`;
}

/** The last article that was split: rendering happens with every keystroke. */
let last: {readonly text: string; readonly key: string; readonly paragraphs: readonly Paragraph[]} | undefined;

function paragraphsOf({sources, lang}: Summit, source: string, text: string): readonly Paragraph[] {
  const title = sources.find(({id}) => id === source)?.title ?? '';
  const key = `${lang}\n${title}`;
  if (last?.text !== text || last.key !== key) last = {text, key, paragraphs: splitArticle(text, title, lang)};
  return last.paragraphs;
}

/** The sentence that Tab reaches. There always is one, also if the text is another one than before. */
function closestTo(place: SentencePlace, paragraphs: readonly Paragraph[]): SentencePlace {
  return paragraphs[place.paragraph]?.sentences[place.sentence] ? place : initialArticle.focused;
}

function renderChooser(
  {state, summit, actions}: WriteContext,
  ids: readonly string[],
  source: string | undefined,
): TemplateResult {
  const {article} = state.ui;
  const titles = new Map(
    summit.sources.map(({id, title, publisher}) => [id, [publisher, title].filter(Boolean).join(': ')]),
  );
  return html`<div class="chooser">
    ${
      ids.length > 1
        ? html`<select
            aria-label="Article"
            @change=${(event: Event) => {
              const {focused} = initialArticle;
              actions.show({article: {...article, source: valueIn(event), focused, statement: undefined}});
            }}
          >
            ${ids.map((id) => html`<option value=${id} .selected=${live(id === source)}>${titles.get(id)}</option>`)}
          </select>`
        : nothing
    }
    <button
      type="button"
      @click=${() => {
        actions.show({article: {...article, isAdding: true}, opened: ''});
        queueMicrotask(() => {
          document.getElementById('article-text')?.focus();
        });
      }}
    >
      ${ids.length > 0 ? 'Add another article' : 'Paste an article'}
    </button>
  </div>`;
}

function renderClaims(context: WriteContext, indices: readonly number[]): TemplateResult {
  return html`<ul class="entries" role="list">
    ${repeat(
      indices,
      (index) => context.summit.claims[index]?.id,
      (index) => renderClaim(context, index, indices),
    )}
  </ul>`;
}

/** A statement may be written without an article. */
function renderAdding({summit, actions}: WriteContext): TemplateResult {
  return renderAdd({
    id: 'new-claim',
    label: 'Write a statement without the article',
    hint: 'From a speech, a document, or a report that you don’t want to paste.',
    add: (text) => {
      actions.edit(
        'Add a statement',
        (draft) => {
          const [source] = draft.summit.sources;
          const refs = source ? [{source: source.id}] : [];
          // The editor chooses the certainty; until then the check asks for it.
          addEntry(draft, 'claims', text, {text, certainty: '' as 'stated', refs});
        },
        {said: 'A new statement. Choose who says it and how certain it is.'},
      );
      actions.goTo(`claims[${String(summit.claims.length)}].certainty`);
    },
  });
}
