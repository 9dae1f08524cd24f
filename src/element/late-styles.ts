/** Style sheet of a module that is loaded later. Such a module can't use Lit's `css`, which belongs to the entry. */
export class LateStyles {
  readonly #text: string;
  #sheet: CSSStyleSheet | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get cssText(): string {
    return this.#text;
  }

  /** Created once, for all boxes of the page. */
  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.#text);
    }
    return this.#sheet;
  }
}

/** Makes styles from a template, as Lit's `css` does. */
export function css(strings: TemplateStringsArray, ...values: readonly unknown[]): LateStyles {
  return new LateStyles(String.raw({raw: strings}, ...values));
}
