/** What there is for the boxes to show. */
import type {ElementName} from '../../src/components/element-names.js';
import type {Summit} from '../../src/data/summit.js';

/**
 * Whether there is anything for a box to show. Results on a topic are in the comparison, others in the fact box. A box
 * that nothing was written for would tell readers that the source gives nothing.
 */
export function hasContentFor(name: ElementName, summit: Summit): boolean {
  return BOX_HAS_CONTENT[name](summit);
}

const BOX_HAS_CONTENT: Readonly<Record<ElementName, (summit: Summit) => boolean>> = {
  'goal-comparison': ({topics, positions, constraints = []}) =>
    topics.length + positions.length + constraints.length > 0,
  'region-list': ({regions}) => regions.length > 0,
  'fact-box': ({facts, outcomes = [], figures = [], meetings = [], deadlines = [], related = []}) =>
    facts.length + meetings.length + deadlines.length + related.length > 0 ||
    [...outcomes, ...figures].some(({topic}) => topic === undefined),
};
