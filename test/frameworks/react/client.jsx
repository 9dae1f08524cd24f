import {hydrateRoot} from 'react-dom/client';
import {App} from './app.jsx';

hydrateRoot(document.querySelector('#app'), <App {...JSON.parse(document.querySelector('#props').textContent)} />, {
  onRecoverableError: (error) => console.error(`recovered: ${error}`),
});
