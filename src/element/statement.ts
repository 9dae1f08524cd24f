import {html, nothing, type TemplateResult} from 'lit';
import type {Actor, Certainty, Claim, Stance} from '../data/summit.js';
import {findByIds, type ActorStatements, type Attribution, type Statement} from '../model/statement.js';
import {DOT, joinParts, namesOf, type RenderContext} from './render-context.js';

// The minifier removes white space next to block tags and at both ends of a template, and collapses it elsewhere. `\x20`
// marks a significant space at an end, which the minifier keeps.

/** Space before a mark. At a line end it takes no width, so the mark starts the next line without an indent. */
export const EN_SPACE = '\u2002';

/** How the statements of an actor are rendered. */
export interface ActorStatementsOptions {
  /** Shown if the actor has no statements. Empty: nothing is shown. */
  readonly emptyText?: string;
  /** Whether the actor has its full name and its office. */
  readonly isFull?: boolean;
  /** Whether the box says elsewhere that the actor is a third party. */
  readonly isPlaced?: boolean;
  /** Whether the box shows the log entries about the statements elsewhere. */
  readonly hasNotesElsewhere?: boolean;
}

/** Returns whether the styles have a sign for a stance. Otherwise its name is shown. */
function hasSign(stance: Stance | 'primary' | undefined): boolean {
  return stance !== undefined && stance !== 'proposes' && stance !== 'conditional';
}

/**
 * Renders what one actor says about one thing: its name, and each statement with its stance, attribution and claims.
 * Returns an empty string if there is nothing to show.
 */
export function renderActorStatements(
  context: RenderContext,
  {actor, statements}: ActorStatements,
  {emptyText, isFull, isPlaced, hasNotesElsewhere}: ActorStatementsOptions = {},
): unknown {
  const {messages} = context;
  const {colon} = messages;
  const name = actor ? context.formatText(isFull ? actor.name : namesOf(context, [actor])) : messages.talks;
  const isThirdParty = actor?.role === 'third-party' && (!isPlaced || context.isPlain);
  const role = isFull
    ? context.formatText(actor?.office)
    : isThirdParty
      ? messages.thirdParty
      : actor && context.formatRole?.(actor);
  const who = (isRepeated: boolean, code?: Stance | 'primary'): TemplateResult =>
    html`<span class=${isRepeated ? 'who unseen' : 'who'}>${renderName(context, name, role)}${
      code &&
      html`<span class=${hasSign(code) ? 'unseen stance' : 'small muted stance'}>${DOT}${messages.label(code)}</span>`
    }<span class="colon">${colon}</span></span>`;
  if (statements[0]) {
    return statements.map((statement, i) => {
      return renderStatement(
        hasNotesElsewhere ? {...context, formatChanges: () => ''} : context,
        statement,
        who(i > 0, statement.rank ?? statement.stance),
      );
    });
  }
  // Among the main aims a side is named even if there is nothing to show of it.
  return emptyText || isFull ? html`<p class="gap">${who(false)}<span class="small muted">${emptyText}</span></p>` : '';
}

/** Renders a name with a role or an office. */
function renderName({isPlain}: RenderContext, name: unknown, role: unknown): TemplateResult {
  if (!role) return html`<b>${name}</b>`;
  if (isPlain) return html`<b>${name}</b>${DOT}<span class="small muted">${role}</span>`;
  // Chromium leaves a space beside a comment out of accessible names, and Lit has comments around its parts.
  return html`<b>${name}</b> <span class="small muted">${role}</span>`;
}

/**
 * Renders a statement. All of it is the control that opens its claims.
 *
 * @param lead Its speaker, or what replaces its label.
 */
export function renderStatement(context: RenderContext, statement: Statement, lead?: unknown): unknown {
  const {id, label, claims, stance, rank, brief} = statement;
  const text = label && context.formatText(label, statement);
  const kind = ['say', hasSign(rank ?? stance) && 'signed', stance, rank].filter(Boolean).join(' ');
  const news = context.formatNameNote?.(statement);
  // After the note above, which it doesn't repeat.
  const notes = context.formatLabelNotes?.(statement);
  const changes = context.formatChanges?.(statement);
  const short = context.isPlain ? undefined : brief;
  const line = (content: unknown, className = 'label'): unknown =>
    content && html`<span class=${className}>${content}</span>\x20`;
  if (claims.length === 0) {
    const content = joinParts(lead, line(text), notes, news);
    return joinParts(content && html`<p class=${kind}><span class="text">${content}</span></p>`, changes);
  }
  return joinParts(
    html`
      <details class=${kind} data-id=${id}>
        <summary>
          <span class="text"
            >${joinParts(
              lead,
              short?.label && line(context.formatText(short.label), 'label short'),
              line(text, short ? 'label long' : 'label'),
              notes,
            )}</span
          >${joinParts(
            short && renderMarks(context, short, 'marks short', news),
            renderMarks(context, statement, short ? 'marks long' : 'marks', news),
          )}
        </summary>
        ${short ? html`<p class="label short">${text}</p>` : nothing}
        <ul class="claims" role="list">
          ${claims.map((claim) => renderClaim(context, claim))}
        </ul>
      </details>
    `,
    changes,
  );
}

/** Renders the small line of a statement: the certainties with their speakers, and the number of its claims. */
function renderMarks(
  context: RenderContext,
  {claims, groups}: Attribution,
  className: string,
  news?: unknown,
): TemplateResult {
  const {messages} = context;
  return html`
    <span class="small ${className}"
      >${news}${groups.map(({certainty, speakers}) => renderMark(context, certainty, speakers))}<span
        class="unseen count"
        >${messages.count(messages.statements, claims.length)}</span
      ></span
    >
  `;
}

/** Renders a certainty with its speakers and optional remarks. The header may say who speaks where nobody is named. */
function renderMark(
  context: RenderContext,
  certainty: Certainty,
  speakers: readonly Actor[],
  remarks: readonly unknown[] = [],
): TemplateResult {
  const {messages, narrator} = context;
  const [first, ...others] = speakers;
  const names = first && [messages.colon, context.formatText(namesOf(context, speakers))];
  const isUnnamed = first && first === narrator && !others[0];
  // Joined, so that letters are set as in the prerendered box.
  const content = joinParts(
    messages.label(certainty),
    isUnnamed ? html`<span class="unseen">${joinParts(names)}</span>` : names,
    joinRemarks(remarks),
  );
  return html`<span class="muted mark ${certainty}">${content}</span> `;
}

/** Renders a claim with its speaker, certainty and place in the source. */
export function renderClaim(context: RenderContext, claim: Claim): TemplateResult {
  const {id, text, certainty, by} = claim;
  return html`<li data-id=${id}>${context.formatText(text)}${EN_SPACE}<span class="small muted mark ${certainty}">${attribute(
    context,
    certainty,
    findByIds(context.summit.actors, by),
    context.formatPlaces(claim),
    context.formatRemarks?.(claim),
  )}</span></li>`;
}

/** Renders a claim as the sentence that says where the aims clash. */
export function renderClash(context: RenderContext, claim: Claim): TemplateResult {
  const {id, text, certainty, by} = claim;
  const speakers = findByIds(context.summit.actors, by);
  // It can't be opened, so its line has the remarks too.
  const remarks = [context.formatPlaces(claim), context.formatRemarks?.(claim)];
  return html`<p class="clash" data-id=${id}>${context.formatText(text)}${EN_SPACE}${
    context.isPlain
      ? html`<span class="mark">${attribute(context, certainty, speakers, ...remarks)}</span>`
      : html`<span class="small">${renderMark(context, certainty, speakers, remarks)}</span>`
  }</p>`;
}

/** Renders a certainty, its speakers and optional remarks. */
function attribute(
  context: RenderContext,
  certainty: Certainty,
  speakers: readonly Actor[],
  ...remarks: readonly unknown[]
): unknown {
  return joinParts(
    context.messages.label(certainty),
    speakers[0] && [context.messages.colon, context.formatText(namesOf(context, speakers))],
    joinRemarks(remarks),
  );
}

function joinRemarks(remarks: readonly unknown[]): unknown {
  return joinParts(remarks.map((part) => part && [DOT, part]));
}
