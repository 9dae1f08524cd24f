import {css} from 'lit';

export const styles = css`
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em 1.6em;
    align-items: start;
    padding-block: 0.45em;
  }
  ol {
    list-style: none;
  }
  /* Names alone are a compact list. */
  ol:not(:has(> .spoken)) {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 6.5em), 1fr));
    gap: 0.25em 1em;
  }
  /*
   * A single chunk is always rendered. Of several chunks the browser renders those near the screen and remembers their
   * heights.
   */
  ol:not(:only-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 60em;
  }
  .common + [part='regions'] {
    padding-block-start: var(--_near);
    border-block-start: var(--_line);
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
  .name {
    font-weight: bold;
  }
  li.place {
    font-size: max(0.8em, 13px);
    line-height: 1.4;
  }
  li.place .small {
    display: block;
  }
  li.place .number {
    display: inline-block;
  }
  .place a:not(:hover) {
    text-decoration: none;
  }
  .say + .say {
    margin-block-start: 0.2em;
  }

  /* Without a container query, which Firefox doesn't evaluate on paper. */
  .with-map {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(17em, 40%)), 1fr));
    grid-template-rows: auto 1fr;
  }
  .with-map > figure {
    grid-row: 1 / span 2;
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
  @container (inline-size >= 54em) {
    .with-map {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }

  @media print {
    .box {
      break-inside: avoid;
    }
    /* Firefox cuts a line in two where a grid continues on the next page. */
    .places:has(.spoken) {
      display: block;
    }
    ol:not(:only-child) {
      content-visibility: visible;
    }
    .places > figure {
      break-inside: avoid;
    }
  }
`;
