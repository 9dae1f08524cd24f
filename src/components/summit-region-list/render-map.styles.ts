import {css} from 'lit';
import {token} from '../../element/token.js';

export const mapStyles = css`
  figure {
    container-type: inline-size;
    --_water: color-mix(in srgb, #4a86ad 18%, var(--_paper));
    --_far: color-mix(in srgb, currentColor 2.5%, var(--_paper));
  }
  /*
   * Sizes are in units of a map that is 600 units wide. 100cqi are its width in pixels: text is 11 px high on a map of 260
   * px, 12 px on one of 300 px, and 14 px on one of 500 px.
   */
  svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    stroke: none;
    font-size: clamp(12px, 35px - 3.5cqi, 27px);
  }
  path,
  rect,
  circle {
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  rect {
    fill: var(--_paper);
    &.sea {
      fill: var(--_water);
    }
  }
  .land {
    fill: ${token('land')};
    stroke: color-mix(in srgb, currentColor 55%, var(--_paper));
  }
  .neighbour {
    fill: var(--_far);
    stroke: color-mix(in srgb, currentColor 28%, var(--_far));
  }
  .region {
    fill: ${token('region')};
    stroke: var(--_accent);
    stroke-width: 1.5px;
  }
  path.line {
    fill: none;
    stroke-width: 2.5px;
  }
  /* A path without length: its round ends make a dot. */
  path.point {
    stroke-width: 9px;
    stroke-linecap: round;
  }
  text {
    fill: currentColor;
    text-anchor: middle;
    dominant-baseline: central;
    paint-order: stroke;
    stroke-linejoin: round;
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
    &:is(.land, .neighbour, .sea) {
      fill: var(--_muted);
      stroke-width: 2px;
      font-size: 0.95em;
    }
    &.land {
      stroke: ${token('land')};
    }
    &.neighbour {
      stroke: var(--_far);
    }
    &.sea {
      stroke: var(--_water);
      font-style: italic;
    }
    &.name {
      stroke: ${token('region')};
    }
  }
  circle {
    r: 0.8em;
    fill: var(--_paper);
    stroke: currentColor;
  }
  g > text {
    font-weight: bold;
  }
  .locator {
    rect {
      stroke: color-mix(in srgb, currentColor 30%, var(--_paper));
    }
    path {
      stroke-width: 0.75px;
    }
    .region {
      stroke: none;
      fill: var(--_accent);
    }
    .frame {
      fill: none;
      stroke: currentColor;
    }
  }
  .scale {
    path {
      fill: none;
      stroke: currentColor;
    }
    text {
      font-size: 0.92em;
      font-weight: normal;
      dominant-baseline: auto;
      translate: 0 -0.2em;
    }
  }
  /* Scripts that are written from right to left have no italics. */
  figure:dir(rtl) text.sea {
    font-style: normal;
  }
  figcaption {
    margin-block-start: var(--_near);
    text-wrap: pretty;
  }

  @media (forced-colors: active) {
    .land,
    .region,
    .neighbour,
    circle,
    rect,
    rect.sea {
      fill: Canvas;
      stroke: CanvasText;
    }
    .neighbour {
      stroke: GrayText;
    }
    rect.sea {
      stroke: none;
    }
    .region {
      stroke-width: 3px;
    }
    .locator .region {
      fill: CanvasText;
    }
    text:is(.name, .land, .neighbour, .sea) {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;
