'use client';

import {SummitFactBox} from 'summit-embeds/react';
import {useState} from 'react';

/** A box whose file is missing: readers see the children, and the page hears of it. */
export function MissingBox() {
  const [failed, setFailed] = useState('');
  return (
    <>
      <SummitFactBox src="/data/missing.json" onSummitError={({code}) => setFailed(`Could not be shown: ${code}`)}>
        The short version, for when there is no more.
      </SummitFactBox>
      <p role="status">{failed}</p>
    </>
  );
}
