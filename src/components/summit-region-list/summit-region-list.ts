import {html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult} from 'lit';
import {renderBox, renderStatus} from '../../element/box.js';
import {renderHeading} from '../../element/heading.js';
import {DOT, type Reading} from '../../element/reading.js';
import {renderVoice} from '../../element/statement.js';
import {SummitElement} from '../../element/summit-element.js';
import {listRegions} from '../../model/list-regions.js';
import {renderMap} from './render-map.js';
import {styles} from './summit-region-list.styles.js';

/**
 * The places at stake: their names, who claims them and who answers what, and where they lie. The numbers of the list
 * are those of the locator map.
 *
 * @element summit-region-list
 * @slot - Stands in until there is data, and where it can't be shown.
 * @slot note - A remark by the editor, above the footer.
 * @csspart box - The whole box.
 * @csspart heading - The box's heading.
 * @csspart map - The map with its caption.
 * @csspart regions - The list of places.
 * @csspart footer - Date of the data, corrections, sources.
 * @cssprop [--summit-land] - The land on the map; 7 % of the text colour on paper.
 * @cssprop [--summit-region] - The places on the map, a ground on which their outline in the accent shows; 38 % of the accent on paper.
 * @fires {SummitLoadEvent} summit-load - New data is on screen.
 * @fires {SummitChangeEvent} summit-change - Another edition of the same summit is on screen: which claims are new, changed, gone.
 * @fires {SummitErrorEvent} summit-error - What was asked for could not be shown.
 */
export class SummitRegionList extends SummitElement {
  static override styles: CSSResultGroup = [SummitElement.styles, styles];

  static override cues = [...SummitElement.cues, 'pointerover'];

  static override properties: PropertyDeclarations = {noMap: {type: Boolean, attribute: 'no-map'}};

  /** Leaves the map out. */
  declare noMap: boolean;

  override renderSummit(reading: Reading): TemplateResult {
    const {summit, words, level} = reading;
    const {regions, common} = listRegions(summit);
    const view = summit.views?.regions;
    const nothingGiven = html`<p class="muted">${words.nothingGiven}</p>`;
    const map = this.noMap ? undefined : summit.map;
    return renderBox(
      reading,
      view?.title,
      [[view?.subtitle && [reading.text(view.subtitle), DOT], renderStatus(reading)]],
      html`
        <div class="places ${map ? 'with-map' : ''}">
          ${map && renderMap(reading, map)}
          ${regions.length > 0 ? nothing : nothingGiven}
          <ol role="list" part="regions">
            ${regions.map(
              ({region: {id, name, native, code, shape}, voices}, i) => html`<li data-region=${id}>
                <b class="number small">${i + 1}</b>
                <div>
                  <p class="place">
                    <b>${map && shape ? html`<a href="#summit-${summit.id}-${id}">${reading.text(name)}</a>` : reading.text(name)}</b>
                    ${native && html`<span class="small muted" lang=${native.lang} dir="auto">${native.name}</span>`}
                    ${code && html`&ensp;<bdi class="small muted">${code}</bdi>`}
                  </p>
                  ${voices.map((voice) => renderVoice(reading, voice))}
                  ${voices.length > 0 || common.length > 0 ? nothing : nothingGiven}
                </div>
              </li>`,
            )}
          </ol>
        </div>
        ${common.length > 0
          ? html`<div class="group">
              ${renderHeading(level + 1, words.count(words.inEachRegion, regions.length))}
              <div class="voices">${common.map((voice) => html`<div>${renderVoice(reading, voice)}</div>`)}</div>
            </div>`
          : nothing}
      `,
      [...summit.regions, map].flatMap((drawn) => drawn?.refs ?? []),
    );
  }
}
