import {generateHydrationScript, renderToString} from 'solid-js/web';
import {App} from './app.jsx';

export const render = (props) => renderToString(() => <App {...props} />);
export const head = generateHydrationScript();
