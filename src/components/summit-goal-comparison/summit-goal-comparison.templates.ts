import {html, nothing, type TemplateResult} from 'lit';
import type {Claim} from '../../data/summit.js';
import {renderBox, renderStatusLine} from '../../element/box.js';
import {renderHeading} from '../../element/heading.js';
import {readIds} from '../../element/ids.js';
import {joinParts, namesOf, type RenderContext} from '../../element/render-context.js';
import {renderActorStatements, renderClaim, renderClash} from '../../element/statement.js';
import {makeTemplates, type Templates} from '../../element/templates.js';
import {AIMS, compareGoals, CONSTRAINTS, type GoalRow} from '../../model/compare-goals.js';
import {claimsOf, type Statement} from '../../model/statement.js';
import type {SummitGoalComparison} from './summit-goal-comparison.js';
import {moreStyles} from './summit-goal-comparison.more.styles.js';

/** Returns the class for a number of sides. The styles have the widths from which each gets columns. */
function layoutFor(sides: number): 'two' | 'three' | 'five' | 'many' {
  if (sides <= 2) return 'two';
  if (sides === 3) return 'three';
  return sides <= 5 ? 'five' : 'many';
}

/** The templates of the element. */
export const templates: Templates = makeTemplates(renderSummit, moreStyles);

function renderSummit(element: SummitGoalComparison, context: RenderContext): TemplateResult {
  const {summit, messages} = context;
  const {actors, topics, venue} = summit;
  const {sides, rows, clash} = compareGoals(
    summit,
    readIds(
      element,
      'actors',
      element.actors,
      actors.map(({id}) => id),
    ),
    readIds(element, 'topics', element.topics, [...topics.map(({id}) => id), CONSTRAINTS]),
  );
  const hasOthers = clash !== undefined || rows.some(({others}) => others[0]);
  const className = [
    layoutFor(sides.length),
    `sides-${String(Math.max(1, sides.length))}`,
    hasOthers ? 'with-others' : '',
  ].join(' ');
  return renderBox(context, 'comparison', {
    status: renderStatusLine(context, context.formatText(venue?.name)),
    // The roles are explicit because a table with a grid layout loses its native roles.
    body: html`
      <table role="table" part="table" aria-labelledby="heading" class=${className}>
        <thead role="rowgroup">
          <tr role="row" class="row">
            <td role="cell"></td>
            ${sides.map(
              ({name, office}) => html`
                <th role="columnheader" class="side">
                  <b class="sub">${context.formatText(name)}</b> <span class="small muted">${context.formatText(office)}</span>
                </th>
              `,
            )}
            ${hasOthers ? html`<th role="columnheader" class="others"><span class="unseen">${messages.others}</span></th>` : nothing}
          </tr>
        </thead>
        ${rows.map((row) => renderRow(context, row, sides.length, hasOthers, clash))}
      </table>
    `,
    claims: [
      ...(clash ? [clash] : []),
      ...rows.flatMap(({id, claims, sides, others}) => [
        ...claims,
        ...claimsOf(summit, [...sides, ...others]),
        ...(context.resultClaims?.(id) ?? []),
      ]),
    ],
    refs: venue?.refs,
  });
}

function renderRow(
  context: RenderContext,
  {id, label, claims, sides, others, isOpposed, ...row}: GoalRow,
  columns: number,
  hasOthers: boolean,
  clash: Claim | undefined,
): TemplateResult {
  const {messages, level, isPlain} = context;
  const isAims = id === AIMS;
  const title = label ? context.formatText(label) : isAims ? messages.primary : messages.constraints;
  const heading = isAims ? html`<span class="small">${title}</span>` : renderHeading(level + 1, title);
  const emptyText = label ? messages.gap : messages.nothingGiven;
  // In a list of sides the gaps share one line.
  const isWide = columns > 3;
  const gaps = isWide ? sides.filter(({isGap}) => isGap) : [];
  const areJoined = gaps[1] !== undefined;
  // In columns a note about one statement would make all of them long.
  const hasNoteRows = isWide && !isPlain;
  const width = columns + (hasOthers ? 2 : 1);
  const across = (content: unknown, className = 'across'): unknown =>
    joinParts(content) &&
    html`<tr role="row" class=${className}><td role="cell" aria-colspan=${width}>${content}</td></tr>`;
  /** Log entries in a row of their own, with the name of what they are about. */
  const noted = (name: unknown, statement: Partial<Statement>): unknown => {
    const notes = joinParts(context.formatChanges?.(statement));
    return notes && across(html`<div class="noted"><p class="small"><b>${name}</b>${messages.colon}</p>${notes}</div>`);
  };
  return html`
    <tbody role="rowgroup" class=${isAims ? 'aims' : isOpposed ? 'topic opposed' : 'topic'}>
      <tr role="row" class="row ${id === CONSTRAINTS ? 'constraints' : ''}">
        ${
          isAims && isPlain
            ? nothing
            : html`
        <th role="rowheader">
          ${
            claims[0]
              ? html`
                  <details class="about">
                    <summary>${heading}</summary>
                    <ul class="claims" role="list">
                      ${claims.map((claim) => renderClaim(context, claim))}
                    </ul>
                  </details>
                `
              : heading
          }${isOpposed ? html`<span class="small muted">${` ${messages.opposed}`}</span>` : nothing}
        </th>
        `
        }
        ${sides.map(
          (side, i) => html`
            <td role="cell" class=${side.isGap ? (areJoined ? 'side silent joined' : 'side silent') : 'side'} aria-colindex=${i + 2}>
              ${renderActorStatements(context, side, {emptyText: side.isGap && !(areJoined && isPlain) ? emptyText : '', isFull: isAims && (isWide || !isPlain), hasNotesElsewhere: hasNoteRows})}
            </td>
          `,
        )}
        ${
          others[0] && !isAims
            ? html`
                <td role="cell" class="others" aria-colindex=${width}>
                  ${others.map((other) => renderActorStatements(context, other, {isPlaced: true}))}
                </td>
              `
            : nothing
        }
      </tr>
      ${joinParts(
        areJoined &&
          across(
            html`<p class="gap"><b>${namesOf(
              context,
              gaps.flatMap(({actor}) => actor ?? []),
            )}</b>${messages.colon}<span class="small muted">${emptyText}</span></p>`,
            'across joint-gap',
          ),
        hasNoteRows &&
          sides.flatMap(({actor, statements}) =>
            statements.map((statement) => noted(namesOf(context, actor ? [actor] : []), statement)),
          ),
        isAims && others.map((other) => across(renderActorStatements(context, other, {isPlaced: true}))),
        isAims &&
          clash &&
          across([renderClash(context, clash), context.formatChanges?.({claims: [clash]})], 'across lead'),
        !isAims && noted(title, {claims, withdrawn: row.withdrawn}),
        context.renderResults?.(id).map((result) => across(result)),
      )}
    </tbody>
  `;
}
