import {css} from 'lit';

export const styles = css`
  .status summary {
    padding-block-start: 0;
  }
  .status > p {
    margin-block-end: 0.35em;
  }
  .fact + .fact {
    border-block-start: var(--_line);
  }
  .items,
  .alike {
    list-style: none;
    padding-inline-start: 0.8em;
  }
  .items > * {
    margin-block-start: var(--_near);
  }
  /* A hanging en dash, hidden from screen readers, which already announce a list. */
  li > .label {
    text-indent: -0.8em;
  }
  li > .label::before {
    content: '–' / '';
    display: inline-block;
    inline-size: 0.8em;
    text-indent: 0;
  }

  @container (inline-size >= 576px) and (inline-size >= 32em) {
    .fact {
      display: grid;
      grid-template-columns: 10em minmax(0, 1fr);
      column-gap: 2em;
    }
  }
`;
