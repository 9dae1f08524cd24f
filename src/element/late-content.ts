import type {BoxController, SummitHost} from './box-controller.js';

// Handles elements that are registered before their content is parsed, or whose content isn't parsed from a snippet. It
// is loaded before such an element renders. This module must not import a module of the entry, for the reason given in
// `custom-data.ts`.

type Content = ParentNode & Node;

/** A valid key, not damaged by an editor or a filter; see `box-key.ts`. */
const KEY = /^[^|]*\|[^|]*\|\d*\|/;

/** The members of an element that this module uses. */
interface LateHost extends SummitHost {
  /** Render root of Lit. Undefined until the element was connected once. */
  readonly renderRoot?: unknown;
  /** Connects the element, which then adopts the content of its shadow root as prerendered. */
  connect(): void;
  /** Replaces the content on screen. */
  adopt(content: Content): void;
}

/**
 * Connects an element with its content once the page is parsed. If a script registers a tag early, its elements are
 * created at their start tags, before any content. A following sibling doesn't show that parsing is complete: scripts
 * append to pages that are still loading, and the parser moves misplaced content of a table in front of the table.
 */
export function connectLate(host: LateHost): void {
  const {ownerDocument, shadowRoot} = host;
  if (ownerDocument === document && document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => {
      connectLate(host);
    });
  } else if (host.renderRoot) {
    // The element was moved in the meantime.
    if (host.isConnected) host.connect();
  } else if (host.isConnected) {
    // If the shadow root had existed before, the parser could not have attached a declarative one.
    if (shadowRoot) mark(host, shadowRoot);
    else {
      const content = findContent(host);
      if (content) host.attachShadow({mode: 'open'}).append(content);
    }
    host.connect();
    warnOfSwallowedContent(host);
  }
}

/** Adopts content that was added to the children of a connected element, if there is any. */
export function adoptLate(host: LateHost, controller: BoxController): void {
  const content = findContent(host);
  if (content && mayReplace(content, host, controller)) host.adopt(content);
}

/**
 * Whether content may replace that on screen: if nothing is on screen, if the summit on screen was not requested, or if
 * it is another summit than the content's.
 */
function mayReplace(
  content: Content,
  {data, src, summit}: LateHost,
  {state, edition}: Pick<BoxController, 'state' | 'edition'>,
): boolean {
  if (data) return false;
  const shown = state.kind === 'ready' ? state.loaded : state.kind === 'failed' ? state.last : undefined;
  // A shadow root replaces a plain layer.
  const isWhole = content.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  if (shown ? !src && !summit && shown.origin === 'bundled' : isWhole || !edition) return true;
  const [, id] = content.querySelector<HTMLElement>('[data-key]')?.dataset['key']?.split('|') ?? [];
  return !!id && id !== edition?.id;
}

/**
 * Finds content to adopt: that of a template that a script inserted, so that no parser attached it, or a slot for a
 * plain layer.
 */
function findContent(host: Element): Content | undefined {
  const template = host.querySelector<HTMLTemplateElement>(':scope > template[shadowrootmode]');
  // An empty template may be filled later.
  if (template && mark(host, template.content)) {
    template.remove();
    return template.content;
  }
  const isPlainLayer =
    host.querySelector(':scope > :is(section:not([slot]), :not([slot]) section)') ?? findEdition(host);
  return isPlainLayer ? makeSlot(host) : undefined;
}

/**
 * Ensures that content has a key, so that the element adopts it. An empty root gets a slot that shows the children.
 * Returns false if both are empty.
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

/** Makes a key that no rendering has: without a version, and with a fingerprint that no data has. */
function keyOf(content: ParentNode): string {
  return `|${findEdition(content) ?? '|'}|unknown`;
}

/**
 * Finds the edition in the content of a box, as `id|revision`. The list of sources ends with it, such as `talks@3`, and
 * text survives filters that drop attributes.
 */
function findEdition(content: ParentNode): string | undefined {
  for (const {textContent} of [...content.querySelectorAll('li')].reverse()) {
    const [, id, revision] = /^\s*([a-z\d-]+)@(\d+)(?![\w.-])/.exec(textContent) ?? [];
    if (id && revision) return `${id}|${revision}`;
  }
  return undefined;
}

/**
 * Warns if an element contains elements that are unlikely in a fallback. A tag without an end tag, such as
 * `<summit-fact-box />`, takes the rest of the article as its children and hides them.
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
