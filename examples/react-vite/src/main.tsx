import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
// Registers the tags, before React makes the first of them: it asks an element which properties it has.
import 'summit-embeds/define.js';
import {App} from './App';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
