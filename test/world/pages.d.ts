/** What react-article.mjs and the pages of systems.mjs put into a page. */
interface Window {
  /** Of React: what did not fit when it took the page over. */
  recovered: string[];
  hydrateArticle(container: Element, html: string): void;
  renderArticle(container: Element, html: string): void;
  article: string;
  pageScriptRan?: boolean;
  $(selector: string): {html(text: string): void};
  jQuery: unknown;
}
