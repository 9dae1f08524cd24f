import {SummitFactBox} from './summit-fact-box/summit-fact-box.js';
import {SummitGoalComparison} from './summit-goal-comparison/summit-goal-comparison.js';
import {SummitRegionList} from './summit-region-list/summit-region-list.js';

/**
 * All classes by tag, in the order in which tools list them. Every other list of elements is derived from this one.
 *
 * @example
 * import {elements} from 'summit-embeds';
 *
 * const registry = new CustomElementRegistry();
 * for (const [tag, elementClass] of Object.entries(elements)) registry.define(tag, elementClass);
 */
export const elements: {
  readonly 'summit-goal-comparison': typeof SummitGoalComparison;
  readonly 'summit-region-list': typeof SummitRegionList;
  readonly 'summit-fact-box': typeof SummitFactBox;
} = {
  'summit-goal-comparison': SummitGoalComparison,
  'summit-region-list': SummitRegionList,
  'summit-fact-box': SummitFactBox,
};

export {SummitFactBox, SummitGoalComparison, SummitRegionList};
