/**
 * React components of the elements, for React 18 and 19. The module registers the tags and no summit: a component shows what its
 * `data`, `src` or `prerendered` say, or a summit that `registerSummit` has registered.
 *
 * On a server, call `prerender()` of `summit-embeds/prerender` and hand its HTML over: readers see it before any script, and the
 * element takes it over.
 */
import {SummitFactBox as FactBoxElement} from './components/summit-fact-box/summit-fact-box.js';
import {SummitGoalComparison as GoalComparisonElement} from './components/summit-goal-comparison/summit-goal-comparison.js';
import {SummitRegionList as RegionListElement} from './components/summit-region-list/summit-region-list.js';
import './define-elements.js';
import {createSummitComponent, type SummitComponent, type SummitProps} from './react/create-summit-component.js';

export type {SummitComponent, SummitProps} from './react/create-summit-component.js';

/** Props of `SummitGoalComparison`. */
export type SummitGoalComparisonProps = SummitProps<GoalComparisonElement>;

/** Props of `SummitRegionList`. */
export type SummitRegionListProps = SummitProps<RegionListElement>;

/** Props of `SummitFactBox`. */
export type SummitFactBoxProps = SummitProps<FactBoxElement>;

/**
 * `<summit-goal-comparison>`: the goals of each side, topic by topic.
 *
 * @example
 * <SummitGoalComparison data={talks} topics={['water', 'ferry']} headingLevel={2} />
 */
export const SummitGoalComparison: SummitComponent<GoalComparisonElement> = createSummitComponent(
  'summit-goal-comparison',
  GoalComparisonElement,
);

/**
 * `<summit-region-list>`: the places at stake.
 *
 * @example
 * <SummitRegionList src="/data/talks.json" noMap onSummitError={(event) => report(event.code)}>
 *   <a href="/talks">All about the talks</a>
 * </SummitRegionList>
 */
export const SummitRegionList: SummitComponent<RegionListElement> = createSummitComponent(
  'summit-region-list',
  RegionListElement,
);

/**
 * `<summit-fact-box>`: the facts in brief.
 *
 * @example
 * // The server makes `html`: await prerender('fact-box', {data: talks})
 * <SummitFactBox prerendered={html} data={talks} facts={['who', 'when']} onSummitLoad={(event) => count(event.summit.id)} />
 */
export const SummitFactBox: SummitComponent<FactBoxElement> = createSummitComponent('summit-fact-box', FactBoxElement);
