/**
 * React components of the elements, for React 18 and 19. The module registers the tags but no summit: a component shows
 * its `data`, `src` or `prerendered`, or a summit that `registerSummit` has registered.
 *
 * On a server, pass the HTML of `prerender()` from `summit-embeds/prerender` to `prerendered`: readers see it before
 * any script runs, and the element adopts it.
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
 * React component of `<summit-goal-comparison>`, which compares the goals of the sides, topic by topic.
 *
 * @example
 * <SummitGoalComparison data={talks} topics={['water', 'ferry']} headingLevel={2} />
 */
export const SummitGoalComparison: SummitComponent<GoalComparisonElement> = createSummitComponent(
  'summit-goal-comparison',
  GoalComparisonElement,
);

/**
 * React component of `<summit-region-list>`, which lists the regions at stake.
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
 * React component of `<summit-fact-box>`, which shows a summit in brief.
 *
 * @example
 * // On the server: const html = await prerender('fact-box', {data: talks})
 * <SummitFactBox prerendered={html} data={talks} facts={['who', 'when']} onSummitLoad={(event) => count(event.summit.id)} />
 */
export const SummitFactBox: SummitComponent<FactBoxElement> = createSummitComponent('summit-fact-box', FactBoxElement);
