import {css} from 'lit';

export const styles = css`
  .box {
    max-inline-size: 54em;
  }
  .status .text,
  .status .marks {
    display: inline;
  }
  .status .mark {
    vertical-align: baseline;
  }
  dl {
    margin-block-start: var(--_near);
  }
  .fact {
    padding-block: 0.1em 0.2em;
    border-block-start: var(--_line);
  }
  .fact:first-child {
    border-block-start: var(--_rule);
  }
  dt.sub {
    padding-block-start: 0.12em;
    font-size: 1em;
  }
  .items {
    list-style: none;
  }

  /* Firefox doesn't print what is in a nested grid. */
  @media screen {
    @container (inline-size >= 19.2em) {
      .fact {
        display: grid;
        grid-template-columns: 4.6em minmax(0, 1fr);
        column-gap: 0.4em;
      }
      dt {
        overflow-wrap: break-word;
      }
    }
    /*
     * The column of the questions is as wide as their longest word, or three characters of Chinese. It has some spare
     * width, because browsers don't measure it again when a typeface has loaded.
     */
    @container (inline-size >= 19.2em) and (not (inline-size >= 35em)) {
      dl {
        display: grid;
        grid-template-columns: min-content minmax(0, 1fr);
      }
      .fact {
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
      }
      dt.sub {
        min-inline-size: 3.2em;
        padding-inline-end: 0.3em;
        /* Chromium rounds the column down: the longest word goes into the spare width instead of breaking. */
        overflow-wrap: normal;
      }
    }
    /* Question, answer, certainty. */
    @container (inline-size >= 35em) {
      .fact {
        grid-template-columns: 8em minmax(0, 1fr);
      }
      dd .say > summary {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 12.5em;
        column-gap: 1em;
        align-items: baseline;
      }
    }
  }
`;
