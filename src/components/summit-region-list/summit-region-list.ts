import {html, noChange, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult} from 'lit';
import {renderBox, renderStatus} from '../../element/box.js';
import {renderHeading} from '../../element/heading.js';
import {DOT, joinParts, type RenderContext} from '../../element/render-context.js';
import {renderActorStatements} from '../../element/statement.js';
import {SummitElement} from '../../element/summit-element.js';
import {listRegions, type ListedRegion} from '../../model/list-regions.js';
import {renderMap} from './render-map.js';
import {mapStyles} from './render-map.styles.js';
import {styles} from './summit-region-list.styles.js';

/**
 * Number of regions in one group. Each group is a separate `ol`, so that the browser can skip groups off screen;
 * assistive technology gets a single list. 60 fills whole rows of one to six columns.
 */
const GROUP = 60;

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
  static override styles: CSSResultGroup = [SummitElement.styles, mapStyles, styles];

  static override interactionEvents = [...SummitElement.interactionEvents, 'pointerover'];

  static override properties: PropertyDeclarations = {
    // A server renderer of a framework may write `nomap="false"`.
    noMap: {attribute: 'no-map', type: Boolean, converter: (value) => value !== null && value !== 'false'},
  };

  /** Hides the map. As an attribute, any value except `false` hides it. */
  declare noMap: boolean;

  override renderSummit(context: RenderContext): TemplateResult {
    const {summit, messages, level, isPlain} = context;
    const {regions, common} = listRegions(summit);
    const view = summit.views?.regions;
    const nothingGiven = html`<p class="muted">${messages.nothingGiven}</p>`;
    const map = this.noMap || isPlain ? undefined : summit.map;
    const row = ({region, statementsByActor}: ListedRegion, number: number): TemplateResult => {
      const {id, name, native, code, shape} = region;
      const label =
        map && shape
          ? html`<a href="#summit-${summit.id}-${id}">${context.formatText(name)}</a>`
          : context.formatText(name);
      const remarks = joinParts(
        native && html`\x20<span class="small muted" lang=${native.lang} dir="auto">${native.name}</span>`,
        code && html`\x20&ensp;<bdi class="small muted">${code}</bdi>`,
        map && !shape && context.formatRegionNote?.(region),
      );
      return html`
        <li role="listitem" data-region=${id}>
          <b class="number small">${number}</b>
          <div>
            <p class="place"><b>${label}</b>${remarks}</p>
            ${joinParts(
              statementsByActor.map((actorStatements) => renderActorStatements(context, actorStatements)),
              (statementsByActor[0] ?? common[0]) ? '' : nothingGiven,
            )}
          </div>
        </li>
      `;
    };
    const group = (members: readonly ListedRegion[], i: number): unknown => {
      const state = context.stateOf?.(i, members, [!map, !common[0]]);
      if (state === 'keep') return noChange;
      return state === 'wait'
        ? nothing
        : html`<ol role="none">${members.map((region, j) => row(region, i * GROUP + j + 1))}</ol>`;
    };
    const groups = regions.flatMap((_, i) => (i % GROUP === 0 ? [regions.slice(i, i + GROUP)] : []));
    return renderBox(
      context,
      'regions',
      [joinParts(view?.subtitle && [context.formatText(view.subtitle), DOT], renderStatus(context))],
      html`
        <div class="places ${map ? 'with-map' : ''}">
          ${map && renderMap(context, map)}${groups[0] ? html`<div role="list" part="regions">${groups.map(group)}</div>` : nothingGiven}
        </div>
        ${
          common[0]
            ? html`
                <div class="group">
                  ${renderHeading(level + 1, messages.count(messages.inEachRegion, regions.length))}
                  <div class="voices">
                    ${common.map((actorStatements) => html`<div>${renderActorStatements(context, actorStatements)}</div>`)}
                  </div>
                </div>
              `
            : nothing
        }
      `,
      [...summit.regions, map].flatMap((drawn) => drawn?.refs ?? []),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'summit-region-list': SummitRegionList;
  }
}
