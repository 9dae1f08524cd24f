/** Registers `<summit-fact-box>`, with the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitFactBox} from './summit-fact-box.js';

// Of the imports above the declarations keep none: with this, TypeScript knows the tag in the DOM.
export type {SummitFactBox} from './summit-fact-box.js';

define('summit-fact-box', SummitFactBox);
