/** Elements whose content the parser may still be reading, and what they wait to do. */
const waiting = new Map<Element, () => void>();
let observer: MutationObserver | undefined;

/**
 * Calls back once an element has all the children that the parser gives it: at once, unless the page is still loading and the
 * element is the last thing in it. A script that registers a tag early gets its elements at their start tags, before any content.
 */
export function whenParsed(element: Element, callback: () => void): void {
  if (isParsed(element)) {
    callback();
    return;
  }
  waiting.set(element, callback);
  if (observer) return;
  observer = new MutationObserver(check);
  observer.observe(document, {childList: true, subtree: true});
  document.addEventListener('readystatechange', check);
}

function check(): void {
  for (const [element, callback] of waiting) {
    if (!isParsed(element)) continue;
    waiting.delete(element);
    callback();
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
