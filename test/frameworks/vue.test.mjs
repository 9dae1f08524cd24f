/** The recipe of docs/frameworks.md for Vue: a render function with `innerHTML`, rendered on a server and hydrated. */
import {tryApp} from './try-app.mjs';

tryApp('Vue', 'vue', {
  ending: 'js',
  hasLiveBox: true,
});
