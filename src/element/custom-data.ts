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
import type {SummitController, SummitHost} from './summit-controller.js';
import {contextOf, formatFailure, makeFullContext, type EditionChange} from './full-context.js';
import {isOriginal, translate, translated} from './translations.js';

export {bundledTranslations} from '../data/bundled-translations.js';

// What bundled summits in their own language do without, loaded when a page asks for something else. It imports nothing
// of the entry: a page may have loaded that by another address (`?v=2`), and would get it twice. What it needs of it
// comes with the controller and the context.

/** Finds, checks, follows and translates the data that one element is asked for, where these are not the bundled ones. */
export class CustomData implements DataStrategy, ReactiveController {
  readonly #host: SummitHost;
  readonly #controller: SummitController;
  readonly #view = new ViewState();
  readonly #groups = new GroupMemo();
  /** Whether the next rendering takes the place of prerendered content. */
  #replacesPrerendered = false;
  #fingerprint: string | undefined;
  /** The summit that the fingerprint was computed from. */
  #fingerprinted: Summit | undefined;
  /** Stands in a prerendered box when news of it failed. */
  #notice: HTMLElement | undefined;
  /** Address that the data's own addresses are relative to. */
  #base: string | undefined;
  /** What came last: an earlier edition may wait for its translation longer. */
  #next: Summit | undefined;
  /** The latest change of edition. */
  #change: EditionChange | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Starts the subscription to `src` again, once the element is back on a page. */
  #subscribe: (() => void) | undefined;
  /** The latest choice; answers to earlier ones are ignored. */
  #requestId = 0;

  constructor(host: SummitHost, controller: SummitController) {
    this.#host = host;
    this.#controller = controller;
    host.addController(this);
  }

  get fingerprint(): string | undefined {
    return this.#fingerprint;
  }

  /** The controller shows bundled summits itself. */
  select(registered: RegisteredSummit | undefined, known: readonly string[] | undefined): void {
    const {data, src, summit, refresh} = this.#host;
    this.leave();
    const requestId = this.#requestId;
    const given = data ?? (src || registered?.isBundled ? undefined : registered?.summit);
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

  /** An element that is off the page asks for nothing. One that is merely moved is back before its source has noticed. */
  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  isReady(loaded: LoadedSummit, messages: Messages): boolean {
    const {markup, copies} = this.#controller;
    const isAdopted = markup.kind === 'adopted';
    const pending =
      translate(loaded.summit, loaded.origin, messages, this.#base, copies) ??
      (isAdopted ? this.#computeFingerprint(loaded, messages) : undefined);
    void pending?.then(() => {
      this.#host.requestUpdate();
    });
    this.#replacesPrerendered = isAdopted;
    if (isAdopted && !pending) this.#view.keep(this.#host.shadowRoot, true);
    return !pending;
  }

  complete(plain: RenderContext): RenderContext {
    const {summit, messages} = plain;
    const translation = translated(summit, messages);
    const change = this.#change?.summit === summit ? this.#change : undefined;
    const full = makeFullContext(plain, {loaded: this.#controller.loaded, translation, change});
    const updated = new Set(change && [...change.added, ...change.changed]);
    const rendering = {
      of: [summit, messages, translation, this.#change],
      isWhole: this.#replacesPrerendered,
      isUpdated: (id: string) => updated.has(id),
      // In a translated box more than the data may have changed: an empty object is like nothing else.
      context: translation || !isOriginal(summit, messages) ? {} : contextOf(summit, messages),
    };
    return {
      ...full,
      stateOf: (number, group, dependencies) =>
        this.#groups.stateOf(this.#host.shadowRoot, number, group, dependencies, rendering),
    };
  }

  /** What a reader had open is open again. */
  hostUpdated(): void {
    if (this.#controller.view.kind === 'pending') return;
    this.#groups.updated(this.#host.shadowRoot);
    this.#replacesPrerendered = false;
    if (this.#groups.hasMore) {
      // A task of its own: until then readers scroll and click.
      setTimeout(() => {
        this.#host.requestUpdate();
      });
    } else {
      this.#view.restore();
    }
    const {markup, state, messages} = this.#controller;
    this.#notice?.remove();
    if (markup.kind !== 'adopted' || state.kind !== 'failed' || !messages) return;
    // Lit has no part in a prerendered box.
    this.#notice = this.#host.ownerDocument.createElement('p');
    this.#notice.className = 'notice small';
    this.#notice.role = 'status';
    this.#notice.textContent = formatFailure(messages, state.last);
    this.#host.shadowRoot?.querySelector('[part=box]')?.prepend(this.#notice);
  }

  /** Undefined when the fingerprint is known. Of bundled data there is none. */
  #computeFingerprint({summit, origin}: LoadedSummit, messages: Messages): Promise<void> | undefined {
    const shown = translated(summit, messages)?.summit ?? summit;
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
        if (!this.#isEarlier(summit)) void this.#show(summit, 'src', address, requestId);
        else if (!source.reload()) {
          this.#warnOfEarlier(url, summit);
        }
      },
      failed: (failure) => {
        if (requestId === this.#requestId) this.#controller.fail(failure);
      },
    };
    const source = sourceOf(url);
    this.#subscribe = () => {
      this.#unsubscribe = source.subscribe(listener, refreshSeconds, page);
    };
    // Off the page it waits until it is on one.
    if (this.#host.isConnected) this.#subscribe();
  }

  /** Shows data of the page, unless they are an earlier edition than the one that the page was prerendered from. */
  async #replace(summit: Summit, requestId: number): Promise<void> {
    if (this.#controller.markup.kind === 'adopted' && this.#isEarlier(summit)) this.#warnOfEarlier('The data', summit);
    else await this.#show(summit, 'data', this.#host.ownerDocument.baseURI, requestId);
  }

  #warnOfEarlier(what: string, {revision}: Summit): void {
    (console as Partial<Console>).warn?.(
      `<${this.#host.localName}>: ${what}: revision ${revision} is earlier than the one on screen, which stays.`,
    );
  }

  /** Whether a cache brought back an edition before the one on screen: perhaps the one that was corrected. */
  #isEarlier({id, revision}: Summit): boolean {
    const {edition} = this.#controller;
    return edition?.id === id && revision < edition.revision;
  }

  async #show(summit: Summit, origin: SummitOrigin, base: string, requestId: number): Promise<void> {
    this.#base = base;
    this.#next = summit;
    // What is on screen changes once, with its translation, and not first in one language and then in another.
    const {messages, copies} = this.#controller;
    if (messages) await translate(summit, origin, messages, base, copies);
    if (requestId !== this.#requestId || summit !== this.#next) return;
    const before = this.#controller.loaded?.summit;
    if (summit === before) {
      this.#controller.recover();
      return;
    }
    this.#fingerprint = undefined;
    const changes = before?.id === summit.id ? compareEditions(before, summit) : undefined;
    this.#change = changes && {...changes, summit, changedAtMs: performance.now()};
    this.#view.keep(this.#host.shadowRoot);
    this.#controller.show(summit, origin, changes && (() => new SummitChangeEvent(summit, changes)));
  }
}

/** What is no address at all is handed on as it stands, for the message. Without `canParse`, which a page's polyfill may lack. */
function resolve(src: string, base: string): string {
  try {
    return new URL(src, base).href;
  } catch {
    return src;
  }
}

const checks = new WeakMap<object, Promise<Summit>>();

/** Checked once, however many elements show it: what is in an object is taken not to change. */
function check(data: unknown, earlier?: Summit): Promise<Summit> {
  if (typeof data !== 'object' || data === null) return checkSummit(data);
  const known = checks.get(data) ?? checkSummit(data, undefined, earlier);
  checks.set(data, known);
  return known;
}

/** Whether anybody sees the page; nothing is asked for while nobody does. */
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
