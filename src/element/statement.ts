import {html, nothing, type TemplateResult} from 'lit';
import type {Actor, Certainty, Claim} from '../data/summit.js';
import {findByIds, type Attribution, type Statement, type ActorStatements} from '../model/statement.js';
import {DOT, namesOf, joinParts, type RenderContext} from './render-context.js';

// The minifier removes white space next to block tags and collapses it elsewhere. `\x20` marks a significant space at
// the end of a template, which the minifier keeps.

/** Space before a mark. At a line end it takes no width, so the mark starts the next line without an indent. */
const EN_SPACE = '\u2002';

/**
 * Renders the name and stance of an actor and the actor's statements.
 *
 * @param emptyText Shown if there are no statements.
 * @param full Shows the full name and the office, as in a table header.
 */
export function renderActorStatements(
  context: RenderContext,
  {actor, statements}: ActorStatements,
  emptyText?: string,
  full?: boolean,
): unknown {
  const {messages} = context;
  const name = actor ? context.formatText(full ? actor.name : namesOf(context, [actor])) : messages.talks;
  const role = full
    ? context.formatText(actor?.office)
    : actor?.role === 'third-party'
      ? messages.thirdParty
      : actor && context.formatRole?.(actor);
  const stance = (statement: Statement | undefined): unknown => {
    const code = statement?.rank ?? statement?.stance;
    const news = statement && context.formatNameNote?.(statement);
    return joinParts(
      code && html`<span class="stance ${code}">${messages.label(code)}</span>`,
      news && html`\x20<span class="muted">${news}</span>`,
    );
  };
  const [first, ...others] = statements;
  // Among the main aims a side is named even if there is nothing to show of it.
  if (!first && !emptyText && !full) return '';
  return html`
    <p class="who small">
      <b>${name}</b> ${joinParts(role && html`<span class="muted">${role}</span>\x20`, stance(first))}
    </p>
    ${joinParts(
      first ? renderStatement(context, first) : emptyText && html`<p class="muted">${emptyText}</p>`,
      others.map((statement) => [
        html`<p class="who small">${stance(statement)}</p>`,
        renderStatement(context, statement),
      ]),
    )}
  `;
}

/** Renders a statement without its speaker: label, attribution and claims. */
export function renderStatement(context: RenderContext, statement: Statement): unknown {
  const {label} = statement;
  const rest = joinParts(context.formatLabelNotes?.(statement), renderAttribution(context, statement));
  return label ? html`<p class="label">${context.formatText(label, statement)}</p>${rest}` : rest;
}

/** Renders the attribution line with all speakers and certainties. It opens the claims. `prefix` comes before it. */
export function renderAttribution(context: RenderContext, attribution: Attribution, prefix?: unknown): unknown {
  const {messages} = context;
  const {id, claims, groups} = attribution;
  return joinParts(
    claims.length > 0
      ? html`
          <details data-id=${id}>
            <summary class="small">
              ${prefix ? html`<span class="muted">${prefix}</span>${EN_SPACE}\x20` : nothing}${groups.map(
                ({certainty, speakers}) =>
                  html`<span class="small muted mark ${certainty}">${attribute(context, certainty, speakers)}</span>\x20`,
              )}<span class="muted count">${messages.count(messages.statements, claims.length)}</span>
            </summary>
            <ul class="claims" role="list">
              ${claims.map((claim) => renderClaim(context, claim))}
            </ul>
          </details>
        `
      : prefix,
    context.formatChanges?.(attribution),
  );
}

/**
 * Renders a claim as a list item or a paragraph, followed by its certainty, its speakers and its places in the source.
 */
export function renderClaim(context: RenderContext, claim: Claim, paragraph?: boolean): TemplateResult {
  const {id, text, certainty, by} = claim;
  const attributionText = joinParts(context.formatText(text), EN_SPACE);
  const certaintyMark = attribute(
    context,
    certainty,
    findByIds(context.summit.actors, by),
    context.formatPlaces(claim),
    context.formatRemarks?.(claim),
  );
  // Two complete templates instead of a nested one: there are many claims, and nesting costs one more clone and more
  // nodes each.
  return paragraph
    ? html`<p data-id=${id}>${attributionText}<span class="small muted mark ${certainty}">${certaintyMark}</span></p>`
    : html`<li data-id=${id}>${attributionText}<span class="small muted mark ${certainty}">${certaintyMark}</span></li>`;
}

/** Renders a certainty, its speakers and optional remarks. */
function attribute(
  context: RenderContext,
  certainty: Certainty,
  speakers: readonly Actor[],
  ...remarks: readonly unknown[]
): unknown {
  const attributionText = [context.formatText(namesOf(context, speakers)), ...remarks];
  return joinParts(
    context.messages.label(certainty),
    attributionText.map((part) => part && [DOT, part]),
  );
}
