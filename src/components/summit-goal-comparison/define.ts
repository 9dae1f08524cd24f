/** Registers `<summit-goal-comparison>`, with the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitGoalComparison} from './summit-goal-comparison.js';

// Of the imports above the declarations keep none: with this, TypeScript knows the tag in the DOM.
export type {SummitGoalComparison} from './summit-goal-comparison.js';

define('summit-goal-comparison', SummitGoalComparison);
