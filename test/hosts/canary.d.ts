/** What canary.js puts into a page. */
interface Window {
  /** Whatever came about that texts never bring about. */
  caught: string[];
  surroundings(): Record<string, string | number>;
}
