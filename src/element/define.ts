/**
 * Registers a tag unless the page has it already: two embeds may each bring a copy, and the first one serves both.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
