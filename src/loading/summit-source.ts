import type {Summit} from '../data/summit.js';
import {fetchJson, pauseAfter, type FetchOptions} from './fetch-json.js';
import {LoadFailure, type LoadFailureCode} from './load-failure.js';
import {checkSummit, loadChecker} from './load-summit.js';

const MIN_INTERVAL_MS = 15_000;
const MAX_INTERVAL_MS = 86_400_000;
/**
 * Maximum wait after failures. With the jitter and the 10 s of a request, clients with a shorter interval all poll
 * within two minutes after an outage ends.
 */
const MAX_BACKOFF_MS = 95_000;
/** Maximum `Retry-After` that is respected. */
const MAX_RETRY_AFTER_MS = 3_600_000;
/** Clients that become visible in the same second poll within this time. */
const WAKE_SPREAD_MS = 60_000;
/** Each wait is up to 10 % shorter or longer. */
const JITTER = 0.1;
/**
 * The first wait after failures is up to this factor longer. Clients spread over a longer time in an outage: if all
 * returned to their interval at once, their requests would overlap.
 */
const RECOVERY_SPREAD = 1;
/** Maximum number of cached sources without subscribers: enough for a reader who goes back in a list of articles. */
const MAX_IDLE_SOURCES = 20;

/** Maximum number of different texts with one revision. Further texts are ignored. */
const MAX_TEXTS_OF_REVISION = 5;

/** Listener of a source. */
export interface SourceListener {
  /**
   * Called with a summit: the first one, a later edition, or the same object after failures have ended. `url` is the
   * URL after redirects.
   */
  readonly loaded: (summit: Summit, url: string) => void;
  /** Called if the latest request failed, once for each code until a request succeeds. */
  readonly failed: (failure: LoadFailure) => void;
}

/** Clock, timers and page state that a source uses. */
export interface SourceEnvironment {
  /** In milliseconds. */
  readonly now: () => number;
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  /** Random number, at least 0 and less than 1. */
  readonly random: () => number;
  /** Whether the page is hidden. */
  readonly hidden: () => boolean;
  /**
   * Registers a callback for when the page becomes visible, or goes online while visible. The returned function removes
   * it.
   */
  readonly onWake: (callback: () => void) => () => void;
}

interface Subscription {
  readonly listener: SourceListener;
  readonly refreshMs: number | undefined;
  /** The latest response that the listener was called with. */
  shown: Answer | undefined;
  readonly notifiedCodes: Set<LoadFailureCode>;
}

/** A file that was fetched completely, with the result of its validation. */
interface Answer {
  readonly text: string;
  readonly url: string;
  readonly summit?: Summit;
  readonly failure?: LoadFailure;
}

/** A data file at one URL. It is fetched once for all subscribers, and polled if a subscriber requests it. */
export class SummitSource {
  readonly url: string;

  readonly #environment: SourceEnvironment;
  readonly #fetchJson: typeof fetchJson;
  readonly #subscribers = new Set<Subscription>();
  /** The latest valid response, kept for later subscribers. */
  #held: (Answer & {readonly summit: Summit}) | undefined;
  /** The texts received with the held revision. */
  #textsOfRevision: string[] = [];
  #hasWarned = false;
  /** The held response when `reload` was last called. */
  #reloaded: Answer | undefined;
  /** The latest validated response, valid or not: the same text isn't validated again. */
  #checked: Answer | undefined;
  /** Failure of the latest request. */
  #failure: LoadFailure | undefined;
  /** Number of failures since the latest success. */
  #failures = 0;
  /** The pending request. Results of earlier requests are ignored. */
  #request: AbortController | undefined;
  #settledAt = 0;
  /** Random part of the wait, at least 0 and less than 1. */
  #jitter = 0;
  /** Whether other clients may have sent the latest request in the same second. */
  #isInStep = true;
  /** Spread of the wait as a fraction of it. 0: spread it over the whole wait, from the minimum on. */
  #spread = 0;
  /** Minimum wait that the server requested. */
  #retryAfterMs = 0;
  /** Time of the request after the page became visible or went online. In the past if there is none. */
  #wakeAt = 0;
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
      onWake: () => () => undefined,
      ...environment,
    };
    this.#fetchJson = fetcher;
  }

  /** Whether there are no subscribers. */
  get idle(): boolean {
    return this.#subscribers.size === 0;
  }

  /**
   * Subscribes a listener. The listener is never called before this method returns.
   *
   * @param refreshSeconds Polling interval in seconds, at least 15. Without a number above 0 the source doesn't poll.
   * @param environment Environment of the page. It applies to all subscribers of the source.
   * @returns Removes the subscription. When the last one is removed, the request is aborted, unless another
   *   subscription is added in the same task, as when an element is moved.
   */
  subscribe(listener: SourceListener, refreshSeconds?: number, environment?: Partial<SourceEnvironment>): () => void {
    Object.assign(this.#environment, environment);
    const refreshMs =
      refreshSeconds && refreshSeconds > 0
        ? Math.min(Math.max(refreshSeconds * 1000, MIN_INTERVAL_MS), MAX_INTERVAL_MS)
        : undefined;
    const subscription: Subscription = {listener, refreshMs, shown: undefined, notifiedCodes: new Set()};
    this.#subscribers.add(subscription);
    if (this.#held) {
      queueMicrotask(() => {
        this.#notify(subscription);
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
   * Fetches the file again and bypasses all caches, because a subscriber has a later edition. Only once for each
   * edition: returns false if that was tried.
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
    this.#jitter = this.#environment.random();
    this.#spread = this.#isInStep ? 0 : this.#failure && !failure ? RECOVERY_SPREAD : 2 * JITTER;
    this.#isInStep = false;
    this.#wakeAt = 0;
    this.#retryAfterMs = Math.min(failure?.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
    this.#failure = failure;
    this.#failures = failure ? this.#failures + 1 : 0;
    if (answer) {
      this.#checked = answer;
      const {summit} = answer;
      const held = this.#held?.summit;
      if (summit && summit !== held && this.#isNews(answer.text, summit)) this.#held = {...answer, summit};
    }
    for (const subscription of [...this.#subscribers]) this.#notify(subscription);
    this.#schedule();
  }

  /**
   * Whether a summit replaces the held one. An earlier edition doesn't: an intermediate cache may still have it. If two
   * texts alternate under one revision, as from two servers, each is shown once.
   */
  #isNews(text: string, {id, revision}: Summit): boolean {
    const held = this.#held?.summit;
    if (held?.id !== id || held.revision < revision) {
      this.#textsOfRevision = [text];
      return true;
    }
    const isRepeated = this.#textsOfRevision.includes(text) || this.#textsOfRevision.length === MAX_TEXTS_OF_REVISION;
    if (held.revision === revision && !isRepeated) {
      this.#textsOfRevision.push(text);
      return true;
    }
    if (!this.#hasWarned) {
      (console as Partial<Console>).warn?.(
        `${this.url}: revision ${revision} of ${id} came after revision ${held.revision} and is ignored. Raise the revision with each change.`,
      );
    }
    this.#hasWarned = true;
    return false;
  }

  async #ask(signal: AbortSignal, cache: FetchOptions['cache']): Promise<Answer> {
    // A later edition needs the validator: load it in parallel with the file. A failure is reported by `checkSummit`.
    if (this.#held) loadChecker().catch(() => undefined);
    const {value, text, url} = await this.#fetchJson(this.url, {cache, signal});
    const known = [this.#held, this.#checked].find((answer) => answer?.text === text);
    if (known) return known;
    try {
      // Parse, validate and render a long file in separate tasks.
      await pauseAfter(text);
      const summit = await checkSummit(value, this.url, this.#held?.summit);
      await pauseAfter(text);
      return {text, url, summit};
    } catch (failure) {
      if (failure instanceof LoadFailure && failure.code !== 'network') return {text, url, failure};
      throw failure;
    }
  }

  /** Calls a listener with results that it hasn't received. */
  #notify(subscription: Subscription): void {
    const {listener, notifiedCodes} = subscription;
    const held = this.#held;
    const failure = this.#failure;
    if (held && (subscription.shown !== held || (!failure && notifiedCodes.size > 0))) {
      this.#invoke(subscription, () => {
        subscription.shown = held;
        if (!failure) notifiedCodes.clear();
        listener.loaded(held.summit, held.url);
      });
    }
    if (failure && !notifiedCodes.has(failure.code)) {
      this.#invoke(subscription, () => {
        notifiedCodes.add(failure.code);
        listener.failed(failure);
      });
    }
  }

  #invoke(subscription: Subscription, notify: () => void): void {
    if (!this.#subscribers.has(subscription)) return;
    try {
      notify();
    } catch (cause) {
      (console as Partial<Console>).error?.(cause);
    }
  }

  /**
   * Sets the timer for the next request, or stops polling if it isn't needed.
   *
   * @param isWoken Whether the page became visible or went online, which ends a backoff.
   */
  #schedule(isWoken = false): void {
    this.#cancelTimer?.();
    const intervals = [...this.#subscribers].flatMap(({refreshMs}) => refreshMs ?? []);
    const status = this.#held?.summit.status.value;
    if (intervals.length === 0 || status === 'ended' || status === 'cancelled') {
      this.#stopWatching?.();
      this.#stopWatching = undefined;
      return;
    }
    const {now, setTimeout, clearTimeout, random, hidden, onWake} = this.#environment;
    this.#stopWatching ??= onWake(() => {
      this.#schedule(true);
    });
    if (this.#request) return;

    const interval = Math.min(...intervals);
    const wait = this.#wait(interval);
    const time = now();
    let dueAt = this.#settledAt + wait;
    const isOverdue = dueAt <= time;
    if (this.#wakeAt <= time && (isOverdue || (isWoken && this.#failure))) {
      this.#wakeAt = time + random() * Math.min(interval, WAKE_SPREAD_MS);
      this.#isInStep = interval > WAKE_SPREAD_MS;
    }
    if (this.#wakeAt > time && (isOverdue || this.#wakeAt < dueAt)) {
      dueAt = Math.max(this.#wakeAt, this.#settledAt + Math.max(MIN_INTERVAL_MS, this.#retryAfterMs));
    }
    const timer = setTimeout(
      () => {
        // A hidden page doesn't poll. When it becomes visible, `onWake` schedules again.
        if (!hidden()) void this.#load('no-cache');
      },
      // Never longer than the wait: the system clock may be set back.
      Math.min(wait, dueAt - time),
    );
    this.#cancelTimer = () => {
      clearTimeout(timer);
    };
  }

  /** Returns the milliseconds from the latest response to the next request. */
  #wait(interval: number): number {
    const base = Math.max(interval, Math.min(interval * 2 ** this.#failures, MAX_BACKOFF_MS));
    const spread = this.#spread;
    // Never undercut the minimum interval: add the jitter from there on, or clients would gather at the minimum.
    const least = Math.max(spread && base * (1 - JITTER), MIN_INTERVAL_MS);
    const range = spread ? spread * base : Math.max(base - MIN_INTERVAL_MS, MIN_INTERVAL_MS);
    return Math.max(least + this.#jitter * range, this.#retryAfterMs + this.#jitter * base);
  }
}

const sources = new Map<string, SummitSource>();

/**
 * Returns the source that all elements with this URL share.
 *
 * @param url Absolute URL; the fragment is ignored.
 */
export function sourceOf(url: string): SummitSource {
  const [address = ''] = url.split('#');
  const source = sources.get(address) ?? new SummitSource(address);
  // Recently used sources come last, so that the least recently used ones are dropped.
  sources.delete(address);
  sources.set(address, source);
  const idle = [...sources].filter(([, {idle}]) => idle);
  for (const [key] of idle.slice(0, -MAX_IDLE_SOURCES)) sources.delete(key);
  return source;
}
