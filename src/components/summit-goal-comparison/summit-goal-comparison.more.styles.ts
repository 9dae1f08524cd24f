import {css, type LateStyles} from '../../element/late-styles.js';

/** Styles of what only some comparisons have, such as another number of sides than two. */
export const moreStyles: LateStyles = css`
  .sides-1 {
    --_sides: 1;
  }
  .sides-3 {
    --_sides: 3;
  }
  .sides-4 {
    --_sides: 4;
  }
  .sides-5 {
    --_sides: 5;
  }
  .aims .earlier .label {
    font: inherit;
  }
  /* The word has the tint of the cells. On screen it stands once, as their key, and elsewhere for screen readers. */
  table:not(.two) > .opposed th > .small {
    inline-size: fit-content;
    padding-inline: 0.3em;
  }
  /* The gaps of many sides share one line, except in the table. */
  .joined {
    display: none;
  }
  /* The side or the topic that the note is about. */
  .noted > p {
    display: inline;
  }

  @media screen {
    table:not(.two) > .opposed ~ .opposed th > .small {
      position: absolute;
      inset-inline-start: 0;
      clip-path: inset(50%);
    }

    /* Columns. */
    @container (inline-size >= 35em) and (not (inline-size >= 54em)) {
      .three .row {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        column-gap: 2em;
      }
      .three > thead:not(:has(~ .aims [open])) {
        position: static;
        clip-path: none;
      }
      .three .aims .side .who {
        position: var(--_who, absolute);
        clip-path: var(--_who-clip, inset(50%));
      }
    }

    /* List, with the certainty in a column. */
    @container (inline-size >= 35em) {
      :is(.five, .many) > .topic .say:not(.figure *) > summary {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 13em;
        column-gap: 1em;
        align-items: baseline;
      }
    }

    /* Table. */
    @container (inline-size >= 54em) {
      :is(.two, .three, .five) > .topic > .across {
        padding-inline-start: 11.6em;
      }
      :is(.two, .three, .five) .joined {
        display: block;
      }
      :is(.two, .three, .five) .joint-gap {
        display: none;
      }
      /* More sides leave no column for others. */
      .five .row > .others {
        grid-column: 2 / -1;
        display: flex;
        flex-wrap: wrap;
        column-gap: 1.6em;
      }
      .with-others:not(.five, .many) > .aims > .across:not(.lead) > td {
        grid-column: 2 / -1;
      }
      .five {
        --_template: 9em repeat(var(--_sides), minmax(0, 1fr));
      }
      .five.five .row.row {
        column-gap: 1.1em;
      }
      .five.five > .topic > .across {
        padding-inline-start: 10.1em;
      }
      .five > .topic .say:not(.figure *) > summary,
      .five .side > .sub + .small {
        display: block;
      }
      /* A list with the topic in a margin. */
      .many > .topic > .row {
        grid-template-columns: 10em minmax(0, 1fr);
        column-gap: 1.6em;
      }
      .many > .topic > .row > [role='rowheader'] {
        grid-area: 1 / 1 / span 99;
      }
      .many > .topic > .row > td {
        grid-column: 2;
      }
      .many > .topic > .across {
        padding-inline-start: 11.6em;
      }
    }
  }
`;
