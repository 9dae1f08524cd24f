import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {Summit} from '../data/summit.js';
import {fill} from '../format/fill.js';
import {en} from '../format/texts/en.js';
import {wordsFor, type Words} from '../format/words.js';
import type {Reading, Scheme} from './reading.js';
import {styles} from './styles.js';
import {SummitController} from './summit-controller.js';

/**
 * What all boxes share: the attributes every one of them has, and one `render` that picks loading, failed or ready.
 */
export abstract class SummitElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  static override properties: PropertyDeclarations = {
    summit: {},
    data: {attribute: false},
    heading: {},
    headingLevel: {attribute: 'heading-level'},
    scheme: {},
    // Declared, since a server sees no other property; reflected, as the native one is.
    lang: {reflect: true},
    policyUrl: {attribute: 'policy-url'},
    feedbackUrl: {attribute: 'feedback-url'},
  };

  /** Id of a bundled summit. Empty: `alaska-2025`. */
  declare summit: string | undefined;

  /**
   * A summit of the page's own, checked before it is shown; comes before `summit`. Hand over a new object for new
   * data: a change inside it goes unseen. Null or undefined: none.
   */
  declare data: Summit | null | undefined;

  /** Replaces the box's own heading. Empty: the heading of the data. */
  declare heading: string | undefined;

  /** Level of the box's heading, 1–6; headings inside follow. Anything else counts as 3. */
  declare headingLevel: number | string | undefined;

  /** `light` or `dark` forces one; otherwise the box follows the page's `color-scheme`, and through it the reader's. */
  declare scheme: Scheme | undefined;

  /**
   * Language of the box's own words, as a BCP 47 tag. Empty: that of the nearest ancestor with one, then that of the
   * data, then English. The data's texts stay as they are.
   */
  declare lang: string;

  /** Address of the publisher's corrections policy, http(s) or relative; linked in the footer. */
  declare policyUrl: string | undefined;

  /** Address for readers' feedback, http(s) or relative; linked in the footer. */
  declare feedbackUrl: string | undefined;

  readonly #controller = new SummitController(this);
  #words: Words | undefined;

  /** The box itself, once there is data. */
  protected abstract renderSummit(reading: Reading): TemplateResult;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('summit') || changed.has('data')) {
      this.#controller.select(this.data, this.summit);
    }
    this.#words = this.#findWords();
    this.#controller.waiting = !this.#words;
  }

  protected override render(): TemplateResult {
    const {summit, loadedAt, failed} = this.#controller;
    const {heading, policyUrl, feedbackUrl, scheme = 'auto'} = this;
    const words = this.#words;
    if (summit && words) {
      return this.renderSummit({
        summit,
        words,
        scheme,
        dir: this.lang ? words.dir : undefined,
        heading,
        level: Math.round(Number(this.headingLevel)) || 3,
        policyUrl,
        feedbackUrl,
        // The one time in a box that is the reader's own: it tells of this page, not of the summit.
        notice: failed ? fill(words.stale, loadedAt.toLocaleTimeString(words.lang, {timeStyle: 'short'})) : undefined,
      });
    }

    const fallback = Array.from(this.childNodes).some((node) =>
      node instanceof Element ? !node.slot : node instanceof Text && node.data.trim(),
    );
    // English at worst: waiting for a translation of “loading” would show nothing at all.
    const texts = words ?? en;
    const line = failed ? `${texts.failed} ${fallback ? texts.fallbackFollows : ''}` : fallback ? '' : texts.loading;
    return html`<div class="box ${scheme}" part="box">
      ${line ? html`<p class="notice small">${line}</p>` : nothing}
      ${fallback ? html`<slot></slot>` : nothing}
    </div>`;
  }

  /** The words of the box's language; undefined while they are on their way. */
  #findWords(): Words | undefined {
    for (const lang of [this.lang, pageLanguage(this), this.#controller.summit?.lang, 'en']) {
      const words = wordsFor(lang);
      if (words instanceof Promise) {
        void words.then(() => {
          this.requestUpdate();
        });
        return undefined;
      }
      if (words) return words;
    }
    return undefined;
  }
}

/** Language of the page around an element, through the shadow roots it stands in. A server has no page. */
function pageLanguage(element: Partial<Element>): string | undefined {
  const root = element.getRootNode?.();
  return (
    element.closest?.('[lang]')?.getAttribute('lang') ??
    (root instanceof ShadowRoot ? pageLanguage(root.host) : undefined)
  );
}
