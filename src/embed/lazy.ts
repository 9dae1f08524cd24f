/**
 * The script of pages with prerendered boxes. It registers no element: it imports the elements when a reader interacts
 * with a box, or when a box needs them. A classic script that works anywhere on the page, late, or twice.
 */
import {elementNames} from '../components/element-names.js';
import {markRepeatedSources} from '../element/repeated-sources.js';

const TAGS = elementNames.map((name) => `summit-${name}:not(:defined)`).join();
const EVENTS = ['pointerover', 'touchstart', 'focusin', 'click'];

/** Consent tools may run this script as a module, which has no `currentScript`. */
const {src} =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="summit-embeds.lazy"]') ??
  ({} as Partial<HTMLScriptElement>);

const findBoxes = (): Element[] => [...document.querySelectorAll(TAGS)];

/** Whether a box may show the bundled summit: it has neither `src` nor prerendered custom data. */
const needsBundled = (box: Element): boolean => {
  const root = box.shadowRoot ?? box.querySelector('template')?.content;
  const key = root?.querySelector<HTMLElement>('[data-key]')?.dataset['key'];
  // Version, id, revision, and the fingerprint, which only custom data has.
  return !box.hasAttribute('src') && (key ? !key.split('|')[3] : !box.querySelector('section'));
};

const load = (boxes: readonly Element[], used?: Element): void => {
  if (!src) {
    console.warn('summit-embeds.lazy.js must be loaded with a src: it imports a file from the same folder.');
    return;
  }
  import(new URL(boxes.some(needsBundled) ? 'summit-embeds.js' : 'summit-elements.js', src).href).then(
    () => {
      // The elements didn't receive the reader's earlier events.
      used?.shadowRoot?.querySelector('[open]')?.dispatchEvent(new Event('toggle'));
    },
    (cause: unknown) => {
      // The boxes are readable without the elements.
      console.warn(cause);
    },
  );
};

const seen = new WeakSet<Element>();

/**
 * Loads the elements if a box has no visible content, has a shadow root that no parser attached, or has data to poll.
 */
const look = (): void => {
  // The content may be incomplete.
  if (document.readyState === 'loading') return;
  const boxes = findBoxes().filter((box) => {
    if (seen.has(box)) return false;
    seen.add(box);
    const root = box.shadowRoot ?? box;
    const style = root.querySelector('style');
    return (
      box.matches('[src],:has(>template[shadowrootmode])') ||
      // An empty shadow root hides the children. Without its `<style>`, moved away or blocked by a policy, a box is
      // unstyled.
      !root.textContent.replace(style?.textContent ?? '', '').trim() ||
      (box.shadowRoot && !style?.sheet)
    );
  });
  if (boxes[0]) load(boxes);
};

const arrive = (): void => {
  const boxes = location.hash.startsWith('#summit-') ? findBoxes() : [];
  if (boxes[0]) load(boxes);
};

const listen = (event: Event): void => {
  const box = event.composedPath().find((node): node is Element => node instanceof Element && node.matches(TAGS));
  if (box) load([box, ...findBoxes()], box);
};

/** Loads what the page needs by now. */
const start = (): void => {
  look();
  arrive();
};

const hasBox = (node: Node): boolean =>
  node.nodeType === 1 && ((node as Element).matches(TAGS) || !!(node as Element).querySelector(TAGS));

const observer = new MutationObserver((records) => {
  if (records.some(({addedNodes}) => [...addedNodes].some(hasBox))) look();
});

/** What the parser adds isn't observed: there is a record for each node. */
const observe = (): void => {
  observer.observe(document, {childList: true, subtree: true});
  start();
};

/** Every snippet has this script. The first one watches the page for all, until a preview writes the page again. */
const WATCHED = Symbol.for('summit-embeds.lazy');
const page = document.documentElement as Element & {[WATCHED]?: () => void};

if (page[WATCHED]) {
  page[WATCHED]();
} else {
  // A copy without an address can't load anything.
  if (src) page[WATCHED] = start;
  for (const type of EVENTS) addEventListener(type, listen, {capture: true, passive: true});
  addEventListener('hashchange', arrive);
  addEventListener('beforeprint', () => {
    markRepeatedSources(findBoxes());
  });
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', observe);
    start();
  } else observe();
}
