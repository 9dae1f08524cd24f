import {html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult} from 'lit';
import {renderBox, renderStatus} from '../../element/box.js';
import {renderHeading} from '../../element/heading.js';
import {readIds, type Ids} from '../../element/ids.js';
import {joinParts, type RenderContext} from '../../element/render-context.js';
import {renderClaim, renderActorStatements} from '../../element/statement.js';
import {SummitElement} from '../../element/summit-element.js';
import {AIMS, compareGoals, CONSTRAINTS, type GoalRow} from '../../model/compare-goals.js';
import {styles} from './summit-goal-comparison.styles.js';

/**
 * Compares the goals of the sides, topic by topic: main aims, positions, third parties, gaps and constraints. It is a
 * table if there is enough space; otherwise the same table is stacked and labelled.
 *
 * @example
 * <summit-goal-comparison src="/data/talks.json" actors="north south" topics="water ferry constraints">
 *   <a href="/talks">All about the talks</a>
 * </summit-goal-comparison>
 *
 * @element summit-goal-comparison
 * @slot - Fallback: shown until the data is loaded, or if it can't be shown.
 * @slot note - A remark by the editor, above the footer.
 * @csspart box - The whole box.
 * @csspart heading - The box's heading.
 * @csspart table - The comparison.
 * @csspart footer - Date of the data, corrections, sources.
 * @fires {SummitLoadEvent} summit-load - New data is on screen.
 * @fires {SummitChangeEvent} summit-change - Another edition of the same summit is on screen: lists new, changed and removed claims.
 * @fires {SummitErrorEvent} summit-error - The requested data could not be loaded or is invalid.
 */
export class SummitGoalComparison extends SummitElement {
  static override styles: CSSResultGroup = [SummitElement.styles, styles];

  static override properties: PropertyDeclarations = {actors: {}, topics: {}};

  /**
   * Ids of the sides to show, in order. Empty: the principals. Unknown ids are ignored with a warning in the console.
   */
  declare actors: Ids;

  /**
   * Ids of the topics to show, in order; `constraints` selects the constraints. Empty: all topics. Unknown ids are
   * ignored with a warning in the console.
   */
  declare topics: Ids;

  override renderSummit(context: RenderContext): TemplateResult {
    const {summit} = context;
    const {actors, topics, venue, views} = summit;
    const {sides, rows} = compareGoals(
      summit,
      readIds(
        this,
        'actors',
        this.actors,
        actors.map(({id}) => id),
      ),
      readIds(this, 'topics', this.topics, [...topics.map(({id}) => id), CONSTRAINTS]),
    );
    return renderBox(
      context,
      'comparison',
      [context.formatText(views?.comparison?.subtitle), renderStatus(context, context.formatText(venue?.name))],
      // The roles are explicit because a table with a grid layout loses its native roles.
      html`
        <table role="table" part="table" aria-labelledby="heading" class=${sides.length > 3 ? 'many' : 'few'}>
          <thead role="rowgroup">
            <tr role="row" class="row">
              ${sides.map(
                ({name, office}) => html`
                  <th role="columnheader">
                    <b class="sub">${context.formatText(name)}</b>
                    <p class="small muted">${context.formatText(office)}</p>
                  </th>
                `,
              )}
            </tr>
          </thead>
          ${rows.map((row) => renderRow(context, row))}
        </table>
      `,
      venue?.refs,
    );
  }
}

function renderRow(context: RenderContext, row: GoalRow): TemplateResult {
  const {id, label, claims, sides, others, withdrawn} = row;
  const {messages, level, isPlain} = context;
  const across = (content: unknown, className = 'across'): TemplateResult =>
    html`<tr role="row" class=${className}><td role="cell" aria-colspan=${sides.length}>${content}</td></tr>`;
  return html`
    <tbody role="rowgroup" class="group ${id === AIMS ? id : ''}">
      ${
        id === AIMS
          ? nothing
          : html`
              <tr role="row" class="topic">
                <th role="rowheader" aria-colspan=${sides.length}>
                  ${renderHeading(level + 1, label ? context.formatText(label) : messages.constraints)}
                </th>
              </tr>
            `
      }${
        claims[0] || withdrawn
          ? across(
              joinParts(
                claims.map((claim) => renderClaim(context, isPlain ? claim : {...claim, refs: []}, true)),
                context.formatChanges?.(row),
              ),
              'about',
            )
          : nothing
      }
      <tr role="row" class="row">
        ${sides.map(
          (actorStatements) => html`
            <td role="cell">${renderActorStatements(context, actorStatements, label ? messages.gap : messages.nothingGiven, !isPlain && id === AIMS)}</td>
          `,
        )}
      </tr>
      ${others.map((actorStatements) => across(renderActorStatements(context, actorStatements)))}
    </tbody>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'summit-goal-comparison': SummitGoalComparison;
  }
}
