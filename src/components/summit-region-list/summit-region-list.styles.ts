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
  .common + [part='regions'] {
    padding-block-start: var(--_near);
    border-block-start: var(--_line);
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

  @container (inline-size >= 54em) {
    .with-map {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }

  @media print {
    .box {
      break-inside: avoid;
    }
    .places > figure {
      break-inside: avoid;
    }
  }
`;
