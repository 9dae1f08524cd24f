import {VERSION} from './version.js';

let warned = false;

/** Tags that this copy of the package registers or has tried to register. */
export const tags = new Set<string>();

/**
 * Registers a tag unless it is registered already: two embeds on a page may each load a copy, and the first one serves
 * both. Warns in the console once if the registered class has another version or isn't from summit-embeds.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  tags.add(tag);
  const known = customElements.get(tag) as {version?: unknown} | undefined;
  if (!known) {
    customElements.define(tag, element);
  } else if (known.version !== VERSION && !warned) {
    warned = true;
    (console as Partial<Console>).warn?.(
      `<${tag}> is already registered by summit-embeds ${String(known.version)}; this copy (${VERSION}) is ignored. Load only one version.`,
    );
  }
}
