import {define} from '../../element/define.js';
import {SummitGoalComparison} from './summit-goal-comparison.js';

define('summit-goal-comparison', SummitGoalComparison);

declare global {
  interface HTMLElementTagNameMap {
    'summit-goal-comparison': SummitGoalComparison;
  }
}
