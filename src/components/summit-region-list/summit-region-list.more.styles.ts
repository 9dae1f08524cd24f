import {css, type LateStyles} from '../../element/late-styles.js';

/** Styles of what only some lists and maps have: lines and points, and positions on single places. */
export const moreStyles: LateStyles = css`
  path.line {
    fill: none;
    stroke-width: 2.5px;
  }
  /* A path without length: its round ends make a dot. */
  path.point {
    stroke-width: 9px;
    stroke-linecap: round;
  }
  circle {
    r: 0.8em;
  }
  /*
   * A single chunk is always rendered. Of several chunks the browser renders those near the screen and remembers their
   * heights.
   */
  ol:not(:only-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 60em;
  }
  .spoken {
    padding-block: 0.3em;
    border-block-start: var(--_line);
  }
  .spoken .place {
    display: inline-block;
    margin-inline-end: 0.7em;
  }
  .number {
    box-sizing: border-box;
    display: inline-block;
    min-inline-size: 1.9em;
    margin-inline-end: 0.2em;
    padding-inline: 0.3em;
    line-height: calc(1.9em - 2px);
    text-align: center;
    border: 1px solid;
    border-radius: 1em;
  }
  li.place .number {
    display: inline-block;
  }
  /* Beside the map is what is said about all places. */
  .with-map > .common + :has(.spoken) {
    grid-column: 1 / -1;
  }
  .with-map:has(> .common + * .spoken) > figure {
    grid-row: 1;
  }

  @container (inline-size >= 35em) {
    ol:has(> .spoken) {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
      gap: 0 1.6em;
    }
  }
  @media print {
    /* Firefox cuts a line in two where a grid continues on the next page. */
    .places:has(.spoken) {
      display: block;
    }
    ol:not(:only-child) {
      content-visibility: visible;
    }
  }
`;
