import type {ViewName} from '../element/render-context.js';
import type {ElementName} from './element-names.js';

/** What editors and tools see of an element. */
export interface RegisteredElement {
  /** Key of the element's view in `views` of the data. */
  readonly view: ViewName;
  /** Name of the element for editors. */
  readonly label: string;
  /** Short description, shown after the label. */
  readonly hint: string;
}

/** What editors and tools see of each element. `elements.ts` has the classes. The compiler and `test/unit/registry.test.mjs` report what a new element lacks. */
export const registry = {
  'goal-comparison': {
    view: 'comparison',
    label: 'Goal comparison',
    hint: 'what each side wants, topic by topic',
  },
  'region-list': {
    view: 'regions',
    label: 'Region list',
    hint: 'the places at stake, with a map',
  },
  'fact-box': {
    view: 'facts',
    label: 'Fact box',
    hint: 'who, what, where, why here, what to expect',
  },
} as const satisfies Record<ElementName, RegisteredElement>;
