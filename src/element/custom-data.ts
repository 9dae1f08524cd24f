import type {ReactiveController} from 'lit';
import type {Summit} from '../data/summit.js';
import type {RegisteredSummit} from '../data/summit-registry.js';
import type {Messages} from '../format/messages.js';
import {formatDate} from '../format/format-date.js';
import type {LoadFailure} from '../loading/load-failure.js';
import {checkSummit, unknownSummit} from '../loading/load-summit.js';
import {sourceOf, type SourceListener} from '../loading/summit-source.js';
import type {LoadedSummit} from './box-state.js';
import type {DataStrategy} from './data-strategy.js';
import type {SummitOrigin} from './events.js';
import type {RenderContext} from './render-context.js';
import type {BoxController, SummitHost} from './box-controller.js';
import type * as Results from './results.js';
import {makeFullContext, normalizeFirst} from './full-context.js';
import {isOriginal} from './is-original.js';
import type * as Replacements from './replacement.js';
import type * as Translations from './translations.js';
import {ViewState} from './view-state.js';

// Loaded only for custom data, for translated bundled data, and where prerendered markup may be replaced. This module must not import a module of the entry: the page
// may have loaded the entry from another URL (`?v=2`) and would load it twice. The controller and the context pass in
// what it needs.

/** Number of regions that a list renders in one piece. A longer list is rendered in several tasks. */
const MAX_REGIONS_AT_ONCE = 60;

/** Loads, validates, polls and translates the data of one element. */
export class CustomData implements DataStrategy, ReactiveController {
  readonly #host: SummitHost;
  readonly #controller: BoxController;
  readonly #viewState = new ViewState();
  #replacement: Replacements.Replacement | undefined;
  /** Base URL of the URLs in the data. */
  #base: string | undefined;
  /** The latest edition received. An earlier one may still wait for its translation. */
  #next: Summit | undefined;
  /** Resolves when the latest edition of `src` is passed to the controller. */
  #showing: Promise<void> = Promise.resolve();
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
    return this.#replacement?.fingerprint;
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
          this.#fail(failure as LoadFailure, requestId);
        },
      );
    } else if (src) {
      this.#subscribeToSource(src, Number(refresh), requestId);
    } else if (summit && !registered && known) {
      this.#fail(unknownSummit(summit, known), requestId);
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
    const {summit, origin} = loaded;
    const isAdopted = markup.kind === 'adopted';
    const isLong = summit.regions.length > MAX_REGIONS_AT_ONCE;
    const isReplaced = (isAdopted && origin !== 'bundled') || isLong;
    let pending: Promise<unknown> | undefined = all(
      translate(summit, origin, messages, this.#base, copies),
      loadResults(summit),
      isReplaced ? this.#loadReplacement() : undefined,
    );
    if (!pending) {
      const shown = translations?.translated(summit, messages)?.summit ?? summit;
      pending = this.#replacement?.prepare(loaded, shown) ?? (isLong ? normalizeFirst(shown) : undefined);
    }
    void pending?.then(() => {
      this.#host.requestUpdate();
    });
    if (isAdopted && !pending) this.#viewState.keep(this.#host.shadowRoot, true);
    return !pending;
  }

  complete(basic: RenderContext): RenderContext {
    const {summit, messages} = basic;
    const translation = translations?.translated(summit, messages);
    const replacement = this.#replacement;
    const full = makeFullContext(basic, {
      loaded: this.#controller.loaded,
      translation,
      change: replacement?.changeOf(summit),
      isSilent: replacement?.isSilent,
      formatFailure: replacement?.formatFailure,
      results,
    });
    return replacement ? {...full, ...replacement.continueRegions(basic, translation)} : full;
  }

  hostUpdated(): void {
    if (this.#controller.view.kind === 'pending') return;
    if (this.#replacement) this.#replacement.updated();
    else this.#viewState.restore();
  }

  /** Fails the selection, if it is still the latest one and no edition arrives first. The notice at content on screen needs a module. */
  #fail(failure: LoadFailure, requestId: number): void {
    const next = this.#next;
    const fail = (): void => {
      if (requestId === this.#requestId && next === this.#next) this.#controller.fail(failure);
    };
    const {markup, loaded} = this.#controller;
    const pending = markup.kind === 'adopted' || loaded ? this.#loadReplacement() : undefined;
    if (pending) void pending.then(fail);
    else fail();
  }

  /** Loads the module for replaced content. Undefined: nothing to load. */
  #loadReplacement(): Promise<void> | undefined {
    const use = (): void => {
      if (replacements)
        this.#replacement ??= new replacements.Replacement(this.#host, this.#controller, this.#viewState);
    };
    if (replacements === undefined) return loadReplacements().then(use);
    use();
    return undefined;
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
          this.#fail(failure, requestId);
        });
      },
    };
    const source = sourceOf(url);
    this.#subscribe = () => {
      this.#unsubscribe = source.subscribe(listener, refreshSeconds, page);
    };
    // The content will probably be replaced.
    if (refreshSeconds > 0 || this.#controller.markup.kind === 'adopted') void this.#loadReplacement();
    // A disconnected element subscribes when it is connected.
    if (this.#host.isConnected) this.#subscribe();
    // A browser loads its data about languages for the first formatter of a page. On a phone that takes 100 ms or more,
    // so it is done while the file is on its way.
    setTimeout(() => formatDate('en', '2000'));
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
    const {nextMessages, copies, loaded, edition} = this.#controller;
    const isSame = edition?.id === summit.id;
    await all(
      nextMessages && translate(summit, origin, nextMessages, base, copies),
      loaded || isSame ? this.#loadReplacement() : undefined,
      // Without the whole of a bundled summit, its changes aren't marked.
      isSame ? this.#controller.loadWhole().catch(() => undefined) : undefined,
    );
    if (requestId !== this.#requestId || summit !== this.#next) return;
    const before = this.#controller.loaded?.summit;
    if (summit === before) {
      this.#controller.recover();
      return;
    }
    this.#controller.show(summit, origin, this.#replacement?.begin(before, summit));
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

/** Undefined if there is nothing to wait for. */
function all(...steps: readonly (Promise<void> | undefined)[]): Promise<unknown> | undefined {
  const pending = steps.filter((step) => step !== undefined);
  return pending.length > 0 ? Promise.all(pending) : undefined;
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

/** The module for replaced content, once loaded. Null if it can't be loaded: changes aren't marked. */
let replacements: typeof Replacements | null | undefined;

function loadReplacements(): Promise<void> {
  return import('./replacement.js').then(
    (module) => {
      replacements = module;
    },
    () => {
      replacements = null;
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
