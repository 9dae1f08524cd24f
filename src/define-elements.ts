/**
 * Registers all three tags but no summit: a box shows its fallback until it has `data`, `src` or a registered `summit`.
 */
import {SummitFactBox} from './components/summit-fact-box/summit-fact-box.js';
import {SummitGoalComparison} from './components/summit-goal-comparison/summit-goal-comparison.js';
import {SummitRegionList} from './components/summit-region-list/summit-region-list.js';
import {define} from './element/define.js';

// The declaration file drops the imports above. With these exports, TypeScript knows the tags in the DOM.
export type {SummitFactBox} from './components/summit-fact-box/summit-fact-box.js';
export type {SummitGoalComparison} from './components/summit-goal-comparison/summit-goal-comparison.js';
export type {SummitRegionList} from './components/summit-region-list/summit-region-list.js';

define('summit-goal-comparison', SummitGoalComparison);
define('summit-region-list', SummitRegionList);
define('summit-fact-box', SummitFactBox);
