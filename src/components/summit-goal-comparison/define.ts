/** Registers `<summit-goal-comparison>` and the bundled summit. */
import '../../data/register-bundled.js';
import {define} from '../../element/define.js';
import {SummitGoalComparison} from './summit-goal-comparison.js';

// The declaration file drops the imports above. With this export, TypeScript knows the tag in the DOM.
export type {SummitGoalComparison} from './summit-goal-comparison.js';

define('summit-goal-comparison', SummitGoalComparison);
