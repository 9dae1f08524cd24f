import {createSSRApp, h, onMounted, ref} from 'vue';

/** What `<div v-html="html" @summit-load="tell">` compiles to, as a component of a page's own. */
const Prerendered = {
  props: ['html', 'data'],
  setup(props) {
    const place = ref();
    onMounted(() => {
      if (props.data) place.value.firstElementChild.data = props.data;
    });
    return () => h('div', {ref: place, innerHTML: props.html});
  },
};

/** Two routes: each has a box. */
export const createApp = ({talks, first, second}) =>
  createSSRApp({
    setup() {
      const route = ref('first');
      const note = (event) => globalThis.seen.push(`first ${event.type} ${event.summit.id}`);
      return () => [
        h('button', {id: 'go', onClick: () => (route.value = route.value === 'first' ? 'second' : 'first')}, 'Other page'),
        route.value === 'first'
          ? h(Prerendered, {key: 'first', id: 'first', html: first, data: talks, onSummitLoad: note})
          : h(Prerendered, {key: 'second', id: 'second', html: second}),
        h('summit-region-list', {'.data': talks, 'heading-level': '2', id: 'data'}, h('p', 'The talks begin in May.')),
      ];
    },
  });
