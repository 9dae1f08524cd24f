import type {CSSResultGroup, PropertyDeclarations} from 'lit';
import type {Ids} from '../../element/ids.js';
import {lazyTemplates, type LazyTemplates} from '../../element/lazy-templates.js';
import {SummitElement} from '../../element/summit-element.js';
import {makeBundledContent} from './summit-goal-comparison.bundled.js';
import {styles} from './summit-goal-comparison.styles.js';

/**
 * Compares the goals of the sides, topic by topic: main aims, positions, third parties, gaps and constraints. It is a
 * table if there is enough space; otherwise the same table is stacked and labelled.
 *
 * @example
 * <summit-goal-comparison src="/data/talks.json" actors="north south" topics="water ferry constraints">
 *   <a href="/talks">All about the talks</a>
 * </summit-goal-comparison>
 *
 * @element summit-goal-comparison
 * @slot - Fallback: shown until the data is loaded, or if it can't be shown.
 * @slot note - A remark by the editor, above the footer.
 * @csspart box - The whole box.
 * @csspart heading - The box's heading.
 * @csspart table - The comparison.
 * @csspart footer - Date of the data, corrections, sources.
 * @fires {SummitLoadEvent} summit-load - New data is on screen.
 * @fires {SummitChangeEvent} summit-change - Another edition of the same summit is on screen: lists new, changed and removed claims.
 * @fires {SummitErrorEvent} summit-error - The requested data could not be loaded or is invalid.
 */
export class SummitGoalComparison extends SummitElement {
  /** @internal */
  static override readonly templates: LazyTemplates = lazyTemplates(
    () => import('./summit-goal-comparison.templates.js'),
    makeBundledContent,
  );

  static override styles: CSSResultGroup = [SummitElement.styles, styles];

  static override properties: PropertyDeclarations = {actors: {}, topics: {}};

  /**
   * Ids of the sides to show, in order. Empty: the principals. Unknown ids are ignored with a warning in the console.
   */
  declare actors: Ids;

  /**
   * Ids of the topics to show, in order; `constraints` selects the constraints. Empty: all topics. Unknown ids are
   * ignored with a warning in the console.
   */
  declare topics: Ids;
}

declare global {
  interface HTMLElementTagNameMap {
    'summit-goal-comparison': SummitGoalComparison;
  }
}
