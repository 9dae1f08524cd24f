import {findEdition, parseKey, type Edition} from './box-key.js';

/** Content that was in an element before it rendered anything: prerendered, cloned, or the plain layer. */
export interface AdoptedMarkup {
  /** Undefined where a filter dropped it, or somebody else made the content. */
  readonly key: string | undefined;
  /** Undefined where the content doesn't say. */
  readonly edition: Edition | undefined;
  /** Content of the shadow root, which rendering replaces. */
  readonly nodes: readonly ChildNode[];
}

/** The declarative shadow root of an element, where a script inserted it and no parser attached it. */
export function findTemplate(host: Element): HTMLTemplateElement | null {
  return host.querySelector<HTMLTemplateElement>(':scope > template[shadowrootmode]');
}

/** Whether the element's children are a plain layer: prerendered content without its shadow root. The editor's note is none. */
export function hasPlainLayer(host: Element): boolean {
  return !!(host.querySelector(':scope > :is(section:not([slot]), :not([slot]) section)') ?? findEdition(host));
}

/** Reads the content of a shadow root. An empty one shows the element's children. Undefined where a reader sees nothing. */
export function readMarkup(host: Element, root: ShadowRoot): AdoptedMarkup | undefined {
  const hasContent = [...root.children].some(({localName, textContent}) => localName !== 'style' && textContent.trim());
  if (!hasContent) {
    if (!host.textContent.trim()) return undefined;
    root.append(host.ownerDocument.createElement('slot'));
  }
  const key = root.querySelector<HTMLElement>('[data-key]')?.dataset['key'];
  return {key, edition: parseKey(key) ?? findEdition(hasContent ? root : host), nodes: [...root.childNodes]};
}

/**
 * Warns where an element holds what no fallback holds. A tag without an end, such as `<summit-fact-box />`, takes the rest of
 * the article as its children, and hides them.
 */
export function warnOfSwallowedContent(host: Element): void {
  const foreign = host.querySelector(
    ':scope > :is(script, h1, h2), :scope > :is(h3, h4, p) ~ :is(h3, h4), :is(summit-goal-comparison, summit-region-list, summit-fact-box)',
  );
  if (!foreign || findEdition(host)) return;
  (console as Partial<Console>).warn?.(
    `<${host.localName}> contains a <${foreign.localName}> that is probably not its fallback, and hides it. Close the tag with </${host.localName}>: <${host.localName} /> does not.`,
  );
}
