import {css, type LateStyles} from './late-styles.js';
import {token} from './token.js';

/** Styles of what only some boxes have. They come after all other styles, with the templates. */
export const moreStyles: LateStyles = css`
  /* Korean has spaces and breaks lines at them. */
  :lang(ko) {
    word-break: keep-all;
  }
  .light,
  .dark {
    background: ${token('background', 'forced')};
    color: ${token('ink', 'forced')};
    padding-inline: ${token('padding', 'forced')};
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  .notice:not(:last-child) {
    border-block-end: var(--_line);
    padding-block-end: var(--_near);
    margin-block-end: var(--_near);
  }
  .note {
    display: block;
  }
  /* Amounts in a column, above their bars. */
  [role='rowgroup'] > .who {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    font-variant-numeric: tabular-nums;
  }
  .earlier {
    margin-block-end: var(--_near);
    padding-inline-start: 0.7em;
    border-inline-start: var(--_line);
  }
`;
