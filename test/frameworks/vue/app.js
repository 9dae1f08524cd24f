import {createSSRApp, h, ref} from 'vue';
import {Prerendered} from './prerendered.js';

/** Two routes: each has a box. */
export const createApp = ({talks, first, second}) =>
  createSSRApp({
    setup() {
      const route = ref('first');
      const note = (event) => globalThis.seen.push(`first ${event.type} ${event.summit.id}`);
      return () => [
        h(
          'button',
          {id: 'go', onClick: () => (route.value = route.value === 'first' ? 'second' : 'first')},
          'Other page',
        ),
        route.value === 'first'
          ? h(Prerendered, {key: 'first', id: 'first', html: first, data: talks, onSummitLoad: note})
          : h(Prerendered, {key: 'second', id: 'second', html: second}),
        h('summit-region-list', {'.data': talks, 'heading-level': '2', id: 'data'}, h('p', 'The talks begin in May.')),
      ];
    },
  });
