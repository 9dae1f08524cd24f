import type {ReactiveController} from 'lit';
import {compareEditions} from '../data/compare-editions.js';
import type {Summit} from '../data/summit.js';
import type {RegisteredSummit} from '../data/summit-registry.js';
import type {Messages} from '../format/messages.js';
import type {LoadFailure} from '../loading/load-failure.js';
import {checkSummit, unknownSummit} from '../loading/load-summit.js';
import {sourceOf, type SourceListener} from '../loading/summit-source.js';
import {SummitChangeEvent} from './change-event.js';
import type {LoadedSummit} from './box-state.js';
import type {DataStrategy} from './data-strategy.js';
import type {SummitOrigin} from './events.js';
import {fingerprintOf} from './fingerprint.js';
import {GroupMemo} from './group-memo.js';
import {ViewState} from './view-state.js';
import type {RenderContext} from './render-context.js';
import type {BoxController, SummitHost} from './box-controller.js';
import type * as Results from './results.js';
import {contextOf, formatFailure, makeFullContext, type EditionChange} from './full-context.js';
import {isOriginal} from './is-original.js';
import type * as Translations from './translations.js';

// Loaded only for custom data, for translated bundled data, and where prerendered markup may be replaced. This module must not import a module of the entry: the page
// may have loaded the entry from another URL (`?v=2`) and would load it twice. The controller and the context pass in
// what it needs.

/** Loads, validates, polls and translates the data of one element, and restores what a reader had open after a change. */
export class CustomData implements DataStrategy, ReactiveController {
  readonly #host: SummitHost;
  readonly #controller: BoxController;
  readonly #viewState = new ViewState();
  readonly #groups = new GroupMemo();
  /** Whether the next rendering replaces prerendered content. */
  #replacesPrerendered = false;
  #fingerprint: string | undefined;
  /** The summit that the fingerprint was computed from. */
  #fingerprinted: Summit | undefined;
  /** Notice in a prerendered box if an update failed. */
  #notice: HTMLElement | undefined;
  /** Base URL of the URLs in the data. */
  #base: string | undefined;
  /** The latest edition received. An earlier one may still wait for its translation. */
  #next: Summit | undefined;
  /** Resolves when the latest edition of `src` is passed to the controller. */
  #showing: Promise<void> = Promise.resolve();
  /** The latest change of edition. */
  #change: EditionChange | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Subscribes to `src` again when the element is reconnected. */
  #subscribe: (() => void) | undefined;
  /** Id of the latest selection. Results of earlier ones are ignored. */
  #requestId = 0;

  constructor(host: SummitHost, controller: BoxController) {
    this.#host = host;
    this.#controller = controller;
    host.addController(this);
  }

  get fingerprint(): string | undefined {
    return this.#fingerprint;
  }

  /** Loads `data`, `src` or the registered summit. The controller shows bundled summits itself. */
  select(registered: RegisteredSummit | undefined, known: readonly string[] | undefined): void {
    const {data, src, summit, refresh} = this.#host;
    this.leave();
    const requestId = this.#requestId;
    const given = data ?? (src || !registered || registered.isBundled ? undefined : registered.summit);
    if (given) {
      const {loaded} = this.#controller;
      check(given, loaded?.origin === 'bundled' ? undefined : loaded?.summit).then(
        async (good) => requestId === this.#requestId && this.#replace(good, requestId),
        (failure: unknown) => {
          if (requestId === this.#requestId) this.#controller.fail(failure as LoadFailure);
        },
      );
    } else if (src) {
      this.#subscribeToSource(src, Number(refresh), requestId);
    } else if (summit && !registered && known) {
      this.#controller.fail(unknownSummit(summit, known));
    }
  }

  leave(): void {
    this.#requestId += 1;
    this.hostDisconnected();
    this.#subscribe = undefined;
  }

  hostConnected(): void {
    if (!this.#unsubscribe) this.#subscribe?.();
  }

  /** A disconnected element doesn't poll. If it is only moved, it reconnects before the source stops its request. */
  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  isReady(loaded: LoadedSummit, messages: Messages): boolean {
    const {markup, copies} = this.#controller;
    const isAdopted = markup.kind === 'adopted';
    const pending =
      translate(loaded.summit, loaded.origin, messages, this.#base, copies) ??
      loadResults(loaded.summit) ??
      (isAdopted ? this.#computeFingerprint(loaded, messages) : undefined);
    void pending?.then(() => {
      this.#host.requestUpdate();
    });
    this.#replacesPrerendered = isAdopted;
    if (isAdopted && !pending) this.#viewState.keep(this.#host.shadowRoot, true);
    return !pending;
  }

  complete(basic: RenderContext): RenderContext {
    const {summit, messages} = basic;
    const translation = translations?.translated(summit, messages);
    const change = this.#change?.summit === summit ? this.#change : undefined;
    const full = makeFullContext(basic, {
      loaded: this.#controller.loaded,
      translation,
      change,
      isSilent: this.#replacesPrerendered,
      results,
    });
    const updated = new Set(change && [...change.added, ...change.changed]);
    const rendering = {
      of: [summit, messages, translation, this.#change],
      isWhole: this.#replacesPrerendered,
      isUpdated: (id: string) => updated.has(id),
      // In a translated box more than the data can change. A new object never equals the previous context, so nothing
      // is reused.
      context: translation || !isOriginal(summit, messages) ? {} : contextOf(summit, messages),
    };
    return {
      ...full,
      stateOf: (number, group, dependencies) =>
        this.#groups.stateOf(this.#host.shadowRoot, number, group, dependencies, rendering),
    };
  }

  /** Restores open details and focus, and continues a rendering that is split over several tasks. */
  hostUpdated(): void {
    if (this.#controller.view.kind === 'pending') return;
    this.#groups.updated(this.#host.shadowRoot);
    const hasUnannounced = this.#replacesPrerendered && this.#change !== undefined;
    this.#replacesPrerendered = false;
    if (!this.#groups.hasMore) this.#viewState.restore();
    if (this.#groups.hasMore || hasUnannounced) {
      // Continues in a new task, so that readers can scroll and click in between.
      setTimeout(() => {
        this.#host.requestUpdate();
      });
    }
    this.#updateNotice();
  }

  /** Shows or removes the notice of a failure in a prerendered box, where Lit doesn't render. */
  #updateNotice(): void {
    const {markup, state, nextMessages} = this.#controller;
    if (markup.kind !== 'adopted' || state.kind !== 'failed' || !nextMessages) {
      this.#notice?.remove();
      this.#notice = undefined;
      return;
    }
    const text = formatFailure(nextMessages, state.last);
    if (!this.#notice) {
      this.#notice = this.#host.ownerDocument.createElement('p');
      this.#notice.className = 'notice small';
      this.#notice.role = 'status';
      this.#host.shadowRoot?.querySelector('[part=box]')?.prepend(this.#notice);
    }
    const notice = this.#notice;
    // Later, because a live region that is inserted with its message isn't announced.
    setTimeout(() => {
      if (notice.textContent !== text) notice.textContent = text;
    });
  }

  /** Returns undefined if the fingerprint is known or not needed, as for bundled data. */
  #computeFingerprint({summit, origin}: LoadedSummit, messages: Messages): Promise<void> | undefined {
    const shown = translations?.translated(summit, messages)?.summit ?? summit;
    if (origin === 'bundled' || this.#fingerprinted === shown) return undefined;
    return fingerprintOf(shown).then((fingerprint) => {
      this.#fingerprint = fingerprint;
      this.#fingerprinted = shown;
    });
  }

  #subscribeToSource(src: string, refreshSeconds: number, requestId: number): void {
    const {baseURI} = this.#host.ownerDocument;
    const url = resolve(src, baseURI);
    const listener: SourceListener = {
      loaded: (summit, address) => {
        if (requestId !== this.#requestId) return;
        if (!this.#isEarlier(summit)) this.#showing = this.#show(summit, 'src', address, requestId);
        else if (!source.reload()) {
          this.#warnOfEarlier(url, summit);
        }
      },
      failed: (failure) => {
        // After the edition that came before it, which may wait for its translation.
        void this.#showing.then(() => {
          if (requestId === this.#requestId) this.#controller.fail(failure);
        });
      },
    };
    const source = sourceOf(url);
    this.#subscribe = () => {
      this.#unsubscribe = source.subscribe(listener, refreshSeconds, page);
    };
    // A disconnected element subscribes when it is connected.
    if (this.#host.isConnected) this.#subscribe();
  }

  /** Shows the `data` property, unless it is an earlier edition than the prerendered one. */
  async #replace(summit: Summit, requestId: number): Promise<void> {
    if (this.#controller.markup.kind === 'adopted' && this.#isEarlier(summit)) this.#warnOfEarlier('The data', summit);
    else await this.#show(summit, 'data', this.#host.ownerDocument.baseURI, requestId);
  }

  #warnOfEarlier(what: string, {revision}: Summit): void {
    (console as Partial<Console>).warn?.(
      `<${this.#host.localName}>: ${what}: revision ${revision} is earlier than the one on screen, which stays.`,
    );
  }

  /**
   * Whether the edition is earlier than the one on screen. A cache may return an edition that has been corrected since.
   */
  #isEarlier({id, revision}: Summit): boolean {
    const {edition} = this.#controller;
    return edition?.id === id && revision < edition.revision;
  }

  async #show(summit: Summit, origin: SummitOrigin, base: string, requestId: number): Promise<void> {
    this.#base = base;
    this.#next = summit;
    // Wait for the translation, so that the box changes once and not first in the original language.
    const {nextMessages, copies} = this.#controller;
    if (nextMessages) await translate(summit, origin, nextMessages, base, copies);
    if (this.#controller.edition?.id === summit.id) await this.#controller.loadWhole().catch(() => undefined);
    if (requestId !== this.#requestId || summit !== this.#next) return;
    const before = this.#controller.loaded?.summit;
    if (summit === before) {
      this.#controller.recover();
      return;
    }
    this.#fingerprint = undefined;
    const changes = before?.id === summit.id ? compareEditions(before, summit) : undefined;
    this.#change = changes && {...changes, summit, changedAtMs: performance.now()};
    this.#viewState.keep(this.#host.shadowRoot);
    this.#controller.show(summit, origin, changes && (() => new SummitChangeEvent(summit, changes)));
  }
}

/**
 * Resolves a URL. An invalid one is returned unchanged, for the error message. `canParse` may be missing in a polyfill
 * of the page.
 */
function resolve(src: string, base: string): string {
  try {
    return new URL(src, base).href;
  } catch {
    return src;
  }
}

/** The module for outcomes, figures and meetings, once loaded. Null if it can't be loaded: boxes omit them. */
let results: typeof Results | null | undefined;

/** Loads the module for outcomes, figures and meetings if the data have any. Undefined: nothing to load. */
function loadResults({outcomes, figures, meetings, deadlines, related}: Summit): Promise<void> | undefined {
  if (results !== undefined || ![outcomes, figures, meetings, deadlines, related].some((list) => list?.[0]))
    return undefined;
  return import('./results.js').then(
    (module) => {
      results = module;
    },
    () => {
      results = null;
    },
  );
}

/** The module for translations, once loaded. Null if it can't be loaded: boxes show the original. */
let translations: typeof Translations | null | undefined;

/** Also for other copies of the package on the page: the controller shares it. */
export function loadTranslations(): Promise<typeof Translations> {
  return import('./translations.js');
}

/** Translates a summit, as `translate` of that module does, which is loaded only for data in another language. */
function translate(...args: Parameters<typeof Translations.translate>): Promise<void> | undefined {
  const [summit, , messages] = args;
  if (isOriginal(summit, messages) || translations === null) return undefined;
  if (translations) return translations.translate(...args);
  return loadTranslations().then(
    (module) => {
      translations = module;
      return module.translate(...args);
    },
    () => {
      translations = null;
    },
  );
}

const checks = new WeakMap<object, Promise<Summit>>();

/** Validates an object once, however many elements show it. A later change inside the object isn't detected. */
function check(data: unknown, earlier?: Summit): Promise<Summit> {
  if (typeof data !== 'object' || data === null) return checkSummit(data);
  const known = checks.get(data) ?? checkSummit(data, undefined, earlier);
  checks.set(data, known);
  return known;
}

/** Visibility and network state of the page. A hidden page doesn't poll. */
const page = {
  hidden: () => document.hidden,
  onWake(callback: () => void): () => void {
    const listen = (): void => {
      if (!document.hidden) callback();
    };
    document.addEventListener('visibilitychange', listen);
    window.addEventListener('online', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      window.removeEventListener('online', listen);
    };
  },
};
