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

/** What plugin-page.mjs puts into its page. */
interface RunningEditor {
  /** The editor of CKEditor 5 or TinyMCE. */
  editor: unknown;
  set(html: string): void;
  get(): string;
  /** What somebody does in it, by name. */
  steps: Record<string, () => unknown>;
  end(): Promise<void>;
}

interface Window {
  plugins: {
    checkSnippet(
      html: string,
      options?: {allowScript?: boolean | string},
    ): {html: string; label: string} | {error: string};
    starts: Record<string, (options: object, more?: unknown) => Promise<RunningEditor>>;
  };
}
