// What an element needs where it is registered before its content is parsed, or where its content is not what a parser makes of
// a snippet: then this is loaded before the element does anything. It imports nothing of the entry, for the reason that
// `custom-data.ts` gives.

type Content = ParentNode & Node;

/** A key that an editor or a filter has not damaged; see `box-key.ts`. */
const KEY = /^[^|]*\|[^|]*\|\d*\|/;

/** What this needs of an element. */
interface LateHost extends HTMLElement {
  /** What Lit renders into; undefined until the element was connected once. */
  readonly renderRoot?: unknown;
  /** Connects the element, which then takes what is in its shadow root for prerendered content. */
  connect(): void;
  /** Shows content in place of what is on screen. */
  adopt(content: Content): void;
}

/**
 * Connects an element once the page is parsed, with the content that it finds there. A script that registers a tag early gets its
 * elements at their start tags, before any content. No sibling tells that the parser has passed: scripts append to pages that are
 * still loading, and a table sends what stands in it out before itself.
 */
export function connectLate(host: LateHost): void {
  const {ownerDocument, shadowRoot} = host;
  if (ownerDocument === document && document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => {
      connectLate(host);
    });
  } else if (host.renderRoot) {
    // It was moved meanwhile.
    if (host.isConnected) host.connect();
  } else if (host.isConnected) {
    // An earlier shadow root would have kept the parser from attaching a declarative one.
    if (shadowRoot) mark(host, shadowRoot);
    else {
      const content = findContent(host);
      if (content) host.attachShadow({mode: 'open'}).append(content);
    }
    host.connect();
    warnOfSwallowedContent(host);
  }
}

/** Shows content that has arrived among the children of a connected element, if there is any. */
export function adoptLate(host: LateHost): void {
  const content = findContent(host);
  if (content) host.adopt(content);
}

/** The content of a template that a script inserted, so that no parser attached it; or a slot for a plain layer. */
function findContent(host: Element): Content | undefined {
  const template = host.querySelector<HTMLTemplateElement>(':scope > template[shadowrootmode]');
  // An empty one may be filled later.
  if (template && mark(host, template.content)) {
    template.remove();
    return template.content;
  }
  const isPlainLayer =
    host.querySelector(':scope > :is(section:not([slot]), :not([slot]) section)') ?? findEdition(host);
  return isPlainLayer ? makeSlot(host) : undefined;
}

/**
 * Makes sure that content has a key, by which the element knows it for its own; an empty root shows the children. False where
 * there is nothing to read in either.
 */
function mark(host: Element, root: ShadowRoot | DocumentFragment): boolean {
  const content = [...root.children].find(({localName, textContent}) => localName !== 'style' && textContent.trim());
  if (content) {
    const keyed = root.querySelector<HTMLElement>('[data-key]');
    if (!KEY.test(keyed?.dataset['key'] ?? '')) (keyed ?? content).setAttribute('data-key', keyOf(root));
  } else if (host.textContent.trim()) root.replaceChildren(makeSlot(host));
  return root.querySelector('[data-key]') !== null;
}

function makeSlot(host: Element): Element {
  const slot = host.ownerDocument.createElement('slot');
  slot.setAttribute('data-key', keyOf(host));
  return slot;
}

/** A key that no rendering has: of no version, and with a fingerprint that no data have. */
function keyOf(content: ParentNode): string {
  return `|${findEdition(content) ?? '|'}|unknown`;
}

/** Finds the edition in the content of a box, as `id|revision`: its list of sources ends in `talks@3`. A filter that drops attributes leaves it. */
function findEdition(content: ParentNode): string | undefined {
  for (const {textContent} of [...content.querySelectorAll('li')].reverse()) {
    const [, id, revision] = /^\s*([a-z\d-]+)@(\d+)(?![\w.-])/.exec(textContent) ?? [];
    if (id && revision) return `${id}|${revision}`;
  }
  return undefined;
}

/**
 * Warns where an element holds what no fallback holds. A tag without an end, such as `<summit-fact-box />`, takes the rest of
 * the article as its children, and hides them.
 */
function warnOfSwallowedContent(host: Element): void {
  const foreign =
    host.querySelector(':scope > :is(script, h1, h2), :scope > :is(h3, h4, p) ~ :is(h3, h4)') ??
    [...host.querySelectorAll('*')].find(({localName}) => localName.startsWith('summit-'));
  if (!foreign || findEdition(host)) return;
  (console as Partial<Console>).warn?.(
    `<${host.localName}> contains a <${foreign.localName}> that is probably not its fallback, and hides it. Close the tag with </${host.localName}>; a slash inside the tag does not close it.`,
  );
}
