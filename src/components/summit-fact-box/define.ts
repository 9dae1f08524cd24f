/** Registers `<summit-fact-box>`, with the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitFactBox} from './summit-fact-box.js';

define('summit-fact-box', SummitFactBox);
