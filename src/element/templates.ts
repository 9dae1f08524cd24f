import {loadMessages} from '../format/messages.js';
import {BoxRenderer, type BoxDecisions, type RenderSummit} from './box-renderer.js';
import type {LateStyles} from './late-styles.js';
import {moreStyles} from './more.styles.js';
import type {SummitElement} from './summit-element.js';

// Loaded when a box needs it. This module must not import a module of the entry, for the reason given in `custom-data.ts`.

/** The templates of an element, with the messages that they show. */
export interface Templates {
  readonly loadMessages: typeof loadMessages;
  /** Styles that come after those of the element. */
  readonly moreStyles: readonly LateStyles[];
  /** Makes the box for loaded data. The prerenderer calls it too. */
  readonly renderSummit: RenderSummit;
  makeRenderer(element: SummitElement, decisions: BoxDecisions): BoxRenderer;
}

/** Completes the template and the styles of an element's box. */
export function makeTemplates<E extends SummitElement>(
  renderOwn: RenderSummit<E>,
  ...ownStyles: readonly LateStyles[]
): Templates {
  // Each element has its own templates.
  const renderSummit = renderOwn as RenderSummit;
  const styles = [moreStyles, ...ownStyles];
  return {
    loadMessages,
    moreStyles: styles,
    renderSummit,
    makeRenderer: (element, decisions) => new BoxRenderer(element, decisions, renderSummit, styles),
  };
}
