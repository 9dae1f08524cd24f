import {html, render, type RenderOptions, type TemplateResult} from 'lit';
import {en} from '../format/languages/en.js';
import {loadMessages} from '../format/messages.js';
import {makeBasicContext} from './basic-context.js';
import type {BoxState, View} from './box-state.js';
import {renderNotice} from './box.js';
import type {RenderContext} from './render-context.js';
import type {SummitElement} from './summit-element.js';

// Loaded when a box needs it. This module must not import a module of the entry, for the reason given in `custom-data.ts`.

/** What the controller of an element decided. */
interface ElementState {
  readonly view: View;
  readonly state: BoxState;
  /** Adds the fields that only some data needs. */
  complete(basic: RenderContext): RenderContext;
}

/** Makes the box of an element. */
type RenderSummit<E extends SummitElement = SummitElement> = (element: E, context: RenderContext) => TemplateResult;

/** The templates of an element, with the messages that they show. */
export interface Templates {
  readonly loadMessages: typeof loadMessages;
  /** Makes the box for loaded data. The prerenderer calls it too. */
  readonly renderSummit: RenderSummit;
  /** Renders the box or the fallback into the shadow root. */
  render(element: SummitElement, state: ElementState, root: ShadowRoot, options: RenderOptions): void;
}

/** Completes the template of an element's box. */
export function makeTemplates<E extends SummitElement>(renderOwn: RenderSummit<E>): Templates {
  // Each element has its own templates.
  const renderSummit = renderOwn as RenderSummit;
  return {
    loadMessages,
    renderSummit,
    render(element, current, root, options) {
      const {view, state} = current;
      const notice = state.kind === 'failed' ? view.messages?.failed : undefined;
      const template =
        view.kind === 'box'
          ? renderSummit(
              element,
              current.complete(makeBasicContext(element, view.loaded.summit, view.messages, notice)),
            )
          : renderFallback(element, view, state);
      render(template, root, options);
    },
  };
}

/** Renders the children of an element, with a status line above them if needed. */
function renderFallback(element: SummitElement, view: View, state: BoxState): TemplateResult {
  // Check `nodeType`, not the class: nodes from a script in a frame belong to another window.
  const fallback = Array.from(element.childNodes).some((node) =>
    node.nodeType === 1 ? !(node as Element).slot : node.nodeType === 3 && node.nodeValue?.trim(),
  );
  // English if messages aren't loaded yet, since waiting for them would show nothing at all.
  const texts = view.messages ?? en;
  const line =
    state.kind === 'failed'
      ? `${texts.failed} ${fallback ? texts.fallbackFollows : ''}`
      : !fallback && state.kind === 'loading'
        ? texts.loading
        : '';
  return html`<div class="box ${element.scheme}" part="box">
    ${renderNotice(line)} <slot></slot>
  </div>`;
}
