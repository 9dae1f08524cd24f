import 'summit-embeds/define-elements.js';
import {hydrate} from 'svelte';
import App from './App.svelte';

hydrate(App, {target: document.querySelector('#app'), props: JSON.parse(document.querySelector('#props').textContent)});
