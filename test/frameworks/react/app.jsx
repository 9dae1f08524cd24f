import {useRef, useState} from 'react';
import {SummitFactBox, SummitGoalComparison, SummitRegionList} from 'summit-embeds/react';

/** Two routes: a page with boxes of every kind, and one that has another box. */
export function App({talks, first, second}) {
  const [route, setRoute] = useState('first');
  const [swapped, setSwapped] = useState(false);
  const box = useRef(null);
  const note = (event) =>
    globalThis.seen.push(`${event.currentTarget.id} ${event.type} ${event.summit?.id ?? event.code}`);
  return (
    <main>
      <button id="go" onClick={() => setRoute(route === 'first' ? 'second' : 'first')}>
        Other page
      </button>
      <button id="swap" onClick={() => setSwapped(true)}>
        Other box
      </button>
      <button id="tell" onClick={() => globalThis.seen.push(`ref ${box.current.localName} ${box.current.id}`)}>
        Ref
      </button>
      {route === 'first' ? (
        <div key="first">
          <SummitFactBox
            id="first"
            ref={box}
            className="box"
            style={{marginTop: 3}}
            prerendered={first}
            data={talks}
            onSummitLoad={note}
          />
          <SummitFactBox id="kept" prerendered={swapped ? second : first} onSummitError={note} />
          <SummitRegionList
            id="data"
            data={talks}
            noMap
            headingLevel={2}
            policyUrl="/corrections"
            onSummitLoad={note}
            aria-label="Places"
          >
            <p>The talks begin in May.</p>
          </SummitRegionList>
          <SummitGoalComparison id="nothing" topics={['water', 'ferry']} onSummitError={note} onSummitLoad={note}>
            <p>Nothing yet.</p>
          </SummitGoalComparison>
        </div>
      ) : (
        <div key="second">
          <SummitFactBox id="second" prerendered={second} onSummitError={note} onSummitLoad={note} />
        </div>
      )}
    </main>
  );
}
