import {css} from 'lit';
import {token} from './token.js';

/**
 * Styles that all boxes share: frame, type, statement, attribution, marks, footer. Sizes are in em of the host's text,
 * so that a box keeps its proportions on any page. Columns need 576 px, which is 36 rem if a rem is 16 px (on many news
 * sites it is 10 px), and enough space for the text at its actual size.
 *
 * A box inherits on purpose: typeface, weight, size and colour of the text, its direction, its spacing (which the
 * reader may set), hyphenation, `color-scheme`, `visibility`. Other inherited properties are meant for headlines,
 * tables or code and are reset at `.box`.
 *
 * There are two block spaces: `--_gap` between separate parts, `--_near` between parts that belong together.
 *
 * Muted text is a mixture with the surrounding text colour. It gets paler when nested, so use it on leaf elements only.
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
    /* Not on the host: a page's reset reaches the host, and without containment the column layout would never apply. */
    container-type: inline-size;
    /* Containment hides the intrinsic width: without this size a box would collapse in a flex row or a float. */
    contain-intrinsic-inline-size: 40em;
    --_muted: ${token('muted')};
    --_rule: 1px solid ${token('rule')};
    --_line: 1px solid ${token('line')};
    --_accent: ${token('accent')};
    --_paper: ${token('paper')};
    --_gap: calc(${token('space')} * 0.7em);
    --_near: calc(${token('space')} * 0.45em);
    /* Without a value these declarations are invalid and the page's own colours apply. */
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
  /* At the end, not at the start: a part that wraps starts its line without a gap. */
  .who > * {
    margin-inline-end: 0.4em;
  }
  .who b::first-letter {
    text-transform: uppercase;
  }
  /* Amounts in a column, above their bars. */
  [role='rowgroup'] > .who {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    font-variant-numeric: tabular-nums;
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

  /*
   * Certainty marks: the more certain, the more ink. Only borders: they remain in forced colours and in print without
   * backgrounds.
   */
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
    /* Zero width: browsers round borders to whole pixels, which would leave a hole in the middle. */
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
    /* Dark text on white, whatever the colours on screen. */
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
