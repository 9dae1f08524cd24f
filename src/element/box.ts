import {html, nothing, type TemplateResult} from 'lit';
import {renderFooter, type FooterParts} from './footer.js';
import {renderHeading} from './heading.js';
import {DOT, joinParts, namesOf, type RenderContext, type ViewName} from './render-context.js';

/** The parts in which boxes differ. */
export interface BoxParts extends FooterParts {
  /** Line under the heading. */
  readonly status: unknown;
  readonly body: unknown;
}

/** Renders the frame that all boxes share: accent rule, heading, muted lines, body, editor's note, footer. */
export function renderBox(context: RenderContext, view: ViewName, parts: BoxParts): TemplateResult {
  const {box, summit, messages, dir, notice, level, formatTitle, narrator, isPlain} = context;
  const subtitle = context.formatText(summit.views?.[view]?.subtitle);
  const narratorLine = narrator && !isPlain && messages.fill(messages.narrator, namesOf(context, [narrator]));
  return html`
    <section class="box ${box.scheme}" part="box" aria-labelledby="heading" lang=${messages.lang} dir=${dir ?? nothing}>
      ${renderNotice(notice)}${renderHeading(
        level,
        box.heading || context.formatText(formatTitle(view)),
        'heading" id="heading" part="heading',
      )}${joinParts(
        parts.status,
        (subtitle || narratorLine) &&
          html`<p class="small muted">${joinParts(subtitle, subtitle && narratorLine && DOT, narratorLine)}</p>`,
        context.languageNote,
        context.updatesNote,
      )}${parts.body}<slot name="note"></slot>${renderFooter(context, parts)}
    </section>
  `;
}

/** Renders the line under the heading with the status, the venue and the dates. */
export function renderStatusLine(context: RenderContext, venue?: unknown): TemplateResult {
  return html`<p class="small muted">${renderStatus(context, venue)}</p>`;
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
