import {html, noChange, nothing, type TemplateResult} from 'lit';
import type {Region, SummitMap} from '../../data/summit.js';
import {renderBox, renderStatusLine} from '../../element/box.js';
import {renderHeading} from '../../element/heading.js';
import {DOT, joinParts, type RenderContext} from '../../element/render-context.js';
import {renderActorStatements} from '../../element/statement.js';
import {makeTemplates, type Templates} from '../../element/templates.js';
import {fitsOnMap} from '../../model/fits-on-map.js';
import {chunkGroups, listRegions, type RegionGroup} from '../../model/list-regions.js';
import {renderMap} from './render-map.js';
import type {SummitRegionList} from './summit-region-list.js';
import {moreStyles} from './summit-region-list.more.styles.js';

/**
 * Number of regions in one `ol`. The browser can skip those off screen; assistive technology gets a single list. 60
 * fills whole rows of one to six columns.
 */
const GROUP = 60;

/** The templates of the element. */
export const templates: Templates = makeTemplates(renderSummit, moreStyles);

function renderSummit(element: SummitRegionList, context: RenderContext): TemplateResult {
  const {summit, messages, level, isPlain} = context;
  const {groups, common, claims} = listRegions(summit);
  const map = element.noMap || isPlain ? undefined : summit.map;
  const isSpoken = groups.some(({statementsByActor}) => statementsByActor[0]);
  const nothingGiven = html`<p class="gap small muted">${messages.nothingGiven}</p>`;
  const renderGroup = (group: RegionGroup, start: number): unknown => {
    const {regions, statementsByActor, continues} = group;
    const places = regions.map((region, i) => renderPlace(context, region, start + i, map));
    if (!isSpoken)
      return places.map(
        (place, i) => html`<li role="listitem" class="place" data-region=${regions[i]?.id ?? ''}>${place}</li>`,
      );
    return html`
      <li role="listitem" class="spoken">
        <p class="names">
          ${places.map((place, i) => html`<span class="place" data-region=${regions[i]?.id ?? ''}>${place}</span>\x20`)}
        </p>
        ${statementsByActor.map((actorStatements) => renderActorStatements(context, actorStatements))}
        ${statementsByActor[0] || common[0] || continues ? nothing : nothingGiven}
      </li>
    `;
  };
  let number = 1;
  const renderChunk = (chunk: readonly RegionGroup[], i: number): unknown => {
    const start = number;
    number += chunk.reduce((sum, {regions}) => sum + regions.length, 0);
    const state = context.stateOf?.(i, chunk, [!map, isSpoken, !common[0], chunk.at(-1)?.continues]);
    if (state === 'keep') return noChange;
    if (state === 'wait') return nothing;
    let first = start;
    return html`
      <ol role="none">
        ${chunk.map((group) => {
          const rendered = renderGroup(group, first);
          first += group.regions.length;
          return rendered;
        })}
      </ol>
    `;
  };
  const isSilent = !common[0] && !isSpoken;
  return renderBox(context, 'regions', {
    status: renderStatusLine(context),
    body: html`
      <div class="places ${map ? 'with-map' : ''}">
        ${
          map &&
          renderMap(
            context,
            map,
            // The map has the numbers of the list.
            groups.flatMap(({regions}) => regions),
          )
        }
${
  common[0] &&
  html`
              <div class="common">
                ${renderHeading(level + 1, messages.count(messages.inEachRegion, summit.regions.length))}
                ${common.map((actorStatements) => renderActorStatements(context, actorStatements))}
              </div>
            `
}${groups[0] && html`<div role="list" part="regions">${chunkGroups(groups, GROUP).map(renderChunk)}</div>`}${isSilent ? nothingGiven : nothing}
      </div>
    `,
    claims,
    refs: [...summit.regions, map].flatMap((drawn) => drawn?.refs ?? []),
    remarks: joinParts(
      summit.regions
        .filter(({code}) => code)
        .map(({name, code}, i) => [i > 0 && DOT, context.formatText(name), ' ', html`<bdi>${code}</bdi>`]),
    ),
  });
}

/** Renders the name and native name of a region, and the number that the map shows if the name doesn't fit there. */
function renderPlace(
  context: RenderContext,
  region: Region,
  number: number,
  map: SummitMap | undefined,
): TemplateResult {
  const {summit, messages} = context;
  const {id, name, native, shape} = region;
  const label =
    map && shape
      ? html`<a href="#summit-${summit.id}-${id}">${context.formatText(name)}</a>`
      : context.formatText(name);
  const isNumbered = map && shape && !fitsOnMap(region);
  return html`${isNumbered ? html`<b class="number small">${messages.fill('{n}', number)}</b> ` : nothing}<b class="name">${label}</b>${joinParts(
    native && html`\x20<span class="small muted" lang=${native.lang} dir="auto">${native.name}</span>`,
    map && !shape && context.formatRegionNote?.(region),
  )}`;
}
