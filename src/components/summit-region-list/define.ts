/** Registers `<summit-region-list>`, with the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitRegionList} from './summit-region-list.js';

define('summit-region-list', SummitRegionList);
