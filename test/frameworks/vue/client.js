import 'summit-embeds/define-elements.js';
import {createApp} from './app.js';

createApp(JSON.parse(document.querySelector('#props').textContent)).mount('#app');
