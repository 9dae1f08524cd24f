/** What `watchPage` of page-server.mjs puts into a page. */
interface Watch {
  /** One entry for each event of an element on the page. */
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly code?: string;
    readonly message?: string;
    readonly origin?: string;
    readonly summit?: string;
    readonly revision?: number;
  }[];
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  readonly violations: readonly string[];
  /** Settles once a check holds. */
  until(check: () => unknown, what?: string): Promise<void>;
  eventsOf(id: string, type?: string): Watch['events'];
  /** What a reader sees of an element. */
  text(element: Element): string;
}

interface Window {
  watch: Watch;
}
