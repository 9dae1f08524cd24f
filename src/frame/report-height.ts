import {asksForHeight, heightMessages} from './height-messages.js';

/** Time in ms that a host may need to resize the frame. */
const PATIENCE = 1000;

/** Border in px that a host's styles may include in the height: the browser's default, top and bottom. */
const BORDERS = 4;

/**
 * Reports the height of the page's content to the host after every change, and makes the page scroll if the host gives
 * it less. The measured element is as wide as the frame and as tall as its content, never as tall as the frame:
 * otherwise a host that adds a pixel would be asked for one more each time, in an endless loop.
 *
 * @param content Contains everything visible.
 */
export function reportHeight(content: Element, ids: {readonly childId: string; readonly id: string}): void {
  const root = document.documentElement;
  const host = window.parent;
  // No host: the page is open in a tab and scrolls normally.
  if (host === window) return;

  let height = 0;
  let doubt: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    if (height === 0) return;
    // A height isn't secret, and the host's origin is unknown.
    for (const message of heightMessages(height, {...ids, href: location.href})) host.postMessage(message, '*');
  };

  /** Hides the scroll bar while the host may still resize the frame, and permanently when it has. */
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
        // In case the host listens only now.
        tell();
      }, PATIENCE);
    }
  };

  /** Returns false if the height hasn't changed. */
  const measure = (): boolean => {
    const measured = Math.ceil(content.getBoundingClientRect().height);
    // A hidden frame has height 0. When it is shown again, it has the height that was reported.
    if (measured === height || measured === 0) return false;
    height = measured;
    return true;
  };

  root.classList.add('whole');
  // WordPress clips the frame until it knows a height, and browsers suspend observers in a clipped frame.
  if (measure()) tell();
  new ResizeObserver(() => {
    if (!measure()) return;
    tell();
    settle();
  }).observe(content);

  window.addEventListener('resize', settle);
  window.addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
    if (source !== host || !asksForHeight(data, location.href)) return;
    // Some hosts send one request, before the observer has run.
    measure();
    tell();
  });
  // WordPress may set its secret after the page has loaded.
  window.addEventListener('hashchange', tell);
}
