import type {ViewName} from '../element/render-context.js';
import type {SummitElement} from '../element/summit-element.js';
import type {ElementName} from './element-names.js';
import {SummitFactBox} from './summit-fact-box/summit-fact-box.js';
import {SummitGoalComparison} from './summit-goal-comparison/summit-goal-comparison.js';
import {SummitRegionList} from './summit-region-list/summit-region-list.js';

/** Properties of an element that code for all elements uses. */
export interface RegisteredElement {
  readonly elementClass: typeof SummitElement & (new () => SummitElement);
  /** Key of the element's view in `views` of the data. */
  readonly view: ViewName;
  /** Name of the element for editors. */
  readonly label: string;
  /** Short description, shown after the label. */
  readonly hint: string;
}

/** All elements. The compiler and `test/unit/registry.test.mjs` report what a new element lacks. */
export const registry = {
  'goal-comparison': {
    elementClass: SummitGoalComparison,
    view: 'comparison',
    label: 'Goal comparison',
    hint: 'what each side wants, topic by topic',
  },
  'region-list': {
    elementClass: SummitRegionList,
    view: 'regions',
    label: 'Region list',
    hint: 'the places at stake, with a map',
  },
  'fact-box': {
    elementClass: SummitFactBox,
    view: 'facts',
    label: 'Fact box',
    hint: 'who, what, where, why here, what to expect',
  },
} as const satisfies Record<ElementName, RegisteredElement>;
