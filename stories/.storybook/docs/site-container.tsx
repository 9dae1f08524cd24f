import {DocsContainer} from '@storybook/addon-docs/blocks';
import {useEffect, type ComponentProps, type ReactNode} from 'react';

/** In milliseconds; blocks of code and boxes are there long before. */
const SETTLED = 5000;

/** The heading that the address of the whole site names; the page itself is in a frame of it. */
function target(): HTMLElement | null {
  const {hash} = window.parent.location;
  return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
}

/**
 * Every page of the site. Storybook scrolls to the heading of the address once, and what is drawn later (code, boxes) moves the
 * heading away again: so keep it in place until all is there or the reader does something.
 */
export function SiteContainer(props: ComponentProps<typeof DocsContainer>): ReactNode {
  useEffect(() => {
    const heading = target();
    if (!heading) return;
    const stop = new AbortController();
    const observer = new ResizeObserver(() => {
      heading.scrollIntoView();
    });
    const end = (): void => {
      observer.disconnect();
      stop.abort();
    };
    observer.observe(document.body);
    const timer = setTimeout(end, SETTLED);
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      window.addEventListener(type, end, {signal: stop.signal, passive: true});
    }
    return () => {
      clearTimeout(timer);
      end();
    };
  }, []);
  return <DocsContainer {...props} />;
}
