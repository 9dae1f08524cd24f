import {css} from 'lit';
import {token} from '../../element/token.js';

/**
 * The comparison has three layouts on screen; a printer gets the list. Columns: one for each side if each is at least 9 em wide, and the topic above them.
 * List: one statement below the other, with the name of its side. Table, from 54 em: topic, up to five sides, others.
 * What only some data need, such as another number of sides than two, is in `summit-goal-comparison.more.styles.ts`.
 */
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
  table {
    position: relative;
    margin-block-start: var(--_near);
    --_pad: 0.5em;
    --_tint: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .sides-2 {
    --_sides: 2;
  }
  .row {
    display: grid;
    column-gap: 1.1em;
  }
  th {
    font-weight: normal;
  }
  .sub {
    font-size: 1.06em;
    margin-inline-end: 0.35em;
  }
  /* Chromium's accessible name lacks the space before an office that starts a line, unless it is a box of its own. */
  .side > .sub + .small {
    display: inline-block;
  }
  th .sub,
  .about > summary > * {
    display: inline;
  }
  .about:not([open]) {
    display: inline-block;
  }
  .topic {
    border-block-start: var(--_rule);
    padding-block: 0.25em 0.35em;
  }

  .aims .label {
    font-family: ${token('heading-font')};
    font-size: 1.2em;
    font-weight: ${token('heading-weight', 'aim')};
    line-height: 1.18;
    text-wrap: balance;
  }
  .aims .who {
    display: block;
    font-size: 1.06em;
  }
  .aims .colon {
    display: none;
  }
  /* A narrow column has no space for a gutter. */
  .aims .say {
    padding-inline-start: 0;
  }
  .aims .text::before {
    content: none;
  }
  .aims .primary .label::before {
    content: '» ' / '';
  }
  .clash {
    margin-block: 0.4em;
    padding-inline-start: 0.6em;
    border-inline-start: 3px solid var(--_accent);
    font-size: 1.06em;
    text-wrap: pretty;
  }
  .clash .small {
    font-size: max(0.76em, 13px);
  }

  /* One side rejects what another aims at. With many sides only the rejections are tinted. */
  .opposed {
    position: relative;
  }
  .opposed .rejects,
  .two .opposed :is(.seeks, .supports),
  table:not(.two) > .opposed th > .small {
    background: var(--_tint);
    /* A tint takes contrast away. */
    --_muted: color-mix(in srgb, ${token('muted')}, currentColor 30%);
  }
  .opposed .signed {
    padding-inline: 1.4em 0.3em;
  }
  .opposed .side > .say:only-child {
    box-sizing: border-box;
    min-block-size: 100%;
  }
  .two > .opposed {
    padding-inline-start: 0.6em;
  }
  .two > .opposed::before {
    content: '';
    position: absolute;
    inset-block: 0.25em 0.35em;
    inset-inline-start: 0;
    border-inline-start: 3px solid var(--_accent);
  }


  /* Screen readers read a table with a header in each layout. */
  thead,
  .aims th {
    position: absolute;
    clip-path: inset(50%);
  }

  @media screen {
    /* Columns, with the topic above them. */
    @container not (inline-size >= 54em) {
      thead :is(td, .others) {
        position: absolute;
        clip-path: inset(50%);
      }
      .row > :is(.others, [role='rowheader']) {
        grid-column: 1 / -1;
      }
      /*
       * A row with an open statement becomes a list: there is no hole beside the claims. WebKit evaluates :has() again
       * only for the element that has it. Its content gets custom properties from it.
       */
      .row:has(> .side [open]) {
        grid-template-columns: minmax(0, 1fr);
        --_pad: 0;
        --_edge: 0;
      }
      .aims:has([open]) {
        --_who: static;
        --_who-clip: none;
      }
    }
    @container (inline-size >= 19.2em) and (not (inline-size >= 54em)) {
      .two .row {
        grid-template-columns: repeat(var(--_sides), minmax(0, 1fr));
        column-gap: 0;
      }
      .two .row > .side:has(+ .side) {
        padding-inline-end: var(--_pad);
      }
      /* Not a custom property of the table: each element in it would get its styles again when an aim opens. */
      .two > thead:not(:has(~ .aims [open])) {
        position: static;
        clip-path: none;
      }
      .two .aims .side .who {
        position: var(--_who, absolute);
        clip-path: var(--_who-clip, inset(50%));
      }
      .two .row > .side + .side {
        padding-inline-start: var(--_pad);
        border-inline-start: var(--_edge, var(--_line));
      }
    }
    @container (inline-size >= 19.2em) and (not (inline-size >= 35em)) {
      .two > .topic .side .who {
        display: block;
      }
      .two > .topic .side .colon {
        display: none;
      }
    }
    @container not (inline-size >= 35em) {
      .side > .sub + .small {
        display: block;
      }
      .aims .label {
        font-size: 1.12em;
      }
      .two > .topic .side > .signed {
        padding-inline: 1em 0;
      }
      .two > .topic .side > .signed .text::before {
        inset-inline-start: -1em;
      }
      .two > .opposed .side > .signed {
        padding-inline: 1.2em 0.1em;
      }
      .two .constraints.constraints > .side {
        grid-column: 1 / -1;
        margin: 0;
        padding: 0;
        border: 0;
      }
    }
    @container (inline-size >= 35em) and (not (inline-size >= 54em)) {
      .two {
        --_pad: 1em;
      }
    }

    /* Table. */
    @container (inline-size >= 54em) {
      :is(.two, .three, .five) {
        --_template: 10em repeat(var(--_sides), minmax(0, 1fr));
      }
      .with-others:not(.five, .many) {
        --_template: 10em repeat(var(--_sides), minmax(0, 1fr)) minmax(0, 0.85fr);
      }
      :is(.two, .three, .five) .row.row {
        grid-template-columns: var(--_template);
        column-gap: 1.6em;
      }
      :is(.two, .three, .five) > thead,
      :is(.two, .three, .five) .aims th {
        position: static;
        clip-path: none;
      }
      :is(.two, .three, .five) .side .who {
        position: var(--_who, absolute);
        clip-path: var(--_who-clip, inset(50%));
      }
      :is(.two, .three, .five) > .topic {
        padding-block: 0.15em 0.2em;
        border-block-start: var(--_line);
      }
      :is(.two, .three, .five) > .aims + .topic {
        border-block-start: var(--_rule);
      }
      :is(.two, .three, .five) .row > [role='rowheader'] {
        grid-area: auto;
        padding-block-start: 0.15em;
      }
      :is(.two, .three, .five) .topic th > .small {
        display: block;
        margin: 0;
      }
      /* Each side keeps its column, whatever is open. */
      :is(.two, .three, .five) .row > td {
        grid-column: auto;
      }
      .two .row > .silent {
        grid-area: var(--_gap-area);
      }
      :is(.two, .three, .five) .row > :nth-child(2) {
        grid-column-start: 2;
      }
      /* An open statement beside a gap takes the row. */
      .two .row:has(> .silent):has(> .side [open]) {
        --_gap-area: 2 / 2 / auto / span var(--_sides);
        --_others-area: 1 / -2;
        --_who: static;
        --_who-clip: none;
      }
      .two .row:has(> .silent) > .side:has([open]) {
        grid-area: 1 / 2 / auto / span var(--_sides);
      }
      .two .row > .others {
        grid-area: var(--_others-area);
      }
      .two > .topic > .row > [role='rowheader']:has([open]) {
        grid-column: 1 / -1;
      }
      .two > .opposed {
        padding-inline-start: 0;
      }
      .two > .opposed [role='rowheader'] {
        padding-inline-start: 0.6em;
      }
      /* The clash has the column of others. */
      .with-others:not(.five, .many) > .aims {
        display: grid;
        grid-template-columns: var(--_template);
        column-gap: 1.6em;
      }
      .with-others:not(.five, .many) > .aims > tr {
        display: contents;
      }
      .with-others:not(.five, .many) > .aims > .lead > td {
        grid-area: 1 / -2;
      }
      .clash {
        margin-block-start: 0;
      }
    }
  }

  @media (forced-colors: active) {
    .opposed :is(.rejects, .seeks, .supports) {
      outline: 1px solid;
    }
  }
`;
