/** Registers `<summit-fact-box>` and the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitFactBox} from './summit-fact-box.js';

// The declaration file drops the imports above. With this export, TypeScript knows the tag in the DOM.
export type {SummitFactBox} from './summit-fact-box.js';

define('summit-fact-box', SummitFactBox);
