import type {Summit} from '../data/summit.js';
import type {findWords, Words} from '../format/words.js';
import type {ComfortTexts} from '../format/texts.js';
import {comfortTexts} from '../format/texts/comforts.en.js';
import {comfortStyles} from './comforts.styles.js';
import {copyText} from './copy-text.js';
import type {SummitController} from './summit-controller.js';

// What a reader can do with a box, loaded when one is about to do something. It works on what stands on screen, which may
// have been prerendered, and imports nothing of the entry, for the reason that `own-data.ts` gives.

type Find = typeof findWords;

const attended = new WeakMap<HTMLElement, Comforts>();

/** The address whose statement has been found already, whichever box had it: the first one on the page that has. */
let arrived: string | undefined;

/**
 * Serves the readers of one box.
 *
 * @param event What a reader did; none where the page's address may name a statement of the box.
 */
export function attend(host: HTMLElement, controller: SummitController, find: Find, event?: Event): void {
  const root = host.shadowRoot;
  if (!root) return;
  const comforts = attended.get(host) ?? new Comforts(root, controller, find);
  attended.set(host, comforts);
  if (event) comforts.point(event);
  else comforts.arrive();
}

class Comforts {
  readonly #root: ShadowRoot;
  readonly #controller: SummitController;
  readonly #find: Find;
  #sheet: CSSStyleSheet | undefined;
  /** The window that the sheet is of: a box may move to a frame. */
  #view: Window | null | undefined;

  constructor(root: ShadowRoot, controller: SummitController, find: Find) {
    this.#root = root;
    this.#controller = controller;
    this.#find = find;

    const furnish = (): void => {
      this.#furnish();
    };
    root.addEventListener('toggle', furnish, true);
    // A newer edition may have taken the place of what was furnished.
    new MutationObserver(furnish).observe(root, {childList: true, subtree: true, attributeFilter: ['data-id']});
    const point = (event: Event): void => {
      this.point(event);
    };
    root.addEventListener('pointerover', point);
    root.addEventListener('focusin', point);
    root.addEventListener('focusout', point);
    root.host.addEventListener('pointerleave', point);
    root.addEventListener('click', (event) => {
      this.#click(event as MouseEvent);
    });
    furnish();
  }

  /** Marks the place that is pointed at or has the focus, in the list and on the map. What a reader did last counts. */
  point({type, target, eventPhase}: Event): void {
    // An event that had to wait for this file tells its target no more. While it is on its way that counts: in Firefox
    // `:hover` still is what was pointed at before.
    const pointed =
      eventPhase && type.startsWith('pointer') ? (target as Element) : this.#root.querySelector('[data-region]:hover');
    const hovered = pointed === this.#root.host ? undefined : regionOf(pointed);
    const focused = regionOf(this.#root.activeElement);
    const id = type === 'focusin' ? (focused ?? hovered) : (hovered ?? focused);
    for (const shown of this.#root.querySelectorAll<HTMLElement | SVGElement>('[data-region]')) {
      shown.classList.toggle('on', shown.dataset['region'] === id);
    }
  }

  /** Opens and focuses what the page's address names, if it is in this box and no other had it. */
  arrive(): void {
    const {hash} = location;
    const target = this.#statement(hash);
    if (!target || arrived === hash) return;
    arrived = hash;
    const leave = (): void => {
      arrived = undefined;
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
    // Test runners without a layout have neither this nor the sheets below.
    (target as Partial<HTMLElement>).scrollIntoView?.({block: 'center'});
  }

  /** What a hash such as `#summit-alaska-2025-clash` names, if it is here. */
  #statement(hash: string): HTMLElement | null {
    const lead = this.#hashOf('');
    if (!hash.startsWith(lead)) return null;
    // Mail programs and trackers append to it.
    const [id = ''] = /^[a-z\d-]*/.exec(hash.slice(lead.length)) ?? [];
    return this.#root.querySelector(`:is(li, p)[data-id="${id}"], li[data-region="${id}"]`);
  }

  #hashOf(id: string): string {
    return `#summit-${this.#controller.edition?.id ?? ''}-${id}`;
  }

  /** Puts a line under each statement that stands open, and one under the sources. */
  #furnish(): void {
    this.#style();
    const words = this.#words();
    if (!words) return;
    for (const claim of this.#root.querySelectorAll<HTMLElement>('[open] li[data-id]')) {
      put(claim, (status) => [
        button(words.copy, () => {
          void copyText(this.#tell(claim)).then((copied) => {
            status.textContent = copied ? words.copied : words.notCopied;
          });
        }),
        link(words.link, this.#address(claim)),
      ]);
    }
    const edition = this.#root.querySelector<HTMLElement>('footer [open] li:last-child');
    const summit = this.#controller.loaded?.summit;
    if (edition && summit) {
      put(edition, () => [
        button(words.getData, () => {
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
      this.#sheet.replaceSync(comfortStyles);
    }
    // Where a prerendered box is replaced, the element puts on its own and no others.
    if (defaultView && this.#sheet && !adoptedStyleSheets.includes(this.#sheet)) adoptedStyleSheets.push(this.#sheet);
  }

  /** Those the box speaks; not yet where they have to be loaded first. */
  #words(): (Words & ComfortTexts) | undefined {
    const box = this.#root.querySelector<HTMLElement>('[part~=box]');
    const words = this.#find([box?.lang, 'en'], () => {
      this.#furnish();
    });
    return words && {...comfortTexts, ...words};
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    const region = target.closest('svg [data-region]');
    if (region) {
      const id = CSS.escape(regionOf(region) ?? '');
      this.#root.querySelector<HTMLElement>(`li[data-region="${id}"] a`)?.focus();
      return;
    }
    const link = target.closest('a')?.getAttribute('href');
    // Those of other pages may end in such a name as well. What the element has followed already needs no more than that.
    const hash = target.closest('.acts')
      ? /#summit-.*/.exec(link ?? '')?.[0]
      : link?.startsWith('#')
        ? link
        : undefined;
    if (!hash || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (location.hash === hash) arrived = undefined;
    else location.hash = hash;
    this.arrive();
  }

  /** The page's own address, and the statement in it. */
  #address({dataset}: HTMLElement): string {
    const {href, origin} = location;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    // The browser has resolved it; what it could not resolve starts otherwise.
    const page = canonical?.startsWith(`${origin}/`) ? canonical : href;
    return page.replace(/#.*/, '') + this.#hashOf(dataset['id'] ?? '');
  }

  /** A statement as text: what is said, who says so and how surely, where it was read, as of when, and its address. */
  #tell(claim: HTMLElement): string {
    const {sources, claims} = this.#controller.loaded?.summit ?? {};
    const refs = claims?.find(({id}) => id === claim.dataset['id'])?.refs.map(({source}) => source);
    const said = claim.querySelector('.mark');
    const parts = [...claim.childNodes].filter(
      (node) => node !== said && !(node instanceof Element && node.matches('.acts')),
    );
    const asOf = [...(this.#root.querySelector('footer p')?.childNodes ?? [])].filter(
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

/** The text of nodes as it reads: blanks run together, and none where comments of the template stand. */
function textOf(nodes: readonly (Node | null)[]): string {
  return nodes
    .filter((node) => !(node instanceof Comment))
    .map((node) => node?.textContent)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s·]+|[\s·]+$/g, '');
}

/** Adds a line of actions to an entry, unless it has those of what it now says. */
function put(entry: HTMLElement, make: (status: HTMLElement) => readonly HTMLElement[]): void {
  // Not by `dataset`, which a page's Object.prototype reaches into: this would never find what it has written.
  const id = entry.getAttribute('data-id') ?? '';
  const standing = entry.querySelector<HTMLElement>('.acts');
  if (standing?.dataset['of'] === id) return;
  standing?.remove();
  const acts = document.createElement('span');
  // The footer is small and muted already, and neither may nest.
  acts.className = entry.closest('footer') ? 'acts' : 'acts small muted';
  acts.dataset['of'] = id;
  const line = document.createElement('span');
  const status = document.createElement('span');
  status.ariaLive = 'polite';
  for (const part of [...make(status), status]) line.append(part, ' ');
  // An en space, as before a mark: at a line end it hangs.
  acts.append('\u2002', line);
  entry.append(acts);
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

/** Hands over the data of the box as a file, in the edition that is on screen. */
function save(summit: Summit): void {
  const file = document.createElement('a');
  file.href = URL.createObjectURL(new Blob([JSON.stringify(summit, null, 2)], {type: 'application/json'}));
  file.download = `${summit.id}@${summit.revision}.json`;
  file.click();
  // The download has got hold of the file once the click is through.
  queueMicrotask(() => {
    URL.revokeObjectURL(file.href);
  });
}
