/**
 * Marks the sources that an earlier box of the page shows, with `data-repeated`: a printout has each once. Works on
 * prerendered boxes too.
 *
 * @param boxes The first one shows all its sources.
 */
export function markRepeatedSources(boxes: Iterable<Element>): void {
  const shown = new Set<string | null>();
  for (const {shadowRoot} of boxes) {
    for (const item of shadowRoot?.querySelectorAll('footer li') ?? []) {
      const {textContent} = item;
      item.toggleAttribute('data-repeated', shown.has(textContent));
      shown.add(textContent);
    }
  }
}
