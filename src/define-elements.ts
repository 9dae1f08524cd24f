/**
 * Registers all tags but no summit: a box shows its fallback until it has `data`, `src` or a registered `summit`.
 */
import {elements} from './components/elements.js';
import {define} from './element/define.js';

// The declaration file drops the imports above. With this export, TypeScript knows the tags in the DOM.
export type * from './components/elements.js';

for (const [tag, elementClass] of Object.entries(elements)) define(tag, elementClass);
