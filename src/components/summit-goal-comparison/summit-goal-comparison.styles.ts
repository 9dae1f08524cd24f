import {css} from 'lit';

export const styles = css`
  table,
  thead,
  tbody,
  tr,
  th,
  td {
    display: block;
    text-align: start;
  }
  .row {
    display: grid;
    gap: 0.7em 2em;
  }
  tr + tr {
    margin-block-start: 0.7em;
  }
  .topic + .row {
    margin-block-start: 0.45em;
  }
  .topic + .about,
  .about p + p {
    margin-block-start: 0.2em;
  }
  .aims {
    border: 0;
    padding-block-start: 0;
  }
  .aims .stance {
    display: block;
    margin: 0;
  }
  .aims .who b {
    font-size: 1.375em;
  }
  .aims .label {
    font-size: 1.25em;
    line-height: 1.2;
    font-weight: 600;
    text-wrap: balance;
  }
  .about {
    text-wrap: balance;
  }
  .across {
    border-block-start: var(--_line);
    padding-block-start: 0.45em;
  }

  @container not ((inline-size >= 576px) and (inline-size >= 30em)) {
    /* Stacked, each aim carries its name. The head stays for screen readers, whose table it still is. */
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (inline-size >= 576px) and (inline-size >= 30em) {
    thead {
      padding-block-start: 0.7em;
    }
    th[role='columnheader'] {
      padding-block-end: 0.7em;
    }
    .aims .who > :not(.stance) {
      display: none;
    }
    .row {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }
    .many .row {
      grid-auto-flow: row;
      grid-template-columns: repeat(auto-fit, minmax(15em, 1fr));
    }
    .two .row > * + * {
      border-inline-start: var(--_line);
      margin-inline-start: calc(-1em - 1px);
      padding-inline-start: 1em;
    }
  }
  @container (inline-size >= 864px) and (inline-size >= 45em) {
    tbody {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      column-gap: 2em;
    }
    tbody > * {
      grid-column: 2;
    }
    .topic {
      grid-column: 1;
      /* Two rows, so that a long label opens no gap under a short claim. */
      grid-row: 1 / span 2;
    }
    .topic + .row,
    .topic + .about {
      margin: 0;
    }
    thead {
      padding-inline-start: 13em;
    }
  }
`;
