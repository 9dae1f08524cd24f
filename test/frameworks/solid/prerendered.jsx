import {onMount} from 'solid-js';

export function Prerendered(props) {
  let place;
  onMount(() => {
    if (props.data) place.firstElementChild.data = props.data;
  });
  return <div id={props.id} ref={place} innerHTML={props.html} on:summit-load={(event) => props.onLoad?.(event)} />;
}
