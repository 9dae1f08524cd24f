import {html, type TemplateResult} from 'lit';
import {certainties} from '../model/statement.js';
import {DOT, joinParts, type RenderContext} from './render-context.js';

/**
 * Renders the footer. Date and corrections are always visible; certainty marks, sources, change log and edition are in
 * a closed `details`.
 *
 * @param refs Ids of the reference sources that the box uses.
 */
export function renderFooter(context: RenderContext, refs: readonly string[]): TemplateResult {
  const {box, summit, messages} = context;
  const {asOf, sources, id, revision, hash} = summit;
  const cited = new Set(refs);
  const about = [
    [context.asOfLine, context.formatText(asOf?.note), context.correctionsLine].map((part) => part && [part, ' ']),
    renderLink(box.policyUrl, messages.policy, '', DOT),
    renderLink(box.feedbackUrl, messages.feedback, '', DOT),
  ];
  return html`
    <footer class="group small" part="footer">
      <p class="muted">${joinParts(about)}</p>
      <details>
        <summary><span class="muted count">${messages.sources}</span></summary>
        <ul class="claims muted" role="list">
          ${certainties.map(
            (certainty) =>
              html`<li class="mark ${certainty}">${messages.label(certainty)}: ${messages[`${certainty}Means`]}</li>`,
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
            })}${context.logItems}
          <li>${joinParts(`${id}@${revision}`, hash && [DOT, inGroups(hash)])}</li>
        </ul>
      </details>
    </footer>
  `;
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
