import {css} from 'lit';
import {token} from '../../element/token.js';

/** `--_tone` is the colour of a surface, and of the halo of the names on it; `--_edge` is the colour of its outline. */
export const mapStyles = css`
  figure {
    container-type: inline-size;
  }
  /*
   * Sizes are in units of a map that is 600 units wide. 100cqi are its width in pixels: text is 11 px high on a map of 250
   * px, 12 px on one of 300 px, and 14 px on one of 500 px.
   */
  svg {
    --_tone: var(--_paper);
    --_edge: currentColor;
    display: block;
    inline-size: 100%;
    block-size: auto;
    font-size: clamp(12px, 35px - 3.5cqi, 27px);
    fill: currentColor;
  }
  svg * {
    stroke: var(--_edge);
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  path,
  rect,
  circle {
    fill: var(--_tone);
  }
  .land {
    --_tone: ${token('land')};
    --_edge: var(--_muted);
  }
  .neighbour {
    --_tone: color-mix(in srgb, currentColor 2.5%, var(--_paper));
    --_edge: color-mix(in srgb, currentColor 28%, var(--_paper));
  }
  .sea {
    --_tone: color-mix(in srgb, #4a86ad 18%, var(--_paper));
    --_edge: none;
  }
  .region,
  .name {
    --_tone: ${token('region')};
    --_edge: var(--_accent);
  }
  path {
    stroke-width: 0.75px;
  }
  .region {
    stroke-width: 1.5px;
  }
  text {
    stroke: var(--_tone);
    stroke-width: 3px;
    paint-order: stroke;
    text-anchor: middle;
    dominant-baseline: central;
  }
  svg > text {
    fill: color-mix(in srgb, currentColor 88%, var(--_paper));
    font-size: 0.95em;
  }
  /* Scripts that are written from right to left have no italics. */
  svg > .sea:not(:dir(rtl)) {
    font-style: italic;
  }
  g > text {
    font-weight: bold;
  }
  .locator rect {
    --_edge: var(--_muted);
    stroke-width: 0.75px;
  }
  .locator .region {
    --_tone: var(--_accent);
    stroke: none;
  }
  .locator .frame {
    --_edge: currentColor;
    fill: none;
    stroke-width: 1px;
  }
  .scale path {
    fill: none;
    stroke-width: 1px;
  }
  .scale text {
    stroke: none;
    font-size: 0.92em;
    font-weight: normal;
    dominant-baseline: auto;
    translate: 0 -0.2em;
  }
  figcaption {
    margin-block-start: var(--_near);
    text-wrap: pretty;
  }

  @media (forced-colors: active) {
    svg,
    svg [class] {
      --_tone: Canvas;
      --_edge: CanvasText;
    }
    path.neighbour {
      --_edge: GrayText;
    }
    rect.sea {
      --_edge: none;
    }
    .region {
      stroke-width: 3px;
    }
    .locator .region {
      --_tone: CanvasText;
    }
    svg > text {
      fill: CanvasText;
    }
  }
`;
