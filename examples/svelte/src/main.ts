// Registers the tags, before Svelte makes the first of them: it asks an element which properties it has.
import 'summit-embeds/define.js';
import {mount} from 'svelte';
import App from './App.svelte';

export default mount(App, {target: document.getElementById('app')!});
