import type {Summit} from '../../src/data/summit.js';
import type {SummitChangeEvent} from '../../src/element/change-event.js';
import type {SummitErrorEvent, SummitLoadEvent} from '../../src/element/events.js';

declare global {
  /** An event of an element, of any kind: each has some of these. */
  type AnySummitEvent = Omit<Event, 'target'> & {readonly target: Element} & Partial<
      Omit<SummitLoadEvent & SummitErrorEvent & SummitChangeEvent, keyof Event>
    >;

  /** What is kept of such an event: `id` is the element's. */
  type WatchedEvent = {
    readonly id: string;
    readonly type: string;
    readonly summit?: string;
    readonly revision?: number;
  } & Pick<AnySummitEvent, 'code' | 'message' | 'issues' | 'origin' | 'added' | 'changed' | 'withdrawn'>;

  /** What `watchPage` of page-server.mjs puts into a page. */
  interface PageWatch {
    /** One entry for each event of an element on the page. */
    readonly events: WatchedEvent[];
    readonly warnings: string[];
    readonly errors: string[];
    readonly violations: string[];
    /** Settles once a check holds. */
    until(check: () => unknown, what?: string): Promise<void>;
    eventsOf(id: string, type?: string): WatchedEvent[];
    /** What a reader sees of an element. */
    text(element: Element | null): string;
  }

  /** The same with what further functions put there; each is there after its function alone. */
  interface Watch extends PageWatch {
    /** After `holdClock` of page-server.mjs. */
    clock: HeldClock;
    /** After `takeTime` of hosts/long-time.mjs, which keeps the page's own `fetch` as well. */
    time: TakenTime;
    fetch: typeof fetch;
    /** After `prepareChurn`; what it counts comes back. */
    churn(
      rounds: number,
    ): Promise<Record<'connects' | 'disconnects' | 'moves' | 'changes' | 'opened' | 'furnished' | 'taken', number>>;
    leave(): Promise<void>;
    /** After `prepareOrigin`. */
    origin: {
      /** The times of the requests, in ms, by their address. */
      readonly asked: Readonly<Record<string, number[]>>;
      readonly ended: Set<string>;
      publish(address: string, revision: number, status?: Summit['status']['value']): void;
      live(): number;
      requests(): number;
    };
  }

  /** A clock that a test moves on. */
  interface HeldClock {
    /** The delays, in ms, of the timers that wait. */
    waits(): number[];
    advance(ms: number): void;
  }

  /** Such a clock that knows of the page's other timers, requests and listeners, too. */
  interface TakenTime extends HeldClock {
    readonly LIMIT_MS: number;
    random(): number;
    reseed(): void;
    turn(): Promise<unknown>;
    now(): number;
    timers(): number;
    asking(): boolean;
    listeners(): string[];
    hide(value: boolean): void;
    settled(sources: () => number): Promise<void>;
    step(until?: number): boolean;
    pass(ms: number, sources?: () => number): Promise<void>;
  }

  /** What `watchFlat` of box-states.mjs puts into a page: walks of what is on screen, through shadow roots and slots. */
  interface Flat {
    parentOf(node: Node): Node | null;
    childrenOf(node: Node): Iterable<Node>;
    /** Everything in an element that a selector finds, in its own shadow root. */
    inside(id: string, selector: string): Element[];
    /** Opens all details, and waits for what a reader can do with the statements in them. */
    openAll(id: string): Promise<void>;
  }

  interface Window {
    watch: Watch;
    flat: Flat;
  }
}
