import type {Summit} from '../data/summit.js';
import {fetchJson, type FetchOptions} from './fetch-json.js';
import {LoadFailure, type LoadFailureCode} from './load-failure.js';
import {checkSummit, loadChecker} from './load-summit.js';

const LEAST_MS = 15_000;
const MOST_MS = 86_400_000;
/** Where the wait stops doubling after failures. */
const PATIENCE_MS = 3_600_000;
/** A tenth earlier or later, so that the readers of a page do not all ask in the same second. */
const JITTER = 0.1;
/** Addresses whose summits stay without anybody showing them: enough to go back in a list of articles. */
const KEPT = 20;

/** Who wants to hear of a source. */
export interface SourceListener {
  /**
   * There is a summit, or a later one, or failures have ended (then it is the same object as before). The address is
   * the one it came from, after redirects.
   */
  readonly loaded: (summit: Summit, url: string) => void;
  /** The latest request brought nothing. Told once for each code until a request succeeds again. */
  readonly failed: (failure: LoadFailure) => void;
}

/** What a source needs to know of the page and its clock. */
export interface SourceEnvironment {
  /** In milliseconds. */
  readonly now: () => number;
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Whether nobody sees the page. */
  readonly hidden: () => boolean;
  /** Calls back whenever the page is seen again, until the returned function is called. */
  readonly onVisible: (callback: () => void) => () => void;
}

interface Subscription {
  readonly listener: SourceListener;
  readonly refreshMs: number | undefined;
  /** What it has been told of. */
  shown: Answer | undefined;
  readonly told: Set<LoadFailureCode>;
}

/** A file that came whole, and what the check said. */
interface Answer {
  readonly text: string;
  readonly url: string;
  readonly summit?: Summit;
  readonly failure?: LoadFailure;
}

/** One data file at one address, fetched once for all who show it, and again from time to time if one of them asks so. */
export class SummitSource {
  readonly url: string;

  readonly #environment: SourceEnvironment;
  readonly #fetchJson: typeof fetchJson;
  readonly #subscribers = new Set<Subscription>();
  /** The latest good answer. It stays for those who come later. */
  #held: (Answer & {readonly summit: Summit}) | undefined;
  /** The answer that `reload` was called for. */
  #reloaded: Answer | undefined;
  /** The latest answer that was checked, good or not: the same text needs no second check. */
  #checked: Answer | undefined;
  /** Why the latest request brought nothing. */
  #failure: LoadFailure | undefined;
  /** Failures since the latest success. */
  #failures = 0;
  /** The request in flight. What comes of any other is ignored. */
  #request: AbortController | undefined;
  #settledAt = 0;
  #spread = 1;
  #cancelTimer: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(url: string, environment: Partial<SourceEnvironment> = {}, fetcher = fetchJson) {
    this.url = url;
    this.#environment = {
      now: () => Date.now(),
      setTimeout: (callback, ms) => setTimeout(callback, ms),
      clearTimeout: (timer) => {
        clearTimeout(timer as number);
      },
      random: () => Math.random(),
      hidden: () => false,
      onVisible: () => () => undefined,
      ...environment,
    };
    this.#fetchJson = fetcher;
  }

  /** Whether nobody listens. */
  get idle(): boolean {
    return this.#subscribers.size === 0;
  }

  /**
   * Tells a listener of the summit, never before this call has returned.
   *
   * @param refreshSeconds How often to look for a later edition, at least 15. Not a number above 0: never.
   * @param environment Of the page; it counts for all listeners of the source.
   * @returns Ends it. With the last listener gone the request is stopped, unless another comes in the same task, as
   *   when an element is moved.
   */
  subscribe(listener: SourceListener, refreshSeconds?: number, environment?: Partial<SourceEnvironment>): () => void {
    Object.assign(this.#environment, environment);
    const refreshMs =
      refreshSeconds && refreshSeconds > 0 ? Math.min(Math.max(refreshSeconds * 1000, LEAST_MS), MOST_MS) : undefined;
    const subscription: Subscription = {listener, refreshMs, shown: undefined, told: new Set()};
    this.#subscribers.add(subscription);
    if (this.#held) {
      queueMicrotask(() => {
        this.#tell(subscription);
      });
      this.#schedule();
    } else if (!this.#request) {
      void this.#load();
    }
    return () => {
      if (!this.#subscribers.delete(subscription)) return;
      this.#schedule();
      if (!this.idle || !this.#request) return;
      this.#environment.setTimeout(() => {
        if (!this.idle) return;
        const request = this.#request;
        this.#request = undefined;
        request?.abort();
      }, 0);
    };
  }

  /**
   * Asks once more, past every cache, since somebody has a later edition than the one that came. Once for each edition: false
   * where that has been tried.
   */
  reload(): boolean {
    if (this.#reloaded === this.#held) return !!this.#request;
    this.#reloaded = this.#held;
    void this.#load('reload');
    return true;
  }

  async #load(cache?: FetchOptions['cache']): Promise<void> {
    this.#cancelTimer?.();
    const request = new AbortController();
    this.#request = request;
    let answer: Answer | undefined;
    let failure: LoadFailure | undefined;
    try {
      answer = await this.#ask(request.signal, cache);
      failure = answer.failure;
    } catch (cause) {
      failure = cause instanceof LoadFailure ? cause : new LoadFailure('network', String(cause), [], {cause});
    }
    if (this.#request !== request) return;
    this.#request = undefined;
    this.#settledAt = this.#environment.now();
    this.#spread = 1 - JITTER + 2 * JITTER * this.#environment.random();
    this.#failure = failure;
    this.#failures = failure ? this.#failures + 1 : 0;
    if (answer) {
      this.#checked = answer;
      const {summit} = answer;
      const held = this.#held?.summit;
      // A cache on the way may still have an earlier edition.
      const isEarlier = summit && held?.id === summit.id && summit.revision < held.revision;
      if (summit && summit !== held && !isEarlier) this.#held = {...answer, summit};
    }
    for (const subscription of [...this.#subscribers]) this.#tell(subscription);
    this.#schedule();
  }

  async #ask(signal: AbortSignal, cache: FetchOptions['cache']): Promise<Answer> {
    // Beside the file, not after it. If the checker does not come, the check will say so.
    loadChecker().catch(() => undefined);
    const {value, text, url} = await this.#fetchJson(this.url, {cache, signal});
    const known = [this.#held, this.#checked].find((answer) => answer?.text === text);
    if (known) return known;
    try {
      return {text, url, summit: await checkSummit(value, this.url, this.#held?.summit)};
    } catch (failure) {
      if (failure instanceof LoadFailure && failure.code !== 'network') return {text, url, failure};
      throw failure;
    }
  }

  /** Tells a listener what it has not heard yet. */
  #tell(subscription: Subscription): void {
    const {listener, told} = subscription;
    const held = this.#held;
    const failure = this.#failure;
    if (held && (subscription.shown !== held || (!failure && told.size > 0))) {
      this.#call(subscription, () => {
        subscription.shown = held;
        if (!failure) told.clear();
        listener.loaded(held.summit, held.url);
      });
    }
    if (failure && !told.has(failure.code)) {
      this.#call(subscription, () => {
        told.add(failure.code);
        listener.failed(failure);
      });
    }
  }

  #call(subscription: Subscription, tell: () => void): void {
    if (!this.#subscribers.has(subscription)) return;
    try {
      tell();
    } catch (cause) {
      (console as Partial<Console>).error?.(cause);
    }
  }

  /** Sets the clock for the next request, or stops it where there is nothing to wait for. */
  #schedule(): void {
    this.#cancelTimer?.();
    const intervals = [...this.#subscribers].flatMap(({refreshMs}) => refreshMs ?? []);
    const status = this.#held?.summit.status.value;
    if (intervals.length === 0 || status === 'ended' || status === 'cancelled') {
      this.#stopWatching?.();
      this.#stopWatching = undefined;
      return;
    }
    const {now, setTimeout, clearTimeout, random, hidden, onVisible} = this.#environment;
    this.#stopWatching ??= onVisible(() => {
      this.#schedule();
    });
    if (this.#request) return;

    const interval = Math.min(...intervals);
    const patience = Math.min(interval * 2 ** this.#failures, Math.max(interval, PATIENCE_MS));
    // What would be less than the least is as much more than it: the least is spread as well.
    const wait = LEAST_MS + Math.abs(patience * this.#spread - LEAST_MS);
    // Never longer than the wait itself: a clock may be put back.
    const left = Math.min(wait, this.#settledAt + wait - now());
    const timer = setTimeout(
      () => {
        // A hidden page waits until it is seen; then this is scheduled anew.
        if (!hidden()) void this.#load('no-cache');
      },
      left > 0 ? left : random() * JITTER * interval,
    );
    this.#cancelTimer = () => {
      clearTimeout(timer);
    };
  }
}

const sources = new Map<string, SummitSource>();

/**
 * The source that all elements with this address share.
 *
 * @param url Absolute address; what follows `#` makes no difference.
 */
export function sourceOf(url: string): SummitSource {
  const [address = ''] = url.split('#');
  const source = sources.get(address) ?? new SummitSource(address);
  // Those asked for last stand last, so that what is dropped is what was not asked for longest.
  sources.delete(address);
  sources.set(address, source);
  const idle = [...sources].filter(([, {idle}]) => idle);
  for (const [key] of idle.slice(0, -KEPT)) sources.delete(key);
  return source;
}
