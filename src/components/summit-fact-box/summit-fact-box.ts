import type {CSSResultGroup, PropertyDeclarations} from 'lit';
import type {Ids} from '../../element/ids.js';
import {lazyTemplates, type LazyTemplates} from '../../element/lazy-templates.js';
import {SummitElement} from '../../element/summit-element.js';
import {makeBundledContent} from './summit-fact-box.bundled.js';
import {styles} from './summit-fact-box.styles.js';

/**
 * Shows a summit in brief: status, who, what, where, why here, what to expect, what may follow. Each answer shows who
 * says so and how certain it is, and opens the statements behind it.
 *
 * @example
 * <summit-fact-box src="/data/talks.json" facts="who when expect" heading-level="2">
 *   <a href="/talks">All about the talks</a>
 * </summit-fact-box>
 *
 * @element summit-fact-box
 * @slot - Fallback: shown until the data is loaded, or if it can't be shown.
 * @slot note - A remark by the editor, above the footer.
 * @csspart box - The whole box.
 * @csspart heading - The box's heading.
 * @csspart facts - The list of questions and answers.
 * @csspart footer - Date of the data, corrections, sources.
 * @fires {SummitLoadEvent} summit-load - New data is on screen.
 * @fires {SummitChangeEvent} summit-change - Another edition of the same summit is on screen: lists new, changed and removed claims.
 * @fires {SummitErrorEvent} summit-error - The requested data could not be loaded or is invalid.
 */
export class SummitFactBox extends SummitElement {
  /** @internal */
  static override readonly templates: LazyTemplates = lazyTemplates(
    () => import('./summit-fact-box.templates.js'),
    makeBundledContent,
  );

  static override styles: CSSResultGroup = [SummitElement.styles, styles];

  static override properties: PropertyDeclarations = {facts: {}};

  /**
   * Ids or question names (`who`, `what`, `where`, `when`, `why-here`, `why`, `expect`, `follows`), in order. Empty:
   * all facts, in the order of the data. Unknown names are ignored with a warning in the console.
   */
  declare facts: Ids;
}

declare global {
  interface HTMLElementTagNameMap {
    'summit-fact-box': SummitFactBox;
  }
}
