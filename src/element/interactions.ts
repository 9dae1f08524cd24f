import type {Summit} from '../data/summit.js';
import {loadMessages, type Messages} from '../format/messages.js';
import type {InteractionMessages} from '../format/message-types.js';
import {interactionMessages} from '../format/languages/interactions.en.js';
import {interactionStyles} from './interactions.styles.js';
import {copyText} from './copy-text.js';
import type {BoxController} from './box-controller.js';

// Reader interactions, loaded on the first interaction. They work on the rendered content, which may be prerendered.
// This module must not import a module of the entry, for the reason given in `custom-data.ts`.

/** A pointer that moves farther while it is pressed selects text. */
const DRAG_PX = 4;

const instances = new WeakMap<HTMLElement, Interactions>();

/** Hash whose statement has been focused. Only the first box on the page that contains the statement focuses it. */
let focusedHash: string | undefined;

/**
 * Starts the interactions of one box.
 *
 * @param event The reader's action. Undefined if the hash of the page may name a statement of the box.
 */
export function startInteractions(host: HTMLElement, controller: BoxController, event?: Event): void {
  const root = host.shadowRoot;
  if (!root) return;
  const interactions = instances.get(host) ?? new Interactions(root, controller);
  instances.set(host, interactions);
  if (event) interactions.highlightRegion(event);
  else interactions.focusHashTarget();
}

class Interactions {
  readonly #root: ShadowRoot;
  readonly #controller: BoxController;
  #sheet: CSSStyleSheet | undefined;
  /** Whether the data are there, or can't be loaded. */
  #hasData = false;
  /** Where the pointer was pressed, in px of the viewport. Undefined: before this module was loaded. */
  #pressed: readonly [x: number, y: number] | undefined;
  /** Window that the style sheet belongs to. A box may be moved to a frame. */
  #view: Window | null | undefined;

  constructor(root: ShadowRoot, controller: BoxController) {
    this.#root = root;
    this.#controller = controller;

    const addActions = (): void => {
      this.#addActions();
    };
    root.addEventListener('toggle', addActions, true);
    // A newer edition may have replaced the entries that had actions.
    new MutationObserver(addActions).observe(root, {childList: true, subtree: true, attributeFilter: ['data-id']});
    const highlightRegion = (event: Event): void => {
      this.highlightRegion(event);
    };
    root.addEventListener('pointerover', highlightRegion);
    root.addEventListener('focusin', highlightRegion);
    root.addEventListener('focusout', highlightRegion);
    root.host.addEventListener('pointerleave', highlightRegion);
    root.addEventListener('pointerdown', (event) => {
      const {clientX, clientY} = event as PointerEvent;
      this.#pressed = [clientX, clientY];
    });
    root.addEventListener('click', (event) => {
      this.#click(event as MouseEvent);
    });
    const useData = (): void => {
      this.#hasData = true;
      addActions();
    };
    controller.loadWhole().then(useData, useData);
  }

  /** Highlights the hovered or focused region in the list and on the map. The latest action wins. */
  highlightRegion({type, target, eventPhase}: Event): void {
    // An event that was dispatched before this file loaded has lost its target. During dispatch use the target: in
    // Firefox `:hover` still matches the previously hovered element.
    const pointed =
      eventPhase && type.startsWith('pointer') ? (target as Element) : this.#root.querySelector('[data-region]:hover');
    const hovered = pointed === this.#root.host ? undefined : regionOf(pointed);
    const focused = regionOf(this.#root.activeElement);
    const id = type === 'focusin' ? (focused ?? hovered) : (hovered ?? focused);
    for (const shown of this.#root.querySelectorAll<HTMLElement | SVGElement>('[data-region]')) {
      shown.classList.toggle('on', shown.dataset['region'] === id);
    }
  }

  /** Opens and focuses the statement that the hash names, if it is in this box and no other box has focused it. */
  focusHashTarget(): void {
    const {hash} = location;
    const target = this.#statement(hash);
    if (!target || focusedHash === hash) return;
    focusedHash = hash;
    const leave = (): void => {
      focusedHash = undefined;
    };
    addEventListener('hashchange', leave, {once: true, capture: true});
    const details = target.closest('details');
    if (details) details.open = true;
    target.tabIndex = -1;
    const blur = (): void => {
      target.removeAttribute('tabindex');
    };
    target.addEventListener('blur', blur, {once: true});
    target.focus({preventScroll: true});
    // jsdom has neither this method nor `adoptedStyleSheets`.
    (target as Partial<HTMLElement>).scrollIntoView?.({block: 'center'});
  }

  /** Finds the element that a hash such as `#summit-alaska-2025-clash` names. */
  #statement(hash: string): HTMLElement | null {
    const lead = this.#hashOf('');
    if (!hash.startsWith(lead)) return null;
    // Mail programs and trackers append to the hash.
    const [id = ''] = /^[a-z\d-]*/.exec(hash.slice(lead.length)) ?? [];
    return this.#root.querySelector(`:is(li, p)[data-id="${id}"], .place[data-region="${id}"]`);
  }

  #hashOf(id: string): string {
    return `#summit-${this.#controller.edition?.id ?? ''}-${id}`;
  }

  /** Adds actions to each open statement and to the edition under the sources. */
  #addActions(): void {
    this.#style();
    const messages = this.#findMessages();
    if (!messages || !this.#hasData) return;
    for (const claim of this.#root.querySelectorAll<HTMLElement>('[open] li[data-id]')) {
      put(claim, (status) => [
        button(messages.copy, () => {
          void copyText(this.#toPlainText(claim)).then((copied) => {
            status.textContent = copied ? messages.copied : messages.notCopied;
          });
        }),
        link(messages.link, this.#address(claim)),
      ]);
    }
    const edition = this.#root.querySelector<HTMLElement>('footer [open] li:last-child');
    const summit = this.#controller.loaded?.summit;
    if (edition && summit) {
      put(edition, () => [
        button(messages.getData, () => {
          save(this.#controller.loaded?.summit ?? summit);
        }),
      ]);
    }
  }

  #style(): void {
    const {adoptedStyleSheets, ownerDocument} = this.#root as Partial<ShadowRoot> & ShadowRoot;
    const {defaultView} = ownerDocument;
    if (!(adoptedStyleSheets as unknown)) return;
    if (defaultView && defaultView !== this.#view) {
      this.#view = defaultView;
      this.#sheet = new defaultView.CSSStyleSheet();
      this.#sheet.replaceSync(interactionStyles);
    }
    // When a prerendered box is replaced, the element adopts its own style sheets only.
    if (defaultView && this.#sheet && !adoptedStyleSheets.includes(this.#sheet)) adoptedStyleSheets.push(this.#sheet);
  }

  /** Returns the messages in the language of the box. Undefined until they are loaded. */
  #findMessages(): (Messages & InteractionMessages) | undefined {
    const box = this.#root.querySelector<HTMLElement>('[part~=box]');
    const messages = loadMessages([box?.lang, 'en'], () => {
      this.#addActions();
    });
    return messages && {...interactionMessages, ...messages};
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    // A press that selects text is no click. From the keyboard, `detail` is 0.
    const {detail, clientX, clientY} = event;
    const [x, y] = this.#pressed ?? [clientX, clientY];
    if (detail && target.closest('summary') && Math.hypot(clientX - x, clientY - y) > DRAG_PX) {
      event.preventDefault();
      return;
    }
    const region = target.closest('svg [data-region]');
    if (region) {
      const id = CSS.escape(regionOf(region) ?? '');
      this.#root.querySelector<HTMLElement>(`.place[data-region="${id}"] a`)?.focus();
      return;
    }
    const link = target.closest('a')?.getAttribute('href');
    // Links to other pages may contain such a hash too. If the element has already handled the click, only the focus is
    // missing.
    const hash = target.closest('.acts')
      ? /#summit-.*/.exec(link ?? '')?.[0]
      : link?.startsWith('#')
        ? link
        : undefined;
    if (!hash || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (location.hash === hash) focusedHash = undefined;
    else location.hash = hash;
    this.focusHashTarget();
  }

  /** Returns the URL of the page with the hash of the statement. */
  #address({dataset}: HTMLElement): string {
    const {href, origin} = location;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    // `href` is resolved. A URL that can't be resolved doesn't start with the origin.
    const page = canonical?.startsWith(`${origin}/`) ? canonical : href;
    return page.replace(/#.*/, '') + this.#hashOf(dataset['id'] ?? '');
  }

  /** Formats a statement as plain text: text, attribution and certainty, sources, date and URL. */
  #toPlainText(claim: HTMLElement): string {
    const {sources, claims} = this.#controller.loaded?.summit ?? {};
    const refs = claims?.find(({id}) => id === claim.dataset['id'])?.refs.map(({source}) => source);
    const said = claim.querySelector('.mark');
    const parts = [...claim.childNodes].filter(
      (node) => node !== said && !(node instanceof Element && node.matches('.acts')),
    );
    const asOf = [...(this.#root.querySelector('footer > p:not(.key)')?.childNodes ?? [])].filter(
      (node) => !(node instanceof HTMLAnchorElement),
    );
    return [
      textOf(parts),
      textOf([said]),
      ...(sources ?? [])
        .filter(({id}) => refs?.includes(id))
        .map(({title, url}) => [title, url].filter(Boolean).join(' – ')),
      textOf(asOf),
      this.#address(claim),
    ]
      .filter(Boolean)
      .join('\n');
  }
}

function regionOf(target: Element | null | undefined): string | undefined {
  return target?.closest<HTMLElement>('[data-region]')?.dataset['region'];
}

/** Returns the text of nodes with collapsed white space, without the comments of the template. */
function textOf(nodes: readonly (Node | null)[]): string {
  return nodes
    .filter((node) => !(node instanceof Comment))
    .map((node) => node?.textContent)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s·]+|[\s·]+$/g, '');
}

/** Adds a line of actions to an entry, unless it already has the actions for its current id. */
function put(entry: HTMLElement, make: (status: HTMLElement) => readonly HTMLElement[]): void {
  // Not `dataset`: a property on the page's Object.prototype would shadow it, and the check would never match.
  const id = entry.getAttribute('data-id') ?? '';
  const standing = entry.querySelector<HTMLElement>('.acts');
  if (standing?.dataset['of'] === id) return;
  standing?.remove();
  const actions = document.createElement('span');
  // The footer is already small and muted, and these classes must not be nested.
  actions.className = entry.closest('footer') ? 'acts' : 'acts small muted';
  actions.dataset['of'] = id;
  const line = document.createElement('span');
  const status = document.createElement('span');
  status.ariaLive = 'polite';
  for (const part of [...make(status), status]) line.append(part, ' ');
  // An en space, as before a mark: at a line end it takes no width.
  actions.append('\u2002', line);
  entry.append(actions);
}

function button(label: string, act: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

function link(label: string, href: string): HTMLElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = label;
  return made;
}

/** Downloads the data of the edition on screen as a JSON file. */
function save(summit: Summit): void {
  const file = document.createElement('a');
  file.href = URL.createObjectURL(new Blob([JSON.stringify(summit, null, 2)], {type: 'application/json'}));
  file.download = `${summit.id}@${summit.revision}.json`;
  file.click();
  // The download holds a reference to the file after the click.
  queueMicrotask(() => {
    URL.revokeObjectURL(file.href);
  });
}
