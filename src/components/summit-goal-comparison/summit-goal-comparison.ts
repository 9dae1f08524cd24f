import {html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult} from 'lit';
import {renderBox, renderStatus} from '../../element/box.js';
import {renderHeading} from '../../element/heading.js';
import {readIds, type Ids} from '../../element/ids.js';
import {joinParts, namesOf, type RenderContext} from '../../element/render-context.js';
import {renderClaim, renderActorStatements} from '../../element/statement.js';
import {SummitElement} from '../../element/summit-element.js';
import {AIMS, compareGoals, CONSTRAINTS, type GoalRow} from '../../model/compare-goals.js';
import {styles} from './summit-goal-comparison.styles.js';

/** With more sides each has rows instead of a column. */
const MAX_COLUMNS = 3;

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
        <table role="table" part="table" aria-labelledby="heading" class=${sides.length > MAX_COLUMNS ? 'many' : 'few'}>
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
          ${rows.map((row) => renderRow(context, row, sides.length))}
        </table>
      `,
      venue?.refs,
    );
  }
}

function renderRow(context: RenderContext, row: GoalRow, columns: number): TemplateResult {
  const {id, label, claims, sides, others, withdrawn} = row;
  const {messages, level, isPlain} = context;
  const emptyText = label ? messages.gap : messages.nothingGiven;
  // In a column a gap has a cell. In a long list of sides the gaps share one line.
  const isList = columns > MAX_COLUMNS;
  const missing = isList ? sides.filter(({isGap}) => isGap) : [];
  const gaps = missing[1] ? missing : [];
  const cells = isList
    ? sides.filter((side) => !gaps.includes(side) && (side.isGap === true || side.statements.length > 0))
    : sides;
  const gapNames = namesOf(
    context,
    gaps.flatMap(({actor}) => actor ?? []),
  );
  const across = (content: unknown, className = 'across'): TemplateResult =>
    html`<tr role="row" class=${className}><td role="cell" aria-colspan=${columns}>${content}</td></tr>`;
  return html`
    <tbody role="rowgroup" class="group ${id === AIMS ? id : ''}">
      ${
        id === AIMS
          ? nothing
          : html`
              <tr role="row" class="topic">
                <th role="rowheader" aria-colspan=${columns}>
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
      ${
        cells[0]
          ? html`
              <tr role="row" class="row">
                ${cells.map(
                  (actorStatements) => html`
                    <td role="cell" aria-colindex=${cells.length < columns ? sides.indexOf(actorStatements) + 1 : nothing}>
                      ${renderActorStatements(context, actorStatements, actorStatements.isGap ? emptyText : '', (isList || !isPlain) && id === AIMS)}
                    </td>
                  `,
                )}
              </tr>
            `
          : nothing
      }
      ${joinParts(
        gaps[0] && across(html`<p class="muted">${emptyText}: ${gapNames}</p>`),
        others.map((actorStatements) => across(renderActorStatements(context, actorStatements))),
        context.renderResults?.(id).map((result) => across(result)),
      )}
    </tbody>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'summit-goal-comparison': SummitGoalComparison;
  }
}
