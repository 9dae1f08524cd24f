import {html, render, type TemplateResult} from 'lit';
import {en} from '../format/languages/en.js';
import {makeBasicContext} from './basic-context.js';
import type {BoxController} from './box-controller.js';
import {renderNotice} from './box.js';
import type {LateStyles} from './late-styles.js';
import type {RenderContext} from './render-context.js';
import type {SummitElement} from './summit-element.js';

/** Makes the box of an element. */
export type RenderSummit<E extends SummitElement = SummitElement> = (
  element: E,
  context: RenderContext,
) => TemplateResult;

/** What the controller of an element decided. */
export interface BoxDecisions extends Pick<BoxController, 'view' | 'state' | 'markup'> {
  /** Adds the fields that only some data needs. */
  complete(basic: RenderContext): RenderContext;
  /** The adopted content isn't on screen any more. */
  dropMarkup(): void;
}

/** Renders the box or the fallback of an element into its shadow root. */
export class BoxRenderer {
  readonly #element: SummitElement;
  readonly #decisions: BoxDecisions;
  readonly #renderSummit: RenderSummit;
  readonly #moreStyles: readonly LateStyles[];
  #hasMoreStyles = false;
  /** What Lit renders before. */
  #end: Comment;

  constructor(
    element: SummitElement,
    decisions: BoxDecisions,
    renderSummit: RenderSummit,
    moreStyles: readonly LateStyles[],
  ) {
    this.#element = element;
    this.#decisions = decisions;
    this.#renderSummit = renderSummit;
    this.#moreStyles = moreStyles;
    this.#end = element.ownerDocument.createComment('');
  }

  update(root: ShadowRoot): void {
    const {view, markup} = this.#decisions;
    const isAdopted = markup.kind === 'adopted';
    const isKept = view.kind === 'current' || (view.kind === 'pending' && (view.messages ?? isAdopted));
    // Prerendered content that stays has its styles itself.
    if (!this.#hasMoreStyles && (!isKept || this.#element.isStyled)) {
      this.#hasMoreStyles = true;
      this.#element.adoptStyles(root, this.#moreStyles);
    }
    if (isKept) return;
    if (isAdopted) this.#decisions.dropMarkup();
    if (isAdopted || this.#end.parentNode !== root) this.#startAfresh(root);
    try {
      this.#render(root);
    } catch {
      // A page may have removed nodes that Lit references. Then the box is rendered from scratch.
      this.#startAfresh(root);
      this.#render(root);
    }
  }

  /** Removes all content, so that the next rendering creates it again. */
  #startAfresh(root: ShadowRoot): void {
    this.#end = this.#element.ownerDocument.createComment('');
    root.replaceChildren(this.#end);
  }

  #render(root: ShadowRoot): void {
    const {view, state} = this.#decisions;
    const notice = state.kind === 'failed' ? view.messages?.failed : undefined;
    const context =
      view.kind === 'box'
        ? this.#decisions.complete(makeBasicContext(this.#element, view.loaded.summit, view.messages, notice))
        : undefined;
    // The translation feature of a browser replaces text nodes with `font` elements: Lit would update the detached text,
    // and a correction would not be visible.
    if (!context?.isContinued && root.querySelector<HTMLElement>('font')) this.#startAfresh(root);
    const template = context ? this.#renderSummit(this.#element, context) : this.#renderFallback();
    render(template, root, {host: this.#element, renderBefore: this.#end});
  }

  /** Renders the children of the element, with a status line above them if needed. */
  #renderFallback(): TemplateResult {
    const {childNodes, scheme} = this.#element;
    const {view, state} = this.#decisions;
    // Check `nodeType`, not the class: nodes from a script in a frame belong to another window.
    const fallback = Array.from(childNodes).some((node) =>
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
    return html`<div class="box ${scheme}" part="box">
      ${renderNotice(line)} <slot></slot>
    </div>`;
  }
}
