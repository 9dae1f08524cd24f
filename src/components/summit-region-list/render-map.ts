import {html, svg, type TemplateResult} from 'lit';
import type {SummitMap} from '../../data/summit.js';
import {joinParts, type RenderContext} from '../../element/render-context.js';

const KINDS = ['area', 'line', 'point'];

/**
 * Renders the locator map: the land, the regions, and each region's number in the list. The caption always names the
 * basis of the borders.
 */
export function renderMap(
  context: RenderContext,
  {viewBox: [left, top, width, height], land, basis, credit}: SummitMap,
): TemplateResult {
  const {summit, messages} = context;
  // In the order of painting: an area must not cover a line or a dot.
  const regions = KINDS.flatMap((kind) =>
    summit.regions
      .filter(({shape}) => shape && (shape.kind ?? 'area') === kind)
      .map(({id, shape}) => svg`<path class="region ${kind}" data-region=${id} d=${shape?.d}></path>`),
  );
  const numbers = summit.regions.map(
    ({id, shape}, i) =>
      shape &&
      svg`<g data-region=${id}><circle cx=${shape.label[0]} cy=${shape.label[1]}></circle>${renderText(shape.label, messages.fill('{n}', i + 1))}</g>`,
  );
  const names = land.map(({name, label}) => label && renderText(label, name));
  return html`
    <figure part="map">
      <svg role="img" aria-label=${messages.map} viewBox="${left - 1} ${top - 1} ${width + 2} ${height + 2}">
        <path class="land" d=${land.map(({d}) => d).join(' ')}></path>${regions}${names}${numbers}</svg>
      <figcaption class="small muted">${joinParts(context.formatText(basis), ` ${messages.mapCredit} `, context.formatText(credit))}</figcaption>
    </figure>
  `;
}

function renderText([x, y]: readonly [number, number], text: string): TemplateResult<2> {
  return svg`<text x=${x} y=${y}>${text}</text>`;
}
