import {html, nothing, type TemplateResult} from 'lit';
import {renderBox, renderStatus} from '../../element/box.js';
import {readIds} from '../../element/ids.js';
import {joinParts, type RenderContext} from '../../element/render-context.js';
import {EN_SPACE, renderStatement} from '../../element/statement.js';
import {makeTemplates, type Templates} from '../../element/templates.js';
import {selectFacts, type Answer} from '../../model/select-facts.js';
import {makeStatement} from '../../model/statement.js';
import type {SummitFactBox} from './summit-fact-box.js';

/** The templates of the element. */
export const templates: Templates = makeTemplates(renderSummit);

function renderSummit(element: SummitFactBox, context: RenderContext): TemplateResult {
  const {summit, isPlain} = context;
  const known = summit.facts.flatMap(({id, question}) => [id, question]);
  const answers = selectFacts(summit, readIds(element, 'facts', element.facts, known));
  const status = makeStatement(summit, summit.status);
  const lead = html`<span class="small muted">${renderStatus(context)}</span>${EN_SPACE}`;
  const statusLine = html`<div class="status">${renderStatement(context, status, lead)}</div>`;
  return renderBox(context, 'facts', {
    // In the plain layer its claims are visible, so it follows the subtitle.
    status: isPlain ? '' : statusLine,
    body: html`
      ${isPlain ? statusLine : nothing}
      <dl part="facts">
        ${joinParts(
          context.answers?.first,
          answers.map((answer) => renderAnswer(context, answer)),
          context.answers?.last,
        )}
      </dl>
    `,
    claims: [
      ...[status, ...answers.flatMap(({statement, items}) => [statement, ...items])].flatMap(({claims}) => claims),
      ...(context.resultClaims?.() ?? []),
    ],
    refs: summit.venue?.refs,
  });
}

function renderAnswer(context: RenderContext, {fact, statement, items, ...answer}: Answer): TemplateResult {
  const {messages, isPlain} = context;
  const shared = isPlain ? undefined : answer.shared;
  const label = items.flatMap(({label}, i) => [i > 0 ? messages.separator : '', context.formatText(label)]);
  return html`
    <div class="group fact">
      <dt class="sub">${context.formatQuestion?.(fact.question) ?? messages.label(fact.question)}</dt>
      <dd>
        ${joinParts(
          // Without claims of its own, a label above parts would be a statement that nobody makes.
          items[0] && statement.claims.length === 0 && !statement.withdrawn ? '' : renderStatement(context, statement),
          shared
            ? renderStatement(context, shared, html`<span class="label">${joinParts(label)}</span>`)
            : items[0] &&
                html`<ul role="list" class="items">${items.map((item) => html`<li>${renderStatement(context, item)}</li>`)}</ul>`,
        )}
      </dd>
    </div>
  `;
}
