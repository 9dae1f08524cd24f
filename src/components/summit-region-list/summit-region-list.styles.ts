import {css} from 'lit';

export const styles = css`
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7em 2em;
    align-items: center;
    padding-block: 0.7em;
  }
  .places:has(details) {
    align-items: start;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  path,
  circle {
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .land {
    fill: color-mix(in srgb, currentColor 7%, var(--_paper));
    stroke: var(--_muted);
  }
  .region {
    fill: color-mix(in srgb, var(--_accent) 38%, var(--_paper));
    stroke: var(--_accent);
    stroke-width: 1.5px;
  }
  text {
    fill: currentColor;
    font-size: 27px;
    text-anchor: middle;
    dominant-baseline: central;
  }
  circle {
    r: 21px;
    fill: var(--_paper);
    stroke: currentColor;
  }
  circle + text {
    font-weight: bold;
  }
  figcaption {
    margin-block-start: 0.45em;
    text-wrap: pretty;
  }

  ol {
    list-style: none;
  }
  ol > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    gap: 0.7em;
    border-block-start: var(--_line);
    padding-block: 0.45em;
  }
  .number {
    box-sizing: border-box;
    min-inline-size: 1.9em;
    padding-inline: 0.3em;
    line-height: calc(1.9em - 2px);
    text-align: center;
    border: 1px solid;
    border-radius: 1em;
  }
  .place b {
    margin-inline-end: 0.4em;
  }
  .place .muted > bdi {
    white-space: nowrap;
  }
  .voices {
    display: grid;
    gap: 0.7em 2em;
    margin-block-start: 0.2em;
  }

  @container (inline-size >= 576px) and (inline-size >= 30em) {
    .with-map {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .with-map .place > * {
      display: block;
    }
    text {
      font-size: 20px;
    }
    circle {
      r: 16px;
    }
    .voices {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .voices > :nth-child(even) {
      border-inline-start: var(--_line);
      margin-inline-start: calc(-1em - 1px);
      padding-inline-start: 1em;
    }
  }

  @media (forced-colors: active) {
    .land,
    .region {
      fill: Canvas;
      stroke: CanvasText;
    }
    .region {
      stroke-width: 3px;
    }
  }
  @media print {
    .places {
      break-inside: avoid;
    }
  }
`;
