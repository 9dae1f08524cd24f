/**
 * The script of pages with prerendered boxes. It defines nothing: it imports the elements once a reader does something with a
 * box, or once a box needs them. A classic script, which can stand anywhere, run late, or run twice.
 */
import {elementNames} from '../components/element-names.js';

const TAGS = elementNames.map((name) => `summit-${name}:not(:defined)`).join();
const EVENTS = ['pointerover', 'touchstart', 'focusin', 'click'];

/** Consent tools may run this as a module, which has no current script. */
const {src} =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="summit-embeds.lazy"]') ??
  ({} as Partial<HTMLScriptElement>);

const findBoxes = (): Element[] => [...document.querySelectorAll(TAGS)];

/** Whether a box may show the bundled summit: it asks for no data of its own, and holds none. */
const needsBundled = (box: Element): boolean => {
  const root = box.shadowRoot ?? box.querySelector('template')?.content;
  const key = root?.querySelector<HTMLElement>('[data-key]')?.dataset['key'];
  // Version, id, revision, and the fingerprint that only other data have.
  return !box.hasAttribute('src') && (key ? !key.split('|')[3] : !box.querySelector('section'));
};

const load = (boxes: readonly Element[], used?: Element): void => {
  if (!src) {
    console.warn('summit-embeds.lazy.js needs a src of its own: it imports the file beside it.');
    return;
  }
  import(new URL(boxes.some(needsBundled) ? 'summit-embeds.js' : 'summit-elements.js', src).href).then(
    () => {
      // The elements know nothing of what a reader has opened before.
      used?.shadowRoot?.querySelector('[open]')?.dispatchEvent(new Event('toggle'));
    },
    (cause: unknown) => {
      // The boxes can be read without it.
      console.warn(cause);
    },
  );
};

const seen = new WeakSet<Element>();

/** Loads the elements for boxes without visible content, with a shadow root that no parser attached, or with data to follow. */
const look = (): void => {
  // Content may not be whole yet.
  if (document.readyState === 'loading') return;
  const boxes = findBoxes().filter((box) => {
    if (seen.has(box)) return false;
    seen.add(box);
    const root = box.shadowRoot ?? box;
    const style = root.querySelector('style');
    return (
      box.matches('[src],:has(>template[shadowrootmode])') ||
      // An emptied shadow root hides the children. Where styles were moved away, or refused by a policy, a box has no look.
      !root.textContent.replace(style?.textContent ?? '', '').trim() ||
      (box.shadowRoot && !style?.sheet)
    );
  });
  if (boxes[0]) load(boxes);
};

const arrive = (): void => {
  const boxes = findBoxes();
  if (boxes[0] && location.hash.startsWith('#summit-')) load(boxes);
};

const listen = (event: Event): void => {
  const box = event.composedPath().find((node): node is Element => node instanceof Element && node.matches(TAGS));
  if (box) load([box, ...findBoxes()], box);
};

for (const type of EVENTS) addEventListener(type, listen, {capture: true, passive: true});
addEventListener('hashchange', arrive);
document.addEventListener('DOMContentLoaded', () => {
  look();
  arrive();
});
new MutationObserver((records) => {
  if (records.some(({addedNodes}) => addedNodes[0])) look();
}).observe(document, {childList: true, subtree: true});
look();
arrive();
