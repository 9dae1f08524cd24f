import {html, nothing, svg, type TemplateResult} from 'lit';
import type {SummitMap} from '../../data/summit.js';
import type {Reading} from '../../element/reading.js';

/**
 * The locator map: the land, the regions on it, and for each region the number of the list. Whose borders these are
 * stands under it, always.
 */
export function renderMap(reading: Reading, {viewBox: [left, top, width, height], land, basis, credit}: SummitMap): TemplateResult {
  const {summit, words} = reading;
  return html`<figure part="map">
    <svg role="img" aria-label=${words.map} viewBox="${left - 1} ${top - 1} ${width + 2} ${height + 2}">
      <path class="land" d=${land.map(({d}) => d).join(' ')}></path>
      ${summit.regions.map(({shape}) => shape && svg`<path class="region" d=${shape.d}></path>`)}
      ${land.map(({name, label}) => label && renderLabel(label, name))}
      ${summit.regions.map(({shape}, i) => shape && renderLabel(shape.label, i + 1, true))}
    </svg>
    <figcaption class="small muted">${reading.text(basis)} ${words.fill(words.mapCredit, credit)}</figcaption>
  </figure>`;
}

function renderLabel([x, y]: readonly [number, number], text: string | number, ring?: boolean): TemplateResult<2> {
  return svg`${ring ? svg`<circle cx=${x} cy=${y}></circle>` : nothing}<text x=${x} y=${y}>${text}</text>`;
}
