import type {ReactiveController} from 'lit';
import {
  findSummit,
  knownIds,
  offRegister,
  onRegister,
  sharedTranslations,
  shareTranslations,
  type RegisteredSummit,
} from '../data/summit-registry.js';
import type {Summit} from '../data/summit.js';
import type {Messages} from '../format/messages.js';
import {findKey, hasOptions, parseKey} from './box-key.js';
import type {BoxController, SummitHost} from './box-controller.js';
import type {BoxError, BoxState, LoadedSummit, Markup, OutlinedSummit, View} from './box-state.js';
import type {DataStrategy} from './data-strategy.js';
import {tags} from './define.js';
import {SummitErrorEvent, SummitLoadEvent, type SummitOrigin} from './events.js';
import {pageLanguage} from './page-language.js';
import type {RenderContext} from './render-context.js';
import {requestMessages, type LazyTemplates} from './lazy-templates.js';
import type {Templates} from './templates.js';

shareTranslations(async () => (await import('./custom-data.js')).loadTranslations());

/** One observer for all elements. It doesn't keep observed elements alive. */
const children =
  typeof MutationObserver === 'undefined'
    ? undefined
    : new MutationObserver((records) => {
        const hosts = records.map(({target}) => (target as Element).closest<SummitHost>([...tags].join()));
        for (const host of new Set(hosts)) host?.childrenChanged();
      });

/**
 * Owns the state of an element: finds the requested data, decides what the element renders, and dispatches events. Only
 * the controller changes the state.
 */
export class SummitController implements BoxController, ReactiveController {
  readonly copies = sharedTranslations();

  readonly #host: SummitHost;
  #state: BoxState = {kind: 'waiting'};
  #markup: Markup = {kind: 'rendered'};
  #view: View = {kind: 'fallback'};
  /** Messages for the next render, once loaded. */
  #nextMessages: Messages | undefined;
  /** Undefined: a bundled summit in its own language needs none. Null: it could not be loaded. */
  #strategy: DataStrategy | null | undefined;
  #customData: Promise<DataStrategy> | undefined;
  /** Factories of events, which are created and dispatched after the box is rendered. */
  #pendingEvents: readonly ((() => Event) | undefined)[] = [];
  /** The registered summit at the latest selection. Null before the first one. */
  #registered: RegisteredSummit | null | undefined = null;

  readonly #lazyTemplates: LazyTemplates;
  #templates: Templates | undefined;
  /** Loads the templates and the data of a bundled summit. */
  #request: Promise<void> | undefined;
  /** Whether they could not be loaded. */
  #hasNoTemplates = false;

  constructor(host: SummitHost, templates: LazyTemplates) {
    this.#host = host;
    this.#lazyTemplates = templates;
    host.addController(this);
  }

  get templates(): Templates | undefined {
    return this.#templates;
  }

  /** Settles when the modules that a pending update needs have loaded or failed. */
  get modules(): Promise<unknown> {
    return Promise.allSettled([this.#request, this.#customData && this.#loadCustomData()]);
  }

  get state(): BoxState {
    return this.#state;
  }

  get markup(): Markup {
    return this.#markup;
  }

  get view(): View {
    return this.#view;
  }

  get nextMessages(): Messages | undefined {
    return this.#nextMessages;
  }

  /** The valid data that is on screen or rendered next. */
  get #shown(): LoadedSummit | OutlinedSummit | undefined {
    const state = this.#state;
    return state.kind === 'ready' ? state.loaded : state.kind === 'failed' ? state.last : undefined;
  }

  get loaded(): LoadedSummit | undefined {
    const shown = this.#shown;
    return shown?.load ? undefined : shown;
  }

  get edition(): {readonly id: string; readonly revision: number} | undefined {
    return this.#shown?.summit ?? (this.#markup.kind === 'adopted' ? this.#markup : undefined);
  }

  /** Completes a basic context for the current kind of data. */
  complete(basic: RenderContext): RenderContext {
    return this.#strategy?.complete(basic) ?? basic;
  }

  /** Adopts the content of the shadow root. Content without a key isn't adopted. */
  adopt(root: ShadowRoot): void {
    const key = findKey(root);
    if (key) this.#markup = {kind: 'adopted', key, ...parseKey(key)};
  }

  /** Lit renders in place of the adopted content. */
  dropMarkup(): void {
    this.#markup = {kind: 'rendered'};
  }

  /** Resets the state after adopted content has replaced the content on screen. */
  forget(): void {
    this.#state = {kind: 'waiting'};
    this.#update();
    this.select();
  }

  /**
   * Selects the host's `data`, else `src`, else the registered summit. A bundled summit is shown synchronously, also on
   * a server. Without any of them the host waits.
   */
  select(): void {
    const {data, src, summit} = this.#host;
    const registered = findSummit(summit);
    this.#registered = registered;
    this.#strategy?.leave();
    // The content on screen stays until there is a result. A summit that still waits for its templates isn't shown.
    const isOnScreen = this.#view.messages ?? this.#markup.kind === 'adopted';
    if (!this.#shown || !isOnScreen) {
      this.#state = {kind: data || src ? 'loading' : 'waiting'};
      this.#pendingEvents = [];
    }
    if (!data && !src) {
      if (this.#keepsContent()) {
        // An earlier failure no longer applies.
        this.recover();
        return;
      }
      if (registered?.isBundled) {
        this.#show({...registered, origin: 'bundled', loadedAtMs: performance.now()});
        return;
      }
      // Without a default summit, this summit may still be registered.
      if (!registered && !(summit && knownIds())) return;
    }
    this.#loadCustomData().then(
      // The host's properties may have changed in the meantime.
      (customData) => {
        const now = this.#host;
        if (now.data || now.src || !this.#keepsContent()) customData.select(findSummit(now.summit), knownIds());
      },
      // The chunk could not be loaded. The browser's message names it.
      (cause: unknown) => {
        this.fail({code: 'network', message: String(cause), issues: []});
      },
    );
  }

  /**
   * Whether adopted content stays because no other requested data is available. The default summit only replaces its
   * own content.
   */
  #keepsContent(): boolean {
    const markup = this.#markup;
    if (markup.kind === 'rendered') return false;
    const {summit} = this.#host;
    const registered = findSummit(summit);
    // Custom data can be prerendered without `src`. Then there is nothing else to load.
    const {id, revision, fingerprint} = markup;
    // An older script bundles an older edition.
    if (registered?.isBundled && id === registered.summit.id && revision > registered.summit.revision) return true;
    if (!summit) return !!fingerprint || id !== registered?.summit.id;
    return registered ? registered.isBundled && !!fingerprint && id === summit : !id || id === summit;
  }

  /** Handles the registration of a summit: the one that the host waits for, a newer edition, or translations. */
  readonly #onRegister = (): void => {
    const {data, src, summit} = this.#host;
    if (this.#registered === null || data || src) return;
    if (findSummit(summit) !== this.#registered) this.select();
    else if (this.#shown) this.#host.requestUpdate();
  };

  /** Loads the interactions and passes the reader's event to them. Without an event the hash may name a statement. */
  readonly loadInteractions = (event?: Event): void => {
    this.loadWhole().catch(() => undefined);
    import('./interactions.js').then(
      ({startInteractions}) => {
        startInteractions(this.#host, this, event);
      },
      // The box is readable without interactions.
      () => undefined,
    );
    requestMessages().catch(() => undefined);
  };

  /** Handles links inside the box, so that a `<base>` of the page doesn't send them to another page. */
  readonly handleAnchorClick = (event: Event): void => {
    const {target, ctrlKey, metaKey, shiftKey} = event as MouseEvent;
    const hash = (target as Element).closest('a')?.getAttribute('href');
    // A modifier key opens another tab or window: keep the default.
    if (!hash?.startsWith('#') || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    location.hash = hash;
  };

  /** The hash may name a statement of this box. */
  readonly #focusHashTarget = (): void => {
    if (location.hash.startsWith('#summit-')) this.loadInteractions();
  };

  /**
   * Decides what the element renders next.
   *
   * @param isSelection Whether the requested data changed.
   */
  prepare(isSelection: boolean): void {
    if (isSelection) this.select();
    const {messages} = this.#view;
    const shown = this.#shown;
    const {lang, parentNode} = this.#host;
    const tags = [lang, pageLanguage(parentNode as Element | null), shown?.summit.lang, 'en'];
    const tag = tags.find(Boolean) ?? '';
    if (this.#state.kind !== 'failed' && (this.#isCurrent() || this.#showBundledMarkup(tag))) {
      // Nothing needs to be loaded.
      this.#view = {kind: 'current', messages};
      return;
    }
    const update = (): void => {
      this.#host.requestUpdate();
    };
    const {loaded} = this;
    const templates = this.#templates;
    if (!templates || shown?.load) {
      this.#view = {kind: this.loadTemplates() ? 'pending' : 'current', messages};
      // Another language than English and a change of finished content need both modules: load them at the same time.
      if (this.#markup.kind === 'adopted' || !/^en\b/i.test(tag)) this.#loadCustomData().catch(() => undefined);
      return;
    }
    this.#nextMessages = templates.loadMessages(tags, update);
    const next = this.#nextMessages;
    if (!next) this.#loadCustomData().catch(() => undefined);
    if (!next || !this.#isReady(next, update)) this.#view = {kind: 'pending', messages};
    else if (this.#isCurrent()) this.#view = {kind: 'current', messages: next};
    else this.#view = loaded ? {kind: 'box', loaded, messages: next} : {kind: 'fallback', messages: next};
  }

  /** Loads what a rendering needs. Returns whether it can still come. */
  loadTemplates(): boolean {
    if (!this.#hasNoTemplates) {
      this.#request ??= Promise.all([this.#lazyTemplates.load(), this.loadWhole()]).then(
        ([templates]) => {
          this.#templates = templates;
          this.#request = undefined;
          this.#host.requestUpdate();
        },
        (cause: unknown) => {
          this.#hasNoTemplates = true;
          this.fail({code: 'network', message: String(cause), issues: []});
        },
      );
    }
    return !this.#hasNoTemplates;
  }

  async loadWhole(): Promise<void> {
    const shown = this.#shown;
    if (!shown?.load) return;
    const summit = await shown.load();
    if (this.#shown !== shown) return;
    const loaded = {...shown, summit, load: undefined};
    this.#state = this.#state.kind === 'failed' ? {...this.#state, last: loaded} : {kind: 'ready', loaded};
  }

  /**
   * Shows the finished content of a bundled summit, which needs no templates, if it is what the box would render first.
   *
   * @param tag The language that the box asks for first.
   */
  #showBundledMarkup(tag: string): boolean {
    const {hasUpdated, lang, ownerDocument, shadowRoot} = this.#host;
    const shown = this.#shown;
    if (hasUpdated || this.#markup.kind === 'adopted' || shown?.origin !== 'bundled' || !shadowRoot) return false;
    const {summit} = shown;
    const key = this.#host.keyOf(summit);
    // The language may be stated.
    if (hasOptions(key.replace(`|${lang}|`, '||')) || tag.split('-')[0] !== summit.lang) return false;
    const content = this.#lazyTemplates.makeBundledContent?.(summit, ownerDocument);
    if (!content) return false;
    content.lang = tag;
    if (!lang) content.removeAttribute('dir');
    content.dataset['key'] = key;
    shadowRoot.replaceChildren(content);
    this.adopt(shadowRoot);
    return true;
  }

  /** Whether the prerendered markup still matches the requested state. */
  #isCurrent(): boolean {
    const shown = this.#shown;
    const markup = this.#markup;
    const fingerprint = this.#strategy?.fingerprint;
    if (markup.kind === 'rendered') return false;
    if (!shown) return true;
    // Without a fingerprint, custom data would have the key of a bundled summit.
    return (
      (shown.origin === 'bundled' || fingerprint !== undefined) &&
      markup.key === this.#host.keyOf(shown.summit, fingerprint)
    );
  }

  /** Whether everything for a box with these messages is loaded. If not, `update` is called when it is. */
  #isReady(messages: Messages, update: () => void): boolean {
    const {loaded} = this;
    const isAdopted = this.#markup.kind === 'adopted';
    if (!loaded || (!isAdopted && loaded.origin === 'bundled' && loaded.summit.lang === messages.language)) return true;
    if (this.#strategy !== undefined) return this.#strategy?.isReady(loaded, messages) ?? true;
    this.#loadCustomData().then(update, update);
    return false;
  }

  show(summit: Summit, origin: SummitOrigin, makeChange?: () => Event): void {
    this.#show({summit, origin, loadedAtMs: performance.now()}, makeChange);
  }

  #show(loaded: LoadedSummit | OutlinedSummit, makeChange?: () => Event): void {
    this.#state = {kind: 'ready', loaded};
    this.#update(() => new SummitLoadEvent(loaded.summit, loaded.origin), makeChange);
  }

  fail(error: BoxError): void {
    const {code, message, issues} = error;
    (console as Partial<Console>).warn?.(this.#host.localName, code, message);
    this.#state = {kind: 'failed', error, last: this.#shown};
    this.#update(...this.#pendingEvents, () => new SummitErrorEvent(code, message, issues));
  }

  recover(): void {
    const loaded = this.#shown;
    this.#state = loaded ? {kind: 'ready', loaded} : {kind: 'waiting'};
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#focusHashTarget);
    children?.observe(this.#host, {childList: true, subtree: true});
    onRegister(this.#onRegister);
    this.#onRegister();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#focusHashTarget);
    offRegister(this.#onRegister);
  }

  /** Dispatches events after the data is on screen. A server never calls this method. */
  hostUpdated(): void {
    if (this.#view.kind === 'pending') return;
    const pending = this.#pendingEvents;
    this.#pendingEvents = [];
    for (const makeEvent of pending) if (makeEvent) this.#host.dispatchEvent(makeEvent());
    this.#focusHashTarget();
  }

  #update(...pendingEvents: readonly ((() => Event) | undefined)[]): void {
    this.#pendingEvents = pendingEvents;
    this.#host.requestUpdate();
  }

  async #loadCustomData(): Promise<DataStrategy> {
    this.#customData ??= import('./custom-data.js').then(({CustomData}) => new CustomData(this.#host, this));
    try {
      const customData = await this.#customData;
      this.#strategy = customData;
      return customData;
    } catch (cause) {
      this.#strategy = null;
      // A later selection tries again.
      this.#customData = undefined;
      throw cause;
    }
  }
}
