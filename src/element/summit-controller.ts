import type {ReactiveController, ReactiveControllerHost} from 'lit';
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
import {loadMessages, type Messages} from '../format/messages.js';
import {findKey, parseKey} from './box-key.js';
import type {BoxError, BoxState, LoadedSummit, Markup, View} from './box-state.js';
import {bundledData, missingModule, type DataStrategy} from './data-strategy.js';
import {tags} from './define.js';
import {SummitErrorEvent, SummitLoadEvent, type SummitOrigin} from './events.js';
import type {CustomData} from './custom-data.js';
import {pageLanguage} from './page-language.js';
import type {RenderContext} from './render-context.js';

/** What a controller reads of its element. */
export interface SummitHost extends ReactiveControllerHost, HTMLElement {
  readonly summit: string | undefined;
  readonly src: string | undefined;
  readonly data: unknown;
  readonly refresh: number | string | undefined;
  keyOf(summit: Summit, fingerprint?: string): string;
  childrenChanged(): void;
}

shareTranslations(() => import('./custom-data.js'));

/** One for all elements: what it watches does not keep them alive. */
const children =
  typeof MutationObserver === 'undefined'
    ? undefined
    : new MutationObserver((records) => {
        const hosts = records.map(({target}) => (target as Element).closest<SummitHost>([...tags].join()));
        for (const host of new Set(hosts)) host?.childrenChanged();
      });

/**
 * Owns the state of an element: finds the data that the page asks for, decides what the element renders, and tells the page
 * about it. The element reads the state, and nobody else changes it.
 */
export class SummitController implements ReactiveController {
  /** Translations that this copy of the package and others in the page have. */
  readonly copies = sharedTranslations();

  readonly #host: SummitHost;
  #state: BoxState = {kind: 'waiting'};
  #markup: Markup = {kind: 'rendered'};
  #view: View = {kind: 'fallback'};
  /** The texts for the next box, once they are there. */
  #messages: Messages | undefined;
  #strategy: DataStrategy = bundledData;
  #customData: Promise<CustomData> | undefined;
  /** Events for the page, which are created and dispatched when the box is on screen. */
  #pendingEvents: readonly ((() => Event) | undefined)[] = [];
  /** The registered summit that was found for the host when it was last asked for; null before. */
  #registered: RegisteredSummit | null | undefined = null;

  constructor(host: SummitHost) {
    this.#host = host;
    host.addController(this);
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

  get messages(): Messages | undefined {
    return this.#messages;
  }

  /** The valid data on screen, or about to be. */
  get loaded(): LoadedSummit | undefined {
    const state = this.#state;
    return state.kind === 'ready' ? state.loaded : state.kind === 'failed' ? state.last : undefined;
  }

  /** The edition on screen, as far as it is known; of adopted content its key says it. */
  get edition(): {readonly id: string; readonly revision: number} | undefined {
    return this.loaded?.summit ?? (this.#markup.kind === 'adopted' ? this.#markup : undefined);
  }

  /** Adds to a plain context what the data need. */
  complete(plain: RenderContext): RenderContext {
    return this.#strategy.complete(plain);
  }

  /** Takes over what is in the shadow root. Without a key it isn't content. */
  adopt(root: ShadowRoot): void {
    const key = findKey(root);
    if (key) this.#markup = {kind: 'adopted', key, ...parseKey(key), nodes: [...root.childNodes]};
  }

  /** Drops the adopted content, before Lit renders a box in its place. */
  dropMarkup(): void {
    if (this.#markup.kind === 'adopted') for (const node of this.#markup.nodes) node.remove();
    this.#markup = {kind: 'rendered'};
  }

  /**
   * Whether content in the host's children comes before what is on screen: nothing is, or a summit that nobody asked for, or
   * another one than the content's.
   *
   * @param id Of the content's summit; empty where it doesn't say.
   * @param isWhole Whether it is a shadow root, and not merely a plain layer.
   */
  canAdopt(id: string, isWhole: boolean): boolean {
    const {data, src, summit} = this.#host;
    const {loaded, edition} = this;
    if (data) return false;
    if (loaded ? !src && !summit && loaded.origin === 'bundled' : isWhole || !edition) return true;
    return !!id && id !== edition?.id;
  }

  /** Drops what was loaded, since adopted content has taken its place. */
  forget(): void {
    this.#state = {kind: 'waiting'};
    this.#update();
    this.select();
  }

  /**
   * Shows the host's `data` if there are any, else those at `src`, else the registered summit. A bundled summit is ready at
   * once, on a server too. Without any of them the host waits.
   */
  select(): void {
    const {data, src, summit} = this.#host;
    const registered = findSummit(summit);
    this.#registered = registered;
    this.#strategy.leave();
    // Until there is a result, what is on screen stays.
    if (!this.loaded) this.#state = {kind: data || src ? 'loading' : 'waiting'};
    if (!data && !src) {
      if (this.#keepsContent()) {
        // What failed before is not asked for any more.
        this.recover();
        return;
      }
      if (registered?.isBundled) {
        this.show(registered.summit, 'bundled');
        return;
      }
      // A summit of this id may still be registered, where none is the default.
      if (!registered && !(summit && knownIds())) return;
    }
    this.#loadCustomData().then(
      // By now the host may ask for something else.
      (own) => {
        const now = this.#host;
        if (now.data || now.src || !this.#keepsContent()) own.select(findSummit(now.summit), knownIds());
      },
      // A file of the build that is not there; the browser's message names it.
      (cause: unknown) => {
        this.fail({code: 'network', message: String(cause), issues: []});
      },
    );
  }

  /**
   * Whether content that is already there stays, since the page asks for nothing else that is to be had. A default summit
   * replaces no other content than its own.
   */
  #keepsContent(): boolean {
    const markup = this.#markup;
    if (markup.kind === 'rendered') return false;
    const {summit} = this.#host;
    const registered = findSummit(summit);
    // Data of the page's own can be prerendered without an address: nothing else is to be had of them then.
    const {id, revision, fingerprint} = markup;
    // An older script has an older edition of the bundled summit.
    if (registered?.isBundled && id === registered.summit.id && revision > registered.summit.revision) return true;
    if (!summit) return !!fingerprint || id !== registered?.summit.id;
    return registered ? registered.isBundled && !!fingerprint && id === summit : !id || id === summit;
  }

  /** A summit was registered, which may be the one that the host waits for, or a newer edition; or translations of it. */
  readonly #onRegister = (): void => {
    const {data, src, summit} = this.#host;
    if (this.#registered === null || data || src) return;
    if (findSummit(summit) !== this.#registered) this.select();
    else if (this.loaded) this.#host.requestUpdate();
  };

  /** Serves a reader who did something; without an event one whom an address led to a statement. */
  readonly loadInteractions = (event?: Event): void => {
    import('./interactions.js').then(
      ({startInteractions}) => {
        startInteractions(this.#host, this, loadMessages, event);
      },
      // The box is to be read without it.
      () => undefined,
    );
  };

  /** Links inside the box lead there whatever `base` the page has, which would lead to another page. */
  readonly handleAnchorClick = (event: Event): void => {
    const {target, ctrlKey, metaKey, shiftKey} = event as MouseEvent;
    const hash = (target as Element).closest('a')?.getAttribute('href');
    // A reader who opens another tab knows why.
    if (!hash?.startsWith('#') || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    location.hash = hash;
  };

  /** The page's address may name a statement of this box. */
  readonly #focusHashTarget = (): void => {
    if (location.hash.startsWith('#summit-')) this.loadInteractions();
  };

  /**
   * Decides what the element renders next.
   *
   * @param isSelection Whether the page asks for other data than before.
   */
  prepare(isSelection: boolean): void {
    if (isSelection) this.select();
    const {messages} = this.#view;
    if (this.#state.kind !== 'failed' && this.#isCurrent()) {
      // Then nothing more has to be loaded.
      this.#view = {kind: 'current', messages};
      return;
    }
    const {loaded} = this;
    const update = (): void => {
      this.#host.requestUpdate();
    };
    const {lang, parentNode} = this.#host;
    this.#messages = loadMessages(
      [lang, pageLanguage(parentNode as Element | null), loaded?.summit.lang, 'en'],
      update,
    );
    const next = this.#messages;
    if (!next || !this.#isReady(next, update)) this.#view = {kind: 'pending', messages};
    else if (this.#isCurrent()) this.#view = {kind: 'current', messages: next};
    else this.#view = loaded ? {kind: 'box', loaded, messages: next} : {kind: 'fallback', messages: next};
  }

  /** Whether adopted content still matches what the page asks for, as far as that is known. */
  #isCurrent(): boolean {
    const {loaded} = this;
    const markup = this.#markup;
    return (
      markup.kind === 'adopted' &&
      (!loaded || markup.key === this.#host.keyOf(loaded.summit, this.#strategy.fingerprint))
    );
  }

  /** Whether everything is there for a box with these texts. If not, `update` is called once it is. */
  #isReady(messages: Messages, update: () => void): boolean {
    const {loaded} = this;
    const isAdopted = this.#markup.kind === 'adopted';
    if (!loaded || (!isAdopted && loaded.origin === 'bundled' && loaded.summit.lang === messages.language)) return true;
    if (this.#strategy !== bundledData) return this.#strategy.isReady(loaded, messages);
    this.#loadCustomData().then(update, update);
    return false;
  }

  /**
   * Shows a valid summit.
   *
   * @param makeChange Creates the event for another edition of the summit that is on screen.
   */
  show(summit: Summit, origin: SummitOrigin, makeChange?: () => Event): void {
    this.#state = {kind: 'ready', loaded: {summit, origin, loadedAtMs: performance.now()}};
    this.#update(() => new SummitLoadEvent(summit, origin), makeChange);
  }

  fail(error: BoxError): void {
    const {code, message, issues} = error;
    (console as Partial<Console>).warn?.(this.#host.localName, code, message);
    this.#state = {kind: 'failed', error, last: this.loaded};
    this.#update(() => new SummitErrorEvent(code, message, issues));
  }

  /** Ends a failure: what is on screen is what the page asks for. */
  recover(): void {
    const {loaded} = this;
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

  /** The page hears of data once they are on screen, not before. A server renders once and has nobody to tell. */
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

  async #loadCustomData(): Promise<CustomData> {
    this.#customData ??= import('./custom-data.js').then(({CustomData}) => new CustomData(this.#host, this));
    try {
      const customData = await this.#customData;
      this.#strategy = customData;
      return customData;
    } catch (cause) {
      this.#strategy = missingModule;
      throw cause;
    }
  }
}
