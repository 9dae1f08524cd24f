import {css} from 'lit';

export const styles = css`
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap) 2em;
    align-items: center;
    padding-block: var(--_gap);
  }
  ol {
    list-style: none;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr));
    gap: 0 2em;
  }
  /*
   * A single group is always rendered. Of several groups the browser renders those near the screen and remembers their
   * heights.
   */
  ol:not(:only-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 60em;
  }
  li[data-region] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    align-content: start;
    gap: var(--_gap);
    border-block-start: var(--_line);
    padding-block: var(--_near);
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
  .place > b {
    display: block;
  }
  .place a:not(:hover) {
    text-decoration: none;
  }
  .voices {
    display: grid;
    gap: var(--_gap) 2em;
    margin-block-start: 0.2em;
  }
  li .who:not(:first-child) {
    margin-block-start: 0.2em;
  }

  @container (inline-size >= 576px) and (inline-size >= 32em) {
    .with-map {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .with-map ol {
      grid-template-columns: minmax(0, 1fr);
    }
    /* If regions have statements, the map stays visible next to them. */
    .with-map:has(details) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
    .with-map:has(details) > figure {
      position: sticky;
      inset-block-start: 1em;
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
  @container (inline-size >= 864px) and (inline-size >= 48em) {
    .with-map:has(details) {
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    }
    .with-map:has(details) ol {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @media print {
    .places > figure {
      position: static;
    }
    ol:not(:only-child) {
      content-visibility: visible;
    }
    .places,
    .places > figure {
      break-inside: avoid;
    }
  }
`;
