/** Keeps open what a reader opened, and the focus where it was, while a box changes under them. */
export class KeptView {
  #root: ShadowRoot | null | undefined;
  #open = new Set<string>();
  #focused: string | undefined;

  /** Notes what is open and focused before a change. */
  keep(root: ShadowRoot | null): void {
    this.#root = root;
    this.#open = new Set(statementsIn(root).flatMap((details) => (details.open ? (details.dataset['id'] ?? []) : [])));
    this.#focused = root?.activeElement?.closest('details')?.dataset['id'];
  }

  /** Templates are matched by place: where statements came or went, another one would stand open. */
  restore(): void {
    const root = this.#root;
    if (!root) return;
    this.#root = undefined;
    for (const details of statementsIn(root)) {
      const id = details.dataset['id'] ?? '';
      if (details.open !== this.#open.has(id)) details.open = !details.open;
      if (id === this.#focused && !details.contains(root.activeElement)) {
        details.querySelector('summary')?.focus({preventScroll: true});
      }
    }
  }
}

/** The details of statements that have an id; those of the footer keep their place anyway. */
function statementsIn(root: ShadowRoot | null): HTMLDetailsElement[] {
  return [...(root?.querySelectorAll<HTMLDetailsElement>('details[data-id]:not([data-id=""])') ?? [])];
}
