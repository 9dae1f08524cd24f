import {css} from 'lit';
import {token} from './token.js';

/**
 * What all boxes share: frame, type, statement, ledger, marks, footer. Sizes are in em of the host's text, so that a box
 * keeps its proportions in any page. Columns need 576 px, which is 36 rem where a rem means 16 px – on many a news site it
 * means 10 – and room for the text at the size it has there.
 *
 * What a box takes from the page is on purpose: typeface, weight, size and colour of the text, its direction, its spacing
 * (which may be the reader's), hyphenation, `color-scheme`, `visibility`. What else would come down by inheritance, and is meant
 * for headlines, tables or code, ends at `.box`.
 *
 * All block spaces are two: `--_gap` between what stands apart, `--_near` between what belongs together.
 *
 * Muted text is mixed from the text colour around it and gets paler when nested: it belongs on leaves.
 */
export const styles = css`
  :host {
    display: block;
    margin-block: ${token('margin')};
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  b {
    font-weight: bold;
  }

  .box {
    /* Not the host: a page's reset reaches that, and without containment no column would ever come. */
    container-type: inline-size;
    /* Containment hides the content's width: without one of its own a box would collapse in a flex row or a float. */
    contain-intrinsic-inline-size: 40em;
    --_muted: ${token('muted')};
    --_rule: 1px solid ${token('rule')};
    --_line: 1px solid ${token('line')};
    --_accent: ${token('accent')};
    --_paper: ${token('paper')};
    --_gap: calc(${token('space')} * 0.7em);
    --_near: calc(${token('space')} * 0.45em);
    /* Without a token these count as not set: the page's own text on the page's own ground. */
    background: ${token('background')};
    color: ${token('ink')};
    font-family: ${token('font')};
    font-size: max(${token('size')}, 13px);
    font-style: normal;
    font-variant: normal;
    line-height: ${token('line-height')};
    overflow-wrap: anywhere;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    border-block-start: ${token('accent-width')} solid var(--_accent);
    border-block-end: var(--_rule);
    padding: var(--_gap) ${token('padding')};
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

  .heading,
  .sub {
    font-family: ${token('heading-font')};
    font-size: ${token('heading-size')};
    font-weight: ${token('heading-weight')};
    line-height: 1.2;
    text-wrap: balance;
    margin-block-end: 0.2em;
  }
  .sub {
    font-size: 1.1em;
    margin: 0;
  }
  .small {
    font-size: max(${token('small-size')}, 13px);
    line-height: 1.45;
  }
  .muted {
    color: var(--_muted);
  }
  a {
    color: ${token('links')};
  }
  :focus-visible {
    outline: 2px solid ${token('focus')};
    outline-offset: 2px;
  }
  .notice:not(:last-child) {
    border-block-end: var(--_line);
    padding-block-end: var(--_near);
    margin-block-end: var(--_near);
  }
  .group {
    border-block-start: var(--_rule);
    padding-block: var(--_gap) var(--_near);
  }
  footer.group {
    padding-block-end: 0;
  }

  .who > *,
  .mark,
  .count {
    display: inline-block;
  }
  /* Behind, not before: a part that wraps starts its line without a gap. */
  .who > * {
    margin-inline-end: 0.4em;
  }
  .who b::first-letter {
    text-transform: uppercase;
  }
  .stance::before {
    font-weight: bold;
  }
  .primary::before,
  .seeks::before {
    content: '» ' / '';
  }
  .rejects::before {
    content: '× ' / '';
  }
  .supports::before {
    content: '+ ' / '';
  }
  .unclear::before {
    content: '? ' / '';
  }
  .label {
    margin-block-start: 0.1em;
    text-wrap: pretty;
  }
  details + .label,
  details + .who {
    margin-block-start: var(--_near);
  }

  summary {
    display: block;
    cursor: pointer;
    box-sizing: border-box;
    min-block-size: 24px;
    padding-block: 0.35em;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .mark {
    font-size: inherit;
    margin-inline-end: 0.5em;
  }
  .count {
    border-block-end: var(--_line);
  }
  summary:hover .count {
    border-color: currentColor;
  }
  .count::after {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline: 0.5em 0.2em;
    border: solid;
    border-width: 0 0.1em 0.1em 0;
    transform: translateY(-0.2em) rotate(45deg);
  }
  [open] > summary .count::after {
    transform: rotate(225deg);
  }

  /* Marks: the more surely it is said, the more ink. Borders only; they survive forced colours and bare printing. */
  .mark::before {
    content: '';
    box-sizing: border-box;
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    margin-inline-end: 0.4em;
    border: 0.1em solid;
    border-radius: 50%;
  }
  .stated::before {
    /* No width of its own: engines round borders to whole pixels, and a hole would be left in the middle. */
    inline-size: 0;
    block-size: 0;
    border-width: 0.35em;
  }
  .reported::before {
    border-inline-start-width: 0.35em;
  }
  .speculation::before {
    border-style: dotted;
  }

  .claims,
  .about {
    font-size: max(0.9em, 13px);
    line-height: 1.45;
    max-inline-size: 46em;
  }
  .claims .small,
  .about .small {
    font-size: max(0.89em, 13px);
  }
  .claims {
    list-style: none;
    margin-block: 0.2em var(--_gap);
    padding-inline-start: 0.7em;
    border-inline-start: var(--_line);
  }
  .claims > * + * {
    margin-block-start: var(--_near);
  }
  footer .claims {
    font-size: inherit;
    margin-block-end: 0;
  }
  li.mark {
    display: block;
  }
  .mark + .mark {
    margin-block-start: 0;
  }

  @container (inline-size >= 864px) and (inline-size >= 48em) {
    .heading {
      font-size: ${token('heading-size', 'wide')};
    }
  }
  @media (prefers-contrast: more) {
    .box {
      --_muted: currentColor;
      --_rule: 2px solid;
      --_line: 1px solid;
    }
  }
  @media print {
    ::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    /* Dark on white, whatever the screen had. */
    .box.box {
      --_muted: #525356;
      --_rule: 1px solid;
      --_line: 1px solid #bbb;
      --_paper: #fff;
      color-scheme: light;
      background: #fff;
      color: #1b1d20;
    }
    .small.small {
      font-size: 0.85em;
    }
    summary > .count {
      display: none;
    }
    footer .count {
      display: inline;
      border: 0;
    }
    .count::after {
      content: none;
    }
    footer a[href*='//']::after {
      content: ' (' attr(href) ')';
    }
    .about,
    .claims > *,
    .label {
      break-inside: avoid;
    }
    .box > p,
    .topic,
    .heading,
    .label,
    .sub,
    .about,
    .who,
    summary {
      break-after: avoid;
    }
  }
`;
