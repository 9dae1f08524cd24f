/** Registers `<summit-region-list>` and the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitRegionList} from './summit-region-list.js';

// The declaration file drops the imports above. With this export, TypeScript knows the tag in the DOM.
export type {SummitRegionList} from './summit-region-list.js';

define('summit-region-list', SummitRegionList);
