/** What look.mjs puts into a page. */
interface Window {
  /** The events of the elements, a line each. */
  summitEvents: string[];
}
