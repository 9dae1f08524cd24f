/** What the helpers of these tests put into pages. */
interface Window {
  /** Messages that came in at a page with frames. */
  heard: unknown[];
  /** What the policy of the builder refused. */
  violations: string[];
}
