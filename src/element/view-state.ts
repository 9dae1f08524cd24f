/** Snapshot of open details and focus, restored after the box changes. */
export class ViewState {
  #root: ShadowRoot | null | undefined;
  #open = new Set<string>();
  #focused: string | undefined;
  /** `href` of the link that had the focus. */
  #link: string | undefined;
  #whole = false;

  /**
   * Saves open details and focus before a change.
   *
   * @param whole Whether the whole box is replaced. Otherwise details without an id keep their position.
   */
  keep(root: ShadowRoot | null, whole = false): void {
    this.#root = root;
    this.#whole = whole;
    const focused = root?.activeElement;
    const details = focused?.closest('details');
    this.#open = new Set(this.#details('[open]').map(keyOf));
    this.#focused = details ? keyOf(details) : undefined;
    this.#link = focused?.getAttribute('href') ?? undefined;
  }

  /**
   * Restores open details and focus. Lit matches templates by position: after statements were added or removed, other
   * details would be open.
   */
  restore(): void {
    const root = this.#root;
    if (!root) return;
    // If nothing was open, skip the search in thousands of entries.
    const none = this.#open.size === 0 && this.#focused === undefined;
    for (const details of none ? [] : this.#details('')) {
      const key = keyOf(details);
      if (details.open !== this.#open.has(key)) details.open = !details.open;
      if (key === this.#focused && !details.contains(root.activeElement)) {
        (this.#linkIn(details) ?? details.querySelector('summary'))?.focus({preventScroll: true});
      }
    }
    if (this.#whole && !root.activeElement) this.#linkIn(root)?.focus({preventScroll: true});
    this.#root = undefined;
  }

  /** Finds the link that had the focus, if any. */
  #linkIn(within: ParentNode): HTMLElement | undefined {
    return [...within.querySelectorAll('a')].find((link) => link.getAttribute('href') === this.#link);
  }

  #details(state: '' | '[open]'): HTMLDetailsElement[] {
    const all = this.#root?.querySelectorAll<HTMLDetailsElement>(`details${state}`) ?? [];
    return [...all].filter(({dataset}) => this.#whole || dataset['id']);
  }
}

/** Returns the id of the statement, or the text of the summary line. */
function keyOf({dataset, firstElementChild}: HTMLDetailsElement): string {
  return dataset['id'] || (firstElementChild?.textContent.trim() ?? '');
}
