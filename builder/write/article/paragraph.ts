import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {WriteContext} from '../write-context.js';
import type {SentencePlace} from './article-ui.js';
import {renderClaim} from './claim-form.js';
import type {Uses} from './find-uses.js';
import {markedSentences, type MarkedSentences} from './marked-sentences.js';
import type {Paragraph} from './split-article.js';
import {chooseByKey, closeStatement, focusSentence, makeStatement, renderStatementForm} from './statement-form.js';

export interface ParagraphView {
  readonly paragraphs: readonly Paragraph[];
  readonly paragraph: Paragraph;
  readonly index: number;
  /** Id of the article's source. */
  readonly source: string;
  readonly uses: Uses;
  /** The sentence that Tab reaches. */
  readonly focused: SentencePlace;
}

/** A paragraph: its sentences, the form of a new statement, and the statements that were made from it. */
export function renderParagraph(context: WriteContext, view: ParagraphView): TemplateResult {
  const {paragraph, index, uses} = view;
  const {statement} = context.state.ui.article;
  const selected = statement?.paragraph === index ? statement : undefined;
  const made = uses.listed.get(index) ?? [];
  return html`<li class=${paragraph.number === 0 ? 'headline' : nothing}>
    <p
      dir="auto"
      @mousedown=${letMark}
      @click=${(event: MouseEvent) => {
        onClick(context, view, event);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (onKey(context, view, event)) event.preventDefault();
      }}
    >
      <span class="number" aria-hidden="true">${paragraph.number || ''}</span>
      ${paragraph.sentences.map((_, i) => renderSentence(context, view, i))}
    </p>
    ${
      selected
        ? renderStatementForm(context, selected, {
            sentences: textOf(paragraph, selected.from, selected.to),
            make: () => {
              make(context, view);
            },
          })
        : nothing
    }
    ${
      made.length > 0
        ? html`<ul class="entries" role="list">
            ${repeat(
              made,
              (claim) => context.summit.claims[claim]?.id,
              (claim) => renderClaim(context, claim, made),
            )}
          </ul>`
        : nothing
    }
  </li>`;
}

function renderSentence({state}: WriteContext, {paragraph, index, uses, focused}: ParagraphView, i: number): unknown {
  const sentence = paragraph.sentences[i];
  if (!sentence) return nothing;
  const {statement} = state.ui.article;
  const isSelected = statement?.paragraph === index && i >= statement.from && i <= statement.to;
  const count = uses.counts.get(sentence.at) ?? 0;
  return html`<span
      role="button"
      class="sentence ${count > 0 ? 'used' : ''} ${isSelected ? 'selected' : ''}"
      tabindex=${focused.paragraph === index && focused.sentence === i ? '0' : '-1'}
      aria-pressed=${isSelected ? 'true' : 'false'}
      data-sentence="${index}-${i}"
      >${sentence.text}${count > 0 ? html`<span class="unseen">\x20(${count} ${count === 1 ? 'statement' : 'statements'})</span>` : nothing}</span
    >\x20`;
}

function textOf({sentences}: Paragraph, from: number, to: number): string {
  return sentences
    .slice(from, to + 1)
    .map(({text}) => text)
    .join(' ');
}

/** Chromium marks no words by mouse that begin in an element with a tab index, so that it has none while the mouse is down. */
function letMark({target}: Event): void {
  const sentence = (target as Element).closest('.sentence');
  const tabIndex = sentence?.getAttribute('tabindex');
  if (!sentence || !tabIndex) return;
  sentence.removeAttribute('tabindex');
  addEventListener(
    'mouseup',
    () => {
      sentence.setAttribute('tabindex', tabIndex);
    },
    {once: true},
  );
}

/** The index of the sentence in which an event happened. */
function sentenceOf({target}: Event): number | undefined {
  const place = (target as Element).closest<HTMLElement>('.sentence')?.dataset['sentence'];
  return place === undefined ? undefined : Number(place.split('-')[1]);
}

function onClick(context: WriteContext, view: ParagraphView, event: MouseEvent): void {
  const {paragraph, index} = view;
  const {statement} = context.state.ui.article;
  const i = sentenceOf(event);
  const isExtending = event.shiftKey && statement?.paragraph === index;
  const marked = isExtending ? undefined : markedSentences(event.currentTarget as Element);
  if (marked) select(context, view, marked);
  else if (i !== undefined) {
    const from = isExtending ? Math.min(i, statement.from) : i;
    const to = isExtending ? Math.max(i, statement.to) : i;
    select(context, view, {from, to, words: textOf(paragraph, from, to)});
  }
}

/** Begins a statement from these words, or gives the one that is being made other words. */
function select(context: WriteContext, {index}: ParagraphView, {from, to, words}: MarkedSentences): void {
  const {state, actions} = context;
  const {article} = state.ui;
  const {statement} = article;
  getSelection()?.removeAllRanges();
  const isEdited = statement !== undefined && statement.text !== statement.words;
  if (isEdited && statement.paragraph !== index) {
    actions.say('Make the statement that you have begun, or cancel it.');
    document.getElementById('statement-text')?.focus();
    return;
  }
  const kept = statement?.paragraph === index ? statement : undefined;
  actions.show({
    article: {
      ...article,
      focused: {paragraph: index, sentence: to},
      statement: {
        by: undefined,
        certainty: undefined,
        newSpeaker: '',
        isSide: false,
        keepsQuote: false,
        ...kept,
        paragraph: index,
        from,
        to,
        words,
        text: isEdited ? statement.text : words,
      },
    },
    said: kept ? state.ui.said : 'New statement: choose who says it and how certain it is, then press Enter.',
  });
  // There, single keys choose.
  focusSentence({paragraph: index, sentence: to});
}

function make(context: WriteContext, {source, paragraph}: ParagraphView): void {
  const {statement} = context.state.ui.article;
  if (statement) makeStatement(context, source, paragraph.sentences.slice(statement.from, statement.to + 1));
}

/** Handles a key on a sentence. Returns whether it means something. */
function onKey(context: WriteContext, view: ParagraphView, event: KeyboardEvent): boolean {
  const {paragraph, paragraphs, index} = view;
  const {key, shiftKey} = event;
  const i = sentenceOf(event);
  if (i === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  const {statement} = context.state.ui.article;
  const selected = statement?.paragraph === index && i >= statement.from && i <= statement.to ? statement : undefined;
  if (key === 'Enter' || key === ' ') {
    // With caret browsing, words can be marked by keyboard.
    const marked = markedSentences(event.currentTarget as Element);
    if (marked) select(context, view, marked);
    else if (selected) make(context, view);
    else select(context, view, {from: i, to: i, words: textOf(paragraph, i, i)});
    return true;
  }
  if (key === 'Escape' && statement) {
    closeStatement(context);
    return true;
  }
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return selected !== undefined && chooseByKey(context, key);
  if (shiftKey) {
    const from = selected?.from ?? i;
    const to = Math.min(Math.max((selected?.to ?? i) + step, from), paragraph.sentences.length - 1);
    select(context, view, {from, to, words: textOf(paragraph, from, to)});
    return true;
  }
  const focused = nextPlace(paragraphs, index, i, step, key === 'ArrowDown' || key === 'ArrowUp');
  context.actions.show({article: {...context.state.ui.article, focused}});
  focusSentence(focused);
  return true;
}

/** The place of the next sentence, or of the next paragraph. */
function nextPlace(
  paragraphs: readonly Paragraph[],
  index: number,
  i: number,
  step: number,
  byParagraph: boolean,
): SentencePlace {
  if (!byParagraph && paragraphs[index]?.sentences[i + step]) return {paragraph: index, sentence: i + step};
  const other = paragraphs[index + step];
  if (!other) return {paragraph: index, sentence: i};
  return {paragraph: index + step, sentence: step < 0 && !byParagraph ? other.sentences.length - 1 : 0};
}
