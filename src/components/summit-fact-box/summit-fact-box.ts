import {html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult} from 'lit';
import {renderBox, renderStatus} from '../../element/box.js';
import {readIds, type Ids} from '../../element/ids.js';
import {joinParts, type RenderContext} from '../../element/render-context.js';
import {EN_SPACE, renderStatement} from '../../element/statement.js';
import {SummitElement} from '../../element/summit-element.js';
import {selectFacts, type Answer} from '../../model/select-facts.js';
import {makeStatement} from '../../model/statement.js';
import {styles} from './summit-fact-box.styles.js';

/**
 * Shows a summit in brief: status, who, what, where, why here, what to expect, what may follow. Each answer shows who
 * says so and how certain it is, and opens the statements behind it.
 *
 * @example
 * <summit-fact-box src="/data/talks.json" facts="who when expect" heading-level="2">
 *   <a href="/talks">All about the talks</a>
 * </summit-fact-box>
 *
 * @element summit-fact-box
 * @slot - Fallback: shown until the data is loaded, or if it can't be shown.
 * @slot note - A remark by the editor, above the footer.
 * @csspart box - The whole box.
 * @csspart heading - The box's heading.
 * @csspart facts - The list of questions and answers.
 * @csspart footer - Date of the data, corrections, sources.
 * @fires {SummitLoadEvent} summit-load - New data is on screen.
 * @fires {SummitChangeEvent} summit-change - Another edition of the same summit is on screen: lists new, changed and removed claims.
 * @fires {SummitErrorEvent} summit-error - The requested data could not be loaded or is invalid.
 */
export class SummitFactBox extends SummitElement {
  static override styles: CSSResultGroup = [SummitElement.styles, styles];

  static override properties: PropertyDeclarations = {facts: {}};

  /**
   * Ids or question names (`who`, `what`, `where`, `when`, `why-here`, `why`, `expect`, `follows`), in order. Empty:
   * all facts, in the order of the data. Unknown names are ignored with a warning in the console.
   */
  declare facts: Ids;

  override renderSummit(context: RenderContext): TemplateResult {
    const {summit, isPlain} = context;
    const known = summit.facts.flatMap(({id, question}) => [id, question]);
    const answers = selectFacts(summit, readIds(this, 'facts', this.facts, known));
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

declare global {
  interface HTMLElementTagNameMap {
    'summit-fact-box': SummitFactBox;
  }
}
