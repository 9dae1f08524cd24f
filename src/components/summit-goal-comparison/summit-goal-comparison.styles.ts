import {css} from 'lit';
import {token} from '../../element/token.js';

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
    gap: var(--_gap) 2em;
  }
  tr + tr {
    margin-block-start: var(--_gap);
  }
  .topic + .row {
    margin-block-start: var(--_near);
  }
  .topic + .about,
  .about p + p {
    margin-block-start: 0.2em;
  }
  .aims {
    border: 0;
  }
  .aims .who > * {
    display: block;
  }
  .aims .who b {
    font-size: 1.375em;
  }
  .aims .stance {
    margin-block-start: 0.3em;
  }
  .aims .label {
    font-size: 1.25em;
    line-height: 1.2;
    font-family: ${token('heading-font')};
    font-weight: ${token('heading-weight', 'aim')};
    text-wrap: balance;
  }
  .aims .earlier .label {
    font: inherit;
  }
  .about {
    text-wrap: balance;
  }
  .across,
  .many .row > * + * {
    border-block-start: var(--_line);
    padding-block-start: var(--_near);
  }

  /*
   * In the stacked layout each aim has the name of its side. The header stays for screen readers, which still read a
   * table.
   */
  thead {
    position: absolute;
    clip-path: inset(50%);
  }
  @container (inline-size >= 576px) and (inline-size >= 32em) {
    /* More than three sides: one row each, with the names in a margin, so that names and stances line up vertically. */
    .many td:has(> .who) {
      display: flow-root;
      padding-inline-start: 12em;
    }
    .many td > .who {
      float: inline-start;
      clear: inline-start;
      inline-size: 10em;
      margin-inline-start: -12em;
      /* The margin depends on the surrounding font size. */
      font-size: inherit;
    }
    .many td > .who > * {
      font-size: max(${token('small-size')}, 13px);
    }
    .many .aims .who b {
      font-size: 1.1em;
    }
    .many .stance {
      display: block;
    }
    .many .row {
      row-gap: var(--_near);
    }
    .few thead {
      position: static;
      clip-path: none;
      padding-block-start: var(--_gap);
    }
    .few .row {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }
    th[role='columnheader'] {
      padding-block-end: var(--_gap);
    }
    .few .aims {
      padding-block-start: 0;
    }
    .few .aims .row .who b,
    .few .aims .row .who b + .muted {
      display: none;
    }
    .few .row > * + * {
      border-inline-start: var(--_line);
      margin-inline-start: calc(-1em - 1px);
      padding-inline-start: 1em;
    }
  }
  @container (inline-size >= 864px) and (inline-size >= 48em) {
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
      /* Two rows, so that a long label adds no space under a short claim. */
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
