/** Keeps open what a reader opened, and the focus where it was, while a box changes under them. */
export class ViewState {
  #root: ShadowRoot | null | undefined;
  #open = new Set<string>();
  #focused: string | undefined;
  /** Address of the link that had the focus. */
  #link: string | undefined;
  #whole = false;

  /**
   * Notes what is open and focused before a change.
   *
   * @param whole Whether all of the box is replaced; otherwise what has no id keeps its place anyway.
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

  /** Templates are matched by place: where statements came or went, another one would stand open. */
  restore(): void {
    const root = this.#root;
    if (!root) return;
    // Where nothing was open, nothing has to be looked for among thousands.
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

  /** The link that had the focus, if it was one. */
  #linkIn(within: ParentNode): HTMLElement | undefined {
    return [...within.querySelectorAll('a')].find((link) => link.getAttribute('href') === this.#link);
  }

  #details(state: '' | '[open]'): HTMLDetailsElement[] {
    const all = this.#root?.querySelectorAll<HTMLDetailsElement>(`details${state}`) ?? [];
    return [...all].filter(({dataset}) => this.#whole || dataset['id']);
  }
}

/** The id of the statement; without one what its line says. */
function keyOf({dataset, firstElementChild}: HTMLDetailsElement): string {
  return dataset['id'] || (firstElementChild?.textContent.trim() ?? '');
}
