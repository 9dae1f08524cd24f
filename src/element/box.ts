import {html, nothing, type TemplateResult} from 'lit';
import {renderFooter} from './footer.js';
import {renderHeading} from './heading.js';
import {DOT, joinParts, type RenderContext, type ViewName} from './render-context.js';

/**
 * Renders the frame that all boxes share: accent rule, heading, muted lines, body, editor's note, footer.
 *
 * @param lines Lines under the heading.
 * @param refs Ids of the reference sources that the box uses.
 */
export function renderBox(
  context: RenderContext,
  view: ViewName,
  lines: readonly unknown[],
  body: unknown,
  refs: readonly string[] = [],
): TemplateResult {
  const {box, messages, dir, notice, level, formatTitle} = context;
  return html`
    <section class="box ${box.scheme}" part="box" aria-labelledby="heading" lang=${messages.lang} dir=${dir ?? nothing}>
      ${renderNotice(notice)}${renderHeading(
        level,
        box.heading || context.formatText(formatTitle(view)),
        'heading" id="heading" part="heading',
      )}${joinParts(
        lines.map((line) => line && html`<p class="small muted">${line}</p>`),
        context.languageNote,
        context.updatesNote,
      )}${body}<slot name="note"></slot>${renderFooter(context, refs)}
    </section>
  `;
}

/** Renders a notice above the box, if there is one. It is a live region; a screen reader may miss a notice that is inserted with its text, which stays readable. */
export function renderNotice(notice: string | undefined): unknown {
  return notice ? html`<p class="notice small" role="status">${notice}</p>` : nothing;
}

/**
 * Renders the status line, such as “Scheduled · Anchorage, Alaska · date not given”. Omit `venue` if the box shows it
 * elsewhere.
 */
export function renderStatus({summit, messages, statusLabel, dateLine}: RenderContext, venue?: unknown): unknown {
  return joinParts(statusLabel ?? messages.label(summit.status.value), venue && [DOT, venue], DOT, dateLine);
}
