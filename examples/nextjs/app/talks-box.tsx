'use client';

import type {Summit} from 'summit-embeds';
import {SummitFactBox} from 'summit-embeds/react';
import {useState} from 'react';

/** A box that the server has made, with the data it was made from, so that it is live. */
export function TalksBox({html, data}: {html: string; data: Summit}) {
  const [shown, setShown] = useState('');
  return (
    <>
      <SummitFactBox
        prerendered={html}
        data={data}
        onSummitLoad={({summit, origin}) => setShown(`On screen: ${summit.title}, from ${origin}`)}
      />
      <p role="status">{shown}</p>
    </>
  );
}
