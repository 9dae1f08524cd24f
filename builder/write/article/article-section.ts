import {html, nothing, type TemplateResult} from 'lit';
import {valueIn} from '../../fields.js';
import {addEntry} from '../../store/commands/entries.js';
import type {Summit} from '../../../src/data/summit.js';
import type {WriteContext} from '../write-context.js';
import {renderAddArticle} from './add-article.js';
import {renderClaim} from './claim-form.js';
import {renderParagraph} from './paragraph.js';
import {placesIn, splitArticle, type Paragraph} from './split-article.js';

/** The article, sentence by sentence, and the statements that are made from it. */
export function renderArticle(context: WriteContext): TemplateResult {
  const {state, summit} = context;
  const {articles} = state.draft;
  const ids = summit.sources.map(({id}) => id).filter((id) => articles[id] !== undefined);
  const {article} = state.ui;
  const source = ids.includes(article.source) ? article.source : ids[0];
  if (article.isAdding || (source === undefined && summit.claims.length === 0)) return renderAddArticle(context);
  const paragraphs = source === undefined ? [] : paragraphsOf(summit, source, articles[source] ?? '');
  const used = claimsByPlace(summit, source);
  const shown = new Set(paragraphs.flatMap((paragraph) => placesIn(paragraph).flatMap((at) => used.get(at) ?? [])));
  const others = summit.claims.flatMap((_, i) => (shown.has(i) ? [] : [i]));
  return html`<h2>Article</h2>
    ${renderChooser(context, ids, source)}
    ${source === undefined ? nothing : renderProgress(paragraphs, used)}
    ${
      source === undefined
        ? nothing
        : html`<ol class="article" role="list" lang=${summit.lang} dir="auto">
            ${paragraphs.map((paragraph, i) => renderParagraph(context, {paragraphs, paragraph, index: i, source, used}))}
          </ol>`
    }
    ${renderOthers(context, others, source === undefined)}`;
}

/** The last article that was split: rendering happens with every keystroke. */
let last: {readonly text: string; readonly key: string; readonly paragraphs: readonly Paragraph[]} | undefined;

function paragraphsOf({sources, lang}: Summit, source: string, text: string): readonly Paragraph[] {
  const title = sources.find(({id}) => id === source)?.title ?? '';
  const key = `${lang}\n${title}`;
  if (last?.text !== text || last.key !== key) last = {text, key, paragraphs: splitArticle(text, title, lang)};
  return last.paragraphs;
}

/** The statements of each place in a source, by index. */
function claimsByPlace({claims}: Summit, source: string | undefined): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, {refs}] of claims.entries()) {
    for (const ref of refs) {
      if (ref.source !== source || !ref.at) continue;
      const found = places.get(ref.at);
      if (found) found.push(i);
      else places.set(ref.at, [i]);
    }
  }
  return places;
}

function renderChooser(
  {state, summit, actions}: WriteContext,
  ids: readonly string[],
  source: string | undefined,
): TemplateResult {
  return html`<div class="chooser">
    ${
      ids.length > 1
        ? html`<select
            aria-label="Article"
            @change=${(event: Event) => {
              actions.show({article: {...state.ui.article, source: valueIn(event), statement: undefined}});
            }}
          >
            ${ids.map(
              (id) =>
                html`<option value=${id} ?selected=${id === source}>
                  ${summit.sources.find((one) => one.id === id)?.title}
                </option>`,
            )}
          </select>`
        : nothing
    }
    <button
      type="button"
      @click=${() => {
        actions.show({article: {...state.ui.article, isAdding: true, statement: undefined}});
      }}
    >
      ${ids.length > 0 ? 'Add another article' : 'Paste an article'}
    </button>
  </div>`;
}

function renderProgress(paragraphs: readonly Paragraph[], used: ReadonlyMap<string, unknown>): TemplateResult {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const count = sentences.filter(({at}) => used.has(at)).length;
  return html`<p class="hint">
    ${count} of ${sentences.length} sentences used. Click a sentence, or mark a part of it, to make a statement. By
    keyboard: arrow keys, then Enter.
  </p>`;
}

function renderOthers(context: WriteContext, others: readonly number[], isOnly: boolean): TemplateResult {
  const {actions, summit} = context;
  return html`<section>
    ${others.length > 0 ? html`<h3>${isOnly ? 'Statements' : 'Statements from other places'}</h3>` : nothing}
    <ul class="entries" role="list">
      ${others.map((index) => renderClaim(context, index))}
    </ul>
    <button
      type="button"
      @click=${() => {
        const path = `claims[${String(summit.claims.length)}]`;
        actions.edit(
          'Add a statement',
          (draft) => {
            const source = draft.summit.sources[0]?.id ?? '';
            addEntry(draft, 'claims', '', {text: '', certainty: '' as 'stated', refs: [{source}]});
          },
          {said: 'A new statement. Fill in its fields.'},
        );
        actions.goTo(`${path}.text`);
      }}
    >
      Add a statement without the article
    </button>
  </section>`;
}
