import {html, nothing, type TemplateResult} from 'lit';
import type {WriteContext} from '../write-context.js';
import {renderClaim} from './claim-form.js';
import {placesIn, type Paragraph} from './split-article.js';
import {chooseByKey, makeStatement, renderStatementForm} from './statement-form.js';

export interface ParagraphView {
  readonly paragraphs: readonly Paragraph[];
  readonly paragraph: Paragraph;
  readonly index: number;
  /** Id of the article's source. */
  readonly source: string;
  /** Indices of the statements of each place. */
  readonly used: ReadonlyMap<string, readonly number[]>;
}

/** A paragraph: its sentences, the form of a new statement, and the statements that were made from it. */
export function renderParagraph(context: WriteContext, view: ParagraphView): TemplateResult {
  const {paragraph, index, used, source} = view;
  const {statement} = context.state.ui.article;
  const selected = statement?.paragraph === index ? statement : undefined;
  const make = (): void => {
    if (selected) makeStatement(context, source, paragraph.sentences.slice(selected.from, selected.to + 1));
  };
  const made = [...new Set(placesIn(paragraph).flatMap((at) => used.get(at) ?? []))];
  return html`<li class=${paragraph.number === 0 ? 'headline' : nothing}>
    <p>
      <span class="number" aria-hidden="true">${paragraph.number || ''}</span>
      ${paragraph.sentences.map((_, i) => renderSentence(context, view, i, make))}
    </p>
    ${selected ? renderStatementForm(context, selected, make) : nothing}
    ${
      made.length > 0
        ? html`<ul class="entries" role="list">
            ${made.map((claim) => renderClaim(context, claim))}
          </ul>`
        : nothing
    }
  </li>`;
}

function renderSentence(context: WriteContext, view: ParagraphView, i: number, make: () => void): unknown {
  const {paragraph, index, used} = view;
  const {article} = context.state.ui;
  const sentence = paragraph.sentences[i];
  if (!sentence) return nothing;
  const {statement, focused} = article;
  const isSelected = statement?.paragraph === index && i >= statement.from && i <= statement.to;
  const count = used.get(sentence.at)?.length ?? 0;
  const isFocusable = focused.paragraph === index && focused.sentence === i;
  const select = (from: number, to: number, text?: string): void => {
    const whole = paragraph.sentences.slice(from, to + 1).map((one) => one.text);
    context.actions.show({
      article: {
        ...article,
        focused: {paragraph: index, sentence: i},
        statement: {
          by: undefined,
          certainty: undefined,
          newSpeaker: '',
          ...(statement?.paragraph === index ? statement : {}),
          paragraph: index,
          from,
          to,
          text: text ?? whole.join(' '),
        },
      },
    });
  };
  return html`<span
      role="button"
      class="sentence ${count > 0 ? 'used' : ''} ${isSelected ? 'selected' : ''}"
      tabindex=${isFocusable ? '0' : '-1'}
      aria-pressed=${isSelected ? 'true' : 'false'}
      data-sentence="${index}-${i}"
      @click=${(event: MouseEvent) => {
        const marked = markedText(event.currentTarget as Element);
        if (event.shiftKey && statement?.paragraph === index) {
          select(Math.min(i, statement.from), Math.max(i, statement.to));
        } else select(i, i, marked);
      }}
      @keydown=${(event: KeyboardEvent) => {
        const handled = onKey(context, view, i, event.key, event.shiftKey, isSelected, select, make);
        if (handled) event.preventDefault();
      }}
      >${sentence.text}${count > 0 ? html`<span class="unseen">\x20(${count} ${count === 1 ? 'statement' : 'statements'})</span>` : nothing}</span
    >\x20`;
}

/** The part of a sentence that is marked. */
function markedText(sentence: Element): string | undefined {
  const selection = getSelection();
  const text = selection?.toString().replace(/\s+/g, ' ').trim();
  return selection && text && sentence.contains(selection.anchorNode) && sentence.contains(selection.focusNode)
    ? text
    : undefined;
}

function onKey(
  context: WriteContext,
  {paragraphs, paragraph, index}: ParagraphView,
  i: number,
  key: string,
  shift: boolean,
  isSelected: boolean,
  select: (from: number, to: number) => void,
  make: () => void,
): boolean {
  const {article} = context.state.ui;
  if (key === 'Enter' || key === ' ') {
    if (isSelected) make();
    else select(i, i);
    return true;
  }
  if (key === 'Escape') {
    context.actions.show({article: {...article, statement: undefined}});
    return true;
  }
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return isSelected && chooseByKey(context, key);
  if (shift && isSelected && article.statement) {
    const {from, to} = article.statement;
    select(from, Math.min(Math.max(to + step, from), paragraph.sentences.length - 1));
    return true;
  }
  focusSentence(context, nextPlace(paragraphs, index, i, step, key === 'ArrowDown' || key === 'ArrowUp'));
  return true;
}

/** The place of the next sentence, or of the next paragraph. */
function nextPlace(
  paragraphs: readonly Paragraph[],
  index: number,
  i: number,
  step: number,
  byParagraph: boolean,
): string {
  const length = paragraphs[index]?.sentences.length ?? 0;
  if (!byParagraph && i + step >= 0 && i + step < length) return `${String(index)}-${String(i + step)}`;
  const next = index + step;
  const other = paragraphs[next];
  if (!other) return `${String(index)}-${String(i)}`;
  return `${String(next)}-${String(step < 0 && !byParagraph ? other.sentences.length - 1 : 0)}`;
}

function focusSentence({state, actions}: WriteContext, place: string): void {
  const [paragraph = 0, sentence = 0] = place.split('-').map(Number);
  actions.show({article: {...state.ui.article, focused: {paragraph, sentence}}});
  document.querySelector<HTMLElement>(`[data-sentence="${place}"]`)?.focus();
}
