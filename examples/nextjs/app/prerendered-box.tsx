'use client';

import type {Summit, SummitElement, SummitLoadEvent} from 'summit-embeds';
import {useLayoutEffect, useRef, useState} from 'react';

/**
 * A box that the server has made. The script takes over what stands there; `data` is what it was made of, where that is no
 * bundled summit.
 */
export function PrerenderedBox({html, data}: {html: string; data?: Summit}) {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState('');

  // Before the element does anything: it comes to life later, or waits for the end of the task.
  useLayoutEffect(() => {
    // From another page of the site, without a new document. `innerHTML` would make no shadow root of the template.
    if (!place.current!.hasChildNodes()) place.current!.setHTMLUnsafe(html);
    const box = place.current!.firstElementChild as SummitElement;
    const tellShown = ({summit, origin}: SummitLoadEvent) => setShown(`On screen: ${summit.title}, from ${origin}`);
    box.addEventListener('summit-load', tellShown);
    if (data) box.data = data;
    void import('summit-embeds/define.js');
    return () => box.removeEventListener('summit-load', tellShown);
  }, [html, data]);

  return (
    <>
      {/* In the browser React leaves alone what the server wrote, and what the parser has made of it. */}
      <div
        ref={place}
        dangerouslySetInnerHTML={{__html: typeof window === 'undefined' ? html : ''}}
        suppressHydrationWarning
      />
      {data && <p role="status">{shown}</p>}
    </>
  );
}
