import {html, nothing, type TemplateResult} from 'lit';
import type {Actor, Certainty, Claim} from '../data/summit.js';
import {findByIds, type Attribution, type Statement, type ActorStatements} from '../model/statement.js';
import {DOT, namesOf, joinParts, type RenderContext} from './render-context.js';

// The minifier removes blanks beside block tags, and keeps one blank elsewhere. A blank at the end of a template that a
// reader needs is written as \x20, which it keeps.

/** Before a mark: at a line end it hangs, so that the mark starts the next line without an indent. */
const EN_SPACE = '\u2002';

/**
 * Who speaks, with what stance, and the statements; `gap` where there is none. With `full` the name is whole and has
 * its office beside it, as at the head of a table.
 */
export function renderActorStatements(
  context: RenderContext,
  {actor, statements}: ActorStatements,
  emptyText?: string,
  full?: boolean,
): unknown {
  const {messages} = context;
  const name = actor ? context.formatText(full ? actor.name : namesOf(context, [actor])) : messages.talks;
  const role = full ? context.formatText(actor?.office) : actor?.role === 'third-party' ? messages.thirdParty : '';
  const stance = (statement: Statement | undefined): unknown => {
    const code = statement?.rank ?? statement?.stance;
    const news = statement && context.formatNameNote?.(statement);
    return joinParts(
      code && html`<span class="stance ${code}">${messages.label(code)}</span>`,
      news && html`\x20<span class="muted">${news}</span>`,
    );
  };
  const [first, ...others] = statements;
  return html`
    <p class="who small">
      <b>${name}</b> ${joinParts(role && html`<span class="muted">${role}</span>\x20`, stance(first))}
    </p>
    ${joinParts(
      first ? renderStatement(context, first) : html`<p class="muted">${emptyText}</p>`,
      others.map((statement) => [
        html`<p class="who small">${stance(statement)}</p>`,
        renderStatement(context, statement),
      ]),
    )}
  `;
}

/** A statement without its speaker: label, ledger line, and the claims under it. */
export function renderStatement(context: RenderContext, statement: Statement): unknown {
  const {label} = statement;
  const rest = joinParts(context.formatLabelNotes?.(statement), renderAttribution(context, statement));
  return label ? html`<p class="label">${context.formatText(label, statement)}</p>${rest}` : rest;
}

/** The line that tells every speaker and certainty, and opens the claims. `lead` stands before it. */
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
 * A claim as running text, an item of a list or a paragraph; after it, run in, how certain it is, who says so, and where it
 * was read.
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
  // Each whole, since there are many: a template inside of another is one more copy to make, and more nodes to keep.
  return paragraph
    ? html`<p data-id=${id}>${attributionText}<span class="small muted mark ${certainty}">${certaintyMark}</span></p>`
    : html`<li data-id=${id}>${attributionText}<span class="small muted mark ${certainty}">${certaintyMark}</span></li>`;
}

/** The word of a certainty, who speaks, and remarks, if any. */
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
