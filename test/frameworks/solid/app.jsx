import {createSignal, Show} from 'solid-js';
import {Prerendered} from './prerendered.jsx';

/** Two routes: each has a box. */
export function App(props) {
  const [route, setRoute] = createSignal('first');
  const note = (event) => globalThis.seen.push(`first ${event.type} ${event.summit.id}`);
  return (
    <main>
      <button id="go" on:click={() => setRoute(route() === 'first' ? 'second' : 'first')}>
        Other page
      </button>
      <Show when={route() === 'first'} fallback={<Prerendered id="second" html={props.second} />}>
        <Prerendered id="first" html={props.first} data={props.talks} onLoad={note} />
      </Show>
    </main>
  );
}
