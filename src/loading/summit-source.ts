import type {Summit} from '../data/summit.js';
import {fetchJson, type FetchOptions} from './fetch-json.js';
import {LoadFailure, type LoadFailureCode} from './load-failure.js';
import {checkSummit, loadChecker} from './load-summit.js';

const MIN_INTERVAL_MS = 15_000;
const MAX_INTERVAL_MS = 86_400_000;
/**
 * The wait stops doubling here after failures. With the jitter and the 10 s that a request may take, each reader of a
 * shorter interval asks within two minutes after an outage ends.
 */
const MAX_BACKOFF_MS = 95_000;
/** The longest `Retry-After` that counts. */
const MAX_RETRY_AFTER_MS = 3_600_000;
/** Readers who come back in the same second ask over this time. */
const WAKE_SPREAD_MS = 60_000;
/** Each wait is up to a tenth shorter or longer. */
const JITTER = 0.1;
/**
 * The first wait after failures is up to this much longer. Readers spread over a longer time in an outage: if all returned to
 * their interval at once, they would overlap.
 */
const RECOVERY_SPREAD = 1;
/** Idle sources that keep their summits: enough to go back in a list of articles. */
const MAX_IDLE_SOURCES = 20;

/** Characters of a file that takes long to check; the bundled summit has 36,000. */
const LONG_TEXT = 300_000;

/** Texts that are shown under one revision before its server is taken to have no other. */
const MAX_TEXTS_OF_REVISION = 5;

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
  /** Calls back when the page becomes visible, or is visible and goes online. The returned function ends it. */
  readonly onWake: (callback: () => void) => () => void;
}

interface Subscription {
  readonly listener: SourceListener;
  readonly refreshMs: number | undefined;
  /** The latest answer that the listener knows. */
  shown: Answer | undefined;
  readonly notifiedCodes: Set<LoadFailureCode>;
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
  /** The texts that came with the revision that is held. */
  #textsOfRevision: string[] = [];
  #hasWarned = false;
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
  /** The random part of the wait, from 0 up to 1. */
  #jitter = 0;
  /** Whether other readers may have made the latest request in the same second. */
  #isInStep = true;
  /** How far to spread the wait, as a part of it; 0 means over all of it, from the minimum on. */
  #spread = 0;
  /** The least wait that the server asked for. */
  #retryAfterMs = 0;
  /** When to ask because the page woke up; in the past if it did not. */
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
   * Whether a summit takes the place of the one that is held. An earlier edition doesn't: a cache on the way may still have it.
   * Two texts in turn under one revision, as from two servers, are shown once each.
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
    // Beside the file, not after it. If the checker does not come, the check will say so.
    loadChecker().catch(() => undefined);
    const {value, text, url} = await this.#fetchJson(this.url, {cache, signal});
    const known = [this.#held, this.#checked].find((answer) => answer?.text === text);
    if (known) return known;
    try {
      // To read, to check and to render a long file takes a task each: between them the page scrolls.
      const isLong = text.length > LONG_TEXT;
      if (isLong) await nextTask();
      const summit = await checkSummit(value, this.url, this.#held?.summit);
      if (isLong) await nextTask();
      return {text, url, summit};
    } catch (failure) {
      if (failure instanceof LoadFailure && failure.code !== 'network') return {text, url, failure};
      throw failure;
    }
  }

  /** Tells a listener what it has not heard yet. */
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
   * Sets the timer for the next request, or stops it if there is nothing to wait for.
   *
   * @param isWoken Whether the page became visible or went online: this ends a backoff.
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
        // A hidden page waits until it is seen; then this is scheduled anew.
        if (!hidden()) void this.#load('no-cache');
      },
      // Never longer than the wait itself: a clock may be put back.
      Math.min(wait, dueAt - time),
    );
    this.#cancelTimer = () => {
      clearTimeout(timer);
    };
  }

  /** Milliseconds from the latest answer to the next request. */
  #wait(interval: number): number {
    const base = Math.max(interval, Math.min(interval * 2 ** this.#failures, MAX_BACKOFF_MS));
    const spread = this.#spread;
    // A wait that would be shorter than the minimum is spread from there on, or readers would gather at the minimum.
    const least = Math.max(spread && base * (1 - JITTER), MIN_INTERVAL_MS);
    const range = spread ? spread * base : Math.max(base - MIN_INTERVAL_MS, MIN_INTERVAL_MS);
    return Math.max(least + this.#jitter * range, this.#retryAfterMs + this.#jitter * base);
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
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
  for (const [key] of idle.slice(0, -MAX_IDLE_SOURCES)) sources.delete(key);
  return source;
}
