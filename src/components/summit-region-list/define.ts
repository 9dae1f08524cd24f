/** Registers `<summit-region-list>`, with the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitRegionList} from './summit-region-list.js';

// Of the imports above the declarations keep none: with this, TypeScript knows the tag in the DOM.
export type {SummitRegionList} from './summit-region-list.js';

define('summit-region-list', SummitRegionList);
