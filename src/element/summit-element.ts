import {
  adoptStyles,
  html,
  LitElement,
  noChange,
  type CSSResult,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {Summit} from '../data/summit.js';
import {en} from '../format/languages/en.js';
import {findKey, formatKey, parseKey} from './box-key.js';
import {renderNotice} from './box.js';
import type * as LateContent from './late-content.js';
import {makePlainContext, type RenderContext, type Scheme} from './render-context.js';
import {styles} from './styles.js';
import {SummitController} from './summit-controller.js';
import {VERSION} from './version.js';

/** Whoever has the types of an element has those of its events by this. @public */
export type {SummitErrorEvent, SummitLoadEvent} from './events.js';

/** Properties that choose the data. */
const SELECTING: readonly (keyof SummitElement)[] = ['summit', 'src', 'data', 'refresh'];

/** Children that are more than a line of fallback: a template or a plain layer, or what a tag without an end has taken. */
const CONTENT = ':scope>:not(a,p,[slot])';

/** Names of attributes with hyphens by those without, which frameworks' servers write: `headinglevel` for `headingLevel`. */
const hyphenated = new Map<string, string>();

/**
 * What all boxes share: the attributes every one of them has, and one `render` that picks loading, failed or ready.
 */
export abstract class SummitElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** Version of summit-embeds that the class is of, such as `0.1.0`. */
  static readonly version: string = VERSION;

  static override properties: PropertyDeclarations = {
    summit: {},
    src: {},
    data: {attribute: false},
    refresh: {},
    heading: {},
    headingLevel: {attribute: 'heading-level'},
    scheme: {},
    // Declared, since a server sees no other property; reflected, as the native one is.
    lang: {reflect: true},
    policyUrl: {attribute: 'policy-url'},
    feedbackUrl: {attribute: 'feedback-url'},
  };

  /**
   * Events at which a reader may be about to do something with the box: what that takes is loaded then.
   *
   * @internal
   */
  static interactionEvents: readonly string[] = ['focusin', 'toggle'];

  /** Id of a registered summit. Empty: the default summit of the entry point, if it has one. */
  declare summit: string | undefined;

  /**
   * Address of a data file, http(s), resolved against the document's base; fetched without credentials, checked, shown.
   * Comes before `summit`. Empty: none.
   */
  declare src: string | undefined;

  /**
   * Seconds between looks for a newer edition at `src`, at least 15. It asks only whether the file has changed, pauses
   * while the page is hidden, and ends with the summit. Empty, or no number above 0: never.
   */
  declare refresh: number | string | undefined;

  /**
   * A summit of the page's own, checked before it is shown; comes before `src` and `summit`. Hand over a new object for new
   * data: a change inside it goes unseen. Null or undefined: none.
   */
  declare data: Summit | null | undefined;

  /** Replaces the box's own heading. If empty, the heading of the data is used. */
  declare heading: string | undefined;

  /** Level of the box's heading, 1–6; headings inside follow. A number beyond counts as the nearest, anything else as 3. */
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
  /** Whether the styles are in place, or were before another document took them away. */
  #styled = false;

  /**
   * The box itself, once there is data.
   *
   * @internal for the prerenderer as well.
   */
  abstract renderSummit(context: RenderContext): TemplateResult;

  /**
   * What a prerendered box is recognised by: all that its content depends on.
   *
   * @internal
   * @param fingerprint Tells editions apart whose numbers are the same. Empty for bundled data: the version says it all.
   */
  keyOf(summit: Summit, fingerprint?: string): string {
    const {elementProperties} = this.constructor as typeof SummitElement;
    const options = [...elementProperties.keys()].filter(
      (name) => !(SELECTING as readonly PropertyKey[]).includes(name),
    );
    return formatKey(
      summit,
      fingerprint,
      options.map((name) => this[name as keyof this]),
    );
  }

  static override get observedAttributes(): string[] {
    const names = super.observedAttributes;
    const bare = names
      .filter((name) => name.includes('-'))
      .map((name) => {
        const written = name.replaceAll('-', '');
        hyphenated.set(written, name);
        return written;
      });
    return [...names, ...bare];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // eslint-disable-next-line wc/guard-super-call -- Lit's class has it.
    super.attributeChangedCallback(hyphenated.get(name) ?? name, old, value);
  }

  /**
   * The content may not be parsed yet, or may be none that a parser made. The shadow root waits for it too: an earlier one would
   * keep a declarative one out.
   */
  // eslint-disable-next-line lit/lifecycle-super -- `connect` calls it, perhaps later.
  override connectedCallback(): void {
    const {shadowRoot, ownerDocument} = this;
    // eslint-disable-next-line wc/no-child-traversal-in-connectedcallback -- A page that is still loading is the other case.
    const isUsual = shadowRoot ? findKey(shadowRoot) : !this.querySelector(CONTENT);
    // Lit has its render root from the first time on, when the content was looked at.
    if ((this.renderRoot as HTMLElement | undefined) ?? (isUsual && ownerDocument.readyState !== 'loading'))
      this.connect();
    else
      void loadLate(({connectLate}) => {
        connectLate(this);
      });
  }

  /** @internal */
  connect(): void {
    super.connectedCallback();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Lit's own way would put a second box beside a prerendered one, and its hydration would need all data at once.
    const {shadowRoot} = this;
    // eslint-disable-next-line wc/attach-shadow-constructor -- As Lit does: a constructor can't know of a prerendered root.
    const root = shadowRoot ?? this.attachShadow({mode: 'open'});
    for (const type of (this.constructor as typeof SummitElement).interactionEvents) {
      root.addEventListener(type, this.#controller.loadInteractions, {capture: true, once: true});
    }
    root.addEventListener('click', this.#controller.handleAnchorClick);
    this.#adoptContent(root);
    return root;
  }

  /** Takes over what is in the shadow root, and puts styles there unless they came along. */
  #adoptContent(root: ShadowRoot): void {
    const style = root.querySelector('style');
    this.#controller.adopt(root);
    // A policy may have refused those that came along; these it can't. What another version made keeps its own.
    if (!style || (findKey(root)?.startsWith(`${VERSION}|`) && !style.sheet)) {
      this.#adoptStyles(root);
      style?.remove();
    }
  }

  /**
   * Content that arrives later, by a framework or a router, takes the place of a summit that nobody asked for.
   *
   * @internal
   */
  childrenChanged(): void {
    if ((this.renderRoot as HTMLElement | undefined) && !this.data && this.querySelector(CONTENT)) {
      void loadLate(({adoptLate}) => {
        adoptLate(this);
      });
    }
    // The line above a fallback says that one follows.
    if (!this.#controller.loaded) this.requestUpdate();
  }

  /** @internal */
  adopt(content: ParentNode & Node): void {
    const {shadowRoot} = this;
    if (!shadowRoot || !this.#controller.canAdopt(parseKey(findKey(content)).id, content.nodeType === 11)) return;
    this.#renderAfresh(shadowRoot);
    shadowRoot.prepend(content);
    this.#adoptContent(shadowRoot);
    this.#controller.forget();
  }

  /** Another document takes away a shadow root's sheets, and lends its own to no other. */
  adoptedCallback(): void {
    if (this.#styled && this.shadowRoot) this.#adoptStyles(this.shadowRoot);
  }

  #adoptStyles(root: ShadowRoot): void {
    this.#styled = true;
    const {elementStyles} = this.constructor as typeof SummitElement;
    const view = this.ownerDocument.defaultView;
    if (view === window) {
      adoptStyles(root, elementStyles);
    } else if (view) {
      root.adoptedStyleSheets = elementStyles.map((style) => {
        const sheet = new view.CSSStyleSheet();
        sheet.replaceSync((style as CSSResult).cssText);
        return sheet;
      });
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#controller.prepare(!this.hasUpdated || SELECTING.some((name) => changed.has(name)));
  }

  /** A page may have taken out of the box what Lit holds on to; the box is what the data say all the same. */
  protected override update(changed: PropertyValues): void {
    const {shadowRoot} = this;
    try {
      super.update(changed);
    } catch (error) {
      if (!shadowRoot) throw error;
      this.#renderAfresh(shadowRoot);
      super.update(changed);
    }
  }

  /**
   * Drops everything, and has the next rendering make it anew. A browser that translates pages puts `font` elements in the
   * place of the texts that Lit would change: a correction would go unseen.
   */
  #renderAfresh(root: ShadowRoot): void {
    const end = document.createComment('');
    root.replaceChildren(end);
    this.renderOptions.renderBefore = end;
  }

  protected override render(): TemplateResult | typeof noChange {
    const {view, markup, state} = this.#controller;
    const {kind, messages} = view;
    if (kind === 'current' || (kind === 'pending' && (messages ?? markup.kind === 'adopted'))) return noChange;
    const {shadowRoot} = this;
    if (markup.kind === 'adopted' && shadowRoot) {
      this.#adoptStyles(shadowRoot);
      this.#controller.dropMarkup();
    }
    if (shadowRoot?.querySelector<HTMLElement>('font')) this.#renderAfresh(shadowRoot);
    const failed = state.kind === 'failed';
    if (kind === 'box') {
      const plain = makePlainContext(
        this,
        view.loaded.summit,
        view.messages,
        failed ? view.messages.failed : undefined,
      );
      return this.renderSummit(this.#controller.complete(plain));
    }

    // By kind, not by class: what a frame's script put here is of another window.
    const fallback = Array.from(this.childNodes).some((node) =>
      node.nodeType === 1 ? !(node as Element).slot : node.nodeType === 3 && node.nodeValue?.trim(),
    );
    // English at worst: waiting for a translation of “loading” would show nothing at all.
    const texts = messages ?? en;
    const line = failed
      ? `${texts.failed} ${fallback ? texts.fallbackFollows : ''}`
      : !fallback && state.kind === 'loading'
        ? texts.loading
        : '';
    return html`<div class="box ${this.scheme}" part="box">
      ${renderNotice(line)} <slot></slot>
    </div>`;
  }
}

/** Without that file the content stays as it is. */
async function loadLate(use: (late: typeof LateContent) => void): Promise<void> {
  try {
    use(await import('./late-content.js'));
  } catch (cause) {
    (console as Partial<Console>).warn?.(cause);
  }
}
