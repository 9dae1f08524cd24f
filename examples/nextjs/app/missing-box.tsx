'use client';

import type {SummitErrorEvent, SummitFactBox} from 'summit-embeds';
import {useLayoutEffect, useRef, useState} from 'react';

/** A live box whose file is not there: what stands inside the tag is shown, and the page is told. */
export function MissingBox() {
  const box = useRef<SummitFactBox>(null);
  const [failed, setFailed] = useState('');

  // React adds no listener (`onsummit-error`) to a custom element that the server has written.
  useLayoutEffect(() => {
    const element = box.current!;
    const tellFailed = ({code}: SummitErrorEvent) => setFailed(`Could not be shown: ${code}`);
    element.addEventListener('summit-error', tellFailed);
    void import('summit-embeds/define.js');
    return () => element.removeEventListener('summit-error', tellFailed);
  }, []);

  return (
    <>
      <summit-fact-box ref={box} src="/data/missing.json">
        The short version, for when there is no more.
      </summit-fact-box>
      <p role="status">{failed}</p>
    </>
  );
}
