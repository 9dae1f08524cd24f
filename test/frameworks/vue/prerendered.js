import {h, onMounted, ref} from 'vue';

export const Prerendered = {
  props: ['html', 'data'],
  setup(props) {
    const place = ref();
    onMounted(() => {
      if (props.data) place.value.firstElementChild.data = props.data;
    });
    return () => h('div', {ref: place, innerHTML: props.html});
  },
};
