import {VERSION} from './version.js';

let warned = false;

/** The tags that this copy of the package was asked to register. */
export const tags = new Set<string>();

/**
 * Registers a tag unless the page has it already: two embeds may each bring a copy, and the first one serves both. Where that
 * is of another version, or somebody else's, the console is told once.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  tags.add(tag);
  const known = customElements.get(tag) as {version?: unknown} | undefined;
  if (!known) {
    customElements.define(tag, element);
  } else if (known.version !== VERSION && !warned) {
    warned = true;
    (console as Partial<Console>).warn?.(
      `summit-embeds ${VERSION}: <${tag}> is another version's here (${String(known.version)}) and stays so. Load one.`,
    );
  }
}
