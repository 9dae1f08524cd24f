import {html, nothing, type TemplateResult} from 'lit';
import type {Claim} from '../data/summit.js';
import {certainties, countClaims} from '../model/statement.js';
import {DOT, joinParts, type RenderContext} from './render-context.js';

export interface FooterParts {
  /** The claims in the box, in any order and number. */
  readonly claims: Iterable<Claim>;
  /** Ids of the reference sources that the box uses. Empty: none. */
  readonly refs?: readonly string[];
  /** Shown after the sources. */
  readonly remarks?: unknown;
}

/**
 * Renders the footer. The number of statements, date and corrections are always visible; the meaning of the certainty
 * marks, sources, change log (or that there are no corrections) and edition are in a closed `details`.
 */
export function renderFooter(context: RenderContext, {claims, refs = [], remarks}: FooterParts): TemplateResult {
  const {box, summit, messages} = context;
  const {asOf, sources, id, revision, hash} = summit;
  const cited = new Set(refs);
  const dates = joinParts(
    [context.asOfLine, context.formatText(asOf?.note), context.correctionsLine].map((part) => part && [part, ' ']),
  );
  const policy = renderLink(box.policyUrl, messages.policy, '', dates ? DOT : '');
  const about = joinParts(
    dates,
    policy,
    renderLink(box.feedbackUrl, messages.feedback, '', dates || policy ? DOT : ''),
  );
  return html`
    <footer class="group small" part="footer">
      ${renderKey(context, claims)}
      ${about && html`<p class="muted">${about}</p>`}
      <details>
        <summary><span class="muted more">${messages.sources}</span></summary>
        <ul class="claims muted" role="list">
          ${certainties.map(
            (certainty) =>
              html`<li class="mark ${certainty}">${joinParts(messages.label(certainty), messages.colon, messages[`${certainty}Means`])}</li>`,
          )}${sources
            .filter(({id, role}) => role === 'reporting' || cited.has(id))
            .map((source) => {
              const {title, date, note, license, url} = source;
              const name = context.formatSourceTitle?.(source) ?? context.formatText(title);
              const remarks = [
                hostOf(url),
                context.formatSourceDate?.(date),
                context.formatText(note),
                context.formatText(license),
              ].map((remark) => remark && [DOT, remark]);
              return html`<li>${joinParts(renderLink(url, name, name), remarks)}</li>`;
            })}${remarks ? html`<li>${remarks}</li>` : nothing}${summit.changes[0] ? context.logItems : html`<li>${messages.noCorrections}</li>`}
          <li>${joinParts(`${id}@${revision}`, hash && [DOT, inGroups(hash)])}</li>
        </ul>
      </details>
    </footer>
  `;
}

/** Renders the number of statements in the box with each certainty. It is the key to the marks too. */
function renderKey({messages, isPlain}: RenderContext, claims: Iterable<Claim>): unknown {
  const counts = countClaims(claims);
  const shown = certainties.filter((certainty) => counts.has(certainty));
  const total = shown.reduce((sum, certainty) => sum + (counts.get(certainty) ?? 0), 0);
  if (total === 0) return '';
  const parts = shown.map((certainty, i) => {
    const count = messages.counts?.[certainty] ?? `{n} ${messages.label(certainty).toLocaleLowerCase(messages.lang)}`;
    const text = messages.fill(count, counts.get(certainty) ?? 0);
    return isPlain ? [i > 0 && DOT, text] : html`<span class="mark ${certainty}">${text}</span>\x20`;
  });
  return html`<p class="key muted">${joinParts(messages.count(messages.statements, total), messages.colon, parts)}</p>`;
}

/** Groups the digits of a hash, so that the plain layer can break the line on a phone. */
function inGroups(hash: string): string {
  return hash.replace(/.{8}(?=.)/g, '$& ');
}

/** Returns the host that a browser would open. Empty if there is none. */
function hostOf(url: string | undefined): string {
  try {
    return url ? new URL(url).host.replace(/^www\./, '') : '';
  } catch {
    return '';
  }
}

/**
 * Renders a link after `lead`, or `plain` without a URL. An absolute URL must be http(s): this is the last check before
 * the page.
 */
export function renderLink(url: string | undefined, text: unknown, plain: unknown, lead = ''): unknown {
  return url && /^(?:https?:|[/?#.]|[^:]*$)/i.test(url) ? [lead, html`<a href=${url}>${text}</a>`] : plain;
}
