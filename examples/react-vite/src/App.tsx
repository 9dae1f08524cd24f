import {useState} from 'react';
import {lakeTalks} from './lake-talks';

export function App() {
  const [shown, setShown] = useState('');
  const [failed, setFailed] = useState('');
  return (
    <main>
      <h1>Summit boxes in React</h1>

      <summit-fact-box
        id="own"
        data={lakeTalks}
        onsummit-load={({summit, origin}) => setShown(`On screen: ${summit.title}, from ${origin}`)}
      />
      <p role="status">{shown}</p>

      <summit-goal-comparison id="comparison" />
      <summit-region-list id="regions" />

      <summit-fact-box
        id="missing"
        src="/data/missing.json"
        onsummit-error={({code}) => setFailed(`Could not be shown: ${code}`)}
      >
        The short version, for when there is no more.
      </summit-fact-box>
      <p role="status">{failed}</p>
    </main>
  );
}
