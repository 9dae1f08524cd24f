import {asksForHeight, heightMessages} from './height-messages.js';

/** How long a host may take to give the frame its height, in ms. */
const PATIENCE = 1000;

/** A border that a host's styles count into the height, in px: the browser's own, above and below. */
const BORDERS = 4;

/**
 * Tells the host the height of the page's content, once for every change, and lets the page scroll where the host gives it
 * less. What is measured is as wide as the frame and as tall as what is in it, never as tall as the frame: otherwise a host
 * that adds a pixel would be asked for one more each time, without end.
 *
 * @param content Holds all there is to see.
 */
export function reportHeight(content: Element, ids: {readonly childId: string; readonly id: string}): void {
  const root = document.documentElement;
  const host = window.parent;
  // Nobody to tell: somebody opened the page by itself, and it scrolls as pages do.
  if (host === window) return;

  let height = 0;
  let doubt: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    if (height === 0) return;
    // A height is no secret, and who is above can't be known.
    for (const message of heightMessages(height, {...ids, href: location.href})) host.postMessage(message, '*');
  };

  /** Hides the bar while the host may still follow, and for good once it has. */
  const settle = (): void => {
    const fits = window.innerHeight + BORDERS >= height;
    if (!fits && doubt !== undefined) return;
    clearTimeout(doubt);
    doubt = undefined;
    if (fits) root.classList.add('whole');
    else if (root.classList.contains('whole')) {
      doubt = setTimeout(() => {
        doubt = undefined;
        root.classList.remove('whole');
        // In case it listens only now.
        tell();
      }, PATIENCE);
    }
  };

  /** False where nothing has changed. */
  const measure = (): boolean => {
    const measured = Math.ceil(content.getBoundingClientRect().height);
    // A hidden frame has no height; when it is shown again it has the one that the host knows.
    if (measured === height || measured === 0) return false;
    height = measured;
    return true;
  };

  root.classList.add('whole');
  new ResizeObserver(() => {
    if (!measure()) return;
    tell();
    settle();
  }).observe(content);

  window.addEventListener('resize', settle);
  window.addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
    if (source !== host || !asksForHeight(data, location.href)) return;
    // Some hosts ask once, before the observer has seen anything.
    measure();
    tell();
  });
  // WordPress may hand over its secret when the page is there already.
  window.addEventListener('hashchange', tell);
}
