import 'summit-embeds/define-elements.js';
import {hydrate} from 'solid-js/web';
import {App} from './app.jsx';

const props = JSON.parse(document.querySelector('#props').textContent);
hydrate(() => <App {...props} />, document.querySelector('#app'));
