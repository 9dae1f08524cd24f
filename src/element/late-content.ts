// What an element needs where it is registered before its content is parsed, or where its content is not what a parser makes of
// a snippet: then this is loaded before the element does anything. It imports nothing of the entry, for the reason that
// `own-data.ts` gives.

/** What this needs of an element. */
interface LateHost extends HTMLElement {
  /** What Lit renders into; undefined until the element was connected once. */
  readonly renderRoot?: unknown;
  /** Connects the element, which then takes what is in its shadow root for prerendered content. */
  connect(): void;
  /** Shows content in place of what is on screen. */
  adopt(content: Node): void;
}

/** Elements whose content the parser may still be reading. */
const waiting = new Set<LateHost>();
let observer: MutationObserver | undefined;

/**
 * Connects an element once it has all the children that the parser gives it, with the content that it finds there. A script
 * that registers a tag early gets its elements at their start tags, before any content.
 */
export function connectLate(host: LateHost): void {
  if (!isParsed(host)) {
    waiting.add(host);
    if (observer) return;
    observer = new MutationObserver(check);
    observer.observe(document, {childList: true, subtree: true});
    document.addEventListener('readystatechange', check);
  } else if (host.renderRoot) {
    // It was moved meanwhile.
    host.connect();
  } else if (host.isConnected) {
    // An earlier shadow root would have kept the parser from attaching a declarative one.
    const {shadowRoot} = host;
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

function check(): void {
  for (const host of waiting) {
    if (!isParsed(host)) continue;
    waiting.delete(host);
    connectLate(host);
  }
  if (waiting.size > 0) return;
  observer?.disconnect();
  observer = undefined;
  document.removeEventListener('readystatechange', check);
}

/** Whether the parser has passed the end of an element: then something comes after it, or after one that it is in. */
function isParsed(element: Element): boolean {
  const {ownerDocument} = element;
  if (ownerDocument.readyState !== 'loading' || ownerDocument !== document) return true;
  for (let node: Node | null | undefined = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host) {
    if (node.nextSibling) return true;
  }
  return !element.isConnected;
}

/** The content of a template that a script inserted, so that no parser attached it; or a slot for a plain layer. */
function findContent(host: Element): Node | undefined {
  const template = host.querySelector<HTMLTemplateElement>(':scope > template[shadowrootmode]');
  if (template) {
    template.remove();
    if (mark(host, template.content)) return template.content;
    // Neither a template nor anything else that could be read.
  }
  const isPlainLayer = host.querySelector(':scope > :is(section:not([slot]), :not([slot]) section)') ?? findEdition(host);
  return isPlainLayer ? makeSlot(host) : undefined;
}

/**
 * Makes sure that content has a key, by which the element knows it for its own; an empty root shows the children. False where
 * there is nothing to read in either.
 */
function mark(host: Element, root: ShadowRoot | DocumentFragment): boolean {
  const content = [...root.children].find(({localName, textContent}) => localName !== 'style' && textContent.trim());
  if (content) {
    if (!root.querySelector('[data-key]')) content.setAttribute('data-key', keyOf(root));
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
  const foreign = host.querySelector(
    ':scope > :is(script, h1, h2), :scope > :is(h3, h4, p) ~ :is(h3, h4), summit-goal-comparison, summit-region-list, summit-fact-box',
  );
  if (!foreign || findEdition(host)) return;
  (console as Partial<Console>).warn?.(
    `<${host.localName}> contains a <${foreign.localName}> that is probably not its fallback, and hides it. Close the tag with </${host.localName}>; a slash inside the tag does not close it.`,
  );
}
