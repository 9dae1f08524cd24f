/** What `watchPage` notes in a page. */
interface Watch {
  readonly events: readonly WatchedEvent[];
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  readonly violations: readonly string[];
  until(check: () => unknown, what?: string): Promise<void>;
  eventsOf(id: string, type?: string): readonly WatchedEvent[];
  text(element: Element): string;
}

interface WatchedEvent {
  readonly id: string;
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly revision?: number;
}

interface Window {
  readonly watch: Watch;
}
