import {
  adoptStyles,
  ReactiveElement,
  type CSSResult,
  type CSSResultGroup,
  type CSSResultOrNative,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import type {Summit, SummitOutline} from '../data/summit.js';
import {findKey, formatKey, hasOptions} from './box-key.js';
import type {BoxRenderer} from './box-renderer.js';
import {markRepeatedSources} from './repeated-sources.js';
import type * as LateContent from './late-content.js';
import type {Scheme} from './render-context.js';
import {styles} from './styles.js';
import type {LateStyles} from './late-styles.js';
import type {LazyTemplates} from './lazy-templates.js';
import {SummitController} from './summit-controller.js';
import {VERSION} from './version.js';

/** Re-exported so that importing the element also imports its event types. @public */
export type {SummitErrorEvent, SummitLoadEvent} from './events.js';

/** Lit takes all of these: it reads `styleSheet`. */
type Styles = CSSResultOrNative | LateStyles;

/** Properties that select the data. */
const SELECTING: readonly (keyof SummitElement)[] = ['summit', 'src', 'data', 'refresh'];

/**
 * Children that are more than a line of fallback: a template, a plain layer, or content swallowed by an unclosed tag.
 */
const CONTENT = ':scope>:not(a,p,[slot])';

/** The boxes in the page, in the order in which they came: usually that of the page. */
const boxes = new Set<SummitElement>();

const markSources = (): void => {
  markRepeatedSources(boxes);
};

/**
 * Attribute names with hyphens by their names without, which server renderers of frameworks write: `headinglevel` for
 * `headingLevel`.
 */
const hyphenated = new Map<string, string>();

/**
 * Base class of all summit elements. It has their common attributes and renders the loading, error or ready state.
 *
 * @example
 * import {SummitElement} from 'summit-embeds';
 *
 * for (const element of document.querySelectorAll('summit-fact-box, summit-region-list')) {
 *   if (element instanceof SummitElement) element.scheme = 'dark';
 * }
 */
export abstract class SummitElement extends ReactiveElement {
  static override styles: CSSResultGroup = styles;

  /** @internal */
  static readonly templates: LazyTemplates;

  /** Version of summit-embeds that the class comes from, such as `0.1.0`. */
  static readonly version: string = VERSION;

  static override properties: PropertyDeclarations = {
    summit: {},
    src: {},
    data: {attribute: false},
    refresh: {},
    heading: {},
    headingLevel: {attribute: 'heading-level'},
    scheme: {},
    // Declared, since a server only reads declared properties; reflected, as the native property is.
    lang: {reflect: true},
    policyUrl: {attribute: 'policy-url'},
    feedbackUrl: {attribute: 'feedback-url'},
  };

  /**
   * User events that trigger lazy loading of the interaction code.
   *
   * @internal
   */
  static interactionEvents: readonly string[] = ['focusin', 'toggle'];

  /** Id of a registered summit. Empty: the default summit of the entry point, if it has one. */
  declare summit: string | undefined;

  /**
   * URL of a data file, http(s), resolved against the document's base. It is fetched without credentials and validated.
   * Takes precedence over `summit`. Empty: no file.
   */
  declare src: string | undefined;

  /**
   * Polling interval of `src` in seconds, minimum 15, maximum 86400. Polling pauses while the page is hidden and stops
   * when the summit has ended. Empty, 0 or not a positive number: no polling.
   */
  declare refresh: number | string | undefined;

  /**
   * Summit data of the page. It is validated before it is shown and takes precedence over `src` and `summit`. Set a new
   * object to update: changes inside the object aren't detected. Null or undefined: none.
   */
  declare data: Summit | null | undefined;

  /** Heading of the box. Empty: the heading of the data. */
  declare heading: string | undefined;

  /**
   * Level of the box's heading, 1–6; subheadings follow. Numbers outside the range become the nearest level. Empty or
   * not a number: 3.
   */
  declare headingLevel: number | string | undefined;

  /**
   * Colour scheme. `light` or `dark` forces one. `auto` or empty: the box follows the page's `color-scheme`, which may
   * follow the reader's preference.
   */
  declare scheme: Scheme | undefined;

  /**
   * Language of the box's labels and messages, as a BCP 47 tag. Empty: that of the nearest ancestor with `lang`, then
   * that of the data, then English. Texts of the data stay in their language unless there is a translation.
   */
  declare lang: string;

  /** URL of the publisher's corrections policy, http(s) or relative. The footer links to it. Empty: no link. */
  declare policyUrl: string | undefined;

  /** URL for readers' feedback, http(s) or relative. The footer links to it. Empty: no link. */
  declare feedbackUrl: string | undefined;

  readonly #controller = new SummitController(this, (this.constructor as typeof SummitElement).templates);
  #renderer: BoxRenderer | undefined;
  /** The styles that were adopted, even if another document has removed them since. */
  #styles: readonly Styles[] | undefined;

  /**
   * Returns the key of a prerendered box: everything that its content depends on.
   *
   * @internal
   * @param fingerprint Distinguishes editions with the same revision. Empty for bundled data, which the version
   *   identifies.
   */
  keyOf(summit: Summit | SummitOutline, fingerprint?: string): string {
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
   * Connects at once, or waits if the content isn't parsed yet or wasn't created by a parser. The shadow root waits
   * too: an existing one prevents the parser from attaching a declarative one.
   */
  // eslint-disable-next-line lit/lifecycle-super -- `connect` calls it, now or later.
  override connectedCallback(): void {
    const {shadowRoot, ownerDocument} = this;
    // eslint-disable-next-line wc/no-child-traversal-in-connectedcallback -- A page that is still loading is the other case.
    const isUsual = shadowRoot ? findKey(shadowRoot) : !this.querySelector(CONTENT);
    // Lit sets `renderRoot` at the first connection. After that the content isn't checked again.
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
    boxes.add(this);
    // The same function again isn't added twice.
    addEventListener('beforeprint', markSources);
  }

  override disconnectedCallback(): void {
    // eslint-disable-next-line wc/guard-super-call -- Lit's class has it.
    super.disconnectedCallback();
    boxes.delete(this);
    if (boxes.size === 0) removeEventListener('beforeprint', markSources);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Lit's default would render a second box next to a prerendered one, and its hydration would need all data at once.
    const {shadowRoot} = this;
    // eslint-disable-next-line wc/attach-shadow-constructor -- As Lit does: a constructor can't know of a prerendered root.
    const root = shadowRoot ?? this.attachShadow({mode: 'open'});
    // Shows the fallback until the templates are loaded.
    if (!shadowRoot) root.append(this.ownerDocument.createElement('slot'));
    for (const type of (this.constructor as typeof SummitElement).interactionEvents) {
      root.addEventListener(type, this.#controller.loadInteractions, {capture: true, once: true});
    }
    root.addEventListener('click', this.#controller.handleAnchorClick);
    this.#adoptContent(root);
    return root;
  }

  /** Adopts the content of the shadow root, and adopts style sheets unless the content has a working `<style>`. */
  #adoptContent(root: ShadowRoot): void {
    const style = root.querySelector('style');
    this.#controller.adopt(root);
    // A Content-Security-Policy may have blocked the `<style>`; it doesn't block adopted style sheets. Content of
    // another version keeps its own styles.
    const key = findKey(root);
    if (!style || (key?.startsWith(`${VERSION}|`) && !style.sheet)) {
      this.adoptStyles(root);
      // Other content than that of a bundled summit may need all styles.
      if (style && key && hasOptions(key)) this.#controller.loadTemplates();
      style?.remove();
    }
  }

  /**
   * Content that a framework or a router adds later replaces a summit that was not requested.
   *
   * @internal
   */
  childrenChanged(): void {
    if ((this.renderRoot as HTMLElement | undefined) && !this.data && this.querySelector(CONTENT)) {
      void loadLate(({adoptLate}) => {
        adoptLate(this, this.#controller);
      });
    }
    // The status line depends on whether there is a fallback.
    if (!this.#controller.loaded) this.requestUpdate();
  }

  /** @internal */
  adopt(content: ParentNode & Node): void {
    const {shadowRoot} = this;
    if (!shadowRoot) return;
    shadowRoot.replaceChildren(content);
    this.#adoptContent(shadowRoot);
    this.#controller.forget();
  }

  /** Moving to another document removes the adopted style sheets, which can't be shared between documents. */
  adoptedCallback(): void {
    if (this.#styles && this.shadowRoot) this.#adopt(this.shadowRoot, this.#styles);
  }

  /**
   * Whether the styles were adopted. If not, the content has its own.
   *
   * @internal
   */
  get isStyled(): boolean {
    return !!this.#styles;
  }

  /**
   * Adopts the styles of the element.
   *
   * @internal
   * @param moreStyles Those that come with the templates.
   */
  adoptStyles(root: ShadowRoot, moreStyles: readonly LateStyles[] = []): void {
    const {elementStyles} = this.constructor as typeof SummitElement;
    this.#styles = [...elementStyles, ...moreStyles];
    this.#adopt(root, this.#styles);
  }

  #adopt(root: ShadowRoot, styles: readonly Styles[]): void {
    const view = this.ownerDocument.defaultView;
    if (view === window) {
      adoptStyles(root, styles as CSSResult[]);
    } else if (view) {
      root.adoptedStyleSheets = styles.map((style) => {
        const sheet = new view.CSSStyleSheet();
        sheet.replaceSync((style as LateStyles).cssText);
        return sheet;
      });
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#controller.prepare(!this.hasUpdated || SELECTING.some((name) => changed.has(name)));
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const {shadowRoot} = this;
    const {templates} = this.#controller;
    if (!shadowRoot || !templates) return;
    this.#renderer ??= templates.makeRenderer(this, this.#controller);
    this.#renderer.update(shadowRoot);
  }

  /** Waits for the modules that an update needs. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.#controller.view.kind !== 'pending') return isComplete;
    await this.#controller.modules;
    return super.getUpdateComplete();
  }
}

/** Loads the module for late content. If that fails, the content stays as it is. */
async function loadLate(use: (late: typeof LateContent) => void): Promise<void> {
  try {
    use(await import('./late-content.js'));
  } catch (cause) {
    (console as Partial<Console>).warn?.(cause);
  }
}
