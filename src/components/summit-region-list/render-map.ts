import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Region, SummitMap} from '../../data/summit.js';
import {joinParts, type RenderContext} from '../../element/render-context.js';
import {fitsOnMap} from '../../model/fits-on-map.js';

type Box = readonly [left: number, top: number, width: number, height: number];
type Point = readonly [x: number, y: number];

const KINDS = ['area', 'line', 'point'];

/**
 * Renders the map: the land, its neighbours, the regions with their names, and for names without space their numbers
 * in the list. The caption always names the basis of the borders.
 *
 * @param listed The regions in the order of the list.
 */
export function renderMap(context: RenderContext, map: SummitMap, listed: readonly Region[]): TemplateResult {
  const {summit, messages} = context;
  const {viewBox, land, neighbours = [], seas = [], locator, scale, basis, credit} = map;
  const [left, top, width, height] = viewBox;
  const frame: Box = [left - 1, top - 1, width + 2, height + 2];
  const ofKind = (kind: string): readonly Region[] =>
    summit.regions.filter(({shape}) => shape && (shape.kind ?? 'area') === kind);
  // In the order of painting: an area must not cover a line or a dot.
  const regions = KINDS.flatMap((kind) =>
    ofKind(kind).map(({id, shape}) => svg`<path class="region ${kind}" data-region=${id} d=${shape?.d}></path>`),
  );
  const labels = listed.map((region, i) => {
    const {id, name, shape} = region;
    if (!shape) return;
    const [x, y] = shape.label;
    return fitsOnMap(region)
      ? svg`<g data-region=${id}>${renderText(shape.label, name, 'name')}</g>`
      : svg`<g data-region=${id}><circle cx=${x} cy=${y}></circle>${renderText(shape.label, messages.fill('{n}', i + 1))}</g>`;
  });
  const renderNames = (
    named: readonly {readonly name?: string | undefined; readonly label?: Point | undefined}[],
    style: string,
  ): unknown => named.map(({name, label}) => label && name && renderText(label, name, style));
  // A cropped map has places for names. On others there is no space for them among many numbers.
  const hasNames = summit.regions.length < 7 || (neighbours[0] ?? seas[0] ?? locator ?? scale);
  const places = (land[0] ? land : summit.regions).map(({name}) => name);
  return html`
    <figure part="map">
      <svg role="img" aria-label="${messages.mapCredit} ${context.formatList(places)}. ${messages.map}" viewBox=${frame.join(' ')}>
        ${(neighbours[0] ?? seas[0]) ? renderBox(frame, 'sea') : nothing}
        ${neighbours.map(({d}) => svg`<path class="neighbour" d=${d}></path>`)}
        <path class="land" d=${join(land)}></path>${regions}
        ${renderNames(seas, 'sea')}${renderNames(neighbours, 'neighbour')}${hasNames && renderNames(land, 'land')}${labels}
        ${locator && renderLocator(locator, viewBox, join(ofKind('area').map(({shape}) => shape)))}
        ${scale && renderScale(scale, messages.lang)}
      </svg>
      <figcaption class="small muted">${joinParts(context.formatText(basis), ` ${messages.mapCredit} `, context.formatText(credit))}</figcaption>
    </figure>
  `;
}

/** Draws the whole land small, with the regions, and a frame around what the map shows. */
function renderLocator(
  {box, d, frame}: NonNullable<SummitMap['locator']>,
  [left, top, width]: Box,
  regions: string,
): TemplateResult<2> {
  const factor = frame[2] / width;
  return svg`<g class="locator">${renderBox(box)}<path class="land" d=${d}></path><path class="region"
    transform="translate(${frame[0] - left * factor} ${frame[1] - top * factor}) scale(${factor})" d=${regions}></path>${renderBox(frame, 'frame')}</g>`;
}

function renderScale({km, length, start: [x, y]}: NonNullable<SummitMap['scale']>, lang: string): TemplateResult<2> {
  const text = new Intl.NumberFormat(lang, {style: 'unit', unit: 'kilometer'}).format(km);
  return svg`<g class="scale"><path d="M${x} ${y - 6}v6h${length}v-6"></path><text x=${x + length / 2} y=${y - 6}>${text}</text></g>`;
}

function renderBox([x, y, width, height]: Box, style = ''): TemplateResult<2> {
  return svg`<rect class=${style} x=${x} y=${y} width=${width} height=${height}></rect>`;
}

function renderText([x, y]: Point, text: string, style = ''): TemplateResult<2> {
  return svg`<text class=${style} x=${x} y=${y}>${text}</text>`;
}

function join(shapes: readonly ({readonly d: string} | undefined)[]): string {
  return shapes.map((shape) => shape?.d).join(' ');
}
