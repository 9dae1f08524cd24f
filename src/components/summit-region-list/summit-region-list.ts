import type {CSSResultGroup, PropertyDeclarations} from 'lit';
import {lazyTemplates, type LazyTemplates} from '../../element/lazy-templates.js';
import {SummitElement} from '../../element/summit-element.js';
import {makeBundledContent} from './summit-region-list.bundled.js';
import {mapStyles} from './render-map.styles.js';
import {styles} from './summit-region-list.styles.js';

/**
 * Lists the regions at stake: their names, who claims them, who says what about them, and where they are. The numbers
 * in the list are those on the locator map.
 *
 * @example
 * <summit-region-list src="/data/talks.json" no-map>
 *   <a href="/talks">All about the talks</a>
 * </summit-region-list>
 *
 * @element summit-region-list
 * @slot - Fallback: shown until the data is loaded, or if it can't be shown.
 * @slot note - A remark by the editor, above the footer.
 * @csspart box - The whole box.
 * @csspart heading - The box's heading.
 * @csspart map - The map with its caption.
 * @csspart regions - The list of regions.
 * @csspart footer - Date of the data, corrections, sources.
 * @fires {SummitLoadEvent} summit-load - New data is on screen.
 * @fires {SummitChangeEvent} summit-change - Another edition of the same summit is on screen: lists new, changed and removed claims.
 * @fires {SummitErrorEvent} summit-error - The requested data could not be loaded or is invalid.
 */
export class SummitRegionList extends SummitElement {
  /** @internal */
  static override readonly templates: LazyTemplates = lazyTemplates(
    () => import('./summit-region-list.templates.js'),
    makeBundledContent,
  );

  static override styles: CSSResultGroup = [SummitElement.styles, mapStyles, styles];

  static override interactionEvents = [...SummitElement.interactionEvents, 'pointerover'];

  static override properties: PropertyDeclarations = {
    // A server renderer of a framework may write `nomap="false"`.
    noMap: {attribute: 'no-map', type: Boolean, converter: (value) => value !== null && value !== 'false'},
  };

  /** Hides the map. As an attribute, any value except `false` hides it. */
  declare noMap: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'summit-region-list': SummitRegionList;
  }
}
