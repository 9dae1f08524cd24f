import type {Deadline, Figure, Meeting, Outcome} from '../data/summit.js';
import {formatDate, formatTime, numberingSystem} from '../format/format-date.js';
import {listSeparator} from '../format/format-list.js';
import type {CustomDataMessages} from '../format/message-types.js';
import type {Messages} from '../format/messages.js';
import type {RenderContext} from './render-context.js';

// How a summit went: outcomes, figures, meetings, deadlines, related summits. Loaded only for data that have them. This
// module must not import a module of the entry, for the reason given in `custom-data.ts`.

/** A context with the messages for custom data. */
export interface ResultsContext extends RenderContext {
  readonly messages: CustomDataMessages & Messages;
}

/** Makes the fields of a context that show results. */
export function addResults<Context extends ResultsContext>(context: Context): Context {
  const {summit, messages} = context;
  const {outcomes = [], figures = [], meetings = [], deadlines = [], related = []} = summit;
  const claims = new Map(summit.claims.map((claim) => [claim.id, claim]));
  const full: Context = {
    ...context,
    resultClaims: (topic) =>
      [
        ...outcomes.filter((outcome) => outcome.topic === topic),
        ...figures.filter((figure) => figure.topic === topic).flatMap(({items}) => items),
        ...(topic ? [] : [...meetings, ...deadlines]),
      ].flatMap((view) => view.claims.flatMap((id) => claims.get(id) ?? [])),
    renderResults: (topic) => [
      ...outcomes.filter((outcome) => outcome.topic === topic).map((outcome) => renderOutcome(full, outcome)),
      ...figures.filter((figure) => figure.topic === topic).map((figure) => renderFigure(full, figure)),
    ],
    get answers() {
      return {
        first: renderAnswer(
          full,
          messages.outcome,
          outcomes.filter(({topic}) => !topic).map((outcome) => renderOutcome(full, outcome)),
        ),
        last: [
          ...figures
            .filter(({topic}) => !topic)
            .map((figure) => renderAnswer(full, full.formatText(figure.label), [renderFigure(full, figure, true)])),
          renderAnswer(
            full,
            messages.meetings,
            meetings.map((meeting) => renderMeeting(full, meeting)),
          ),
          renderAnswer(
            full,
            messages.deadlines,
            deadlines.map((deadline) => renderDeadline(full, deadline)),
          ),
          renderAnswer(
            full,
            messages.related,
            related.map(({title, url}) => full.html`<p>${full.renderLink(url, full.formatText(title), '')}</p>`),
          ),
        ],
      };
    },
  };
  return full;
}

/** Renders a row of the fact box. */
function renderAnswer({html}: ResultsContext, question: unknown, parts: readonly unknown[]): unknown {
  if (parts.length === 0) return '';
  return html`
    <div class="group fact">
      <dt class="sub">${question}</dt>
      <dd>${parts}</dd>
    </div>
  `;
}

function renderOutcome(context: ResultsContext, {value, ...outcome}: Outcome): unknown {
  const {html, messages} = context;
  const head = outcome.topic ? html`<b>${messages.outcome}</b>\x20` : '';
  return html`
    <p class="who small">${head}<span class="stance ${value}">${messages.label(value)}</span></p>
    ${context.renderView(context, outcome)}
  `;
}

/** Renders numbers as a table: a row for each, with a bar in proportion to the total or the largest number. */
function renderFigure(context: ResultsContext, figure: Figure, isTitled = false): unknown {
  const {html, messages, summit} = context;
  const {label, unit, currency, total, items} = figure;
  const format = makeFormat(messages.lang, currency);
  const whole = Math.max(total?.value ?? 0, ...items.map(({value}) => value)) || 1;
  const amount = (value: number): unknown => [format(value), unit && ['\u00a0', context.formatText(unit)]];
  const actors = new Map(summit.actors.map((actor) => [actor.id, actor]));
  return html`
    ${isTitled ? '' : html`<p class="who small"><b>${context.formatText(label)}</b></p>`}
    <div class="figure" role="table" aria-label=${label}>
      ${items.map(({actor, label, value, condition, ...item}) => {
        const owner = actors.get(actor ?? '');
        const name = [owner && (owner.shortName ?? owner.name), label]
          .filter(Boolean)
          .flatMap((part, i) => [i > 0 ? listSeparator(messages.lang) : '', context.formatText(part)]);
        return html`
          <div role="rowgroup">
            <p role="row" class="who">
              <b role="rowheader">${name}</b> <span role="cell" class="amount">${amount(value)}</span>${
                condition
                  ? html`\x20<span role="cell" class="muted small">${messages.condition}${messages.colon}${context.formatText(condition)}</span>`
                  : ''
              }
            </p>
            <svg aria-hidden="true" width="100%" height="6" viewBox="0 0 100 1" preserveAspectRatio="none" fill="currentColor" fill-opacity="0.45">
              <rect width=${(value / whole) * 100} height="1"></rect>
            </svg>
            <div role="row"><div role="cell">${context.renderView(context, {...item, label: undefined})}</div></div>
          </div>
        `;
      })}
    </div>
    ${total ? html`<p class="small muted">${context.formatText(total.label)}${messages.colon}${amount(total.value)}</p>` : ''}
  `;
}

function makeFormat(lang: string, currency: string | undefined): (value: number) => string {
  const format = new Intl.NumberFormat(lang, {
    maximumFractionDigits: 2,
    numberingSystem: numberingSystem(lang),
    ...(currency && {style: 'currency' as const, currency, minimumFractionDigits: 0}),
  });
  return (value) => format.format(value);
}

function renderMeeting(context: ResultsContext, {place, start, end, status, label, ...meeting}: Meeting): unknown {
  const {html, messages} = context;
  const parts = [
    label && html`<b>${context.formatText(label)}</b>`,
    html`<span>${context.formatText(place)}</span>`,
    html`<span>${formatDate(messages.lang, start, end)}</span>`,
    status && html`<span class="muted">${messages.label(status)}</span>`,
  ];
  return html`
    <p class="who line">${parts.filter(Boolean).map((part) => [part, ' '])}</p>
    ${context.renderView(context, meeting)}
  `;
}

function renderDeadline(context: ResultsContext, {at, zone, ...deadline}: Deadline): unknown {
  const {html, messages} = context;
  const [day = '', time] = at.split('T');
  return html`
    <p class="who line">
      <b>${formatDate(messages.lang, day)}</b> ${time ? html`<span>${formatClock(messages.lang, time)}</span>\x20` : ''}${
        zone ? html`<span>${context.formatText(zone)}</span>` : ''
      }
    </p>
    ${context.renderView(context, deadline)}
  `;
}

/** Formats a local time such as 14:05. */
function formatClock(lang: string, time: string): string {
  return formatTime(lang, new Date(`2000-01-01T${time}Z`), 'UTC');
}
