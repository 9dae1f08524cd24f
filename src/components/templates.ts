/** The templates of all elements, for output that isn't a page. */
import type {Templates} from '../element/templates.js';
import type {ElementName} from './element-names.js';
import {templates as factBox} from './summit-fact-box/summit-fact-box.templates.js';
import {templates as goalComparison} from './summit-goal-comparison/summit-goal-comparison.templates.js';
import {templates as regionList} from './summit-region-list/summit-region-list.templates.js';

export const templatesByElement: Readonly<Record<ElementName, Templates>> = {
  'goal-comparison': goalComparison,
  'region-list': regionList,
  'fact-box': factBox,
};
