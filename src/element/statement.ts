import {html, nothing, type TemplateResult} from 'lit';
import type {Claim} from '../data/summit.js';
import {pick, type Ledger, type LedgerGroup, type Statement, type Voice} from '../model/statement.js';
import {DOT, namesOf, type Reading} from './reading.js';

/** Before a mark: at a line end it hangs, so that the mark starts the next line without an indent. */
const EN_SPACE = '\u2002';

/**
 * Who speaks, with what stance, and the statements; `gap` where there is none. With `full` the name is whole and has
 * its office beside it, as at the head of a table.
 */
export function renderVoice(reading: Reading, {actor, statements}: Voice, gap?: string, full?: boolean): unknown {
  const {words} = reading;
  const name = actor ? reading.text(full ? actor.name : namesOf(reading, [actor])) : words.talks;
  const role = full ? reading.text(actor?.office) : actor?.role === 'third-party' ? words.thirdParty : '';
  const line = (head: unknown, statement?: Statement): TemplateResult => {
    const stance = statement?.rank ?? statement?.stance;
    const news = statement && reading.note?.('name', statement);
    return html`<p class="who small">
      ${head} ${stance && html`<span class="stance ${stance}">${words.word(stance)}</span>`}
      ${news && html`<span class="muted">${news}</span>`}
    </p>`;
  };
  return [
    line([html`<b>${name}</b>`, role && [' ', html`<span class="muted">${role}</span>`]], statements[0]),
    statements.map((statement, i) => [i > 0 ? line('', statement) : nothing, renderStatement(reading, statement)]),
    statements.length > 0 ? nothing : html`<p class="muted">${gap}</p>`,
  ];
}

/** A statement without its speaker: label, ledger line, and the claims under it. */
export function renderStatement(reading: Reading, statement: Statement): unknown {
  return [
    statement.label ? html`<p class="label">${reading.text(statement.label, statement)}</p>` : nothing,
    reading.note?.('label', statement),
    renderLedger(reading, statement),
  ];
}

/** The line that tells every speaker and certainty, and opens the claims. `lead` stands before it. */
export function renderLedger(reading: Reading, ledger: Ledger, lead?: unknown): unknown {
  const {words} = reading;
  const {id, claims, groups} = ledger;
  return [
    claims.length > 0
      ? html`<details data-id=${id}>
          <summary class="small">
            ${lead && [html`<span class="muted">${lead}</span>`, EN_SPACE]}
            ${groups.map((group) => [renderAttribution(reading, group), ' '])}
            <span class="muted count">${words.count(words.statements, claims.length)}</span>
          </summary>
          <ul class="claims" role="list">
            ${claims.map((claim) => html`<li data-id=${claim.id}>${renderClaim(reading, claim)}</li>`)}
          </ul>
        </details>`
      : lead,
    reading.note?.('ledger', ledger),
  ];
}

/** A claim as running text; after it, run in, how certain it is, who says so, and where it was read. */
export function renderClaim(reading: Reading, {text, certainty, by, refs, asOf}: Claim): unknown {
  const {summit, words} = reading;
  const places = refs.map(({at}) => at && words.place(at));
  return [
    reading.text(text),
    EN_SPACE,
    renderAttribution(reading, {certainty, speakers: pick(summit.actors, by)}, [
      [...new Set(places)].join(', '),
      asOf,
    ]),
  ];
}

/** Mark and word of a certainty, who speaks, and remarks, if any. */
function renderAttribution(
  reading: Reading,
  {certainty, speakers}: LedgerGroup,
  remarks: readonly (string | undefined)[] = [],
): TemplateResult {
  const said = [reading.text(namesOf(reading, speakers)), ...remarks].filter(Boolean).map((part) => [DOT, part]);
  return html`<span class="small muted mark ${certainty}">${reading.words.word(certainty)}${said}</span>`;
}
