import {html, nothing, type TemplateResult} from 'lit';
import type {Actor, Certainty, Claim} from '../data/summit.js';
import {pick, type Ledger, type Statement, type Voice} from '../model/statement.js';
import {DOT, namesOf, run, type RenderContext} from './render-context.js';

// The minifier removes blanks beside block tags, and keeps one blank elsewhere. A blank at the end of a template that a
// reader needs is written as \x20, which it keeps.

/** Before a mark: at a line end it hangs, so that the mark starts the next line without an indent. */
const EN_SPACE = '\u2002';

/**
 * Who speaks, with what stance, and the statements; `gap` where there is none. With `full` the name is whole and has
 * its office beside it, as at the head of a table.
 */
export function renderVoice(context: RenderContext, {actor, statements}: Voice, gap?: string, full?: boolean): unknown {
  const {words} = context;
  const name = actor ? context.formatText(full ? actor.name : namesOf(context, [actor])) : words.talks;
  const role = full ? context.formatText(actor?.office) : actor?.role === 'third-party' ? words.thirdParty : '';
  const stance = (statement: Statement | undefined): unknown => {
    const code = statement?.rank ?? statement?.stance;
    const news = statement && context.formatNameNote?.(statement);
    return run(
      code && html`<span class="stance ${code}">${words.word(code)}</span>`,
      news && html`\x20<span class="muted">${news}</span>`,
    );
  };
  const [first, ...others] = statements;
  return html`
    <p class="who small">
      <b>${name}</b> ${run(role && html`<span class="muted">${role}</span>\x20`, stance(first))}
    </p>
    ${run(
      first ? renderStatement(context, first) : html`<p class="muted">${gap}</p>`,
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
  const rest = run(context.formatLabelNotes?.(statement), renderLedger(context, statement));
  return label ? html`<p class="label">${context.formatText(label, statement)}</p>${rest}` : rest;
}

/** The line that tells every speaker and certainty, and opens the claims. `lead` stands before it. */
export function renderLedger(context: RenderContext, ledger: Ledger, lead?: unknown): unknown {
  const {words} = context;
  const {id, claims, groups} = ledger;
  return run(
    claims.length > 0
      ? html`
          <details data-id=${id}>
            <summary class="small">
              ${lead ? html`<span class="muted">${lead}</span>${EN_SPACE}\x20` : nothing}${groups.map(
                ({certainty, speakers}) =>
                  html`<span class="small muted mark ${certainty}">${attribute(context, certainty, speakers)}</span>\x20`,
              )}<span class="muted count">${words.count(words.statements, claims.length)}</span>
            </summary>
            <ul class="claims" role="list">
              ${claims.map((claim) => renderClaim(context, claim))}
            </ul>
          </details>
        `
      : lead,
    context.formatChanges?.(ledger),
  );
}

/**
 * A claim as running text, an item of a list or a paragraph; after it, run in, how certain it is, who says so, and where it
 * was read.
 */
export function renderClaim(context: RenderContext, claim: Claim, paragraph?: boolean): TemplateResult {
  const {id, text, certainty, by} = claim;
  const said = run(context.formatText(text), EN_SPACE);
  const mark = attribute(
    context,
    certainty,
    pick(context.summit.actors, by),
    context.formatPlaces(claim),
    context.formatRemarks?.(claim),
  );
  // Each whole, since there are many: a template inside of another is one more copy to make, and more nodes to keep.
  return paragraph
    ? html`<p data-id=${id}>${said}<span class="small muted mark ${certainty}">${mark}</span></p>`
    : html`<li data-id=${id}>${said}<span class="small muted mark ${certainty}">${mark}</span></li>`;
}

/** The word of a certainty, who speaks, and remarks, if any. */
function attribute(
  context: RenderContext,
  certainty: Certainty,
  speakers: readonly Actor[],
  ...remarks: readonly unknown[]
): unknown {
  const said = [context.formatText(namesOf(context, speakers)), ...remarks];
  return run(
    context.words.word(certainty),
    said.map((part) => part && [DOT, part]),
  );
}
